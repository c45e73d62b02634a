import Archive
import Findings
import Ledger
import Publishing

/// What withdrawing an edition did.
public struct WithdrawnPublication: Sendable {
  /// The edition as people call it.
  public let name: String
  /// The path of the record beside its archive.
  public let record: String
  /// The newest edition that stands.
  public let standing: String
  /// What became of the site; nil where it was that of a newer edition already.
  public let site: WrittenSite?
}

extension PortfolioFolder {
  /// Takes an edition back: ledger and archive say so, nothing is deleted, and the site is that of the newest edition that
  /// stands.
  ///
  /// - Parameters:
  ///   - name: such as `2026-W47` for the last publication of the week, or `2026-W47-r0`.
  ///   - site: the folder of the site; nil for `site/` in the portfolio.
  ///   - inPlace: whether that folder must stay the same folder, for who holds it and not its name.
  public func withdraw(
    _ name: String, reason: String, site: String? = nil, inPlace: Bool = false, reporter: Reporter = .silent
  ) throws -> WithdrawnPublication {
    let hold = try EditionHold.take(self)
    try settle(hold, for: site ?? self.site, reporter: reporter)
    try prove(hold)
    guard let ledger = try ledger() else {
      throw Refusal.nothingWritten("nothing has been published from '\(path)'; see vigie publish")
    }
    let publications = try ledger.publications()
    let edition = try EditionName(name, among: publications.compactMap(\.id))
    guard let publication = publications.first(where: { $0.id == edition.id }) else {
      throw Refusal.nothingWritten("there is no edition '\(name)'")
    }
    if let earlier = publication.withdrawn {
      throw Refusal.nothingWritten("\(edition.id) was withdrawn already (\(earlier))")
    }
    let standing = publications.filter { $0.withdrawn == nil }.compactMap(\.id)
    guard let fallback = standing.filter({ $0 != edition.id }).max() else {
      throw Refusal.nothingWritten(
        "\(edition.id) is the only edition that stands, and readers would be left without a site; publish the right one, "
          + "then withdraw this one")
    }
    let writer = ArchiveWriter(folder: archive)
    guard let digest = try publication.archiveDigest ?? writer.edition(edition.id)?.digest else {
      throw Refusal.nothingWritten(
        "\(archive)/\(edition.id.archiveName) is missing; put it back from your backup, since its record names it")
    }
    let withdrawal: Withdrawal
    do throws(EditionFault) {
      withdrawal = try Withdrawal(edition.id, digest: digest, reason: onOneLine(reason))
    } catch {
      throw Refusal.nothingWritten("the reason cannot be recorded: \(error)")
    }
    // Readers keep the site of a newer edition.
    let folder = site ?? self.site
    let restored = standing.max() == edition.id ? try restore(fallback, to: folder, inPlace: inPlace) : nil
    try restored?.requireReplaceable()
    try hold.begin(
      EditionHold.Begun(
        id: edition.id, work: .withdrawal, site: restored == nil ? nil : wholePath(folder), inPlace: inPlace))
    do {
      // The ledger of an older format is carried over first.
      try Ledger.open(ledgerFile).withdraw(
        edition.id.edition, revision: edition.id.revision, reason: withdrawal.reason
      ) { try writer.withdraw(withdrawal) }
    } catch {
      try requireOnRecord(after: error, "the withdrawal of \(edition.id)", hold) { publications in
        publications.contains { $0.id == edition.id && $0.withdrawn != nil }
      } undo: {
        try writer.removeWithdrawal(of: edition.id)
      }
    }
    try restored?.goLive(as: "the withdrawal of \(edition.id)", in: folder)
    let written = try restored.map { WrittenSite(try $0.tidyUp(), in: folder) }
    leave(hold, reporter: reporter)
    return WithdrawnPublication(
      name: "\(edition.id)", record: writer.path(of: withdrawal), standing: "\(fallback)", site: written)
  }
}
