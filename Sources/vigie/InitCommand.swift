import ArgumentParser
import Pipeline

/// `vigie init`: a small working portfolio to start from.
struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Create a small portfolio to start from.",
    discussion: """
      Writes settings, tables with three accounts up to today, and the built-in model, with comments, into a new folder. \
      In a folder that has files already, such as exports, it writes the settings and the model beside them and leaves \
      everything else alone; vigie import then says how the exports are read.

      Example: vigie init my-portfolio && vigie build my-portfolio
      """)

  @Argument(help: "The folder: a new one, or one with exports.", completion: .directory)
  var folder = "."

  @OptionGroup var output: OutputOptions

  func run() async throws {
    try await refusing {
      let portfolio = PortfolioFolder(folder)
      let (count, isBesideOthers) = try portfolio.writeStarter(asOf: portfolio.today.day)
      let next = isBesideOthers ? "vigie import FILES \(folder), with your exports for FILES" : "vigie build \(folder)"
      output.say("wrote \(count) files into \(folder); now: \(next)")
    }
  }
}
