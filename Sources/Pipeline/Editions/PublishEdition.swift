import Archive
import Customer
import FoundationEssentials
import Health
import Ledger
import Portfolio
import Publishing
public import Review
import Site
import Snapshot

extension Workspace {
  /// Publishes an edition: renders the site, archives it, records the edition in the ledger and puts the site live.
  ///
  /// What an earlier publication that was cut short left is settled first; see ``EditionHold``.
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
    let hold = try EditionHold.take(self.folder)
    try self.folder.settle(hold, for: folder, reporter: reporter)
    try self.folder.prove(hold)
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
    do {
      return try await publish(
        to: folder, inPlace: inPlace, publication, hold, revise: revise, read.accepting(missing.accepted),
        earlier: earlier, missing: missing, unless: gates)
    } catch {
      if known == nil { self.folder.removeEmptyLedger() }
      throw error
    }
  }

  /// What the record of a site ends with when it is an edition.
  private static let publishedMark = " published"

  private func publish(
    to folder: String, inPlace: Bool, _ publication: Publication, _ hold: borrowing EditionHold, revise: String?,
    _ inputs: EditionInputs, earlier: [PublishedEdition], missing: MissingData, unless gates: [EditionGate]
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
    try self.hold(gates, against: review)
    let site = site(
      of: review, missing: missing,
      status: .published(revision: next.revision, reason: next.reason, fingerprint: fingerprint), feed: feed,
      with: [try customerRecords(review), decisionRecords(review)])
    let files = try await render(site, to: publication).files
    let assembled = try publication.assemble(files, record: inputs.digest + Self.publishedMark)
    // When a past week is filled in, readers keep the newest site.
    let newer = try ledger.publishedWeeks().last { $0.asOf.monday > asOf.monday }
    try assembled.requireReplaceable()
    let begun = try archive.begun(site: newer == nil ? folder : nil, inPlace: inPlace)
    try hold.begin(begun)
    do {
      try ledger.record(
        review, revise: revise, tool: Tool.name, currency: portfolio.settings.currency,
        modelText: portfolio.modelText, fingerprint: fingerprint, digest: inputs.digest, inputs: inputs.inputs,
        arrivals: Arrivals(portfolio.evidence, portfolio.judgement, portfolio.quality), accepted: missing.accepted,
        pages: site.addresses, feed: feed
      ) { try archive.seal(assembled.folder, accepting: missing.accepted, rows: $0).digest }
    } catch {
      try self.folder.requireOnRecord(after: error, "\(archive.id)", hold) { publications in
        publications.contains { $0.id == archive.id }
      } undo: {
        try archive.undo(begun)
      }
    }
    var outcome = PublishedSite.Outcome.left(newer: newer?.edition ?? "")
    if newer == nil {
      try assembled.goLive(as: "\(archive.id)", in: folder)
      outcome = .written(WrittenSite(try assembled.tidyUp(), in: folder))
    }
    self.folder.leave(hold, reporter: reporter)
    if let newer {
      publication.abandon()
      if newer.asOf > today {
        reporter.warn(
          "the site is that of \(newer.edition), a week that has not come; take it back with: "
            + "vigie withdraw \(newer.edition) --reason \"why\"")
      }
    }
    return PublishedSite(
      name: next.revision == 0 ? archive.id.edition : "revision \(next.revision) of \(archive.id.edition)",
      wasRecorded: next.isRecorded, fingerprint: fingerprint, archive: "\(self.folder.archive)/\(archive.name)",
      archiveLinks: archiveLinks(from: folder, archive: archive.name), pages: site, site: outcome)
  }

  /// What becomes of the links to archives of a site: the one that was just written is looked for where they lead.
  private func archiveLinks(from site: String, archive: String) -> PublishedSite.ArchiveLinks {
    let address = portfolio.settings.archiveURL
    guard !address.isEmpty, !address.contains("://"), !address.hasPrefix("/") else { return .kept }
    guard FileManager.default.fileExists(atPath: "\(site)/\(address)\(archive)") else { return .dead(address) }
    return address.hasPrefix("../") ? .beside(address) : .kept
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
