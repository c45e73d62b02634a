import ArgumentParser
import Pipeline

/// `vigie init`: a small working portfolio to start from.
struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Create a small portfolio to start from.",
    discussion: """
      Writes settings, tables with three accounts up to today, and the built-in model, with comments, into a new folder.

      Example: vigie init my-portfolio && vigie build my-portfolio
      """)

  @Argument(help: "The folder to create; it must be new or empty.", completion: .directory)
  var folder: String

  func run() async throws {
    try await refusing {
      let portfolio = PortfolioFolder(folder)
      let count = try portfolio.writeStarter(asOf: portfolio.today.day)
      print("wrote \(count) files into \(folder); now: vigie build \(folder)")
    }
  }
}
