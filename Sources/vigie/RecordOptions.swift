import ArgumentParser
import Findings
import Health
import Pipeline

/// The portfolio that a row is added to, and the day of the row.
struct RecordOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp("The folder with vigie.yml, model.yml and data/.", valueName: "portfolio"),
    completion: .directory)
  var folder = "."

  @Option(name: .customLong("as-of"), help: "The date of the row, such as 2026-11-16 (default: today).")
  var asOf: Day?

  @OptionGroup var output: OutputOptions

  /// The day of the row, which is also the day that the account is looked at.
  var day: Day { asOf ?? PortfolioFolder(folder).today.day }
}

/// Runs a command that adds a row; a refusal is printed in words and ends the program with status 1.
func recording(_ command: () async throws -> Void) async throws {
  try await refusing {
    // Swift has already repaired invalid text, so the row would contain something that nobody typed.
    for position in 0..<Int(CommandLine.argc) {
      guard let argument = CommandLine.unsafeArgv[position], String(validatingCString: argument) == nil else {
        continue
      }
      throw Refusal.nothingWritten("argument \(position) is not UTF-8; set the terminal to UTF-8")
    }
    try await command()
  }
}

/// Reads one of the words that an argument allows; for any other, the error suggests the nearest.
func choice<Choice: RawRepresentable & CaseIterable>(
  _ text: String, of type: Choice.Type
) throws -> Choice where Choice.RawValue == String {
  if let choice = Choice(rawValue: text) { return choice }
  let known = Choice.allCases.map(\.rawValue)
  throw ValidationError(
    nearestName(to: text, among: known).map { "did you mean '\($0)'?" }
      ?? "write one of: \(known.joined(separator: ", "))")
}

/// Refuses the folder of a portfolio if the account before it is missing.
func requireAccount(_ account: String, before folder: String) throws {
  guard folder == ".", !PortfolioFolder(".").isPortfolio, PortfolioFolder(account).isPortfolio else { return }
  throw ValidationError("'\(account)' is the folder of a portfolio: name the account before it, by its id or its name")
}
