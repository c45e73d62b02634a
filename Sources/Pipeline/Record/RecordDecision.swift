public import Findings
public import Health
import Portfolio
public import Review

/// The result of recording a decision about an account.
public struct RecordedDecision: Sendable {
  /// The account.
  public let account: Account
  /// Its item on the list before; nil when it was not on it.
  public let before: ListItem?
  /// Its item on the list now.
  public let now: ListItem?
  /// The place of the row, such as `data/reviews.csv:7`.
  public let place: String
  /// Warnings about it.
  public let warnings: [Finding]
}

extension PortfolioFolder {
  /// Adds a decision about an account on a list to `reviews`.
  ///
  /// - Parameters:
  ///   - name: the account's id or name.
  ///   - anyway: whether to accept an account that is not on the list.
  public func record(
    _ decision: ReviewDecision, of name: String, anyway: Bool = false, reporter: Reporter = .silent
  ) async throws -> RecordedDecision {
    let (day, list) = (decision.date, decision.list)
    let hold = try TableHold(.reviews, of: path)
    let portfolio = try read(asOf: day, reporter: reporter)
    try refuseDayToCome(day)
    let table = try OwnTable(hold, settings: portfolio.settings)
    let index = try portfolio.account(called: name)
    let review = await portfolio.review()
    let before = review.items(of: index).first { $0.list == list }
    if before == nil, !anyway { throw notListed(index, in: review, on: decision) }
    let account = portfolio.evidence.accounts[index]
    let place = try table.append(NewRow(decision, of: account.id))
    let judgement = try judgement(in: portfolio, after: place, reporter: reporter)
    var warnings: [Message] = []
    if let due = decision.dueOn, due < day {
      warnings.append("the due day \(due) lies before \(day) and counts as that day")
    }
    if let newest = judgement.reviews[index].filter({ $0.list == list }).map(\.date).max(), newest > day {
      warnings.append("a row of \(newest) for the same account and list supersedes this one")
    }
    return RecordedDecision(
      account: account, before: before, now: review.item(on: list, of: index, given: judgement),
      place: "\(place.file):\(place.line)",
      warnings: warnings.map { Finding(.warning, file: place.file, line: place.line, $0) })
  }
}

private func notListed(_ index: Int, in review: Review, on decision: ReviewDecision) -> Refusal {
  let facts = review.evidence.accounts[index]
  let lists = review.items(of: index).map(\.list.rawValue).joined(separator: ", ")
  let standing =
    review.review(of: index) == nil
    ? "it is not active then" : lists.isEmpty ? "it is on no list then" : "it is on \(lists)"
  return .nothingWritten(
    "\(facts.name) (\(facts.id.text)) is not on \(decision.list.rawValue) on \(decision.date); \(standing); "
      + "to record the decision all the same, add --anyway")
}
