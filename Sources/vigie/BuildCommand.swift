import ArgumentParser
import Ledger
import Portfolio
import Publishing
import Review
import Site

/// `vigie build`: makes the site of a day in a folder.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Build the site of a portfolio.",
    discussion: """
      Reads the portfolio, scores it as of a day and replaces the last site with the new one, all or nothing. Rows \
      that cannot be used are refused, listed and counted. An error that stops the build leaves the published site as \
      it was. The site is a draft: nothing is recorded, and its pages say so. See vigie publish.

      Example: vigie build examples/portfolio --as-of 2026-11-16 --out site
      """)

  @OptionGroup var options: PortfolioOptions
  @OptionGroup var site: SiteOptions

  func run() async throws {
    try await refusing {
      try await publishing {
        let build = try SiteBuild(options, site)
        let history = try build.history(try Ledger.read(options.ledger))
        let record = build.digest(of: try build.inputDigests(history)) + " draft"
        if build.publication.lastRecord == record, build.publication.isIntact() {
          return build.leaveUnchanged("nothing changed, \(build.destination)/index.html is up to date")
        }
        let review = await build.review(history)
        let placed = try await build.render(review, status: .draft)
        try build.finish(placed, record: record)
      }
    }
  }
}

extension SiteBuild {
  /// Leaves the site as it is, and says why.
  func leaveUnchanged(_ why: String) {
    publication.abandon()
    progress.end()
    print("\(rowCounts(inputs.portfolio.quality.rows)); \(why)")
  }
}
