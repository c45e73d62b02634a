import ArgumentParser
import Findings
import Ledger
import Portfolio
import Publishing
import Review
import Site

/// `vigie check`: everything that a build does, but writing.
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
  @OptionGroup var templates: TemplateOptions

  func run() async throws {
    try await refusing {
      let inputs = try Inputs(options, templateFolder: templates.folder)
      let portfolio = inputs.portfolio
      let stale = inputs.folder.staleness(
        language: inputs.words.language,
        isUsed: { inputs.words.isUsed($0, templates: $1, questions: inputs.questions) }, keys: inputs.words.keys)
      report(stale)
      guard !stale.contains(where: { $0.severity == .error }) else {
        throw Refusal("the language file cannot be used as it is", saysNothingWritten: true)
      }
      var history: History?
      try await publishing { history = try portfolio.history(try Ledger.read(options.ledger)) }
      let review = await portfolio.review(history: history)
      let site = Site(
        inputs.context(review), templates: inputs.templates, assets: inputs.assets)
      let bytes = site.pages.reduce(0) { $0 + site.html(of: $1).bytes.count }
      print(
        "\(rowCounts(portfolio.quality.rows)); "
          + "\(grouped(site.pages.count)) pages of \(grouped(bytes / 1024)) KiB would be built, nothing was written")
    }
  }
}
