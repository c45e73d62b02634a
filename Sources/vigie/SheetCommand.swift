import ArgumentParser
import Pipeline

/// `vigie sheet`: a workbook in which those who know the accounts say what they think.
struct SheetCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheet",
    abstract: "Write a workbook that asks for the flags and decisions that are due.",
    discussion: """
      Lists the accounts whose flag is due or that a decision is owed about, with what is known of them and without any \
      score, so that the judgement stays independent. Cells to fill in have drop-downs; what comes back is taken in with \
      vigie collect. A file that is there already is never replaced.

      Example: vigie sheet examples/portfolio --csm "Aisha Rahman" --as-of 2026-11-16 --out aisha.xlsx
      """)

  @OptionGroup var options: PortfolioOptions
  @OptionGroup var findings: FindingOptions
  @OptionGroup var templates: TemplateOptions

  @Option(help: "Whose accounts to ask about (default: everybody's).")
  var csm: String?

  @Option(
    help: "The file to write (default: one in sheets/ of the portfolio, named after the day).",
    completion: .file(extensions: ["xlsx"]))
  var out: String?

  func run() async throws {
    try await refusing {
      let workspace = try options.workspace(templates, isSilent: true, reporter: findings.reporter())
      let (file, accounts) = try await workspace.writeSheet(for: csm, out: out)
      let asked =
        file.map { "\($0) asks about \(counted(accounts, "account"))" } ?? "nothing is due; nothing was written"
      findings.output.say("\(asked); \(options.summary(of: workspace))")
    }
  }
}
