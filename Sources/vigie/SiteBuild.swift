import Archive
import Files
import Findings
import Health
import Ledger
import Portfolio
import Publishing
import Review
import Site

/// One site in the making: what it is made from, where it goes, and the hold on that place.
struct SiteBuild {
  let inputs: Inputs
  let destination: String
  let publication: Publication
  let progress: Progress

  /// Reads everything and takes the site's lock.
  init(_ options: PortfolioOptions, _ site: SiteOptions) throws {
    progress = Progress()
    progress.show("reading…")
    inputs = try Inputs(options, templateFolder: site.templates.folder)
    destination = site.out ?? options.folder + "/site"
    publication = try Publication.open(destination)
  }

  private var portfolio: Portfolio { inputs.portfolio }

  /// Reads the editions published before the as-of day, from the ledger in the portfolio folder where there is one.
  func history(_ ledger: Ledger?) throws(LedgerError) -> History {
    try portfolio.history(ledger)
  }

  /// What a site follows from, by name and digest: every file read, the templates, the editions before, the day and
  /// the program itself.
  func inputDigests(_ history: History) throws(FileError) -> [Ledger.Input] {
    var digests: [Ledger.Input] = [("program", try Digest.sha256(fileAt: "/proc/self/exe"))]
    for path in portfolio.inputs {
      // Where the folder lies says nothing about the site; the name of a note says whose it is.
      let name = path.split(separator: "/").last ?? ""
      digests.append((String(name), try Digest.sha256(fileAt: path)))
    }
    for file in inputs.brandFiles { digests.append((file.path, Digest.sha256(file.bytes))) }
    for file in inputs.folder.files { digests.append((file.name, Digest.sha256(file.bytes))) }
    for edition in history.editions { digests.append(("\(edition.edition) r\(edition.revision)", edition.inputs)) }
    return digests
  }

  /// One digest for all inputs on a day.
  func digest(of digests: [Ledger.Input]) -> String {
    let lines = [portfolio.evidence.asOf.description] + digests.map { "\($0.name) \($0.sha256)" }
    return Digest.sha256(Array(lines.joined(separator: "\n").utf8))
  }

  /// Scores the portfolio and holds the scores against human judgement and the editions before.
  func review(_ history: History) async -> Review {
    progress.show("scoring…")
    return await portfolio.review(history: history)
  }

  /// Renders every page beside the site.
  func render(_ review: Review, status: EditionStatus, with more: [OutputFile] = []) async throws -> [PlacedFile] {
    let site = Site(
      inputs.context(review, status: status), templates: inputs.templates, assets: inputs.assets + more)
    let progress = progress
    let count = site.pages.count
    return try await site.render(to: publication) { done in
      progress.show("rendering \(grouped(done)) of \(grouped(count))")
    }
  }

  /// Puts the rendered files in place of the last site and says so.
  func finish(_ placed: [PlacedFile], record: String) throws {
    say(try publication.finish(placed, record: record))
  }

  /// Says what was read and written.
  func say(_ summary: PublishSummary) {
    progress.end()
    let files = summary.written == 1 ? "file" : "files"
    print(
      "\(rowCounts(portfolio.quality.rows)); wrote \(grouped(summary.written)) \(files), left \(grouped(summary.unchanged)) unchanged, "
        + "removed \(grouped(summary.removed)): \(destination)/index.html")
    for path in summary.kept { print("kept a file that is not Vigie's: \(path)") }
  }
}

/// Runs a step that touches the site or the ledger; what they throw is said in words.
func publishing(_ steps: () async throws -> Void) async throws {
  do {
    try await steps()
  } catch let error as PublishError {
    throw Refusal("\(error)")
  } catch let error as FileError {
    throw Refusal("\(error)", saysNothingWritten: true)
  } catch let error as ArchiveError {
    throw Refusal("\(error)")
  } catch let error as LedgerError {
    throw Refusal("\(error)", saysNothingWritten: true)
  }
}

extension Portfolio {
  /// Scores the portfolio and holds the scores against human judgement and the editions published before.
  func review(history: History? = nil) async -> Review {
    let scorer = Scorer(evidence: evidence, models: models, segmentOf: segmentOf)
    return await Review(scorer, judgement: judgement, rules: settings.reviewRules, history: history)
  }
}
