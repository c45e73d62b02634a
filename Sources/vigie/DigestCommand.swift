import ArgumentParser
import FoundationEssentials
import Glibc
import Health
import Pipeline

/// `vigie digest`: mail, chat messages and calendars of the newest edition.
struct DigestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "digest",
    abstract: "Make the mail, chat messages and calendars of the newest edition.",
    discussion: """
      Tells leadership and each CSM what the newest edition that stands says: as mail (.eml), as messages for Slack and \
      Teams (.slack.json, .teams.json) and as a calendar (.ics). Everything comes from the edition's archive. Vigie \
      sends nothing itself: the folder holds what this run made, ready for sendmail and curl.

      Nobody is told the same thing twice: what was told to whom is remembered in told.jsonl, and a later edition names \
      only what is new. See docs/delivery.md.

      Example: vigie publish examples/portfolio --as-of 2026-11-16 && vigie digest examples/portfolio --if changed
      """)

  @Argument(
    help: ArgumentHelp("The folder with vigie.yml, model.yml and data/.", valueName: "portfolio"),
    completion: .directory)
  var folder = "."

  @Option(help: "The one person whose digest is wanted (default: leadership and everybody).")
  var csm: String?

  @Option(
    name: .customLong("if"),
    help: ArgumentHelp(
      "Only for readers with something new (changed), or with anything to tell (any).", valueName: "condition"),
    completion: .list(DigestOrder.Condition.allCases.map(\.rawValue)),
    transform: { try choice($0, of: DigestOrder.Condition.self) })
  var condition: DigestOrder.Condition?

  @Flag(help: "Make the messages once more for readers who were told of the edition.")
  var again = false

  @Option(
    name: .customLong("failed"),
    help: ArgumentHelp(
      "Tell that a run failed instead, with what it said in this file (- for standard input).", valueName: "file"),
    completion: .file())
  var failed: String?

  @Option(
    name: .customLong("as-of"), help: "The day of the failed run, such as 2026-11-16 (default: today).")
  var asOf: Day?

  @Option(help: "The folder of the files (default: digest/ in the portfolio).", completion: .directory)
  var out: String?

  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard failed == nil || csm == nil && condition == nil else {
      throw ValidationError("--failed tells of a run, so it goes with neither --csm nor --if")
    }
    guard asOf == nil || failed != nil else {
      throw ValidationError("--as-of is the day of a failed run; a digest is of the newest edition")
    }
  }

  func run() async throws {
    try await refusing {
      let portfolio = PortfolioFolder(folder)
      guard portfolio.isPortfolio else {
        throw Refusal("'\(folder)' is no portfolio: it has neither vigie.yml nor data/")
      }
      let order = DigestOrder(csm: csm, condition: condition, again: again, out: out)
      let made: MadeDigests
      if let failed {
        made = try portfolio.digest(failed: try contents(of: failed), on: asOf ?? portfolio.today.day, order)
      } else {
        made = try portfolio.digest(order, reporter: .terminal)
      }
      for line in made.readers { output.say(line) }
      let files = made.written
      output.say(
        "\(made.edition.map { "of \($0)" } ?? "without an edition"): wrote \(files.written), kept \(files.unchanged), "
          + "removed \(files.removed) in \(files.folder)")
    }
  }

  private func contents(of file: String) throws -> [UInt8] {
    guard file != "-" else { return standardInput() }
    guard let data = FileManager.default.contents(atPath: file) else {
      throw Refusal("there is no file '\(file)' that can be read")
    }
    return Array(data)
  }
  /// All that standard input holds, be it a pipe.
  private func standardInput() -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(STDIN_FILENO, &piece, piece.count)
      guard count > 0 else { return bytes }
      bytes += piece.prefix(count)
    }
  }
}
