import ArgumentParser
import Findings
import Health
import Pipeline
import Review

/// `vigie flag`: somebody's own judgement of an account, as a row of `sentiment`.
struct FlagCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "flag",
    abstract: "Record what the person who knows an account thinks of it.",
    discussion: """
      Adds one row to data/sentiment.csv, creating the file if it is missing, and prints the old flag and the new one. \
      A flag never enters the score. No earlier row changes. Where vigie.yml takes flags from another file, that file \
      is left alone and both are read. With --private, the words stay on the account's own page: no list, digest or \
      workbook has them.

      Example: vigie flag C1001 yellow examples/portfolio --reason "Champion left." --note "Successor from January."
      """)

  @Argument(help: "The account_id, or the name of the account.")
  var account: String

  @Argument(
    help: "What you think: green, yellow or red.", completion: .list(Sentiment.Flag.allCases.map(\.rawValue)),
    transform: { try choice($0, of: Sentiment.Flag.self) })
  var flag: Sentiment.Flag

  @OptionGroup var options: RecordOptions

  @Option(help: "The reason, in a few words; asked for unless both the flag and the score are green.")
  var reason: String?

  @Option(help: "More detail.")
  var note: String?

  @Flag(name: .customLong("private"), help: "Keep reason and note on the account's own page.")
  var isPrivate = false

  @Option(help: "Who says so (default: the csm of the account, where the table has that column).")
  var csm: String?

  func validate() throws { try requireAccount(account, before: options.folder) }

  func run() async throws {
    try await recording {
      let recorded = try await PortfolioFolder(options.folder).record(
        flag, of: account, on: options.day, reason: reason, note: note, isPrivate: isPrivate, csm: csm,
        reporter: .terminal)
      report(recorded.warnings)
      let (before, now) = (recorded.before, recorded.now)
      for line in [
        "\(recorded.account.name) (\(recorded.account.id.text)), \(words(for: recorded.score))",
        "before: \(before.map { "\(words(for: $0)), \(age(of: $0, on: options.day))" } ?? "no flag")",
        "now: \(now.map(words(for:)) ?? "no flag"), \(comparison(with: recorded.score))",
        "recorded in \(recorded.place); no earlier row was changed",
      ] { options.output.say(onOneLine(line)) }
    }
  }

  private func comparison(with score: Score?) -> String {
    guard let band = score?.band, band != .unscored else { return "with no score to compare it with" }
    return RecordedFlag.differs(flag, from: score)
      ? "which differs from the score's \(band.rawValue)" : "as the score says"
  }

  private func words(for score: Score?) -> String {
    guard let score else { return "not active on \(options.day), so without a score" }
    return "score " + (score.published.map { "\($0), \(score.band.rawValue)" } ?? "not published, too little is known")
  }

  private func words(for sentiment: Sentiment) -> String {
    "\(sentiment.flag.rawValue) of \(sentiment.date)" + (sentiment.csm.map { " by \($0)" } ?? "")
  }

  private func age(of sentiment: Sentiment, on day: Day) -> String {
    let days = day - sentiment.date
    return "\(days) \(days == 1 ? "day" : "days") old and \(sentiment.status(on: day).rawValue)"
  }
}
