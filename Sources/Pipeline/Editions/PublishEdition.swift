import Archive
import Customer
import Health
import Ledger
import Portfolio
import Publishing
public import Review
import Site
import Snapshot

extension Workspace {
  /// Publishes an edition: renders the site, records the edition in the ledger, archives it and puts the site live.
  ///
  /// - Parameters:
  ///   - folder: the folder of the site.
  ///   - inPlace: whether that folder must stay the same folder, for who holds it and not its name.
  ///   - revise: why a published week is published again.
  ///   - accepted: the guards that may hold, each with the reason.
  ///   - gates: the conditions under which nothing is published.
  public func publish(
    to folder: String, inPlace: Bool = false, revise: String? = nil, accepting accepted: [AcceptedGuard] = [],
    unless gates: [EditionGate] = []
  ) async throws -> PublishedSite {
    // Nothing is opened to be written before the guards have let it pass.
    let known = try self.folder.ledger()
    let editions = try known?.editions(upTo: asOf.monday + 6) ?? []
    let earlier = editions.filter { $0.asOf < asOf.monday }
    let read = try EditionInputs(self, earlier, withdrawn: try known?.withdrawn() ?? [])
    // The very same publication, where it is on record.
    let recorded = editions.last.flatMap { read.accepting($0.accepted).digest == $0.inputs ? $0 : nil }
    // Who runs it again, such as a scheduler, need not say again what is on record of it.
    let missing = try holdAgainstGuards(
      try missing(except: recorded?.inputs), accepting: accepted.isEmpty ? recorded?.accepted ?? [] : accepted)
    let publication = try self.folder.openSite(folder, inPlace: inPlace)
    if publication.lastRecord?.hasSuffix(Self.publishedMark) ?? false,
      try known?.publications().isEmpty ?? true, try EditionArchive.isEmpty(self.folder.archive)
    {
      publication.abandon()
      throw Refusal.nothingWritten(
        "'\(folder)' is a published edition, and neither \(Ledger.fileName) nor archive/ knows of any; put both back from your "
          + "backup, or move the site away to begin anew")
    }
    let begun = BegunPublication(self.folder)
    do {
      return try await publish(
        to: folder, publication, revise: revise, read.accepting(missing.accepted), earlier: earlier, missing: missing,
        unless: gates)
    } catch {
      begun.clear()
      throw error
    }
  }

  /// What the record of a site ends with when it is an edition.
  private static let publishedMark = " published"

