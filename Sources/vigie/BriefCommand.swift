import ArgumentParser
import Pipeline

/// `vigie brief`: what to know before a call about an account.
struct BriefCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief",
    abstract: "Print what to know before a call about an account.",
    discussion: """
      Prints the top of the account's page as text: the score and the flag, what we owe and since when, what changed \
      and why, open risks, people with the last contact, what was said, and what to ask. Writes nothing.

      Example: vigie brief C1001 examples/portfolio --as-of 2026-11-16
      """)

  @Argument(help: "The account_id, or the name of the account.")
  var account: String

  @OptionGroup var options: PortfolioOptions
  @OptionGroup var findings: FindingOptions
  @OptionGroup var templates: TemplateOptions

  func validate() throws { try requireAccount(account, before: options.folder) }

  func run() async throws {
    try await refusing {
      let workspace = try options.workspace(templates, reporter: findings.reporter())
      print(try await workspace.brief(on: account))
      findings.say("\n\(options.summary(of: workspace))")
    }
  }
}
