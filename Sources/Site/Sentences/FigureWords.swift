import Health
import Review

/// Why accounts are counted in the figures of the front page, or not.
struct FigureWords: Composer {
  let tell: Telling

  /// Why an account is counted: `renews in 60 days; CSM says yellow`.
  func whyCounted(_ account: AccountReview, in figure: HeadlineFigure) -> String {
    let list = ListWords(tell: tell)
    return switch figure {
    case .atRisk: list.renewalWords(account)
    case .renewals:
      words.clauses(
        [list.renewalWords(account)] + (account.currentFlag == nil ? [list.overdueWords(account)] : []))
    case .divergences: list.said(account) ?? words(.noReasonGiven)
    case .flagsDue: list.overdueWords(account)
    }
  }

  /// Why an account next to a figure is not counted: `green, falling, renews 1 Feb 2027`.
  func whyNotCounted(_ account: AccountReview, in figure: HeadlineFigure) -> String {
    var parts: [String] = []
    if figure == .divergences {
      let item = review[.greenButYellow].first { $0.account == account.account }
      return item?.decision.map { words(.decidedOnDay, ["date": formats.shortDate($0.date)]) } ?? ""
    }
    parts.append(words.code(.band, account.score.band.rawValue))
    if account.direction.isFall { parts.append(words.code(.direction, account.direction.rawValue)) }
    if !account.openRisks.isEmpty { parts.append(words.count(.openRisks, account.openRisks.count)) }
    if let renewal = evidence.renewalDay(of: account.account, on: review.asOf) {
      parts.append(words(.renewsOn, ["date": formats.shortDate(renewal)]))
    }
    return parts.joined(separator: ", ")
  }
}

extension HeadlineFigure {
  /// The path of the page of its accounts, without its extension.
  var base: String { "figures/\(rawValue)" }
  var path: String { base + ".html" }
}
