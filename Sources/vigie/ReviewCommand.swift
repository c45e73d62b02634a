import ArgumentParser
import Findings
import Health
import Pipeline
import Review

/// `vigie review`: a decision about a listed account, as a row of `reviews`.
struct ReviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Record a decision about an account on a list.",
    discussion: """
      Adds one row to data/reviews.csv, creating the file if it is missing, and prints the account's old and new state \
      on the list. No earlier row changes. Where vigie.yml takes decisions from another file, that file is left alone \
      and both are read.

      Example: vigie review C1001 examples/portfolio --list green-but-yellow --decision csm_right --note "Champion left."
      """)

  @Argument(help: "The account_id, or the name of the account.")
  var account: String

  @OptionGroup var options: RecordOptions

  @Option(
    help: "The list that the account is on, such as green-but-yellow.",
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

  @Option(name: .customLong("next-step"), help: "The next step.")
  var nextStep: String?

  @Option(name: .customLong("due-on"), help: "By when, such as 2026-12-01.")
  var dueOn: Day?

  @Flag(name: .customLong("private"), help: "Keep note and next step on the account's own page.")
  var isPrivate = false

  @Flag(help: "Record the decision even if the account is not on the list.")
  var anyway = false

  func validate() throws { try requireAccount(account, before: options.folder) }

  func run() async throws {
    try await recording {
      let day = options.day
      func remark(_ text: String?) -> Remark? { text.map { Remark($0, isPrivate: isPrivate) } }
      let row = ReviewDecision(
        date: day, list: list, decision: decision, by: by, note: remark(note), nextStep: remark(nextStep), dueOn: dueOn)
      let recorded = try await PortfolioFolder(options.folder).record(
        row, of: account, anyway: anyway, reporter: .terminal)
      report(recorded.warnings)
      let before = recorded.before
      for line in [
        "\(recorded.account.name) (\(recorded.account.id.text)), \(list.rawValue)"
          + (before.map { " since \($0.since)" } ?? ""),
        "before: \(standing(before))", "now: \(standing(recorded.now))",
        "recorded \(decision.rawValue) of \(day) in \(recorded.place); no earlier row was changed",
      ] { options.output.say(onOneLine(line)) }
    }
  }

  /// The state of a listed account's review, in words.
  private func standing(_ item: ListItem?) -> String {
    guard let item else { return "not on this list" }
    if let due = item.decisionDueOn {
      return "\(item.state.rawValue), a decision \(item.isOverdue ? "was" : "is") due by \(due)"
    }
    return item.state.rawValue + (item.decision.map { " until \($0.lapsesOn)" } ?? "")
  }
}
