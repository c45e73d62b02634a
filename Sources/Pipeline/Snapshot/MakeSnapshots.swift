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
    var run = try SnapshotRun(job, maker, accounts: chosen.count, tell: tell)
    for start in stride(from: 0, to: chosen.count, by: SnapshotRun.batch) {
      try run.make(chosen[start..<min(chosen.count, start + SnapshotRun.batch)])
    }
    try run.finish()
    return run.summary
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
private struct SnapshotRun: ~Copyable {
  private let job: SnapshotJob
  private let maker: SnapshotMaker
  private let tell: (SnapshotEvent) -> Void
  private let names: SnapshotNames
  private let made: SnapshotRegister
  /// Open once something was made.
  private var register: OpenRegister?
  private let draft: DraftSite?
  private var press: CustomerPress
  private(set) var summary: SnapshotSummary

  /// How many accounts wait for the disk together: enough that the waiting is little for each, and few enough that
  /// their files can all be open.
  static let batch = 64

  init(_ job: SnapshotJob, _ maker: SnapshotMaker, accounts: Int, tell: @escaping (SnapshotEvent) -> Void) throws {
    if job.order.reader == .customer { try maker.requireFacts() }
    let made = try SnapshotRegister(reading: maker.workspace.folder.registerFile) ?? SnapshotRegister([])
    self.made = made
    self.job = job
    self.maker = maker
    self.tell = tell
    summary = SnapshotSummary(rows: maker.portfolio.quality.rows, accounts: accounts)
    press = CustomerPress(maker, engine: job.engine)
    names = SnapshotNames(maker.portfolio.evidence)
    draft = job.order.reader == .internal && job.edition == nil ? DraftSite(maker.workspace, maker.review) : nil
  }

  /// The files of an account that wait to be put in place.
  private struct Made {
    let account: Int
    let place: SnapshotPlace
    let files: [WaitingFile]
    let atHand: [RedactionRecord.File]
    let fingerprint: String
    let hasPDF: Bool
  }

  /// Makes the files of some accounts and puts them in place once all are on the disk.
  mutating func make(_ accounts: ArraySlice<Int>) throws {
    var batch: [Made] = []
    for account in accounts { try attempt { batch.append(try $0.files(of: account)) } }
    // The files of one account do not wait for what others have to write.
    try WaitingFile.together(batch.count > 1 ? batch.flatMap(\.files) : []) {
      for made in batch { try attempt { try $0.place(made) } }
    }
  }

  /// Does something that may be refused without keeping other accounts from getting their files.
  private mutating func attempt(_ work: (inout SnapshotRun) throws -> Void) throws {
    do {
      try work(&self)
    } catch  where job.order.isOfMany && (error is Refusal || error is PlaceError || error is FileError) {
      guard let refusal = Refusal(error) else { throw error }
      tell(.refused(refusal))
      summary.refused += 1
    }
  }

  private mutating func files(of account: Int) throws -> Made {
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
    let (waiting, atHand) = try place.write(html: html, pdf: pdf, password: job.password, record: record)
    return Made(
      account: account, place: place, files: waiting, atHand: atHand,
      fingerprint: SnapshotMark.read(html)?.fingerprint ?? "", hasPDF: pdf != nil)
  }

  private mutating func place(_ made: Made) throws {
    for file in made.files {
      if try made.place.place(file) { summary.written += 1 } else { summary.unchanged += 1 }
    }
    try register(made)
    // An unencrypted file next to one with a password is reported even if its contents are the same.
    let isOpen = job.password == nil
    let older = made.place.older(
      except: isOpen ? [".html"] + (made.hasPDF ? [".pdf"] : []) : [".zip"], than: isOpen ? made.fingerprint : nil)
    for path in older { tell(.leftOlder(path)) }
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
  private mutating func register(_ made: Made) throws {
    let files = made.atHand.map { file in
      MadeFile(
        account: maker.portfolio.evidence.accounts[made.account].id.text, edition: maker.madeFrom,
        fingerprint: made.fingerprint, kind: job.order.reader.rawValue, name: file.name, sha256: file.sha256)
    }
    do {
      if register == nil { register = try OpenRegister(maker.workspace.folder.registerFile) }
      try register?.add(files)
    } catch {
      throw Refusal("the files were made, but vigie verify will not know them: \(error)")
    }
  }

  /// Waits until the list of what was made is on the disk.
  func finish() throws {
    do {
      try register?.sync()
    } catch {
      throw Refusal("the files were made, but vigie verify may not know them after a loss of power: \(error)")
    }
  }
}
