import ArgumentParser
import Health
import Portfolio
import Publishing
import Review
import Site

/// `vigie build`: the report for the as-of day, into a folder.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Build the site of a portfolio.",
    discussion: """
      Reads the portfolio, scores it as of a day and puts the site in place of the last one, all or nothing. Rows that \
      cannot be used are refused, listed and counted; what stops the build leaves the published site as it was.

      Example: vigie build examples/portfolio --as-of 2026-11-16 --out site
      """)

  @OptionGroup var options: PortfolioOptions

  @Option(
    name: .customLong("out"), help: "The folder of the site (default: site/ in the portfolio).", completion: .directory)
  var out: String?

  @Option(
    name: .customLong("templates"),
    help: "A folder with templates to use in place of the built-in ones (default: templates/ in the portfolio).",
    completion: .directory)
  var templateFolder: String?

  func run() async throws {
    try await refusing {
      let progress = Progress()
      progress.show("reading…")
      let inputs = try Inputs(options, templateFolder: templateFolder)
      let portfolio = inputs.portfolio
      let destination = out ?? options.folder + "/site"
      do {
        let publication = try Publication.open(destination)
        let record = try inputsDigest(of: portfolio, templates: inputs.folder)
        if publication.lastRecord == record, publication.isIntact() {
          publication.abandon()
          progress.end()
          return printUnchanged(portfolio, destination: destination)
        }
        progress.show("scoring…")
        let review = await portfolio.review()
        let site = Site(
          inputs.context(review), templates: inputs.templates, assets: inputs.folder.assets)
        let placed = try await site.render(to: publication) { count in
          progress.show("rendering \(grouped(count)) of \(grouped(site.pages.count))")
        }
        let summary = try publication.finish(placed, record: record)
        progress.end()
        printClosing(portfolio, summary: summary, destination: destination)
      } catch let error as PublishError {
        progress.end()
        throw Refusal("\(error)")
      }
    }
  }

  /// What a site follows from: every file read, the day, the templates and the program itself.
  private func inputsDigest(of portfolio: Portfolio, templates: TemplateFolder) throws(PublishError) -> String {
    var lines = [portfolio.evidence.asOf.description, try Digest.sha256(fileAt: "/proc/self/exe")]
    for path in portfolio.inputs {
      // Where the folder lies says nothing about the site; the name of a note says whose it is.
      let name = path.split(separator: "/").last ?? ""
      lines.append("\(name) \(try Digest.sha256(fileAt: path))")
    }
    for file in templates.files { lines.append("\(file.name) \(Digest.sha256(file.bytes))") }
    return Digest.sha256(Array(lines.joined(separator: "\n").utf8))
  }

  private func printUnchanged(_ portfolio: Portfolio, destination: String) {
    print("\(rowCounts(portfolio.quality.rows)); nothing changed, \(destination)/index.html is up to date")
  }

  private func printClosing(_ portfolio: Portfolio, summary: PublishSummary, destination: String) {
    let files = summary.written == 1 ? "file" : "files"
    print(
      "\(rowCounts(portfolio.quality.rows)); wrote \(grouped(summary.written)) \(files), left \(grouped(summary.unchanged)) unchanged, "
        + "removed \(grouped(summary.removed)): \(destination)/index.html")
    for path in summary.kept { print("kept a file that is not Vigie's: \(path)") }
  }
}

extension Portfolio {
  /// Scores the portfolio and holds the scores against human judgement.
  func review() async -> Review {
    let scorer = Scorer(evidence: evidence, models: models, segmentOf: segmentOf)
    return await Review(
      scorer, judgement: judgement, rules: settings.reviewRules)
  }
}
