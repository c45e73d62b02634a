import ArgumentParser
import Findings
import Health
import Portfolio
import Review

/// `vigie review`: a decision about a listed account, as a row of `reviews`.
struct ReviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Record a decision about an account on a list.",
    discussion: """
      Adds one row to data/reviews.csv, which is made when it is missing, and says where the account stood on the list \
      and stands now. No earlier row is changed. A table that vigie.yml reads from another file is left alone.

      Example: vigie review C1001 examples/portfolio --list green-but-yellow --decision csm_right --note "Champion left."
      """)

  @Argument(help: "The account_id, or the name of the account.")
  var account: String

  @OptionGroup var options: RecordOptions

  @Option(
    help: "The list that the account stands on, such as green-but-yellow.",
    completion: .list(ListID.allCases.map(\.rawValue)), transform: { try choice($0, of: ListID.self) })
  var list: ListID

  @Option(
    help: ArgumentHelp(
      "What was decided: score_right, csm_right, both, defer or not_pursued.",
      discussion: """
        A deferral holds until --due-on, or for \(ReviewDecision.holdsDays) days; every other decision holds for \
        \(ReviewDecision.holdsDays) days.
        """),
    completion: .list(ReviewDecision.Decision.allCases.map(\.rawValue)),
    transform: { try choice($0, of: ReviewDecision.Decision.self) })
  var decision: ReviewDecision.Decision

  @Option(help: "The decision in words.")
  var note: String?

  @Option(help: "Who decided (default: nobody is named).")
  var by: String?

  @Option(name: .customLong("next-step"), help: "What is to be done.")
  var nextStep: String?

  @Option(name: .customLong("due-on"), help: "By when, such as 2026-12-01.")
  var dueOn: Day?

  @Flag(help: "Record the decision although the account is not on the list.")
  var anyway = false

  func validate() throws { try requireAccount(account, before: options.folder) }

  func run() async throws {
    try await recording {
      let day = options.day
      let hold = try TableHold(.reviews, of: options.folder)
      let portfolio = try readPortfolio(options.folder, asOf: day)
      let table = try OwnTable(hold, settings: portfolio.settings)
      let index = try find(account, in: portfolio.evidence)
      let review = await portfolio.review()
      let before = review.items(of: index).first { $0.list == list }
      if before == nil, !anyway { throw notListed(index, in: review) }
      let row = ReviewDecision(
        date: day, list: list, decision: decision, by: by, note: note, nextStep: nextStep, dueOn: dueOn)
      let facts = portfolio.evidence.accounts[index]
      let place = try table.append(NewRow(row, of: facts.id))
      let judgement = try portfolio.judgementNow(in: options.folder, after: place)
      report(warnings(judgement.reviews[index].filter { $0.list == list }.map(\.date), place: place))
      let now = review.item(on: list, of: index, given: judgement)
      for line in [
        "\(facts.name) (\(facts.id.text)), \(list.rawValue)" + (before.map { " since \($0.since)" } ?? ""),
        "before: \(standing(before))", "now: \(standing(now))",
        "recorded \(decision.rawValue) of \(day) in \(place.file):\(place.line); no earlier row was changed",
      ] { print(onOneLine(line)) }
    }
  }

  private func notListed(_ index: Int, in review: Review) -> Refusal {
    let facts = review.evidence.accounts[index]
    let lists = review.items(of: index).map(\.list.rawValue).joined(separator: ", ")
    let standing =
      review.review(of: index) == nil
      ? "it is not active then" : lists.isEmpty ? "it is on no list then" : "it is on \(lists)"
    return Refusal(
      "\(facts.name) (\(facts.id.text)) is not on \(list.rawValue) on \(options.day); \(standing); "
        + "to record the decision all the same, add --anyway", saysNothingWritten: true)
  }

  private func warnings(_ days: [Day], place: OwnTable.Place) -> [Finding] {
    var warnings: [Finding] = []
    func warn(_ message: Message) {
      warnings.append(Finding(.warning, file: place.file, line: place.line, message))
    }
    if let dueOn, dueOn < options.day { warn("the due day \(dueOn) lies before \(options.day) and counts as that day") }
    if let newest = days.max(), newest > options.day {
      warn("a row of \(newest) for the same account and list supersedes this one")
    }
    return warnings
  }

  /// Where the review of a listed account stands, in words.
  private func standing(_ item: ListItem?) -> String {
    guard let item else { return "not on this list" }
    if let due = item.decisionDueOn {
      return "\(item.state.rawValue), a decision \(item.isOverdue ? "was" : "is") due by \(due)"
    }
    return item.state.rawValue + (item.decision.map { " until \($0.lapsesOn)" } ?? "")
  }
}
