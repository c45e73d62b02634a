import ArgumentParser
import Health
import Pipeline

/// `vigie compare`: what changed between two editions and why, or what another model would change.
struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Show what changed between two editions and why, or what another model would change.",
    discussion: """
      Splits every change of a score between two published editions into what the account did, what data came later, \
      and what the model changed. With --model, compares today's scores with those by another model file, with the \
      backtest of both, before you adopt it. Prints the comparison and writes pages into comparisons/ in the portfolio \
      folder.

      Example: vigie compare 2026-W40 2026-W47 my-portfolio
      Example: vigie compare --model other.yml my-portfolio
      """)

  @Argument(help: "The earlier edition, such as 2026-W40.")
  var earlier: String?

  @Argument(help: "The later edition, such as 2026-W47.")
  var later: String?

  @OptionGroup var options: PortfolioOptions
  @OptionGroup var findings: FindingOptions

  @Option(
    name: .customLong("model"), help: "A model file to compare with model.yml instead of two editions.",
    completion: .file(extensions: ["yml", "yaml"]))
  var model: String?

  @Option(
    name: .customLong("out"), help: "The folder for the pages (default: one in comparisons/ in the portfolio).",
    completion: .directory)
  var out: String?

  @OptionGroup var templates: TemplateOptions

  mutating func validate() throws {
    if model != nil {
      guard later == nil else { throw ValidationError("--model compares models, so that it takes no editions") }
      // The first argument is then the portfolio.
      if let folder = earlier { options.folder = folder }
      earlier = nil
    } else if earlier == nil || later == nil {
      throw ValidationError("name two editions, such as 2026-W40 2026-W47, or a model with --model other.yml")
    }
  }

  func run() async throws {
    try await refusing {
      let written: WrittenComparison
      if let model {
        written = try await options.workspace(templates, reporter: findings.reporter()).compare(model: model, to: out)
      } else if let earlier, let later {
        let pair = try EditionPair(earlier, later, of: options.portfolio)
        let workspace = try options.workspace(templates, asOf: pair.asOf, reporter: findings.reporter())
        written = try await workspace.compare(pair, to: out)
      } else {
        return
      }
      print(written.text)
      let site = written.site
      findings.say("wrote \(grouped(site.written)) files, left \(grouped(site.unchanged)) unchanged: \(site.index)")
    }
  }
}
