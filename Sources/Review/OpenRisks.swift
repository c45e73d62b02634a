public import Health

/// The open risks of one kind among some accounts.
public struct OpenRisks: Sendable {
  /// An open risk and its account.
  public struct Entry: Sendable {
    /// The position of the account in the evidence.
    public let account: Int
    /// The risk.
    public let risk: Risk
  }

  /// The kind.
  public let kind: Risk.Kind
  /// The risks by falling severity, then the oldest first, then in the order of the accounts given.
  public let entries: [Entry]
  /// The annual recurring revenue of the accounts with one.
  public let arr: AmountSum

  /// The highest severity, 1–5.
  public var severity: Int { entries.first?.risk.severity ?? 0 }
  /// The day on which the oldest was seen.
  public var oldest: Day? { entries.map(\.risk.seenOn).min() }
  /// Their sources, each once, the most frequent first.
  public var sources: [String] {
    var counts: [(source: String, count: Int)] = []
    for source in entries.compactMap(\.risk.source) {
      if let index = counts.firstIndex(where: { $0.source.utf8.elementsEqual(source.utf8) }) {
        counts[index].count += 1
      } else {
        counts.append((source, 1))
      }
    }
    return counts.sorted { $0.count > $1.count }.map(\.source)
  }

  /// The open risks of some accounts by kind, those with the most known revenue first.
  static func byKind(_ accounts: [AccountReview], in evidence: Evidence) -> [OpenRisks] {
    Risk.Kind.allCases.compactMap { kind in
      var entries: [Entry] = []
      var arr = AmountSum()
      for account in accounts {
        let risks = account.openRisks.filter { $0.kind == kind }
        guard !risks.isEmpty else { continue }
        arr.add(evidence.accounts[account.account].arr)
        entries += risks.map { Entry(account: account.account, risk: $0) }
      }
      guard !entries.isEmpty else { return nil }
      let ordered = entries.sorted {
        (-$0.risk.severity, $0.risk.seenOn) < (-$1.risk.severity, $1.risk.seenOn)
      }
      return OpenRisks(kind: kind, entries: ordered, arr: arr)
    }
    .sorted { $0.arr.known > $1.arr.known }
  }
}
