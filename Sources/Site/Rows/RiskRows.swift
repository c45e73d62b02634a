import Health
import Review

/// Open risks as rows of a table.
struct RiskRows: Composer {
  let tell: Telling
  /// Who reads the rows.
  var reader = Remark.Reader.everyone

  func view(_ risk: Risk) -> RiskRow {
    RiskRow(
      date: formats.shortDate(risk.seenOn), kind: words.code(.risk, risk.kind.rawValue),
      severity: words(.severityOf5, ["n": String(risk.severity)]), age: words.age(review.asOf - risk.seenOn),
      note: told(risk.note, to: reader) ?? "", source: risk.source.map { words.code(.touchpoint, $0) } ?? "")
  }

  /// The open risks of some accounts, one row per kind.
  func riskKinds(_ accounts: [AccountReview]) -> [OpenRisksRow] {
    review.openRisks(of: accounts).map { risks in
      OpenRisksRow(
        kind: words.code(.risk, risks.kind.rawValue), risks: formats.whole(risks.entries.count),
        accounts: formats.whole(risks.arr.count), arr: shortMoney(risks.arr),
        severity: words(.severityOf5, ["n": String(risks.severity)]),
        oldest: risks.oldest.map { words.count(.days, review.asOf - $0) } ?? "",
        sources: risks.sources.prefix(3).map { words.code(.touchpoint, $0) }.joined(separator: ", "))
    }
  }

  /// The most severe open risks of some accounts, one per row.
  func worstRisks(_ accounts: [AccountReview], most: Int, root: String) -> [AccountRiskRow] {
    let all = review.openRisks(of: accounts).flatMap(\.entries).sorted { $0.risk.severity > $1.risk.severity }
    return all.prefix(most).map { entry in
      AccountRiskRow(
        name: evidence.accounts[entry.account].name, link: links.account(entry.account, root: root),
        arr: arr(of: entry.account), risk: view(entry.risk))
    }
  }
}
