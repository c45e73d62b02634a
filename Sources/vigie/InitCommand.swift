import ArgumentParser
import Pipeline

/// `vigie init`: a small working portfolio to start from.
struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a small portfolio to start from.",
    discussion: """
      Writes settings, tables of three accounts and the built-in model, all commented, into a new folder.

      Example: vigie init my-portfolio && vigie build my-portfolio
      """)

  @Argument(help: "The folder to make; it must not exist, or be empty.", completion: .directory)
  var folder: String

  func run() async throws {
    try await refusing {
      let count = try PortfolioFolder(folder).writeStarter()
      print("wrote \(count) files into \(folder); now: vigie build \(folder)")
    }
  }
}
