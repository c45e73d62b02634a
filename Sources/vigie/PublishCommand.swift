import Archive
import ArgumentParser
import Customer
import Health
import Ledger
import Portfolio
import Publishing
import Review
import Site
import Snapshot

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
      try await publishing {
        let build = try SiteBuild(options, site)
        let asOf = build.inputs.portfolio.evidence.asOf
        try EditionArchive.requireKnown(options.archive, try Ledger.read(options.ledger)?.publications() ?? []) {
          $0.edition == "\(Edition(of: asOf))"
        }
        let ledger = try Ledger.open(options.ledger)
        // An edition is not made from itself, so that publishing it again from equal inputs changes nothing.
        let before = try build.history(ledger).beforeWeek(of: asOf)
        let inputs = try build.inputDigests(before)
        let digest = build.digest(of: inputs)
        let standing = try ledger.standing(of: asOf, digest: digest, revise: revise)
        let archive = try EditionArchive(options.archive, ledger, asOf: asOf, standing: standing, digest: digest)
        let review = await build.review(before)
        let placed = try await build.render(
          review,
          status: .published(
            revision: standing.revision, reason: standing.reason, fingerprint: "\(archive.fingerprint)"),
          with: [try build.customerRecords(review), build.decisionRecords(review)])
        let site = try build.publication.assemble(placed, record: digest + " published")
        // The site is whole on the disk and the edition written but for its last word. What remains are three steps of
        // a moment each: the archive takes its name, the site goes live, the ledger says so. Each is the same again from
        // the same inputs, so that what was cut short between them is finished by another run.
        let newest = try ledger.publishedWeeks().last { $0.asOf.monday > asOf.monday }
        let edition = try ledger.record(
          review, revise: revise, tool: Vigie.tool, currency: build.inputs.portfolio.settings.currency,
          modelText: build.inputs.portfolio.modelText, fingerprint: "\(archive.fingerprint)", digest: digest,
          inputs: inputs
        ) {
          let sealed = try archive.seal(site.folder)
          // Of a week that is filled in later readers keep the site of the newest.
          if newest == nil { try site.goLive() }
          return sealed.digest
        }
        if let newest {
          build.leaveUnchanged("\(build.destination) stays the site of \(newest.edition), which is newer")
        } else {
          build.say(try site.tidyUp())
        }
        let what = edition.revision == 0 ? "\(edition.edition)" : "revision \(edition.revision) of \(edition.edition)"
        print(
          (standing.isRecorded ? "\(what) stands as it was published" : "published \(what)")
            + ", fingerprint \(archive.fingerprint): \(options.archive)/\(archive.name)")
      }
    }
  }
}

extension SiteBuild {
  /// What the customers of this edition may see, kept in its archive so that their documents can be made later.
  fileprivate func customerRecords(_ review: Review) throws -> OutputFile {
    let maker = try SnapshotMaker(inputs, review: review, edition: nil)
    return OutputFile(
      path: CustomerRecord.fileName, bytes: CustomerRecord.file(review.accounts.map { maker.record(of: $0.account) }))
  }
  /// What had been decided in the quarter to this edition, kept in its archive for the snapshots that are made from it.
  fileprivate func decisionRecords(_ review: Review) -> OutputFile {
    let first = review.asOf - (Trail.days - 1)
    let records = review.accounts.map { account in
      DecisionRecord(
        account: review.evidence.accounts[account.account].id.text,
        decisions: review.judgement.reviews[account.account].filter { $0.date >= first && $0.date <= review.asOf })
    }
    return OutputFile(path: DecisionRecord.fileName, bytes: DecisionRecord.file(records))
  }
}
