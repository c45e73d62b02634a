import Archive
import Files
import Glibc
import Ledger
import Publishing

extension PortfolioFolder {
  /// Brings archives and site to what the ledger says, where a publication or a withdrawal was cut short.
  ///
  /// - Parameter site: the folder of the site that this run is about.
  func settle(_ hold: borrowing EditionHold, for site: String, reporter: Reporter) throws {
    guard case .begun(let begun) = hold.state else { return }
    let publications = try ledger()?.publications() ?? []
    let publication = publications.first { $0.id == begun.id }
    let writer = ArchiveWriter(folder: archive)
    let isOnRecord: Bool
    switch begun.work {
    case .publication(let inputs):
      isOnRecord = publication != nil
      if !isOnRecord, let inputs { try writer.remove(begun.id, madeFrom: inputs) }
    case .withdrawal:
      isOnRecord = publication?.withdrawn != nil
      if let reason = publication?.withdrawn {
        if let digest = try publication?.archiveDigest ?? writer.edition(begun.id)?.digest {
          try writer.withdraw(try Withdrawal(begun.id, digest: digest, reason: reason))
        }
      } else {
        try writer.removeWithdrawal(of: begun.id)
      }
    }
    if publications.isEmpty { removeEmptyLedger() }
    let standing = publications.filter { $0.withdrawn == nil }.compactMap(\.id).max()
    if isOnRecord, let place = begun.site, let standing {
      try show(standing, in: place, inPlace: begun.inPlace, isWanted: place == wholePath(site), reporter: reporter)
    }
    try hold.giveUp()
    let name = begun.work == .withdrawal ? "withdrawal" : "publication"
    reporter.warn(
      isOnRecord
        ? "completed the \(name) of \(begun.id), which was cut short"
        : "took back what was left of a \(name) of \(begun.id) that was cut short before it was on record")
  }

  /// Makes a site that of an edition.
  ///
  /// - Parameter isWanted: whether this run is about the same folder; what became of another one does not stop it.
  private func show(_ id: EditionID, in place: String, inPlace: Bool, isWanted: Bool, reporter: Reporter) throws {
    do {
      let restored = try restore(id, to: place, inPlace: inPlace)
      try restored.goLive()
      _ = try restored.tidyUp()
    } catch {
      guard !isWanted else {
        throw Refusal(
          "\(id) is on record and archived, and its site could not be put into '\(place)': \(wordsOf(error)); the next "
            + "run tries again")
      }
      reporter.warn(
        "\(id) is on record and archived, and its site could not be put into '\(place)': \(wordsOf(error)); publish to "
          + "that folder again if it is still needed")
    }
  }

  /// The site of an edition from its archive, beside the one that is live.
  func restore(_ id: EditionID, to folder: String, inPlace: Bool) throws -> AssembledSite {
    let edition = try ArchivedEdition(id, in: archive)
    let publication = try openSite(folder, inPlace: inPlace)
    var placed: [PlacedFile] = []
    try edition.forEachFile { path, bytes in
      // The site's own list of files is made with the site.
      if path != "manifest.json" { placed.append(try publication.place(OutputFile(path: path, bytes: bytes))) }
    }
    return try publication.assemble(placed, record: edition.manifest.inputs + " published")
  }

  /// What became of work whose last word to the ledger failed: nothing, unless the ledger knows it all the same.
  ///
  /// - Parameters:
  ///   - isOnRecord: whether a publication says that it was done.
  ///   - undo: takes away what was made for it.
  /// - Throws: the error, after everything is as it was; or what is left, which the next run settles.
  func requireOnRecord(
    after error: any Error, _ name: String, _ hold: borrowing EditionHold,
    isOnRecord: ([Ledger.Publication]) -> Bool, undo: () throws -> Void
  ) throws {
    let publications: [Ledger.Publication]
    do {
      publications = try ledger()?.publications() ?? []
    } catch let second {
      throw Refusal(
        "\(wordsOf(error)); whether \(name) is on record cannot be read: \(wordsOf(second)); the next run settles it")
    }
    guard !isOnRecord(publications) else { return }
    do {
      try undo()
    } catch let second {
      throw Refusal(
        "\(wordsOf(error)); \(name) is not on record, and what was made for it could not be taken away: "
          + "\(wordsOf(second)); the next run does it")
    }
    // Where this fails, the next run finds nothing to settle.
    try? hold.giveUp()
    throw error
  }

  /// Removes a ledger without editions, and a folder of archives without any.
  func removeEmptyLedger() {
    // Only an empty folder can be removed so.
    rmdir(archive)
    guard let ledger = try? ledger(), (try? ledger.publications().isEmpty) == true else { return }
    unlink(ledgerFile)
  }
}

/// A path from the root, however it was given; the folder round it must exist.
func wholePath(_ path: String) -> String {
  let (folder, name) = SnapshotPlace.parted(path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path)
  guard let resolved = realpath(folder.isEmpty ? "." : folder, nil) else { return path }
  defer { free(resolved) }
  let whole = String(cString: resolved)
  return whole == "/" ? "/\(name)" : "\(whole)/\(name)"
}
