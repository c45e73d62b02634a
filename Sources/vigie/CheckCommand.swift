import ArgumentParser
import Findings
import Pipeline
import Portfolio
import Review

/// `vigie check`: does everything that a build does except writing.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check a portfolio without writing anything.",
    discussion: """
      Reads, scores and renders as a build would, and reports everything that is wrong with data, settings, model and \
      templates in one run. Phrases in your own language file that nothing shows are errors. Your own templates give a \
      warning if they name no built-in version as their base, or an older one.

      Example: vigie check examples/portfolio --strict
      """)

  @OptionGroup var options: PortfolioOptions
  @OptionGroup var findings: FindingOptions
  @OptionGroup var templates: TemplateOptions

  func run() async throws {
    try await refusing {
      let workspace = try options.workspace(
        templates, asksEngines: true, isSilent: !findings.all, reporter: findings.reporter())
      let site = try await workspace.check()
      for line in workspace.portfolio.engines + site.coverage { print(onOneLine(line)) }
      print(
        "\(options.summary(of: workspace)); "
          + "\(grouped(site.pages)) pages of \(grouped(site.byteCount / 1024)) KiB would be built, nothing was written")
    }
  }
}
