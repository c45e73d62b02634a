import ArgumentParser
import Pipeline
import Portfolio
import Review

/// `vigie publish`: builds the site, records the edition in the ledger, and puts the site in place.
struct PublishCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Publish an edition: build the site and record it.",
    discussion: """
      Builds the site as vigie build does and records what it says in history.sqlite in the portfolio folder: scores, \
      bands, flags, lists, figures and the digests of everything it was made from. Records are never changed. The \
      whole site is archived as one ZIP in archive/, sealed and chained to the previous edition; see vigie verify. \
      You can also publish earlier weeks, in any order, with --as-of.

      Example: vigie publish examples/portfolio --as-of 2026-11-16
      """)

  @OptionGroup var options: PortfolioOptions
  @OptionGroup var findings: FindingOptions
  @OptionGroup var site: SiteOptions

  @Option(
    name: .customLong("revise"),
    help: ArgumentHelp("Publish a week again, with the reason; both stay in the ledger.", valueName: "reason"))
  var revise: String?

  func validate() throws {
    if let revise, revise.utf8.allSatisfy({ $0 == 0x20 }) { throw ValidationError("--revise needs a reason") }
  }

  func run() async throws {
    try await refusing {
      let progress = Progress()
      let workspace = try options.workspace(site.templates, reporter: findings.reporter(progress))
      let folder = site.out ?? workspace.folder.site
      let published = try await workspace.publish(to: folder, revise: revise)
      progress.end()
      let rows = rowCounts(workspace.portfolio.quality.rows)
      switch published.site {
      case .written(let site): print(site, after: rows)
      case .left(let newer): print("\(rows); \(folder) stays the site of \(newer), which is newer")
      }
      print(
        (published.wasRecorded ? "\(published.name) stands as it was published" : "published \(published.name)")
          + ", fingerprint \(published.fingerprint): \(published.archive)")
    }
  }
}
