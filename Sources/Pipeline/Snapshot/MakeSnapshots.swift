import Customer
import Files
import Findings
import Health
import Portfolio
import Review
import Snapshot
import Spelling

extension Workspace {
  /// Makes the files of a job, each checked before it is written and listed afterwards.
  ///
  /// In a job of many accounts, a refused one does not keep the others from getting theirs.
  ///
  /// - Parameter tell: receives each event as it happens.
  public func makeSnapshots(
    _ job: SnapshotJob, tell: @escaping (SnapshotEvent) -> Void
  ) async throws -> SnapshotSummary {
    let chosen = try accounts(job.order.accounts)
    let history = try portfolio.history(try folder.ledger(), listing: chosen)
    let maker = try SnapshotMaker(self, review: await portfolio.review(history: history), edition: job.edition)
    var run = try SnapshotRun(job, maker, tell: tell)
    var summary = SnapshotSummary(rows: portfolio.quality.rows, accounts: chosen.count)
    for account in chosen {
      do {
        let files = try run.make(account)
        summary.written += files.written
        summary.unchanged += files.unchanged
      } catch  where job.order.isOfMany && (error is Refusal || error is PlaceError || error is FileError) {
        guard let refusal = Refusal(error) else { throw error }
        tell(.refused(refusal))
        summary.refused += 1
      }
    }
    return summary
  }

  private func accounts(_ wanted: SnapshotOrder.Accounts) throws -> [Int] {
    let evidence = portfolio.evidence
    switch wanted {
    case .one(let name): return [try portfolio.account(called: name)]
    case .all(let csm):
      let active = evidence.accounts.indices.filter { evidence.isActive($0, on: evidence.asOf) }
      guard let csm else { return active }
      let chosen = active.filter { evidence.accounts[$0].csm?.nameKey == csm.trimmed().nameKey }
      guard !chosen.isEmpty else {
        let names = Set(active.compactMap { evidence.accounts[$0].csm }).sorted()
        let hint = identitySuggestion(for: csm, among: names)
        throw Refusal("nobody called '\(csm)' looks after an active account\(hint)")
      }
      return chosen
    }
  }
}

/// One run over the accounts of a job.
private struct SnapshotRun {
  private let job: SnapshotJob
  private let maker: SnapshotMaker
  private let tell: (SnapshotEvent) -> Void
  private let names: SnapshotNames
  private let made: SnapshotRegister
  private let draft: DraftSite?
  private var press: CustomerPress

  init(_ job: SnapshotJob, _ maker: SnapshotMaker, tell: @escaping (SnapshotEvent) -> Void) throws {
    self.job = job
    self.maker = maker
    self.tell = tell
    if job.order.reader == .customer { try maker.requireFacts() }
    press = CustomerPress(maker, engine: job.engine)
    names = SnapshotNames(maker.portfolio.evidence)
    made = try SnapshotRegister(reading: maker.workspace.folder.registerFile) ?? SnapshotRegister([])
    draft = job.order.reader == .internal && job.edition == nil ? DraftSite(maker.workspace, maker.review) : nil
  }

  /// Makes the files of one account and puts them in place.
  mutating func make(_ account: Int) throws -> (written: Int, unchanged: Int) {
    let place = try place(of: account)
    let html: [UInt8]
    let pdf: [UInt8]?
    var record: (([RedactionRecord.File]) -> RedactionRecord)?
    do {
      switch job.order.reader {
      case .internal:
        html = try maker.internalFile(of: account, draft: draft)
        pdf = try job.engine?.render(html, day: maker.asOf.description)
      case .customer:
        let files = try press.files(of: account, name: place.name)
        (html, pdf) = (files.html, files.pdf)
        record = { [press] in press.record(files, of: account, written: $0) }
      }
    } catch let refusal as Refusal {
      let older = place.older()
      guard !older.isEmpty else { throw refusal }
      // Otherwise readers of the folder would take it for the one that was requested.
      throw refusal.and(Refusal("made earlier and still there: \(older.joined(separator: ", "))"))
    }
    let files = try place.write(html: html, pdf: pdf, password: job.password, record: record)
    let fingerprint = SnapshotMark.read(html)?.fingerprint ?? ""
    try register(files.atHand, of: account, fingerprint: fingerprint)
    // An unencrypted file next to one with a password is reported even if its contents are the same.
    let isOpen = job.password == nil
    let older = place.older(
      except: isOpen ? [".html"] + (pdf == nil ? [] : [".pdf"]) : [".zip"], than: isOpen ? fingerprint : nil)
    for path in older { tell(.leftOlder(path)) }
    return (files.written, files.unchanged)
  }

  private func place(of account: Int) throws -> SnapshotPlace {
    let order = job.order
    let base =
      switch order.reader {
      case .internal: names.internal(account, edition: maker.editionName)
      case .customer: names.customer(account, day: maker.asOf.description, isDraft: job.edition == nil)
      }
    return try SnapshotPlace(
      order.out, isFolder: order.isOfMany, portfolio: maker.workspace.folder.path, base: base, for: order.reader,
      register: made, mayReplace: order.mayReplace, tell: tell)
  }

  /// Records the files, so that vigie verify recognises them.
  private func register(_ files: [RedactionRecord.File], of account: Int, fingerprint: String) throws {
    let made = files.map { file in
      MadeFile(
        account: maker.portfolio.evidence.accounts[account].id.text, edition: maker.madeFrom,
        fingerprint: fingerprint, kind: job.order.reader.rawValue, name: file.name, sha256: file.sha256)
    }
    do {
      try registerFiles(made, in: maker.workspace.folder.registerFile)
    } catch {
      throw Refusal("the files were made, but vigie verify will not know them: \(error)")
    }
  }
}