  private func publish(
    to folder: String, _ publication: Publication, revise: String?, _ inputs: EditionInputs,
    earlier: [PublishedEdition], missing: MissingData, unless gates: [EditionGate]
  ) async throws -> PublishedSite {
    let ledger = try openLedger()
    // An edition is not an input of itself, so publishing it again from equal inputs changes nothing.
    let history = try portfolio.history(ledger).beforeWeek(of: asOf)
    guard history.editions == earlier else { throw LedgerError.busy(file: self.folder.ledgerFile) }
    let next = try nextPublication(inputs, revise: revise, ledger)
    let archive = try EditionArchive(self.folder.archive, ledger, asOf: asOf, next: next, digest: inputs.digest)
    let fingerprint = "\(archive.fingerprint)"
    // Made once: of an edition's inputs, so that the same data published elsewhere give the same bytes.
    let feed =
      try history.feed
      ?? (ledger.publications().isEmpty
        ? feedID(ofInputs: inputs.digest) : feedID(ofTitle: portfolio.settings.title))
    let review = await review(history)
    try hold(gates, against: review)
    let site = site(
      of: review, missing: missing,
      status: .published(revision: next.revision, reason: next.reason, fingerprint: fingerprint), feed: feed,
      with: [try customerRecords(review), decisionRecords(review)])
    let files = try await render(site, to: publication)
    let assembled = try publication.assemble(files, record: inputs.digest + Self.publishedMark)
    // The site is whole on the disk and the edition written but for its last word. What remains are three steps of
    // a moment each: the archive takes its name, the site goes live, the ledger says so. Each is the same again from
    // the same inputs, so that what a kill cut short between them is finished by another run; after a failure each
    // is undone.
    let newer = try ledger.publishedWeeks().last { $0.asOf.monday > asOf.monday }
    var steps = PublishingSteps()
    let edition: PublishedEdition
    do {
      edition = try ledger.record(
        review, revise: revise, tool: Tool.name, currency: portfolio.settings.currency,
        modelText: portfolio.modelText, fingerprint: fingerprint, digest: inputs.digest, inputs: inputs.inputs,
        arrivals: Arrivals(portfolio.evidence, portfolio.judgement, portfolio.quality), accepted: missing.accepted,
        pages: site.addresses, feed: feed
      ) {
        let wasThere = archive.isThere
        let sealed = try steps.take {
          try archive.seal(assembled.folder, accepting: missing.accepted)
        } undo: {
          if !wasThere { try archive.unseal() }
        }
        // When a past week is filled in, readers keep the newest site.
        if newer == nil { try steps.take(assembled.goLive, undo: assembled.takeBack) }
        return sealed.digest
      }
    } catch {
      try steps.undo()
      throw error
    }
    if let newer {
      publication.abandon()
      if newer.asOf > today {
        reporter.warn(
          "the site is that of \(newer.edition), a week that has not come; take it back with: "
            + "vigie withdraw \(newer.edition) --reason \"why\"")
      }
    }
    return PublishedSite(
      name: edition.revision == 0 ? "\(edition.edition)" : "revision \(edition.revision) of \(edition.edition)",
      wasRecorded: next.isRecorded, fingerprint: fingerprint, archive: "\(self.folder.archive)/\(archive.name)",
      outsideArchive: portfolio.settings.archiveURL.hasPrefix("../") ? portfolio.settings.archiveURL : nil,
      pages: site,
      site: try newer.map { .left(newer: $0.edition) }
        ?? .written(WrittenSite(try assembled.tidyUp(), in: folder)))
  }

  /// What publishing from these inputs would be; where the week exists from others, the refusal names what differs.
  private func nextPublication(
    _ inputs: EditionInputs, revise: String?, _ ledger: Ledger
  ) throws -> Ledger.NextPublication {
    do {
      return try ledger.nextPublication(of: asOf, digest: inputs.digest, revise: revise)
    } catch LedgerError.published(let edition, let revision) {
      let recorded = try ledger.inputs(of: edition, revision: revision)
      let error = LedgerError.published(edition: edition, revision: revision)
      throw Refusal.nothingWritten("\(error)\(inputs.differences(from: recorded, files: portfolio.inputs))")
    }
  }

  /// Opens the ledger for writing, once all archives are known to be on record.
  private func openLedger() throws -> Ledger {
    try EditionArchive.requireKnown(folder.archive, try folder.ledger()?.publications() ?? []) {
      $0.edition == "\(Edition(of: asOf))"
    }
    return try Ledger.open(folder.ledgerFile)
  }

  /// What the customers may see of this edition, kept in its archive so that their documents can be made later.
  private func customerRecords(_ review: Review) throws -> OutputFile {
    let maker = try SnapshotMaker(self, review: review, edition: nil)
    return OutputFile(
      path: CustomerRecord.fileName, bytes: CustomerRecord.file(review.accounts.map { maker.record(of: $0.account) }))
  }

  /// The decisions of the quarter up to this edition, kept in its archive for the snapshots made from it.
  private func decisionRecords(_ review: Review) -> OutputFile {
    let first = review.asOf - (Trail.days - 1)
    let records = review.accounts.map { account in
      DecisionRecord(
        account: review.evidence.accounts[account.account].id.text,
        decisions: review.judgement.reviews[account.account].filter { $0.date >= first && $0.date <= review.asOf })
    }
    return OutputFile(path: DecisionRecord.fileName, bytes: DecisionRecord.file(records))
  }
}
