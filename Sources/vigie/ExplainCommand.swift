import ArgumentParser
import Pipeline

/// `vigie explain`: the arithmetic of one score, as a person would write it out.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show the arithmetic of one account's score.",
    discussion: """
      Prints every measure with its value, its unit, what it counts and its share of the score; the points add up to \
      the score.

      Example: vigie explain C1001 examples/portfolio --as-of 2026-11-16
      """)

  @Argument(help: "The account_id, or the name of the account.")
  var account: String

  @OptionGroup var options: PortfolioOptions
  @OptionGroup var findings: FindingOptions

  func validate() throws { try requireAccount(account, before: options.folder) }

  func run() async throws {
    try await refusing {
      let portfolio = try options.load(findings.reporter())
      print(text(of: try await options.portfolio.explain(account, in: portfolio, reporter: .terminal)))
      findings.say("\n\(options.summary(of: portfolio))")
    }
  }
}
