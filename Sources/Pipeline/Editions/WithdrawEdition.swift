import Archive
import Findings
import FoundationEssentials
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
    _ name: String, reason: String, site: String? = nil, inPlace: Bool = false
  ) throws -> WithdrawnPublication {
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
    let restored = standing.max() == edition.id ? try restore(fallback, to: site ?? self.site, inPlace: inPlace) : nil
    let record = writer.path(of: withdrawal)
    let wasThere = FileManager.default.fileExists(atPath: record)
    var steps = PublishingSteps()
    do {
      // The ledger of an older format is carried over first.
      try Ledger.open(ledgerFile).withdraw(
        edition.id.edition, revision: edition.id.revision, reason: withdrawal.reason
      ) {
        try steps.take {
          try writer.withdraw(withdrawal)
        } undo: {
          if !wasThere { try FileManager.default.removeItem(atPath: record) }
        }
        if let restored { try steps.take(restored.goLive, undo: restored.takeBack) }
      }
    } catch {
      try steps.undo()
      throw error
    }
    return WithdrawnPublication(
      name: "\(edition.id)", record: record, standing: "\(fallback)",
      site: try restored.map { WrittenSite(try $0.tidyUp(), in: site ?? self.site) })
  }

  /// The site of an edition from its archive, beside the one that is live.
  private func restore(_ id: EditionID, to folder: String, inPlace: Bool) throws -> AssembledSite {
    let edition = try ArchivedEdition(id, in: archive)
    let publication = try openSite(folder, inPlace: inPlace)
    var placed: [PlacedFile] = []
    try edition.forEachFile { path, bytes in
      // The site's own list of files is made with the site.
      if path != "manifest.json" { placed.append(try publication.place(OutputFile(path: path, bytes: bytes))) }
    }
    return try publication.assemble(placed, record: edition.manifest.inputs + " published")
  }
}
