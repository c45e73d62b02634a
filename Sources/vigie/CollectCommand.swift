import ArgumentParser
import Findings
import Health
import Pipeline

/// `vigie collect`: takes in the workbooks that people filled in.
struct CollectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "collect",
    abstract: "Take in the workbooks of vigie sheet that people filled in.",
    discussion: """
      Adds what was filled in as rows of data/sentiment.csv, data/reviews.csv and data/risks.csv, and says what it did \
      and what it refused, with the cell. Correct that cell and take the file in again: what the tables say already is \
      not added twice. Rows may be moved, sorted, deleted and coloured, and columns added. Where two people say different \
      things about an account, both are recorded and told, and of two flags the worse counts. Ends with status 1 if \
      all of it was refused.

      Example: vigie collect sheets/*.xlsx examples/portfolio
      """)

  @Argument(
    help: "The workbooks, and at the end the portfolio folder if it is not the current one.", completion: .file())
  var files: [String]

  @Option(
    name: .customLong("as-of"), help: "The date of rows that name none, such as 2026-11-16 (default: today).")
  var asOf: Day?

  @OptionGroup var output: OutputOptions

  func run() async throws {
    try await recording {
      let (files, folder) = try filesAndPortfolio(files, example: "vigie collect sheets/*.xlsx")
      let portfolio = PortfolioFolder(folder)
      let collected = try portfolio.collect(files, on: asOf ?? portfolio.today.day, reporter: .terminal)
      for entry in collected.recorded {
        output.say(
          onOneLine(
            "\(entry.account.name) (\(entry.account.id.text)): \(entry.words), from \(entry.source), in \(entry.place)")
        )
      }
      for conflict in collected.conflicts { output.say(onOneLine("they differ: \(conflict)")) }
      report(collected.findings)
      output.say(
        "recorded \(grouped(collected.recorded.count)), known before \(grouped(collected.known)), "
          + "refused \(grouped(collected.refused)), rows left blank \(grouped(collected.blank)); "
          + "no earlier row was changed")
      guard collected.refused > 0 else { return }
      printError("vigie: refused \(grouped(collected.refused)); correct the cells and take the files in again")
      // What was recorded is done; status 1 says that nothing changed.
      if collected.recorded.isEmpty { throw ExitCode(1) }
    }
  }
}
