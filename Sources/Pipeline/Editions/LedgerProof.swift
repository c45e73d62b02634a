import Archive
import Files
import Ledger

/// Whether the ledger says what was published: SQLite finds it whole, and its rows are those that the archives seal.
///
/// The archive of an edition seals the digest of its rows. The first one that does so seals with its own those of all
/// editions before it. Until there is one, what an archive's `report.json` says of accounts is compared with the rows.
struct LedgerProof {
  /// What is wrong, each with what to do.
  private(set) var faults: [String] = []
  /// How many editions were compared.
  let count: Int

  private let folder: PortfolioFolder
  private let ledger: Ledger

  /// Compares everything.
  ///
  /// - Parameter readsArchives: whether each archive is looked at whole as well.
  /// - Throws: `LedgerError` where SQLite finds the ledger damaged.
  init(_ folder: PortfolioFolder, _ ledger: Ledger, readsArchives: Bool) throws {
    self.folder = folder
    self.ledger = ledger
    try ledger.check()
    let publications = try ledger.publications()
    count = publications.count
    let writer = ArchiveWriter(folder: folder.archive)
    var manifests: [EditionManifest?] = []
    for publication in publications {
      manifests.append(try manifest(of: publication, writer, readsArchive: readsArchives))
      try compareWithdrawal(publication)
    }
    let digests = try ledger.digests()
    var isSealed = false
    for index in publications.indices.reversed() {
      guard let manifest = manifests[index] else { continue }
      guard let sealed = manifest.record else {
        if !isSealed { try comparePages(publications[index], of: "\(manifest.id)", isDifferent: false) }
        continue
      }
      let coversEarlier = index > 0 && manifests[index - 1]?.record == nil
      isSealed = isSealed || coversEarlier
      let earlier = manifests[..<index].indices.filter { manifests[$0]?.record == nil }.map { digests[$0] }
      guard sealed != Self.record(digests[index], after: coversEarlier ? earlier : []) else { continue }
      let name = coversEarlier ? "\(manifest.id) or of an edition before it" : "\(manifest.id)"
      try comparePages(publications[index], of: name, isDifferent: true)
    }
  }

  /// What an archive seals of the rows of its edition.
  ///
  /// - Parameter earlier: the digests of the rows of editions whose archives seal none, in the order of publishing.
  static func record(_ rows: String, after earlier: [String]) -> String {
    earlier.isEmpty ? rows : Digest.sha256(Array((earlier + [rows]).joined(separator: "\n").utf8))
  }

  private mutating func manifest(
    of publication: Ledger.Publication, _ writer: ArchiveWriter, readsArchive: Bool
  ) throws -> EditionManifest? {
    // A year of other than four digits has no archive; a very old Vigie made none.
    guard let id = publication.id else { return nil }
    let path = "\(folder.archive)/\(id.archiveName)"
    do throws(ArchiveError) {
      guard let manifest = try writer.edition(id) else {
        if publication.archiveDigest != nil { faults.append(missing(path)) }
        return nil
      }
      guard publication.archiveDigest.map({ $0 == manifest.digest }) ?? true, manifest.id == id else {
        faults.append(otherEdition(path))
        return nil
      }
      if readsArchive, try !writer.isSealed(id) {
        faults.append("\(path) was changed since it was published; put the true one back from your backup")
      }
      return manifest
    } catch {
      // Where the system refused, the archive may be sound.
      if case .system = error { throw error }
      faults.append("\(error); put the true one back from your backup")
      return nil
    }
  }

  private mutating func compareWithdrawal(_ publication: Ledger.Publication) throws {
    guard let id = publication.id else { return }
    do throws(ArchiveError) {
      let recorded = try ArchivedEdition.withdrawal(of: id, in: folder.archive)
      guard recorded?.reason != publication.withdrawn else { return }
      func said(_ reason: String?) -> String { reason.map { "was withdrawn (\($0))" } ?? "stands" }
      faults.append(
        "\(folder.ledgerFile) says that \(id) \(said(publication.withdrawn)), and \(folder.archive) that it "
          + "\(said(recorded?.reason)); \(putBack)")
    } catch {
      if case .system = error { throw error }
      faults.append("\(error)")
    }
  }

  /// Names what differs from the pages of an edition.
  ///
  /// - Parameter isDifferent: whether something is known to differ, be it on no page.
  private mutating func comparePages(_ publication: Ledger.Publication, of name: String, isDifferent: Bool) throws {
    guard let id = publication.id else { return }
    let facts = try ledger.facts(of: publication.edition, revision: publication.revision)
    let differences: [String]
    do {
      differences = try PublishedReport(id, in: folder.archive)?.differences(from: facts) ?? []
    } catch {
      differences = []
      if !isDifferent { faults.append("\(wordsOf(error))") }
    }
    guard isDifferent || !differences.isEmpty else { return }
    let named = differences.prefix(3).joined(separator: ", ") + (differences.count > 3 ? ", …" : "")
    faults.append(
      "\(folder.ledgerFile) does not say what was published of \(name)\(named.isEmpty ? "" : ": \(named)"); \(putBack)")
  }

  private var putBack: String {
    "put a copy of \(Ledger.fileName) back, from your backup or from the machine that published last"
  }
}

/// That an archive on record is not there.
func missing(_ archive: String) -> String {
  "\(archive) is missing; put it back from your backup, since the editions after it are chained to it"
}

/// That an archive is another one than that on record.
func otherEdition(_ archive: String) -> String {
  "\(archive) is not the edition that was published; put the true one back from your backup, since the editions after "
    + "it are chained to it"
}

extension PortfolioFolder {
  /// Refuses to go on from a ledger or from archives that somebody else changed and that do not agree.
  func prove(_ hold: borrowing EditionHold) throws {
    guard let ledger = try ledger() else { return }
    if case .left(let left) = hold.state, try self.left() == left { return }
    let faults = try LedgerProof(self, ledger, readsArchives: true).faults
    guard faults.isEmpty else { throw Refusal.nothingWritten(faults.joined(separator: "; ")) }
  }
}
