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

      A gate names a figure, a comparison and a number, such as "grr < 0.9" or "overdue > 10". When one is met, the \
      command says so and ends with status 1.

      Figures: \(EditionFigure.allCases.map(\.rawValue).joined(separator: ", ")).

      Example: vigie check examples/portfolio --strict
      Example: vigie check my-portfolio --format github --fail-if "overdue > 10"
      """)

  @OptionGroup var options: PortfolioOptions
  @OptionGroup var findings: FindingOptions
  @OptionGroup var report: ReportOptions
  @OptionGroup var gates: GateOptions
  @OptionGroup var templates: TemplateOptions

  func run() async throws {
    try await refusing {
      let report = RunReport(report, findings.output)
      try await report.telling("check", of: options, guards: true) { report in
        let progress = findings.output.progress
        let workspace = try options.workspace(
          templates, asksEngines: true, isSilent: !findings.all,
          reporter: report.reporter(progress, listsAll: findings.all))
        let site = try await workspace.check(gates.all)
        progress?.end()
        for line in workspace.portfolio.engines + site.coverage + site.slowTemplates { report.say(onOneLine(line)) }
        report.say(
          "\(options.summary(of: workspace)); \(grouped(site.pages)) pages of \(grouped(site.byteCount / 1024)) KiB "
            + "would be built, nothing was written")
      }
    }
  }
}
