import Files

extension Publication {
  /// Replaces the last site's files with the placed ones, and saves `record` for the next publication.
  ///
  /// Everything else in the site's folder stays there. When nothing differs, nothing is written. Afterwards the
  /// publication is closed, even if this throws.
  /// - Parameters:
  ///   - placed: Every file that ``place(_:)`` was given, in any order.
  ///   - record: Any text; the next publication returns it as ``lastRecord``.
  /// - Throws: ``PublishError/publishedButUntidy(path:code:)`` is the one error after which the new site is live.
  public func finish(_ placed: [PlacedFile], record: String) throws(PublishError) -> PublishSummary {
    let site = try assemble(placed, record: record)
    try site.goLive()
    return try site.tidyUp()
  }

  /// Completes the next site in a folder next to the last one, flushed to disk, and leaves the last one live.
  ///
  /// It is for callers that need the new site before readers see it; others use ``finish(_:record:)``. When this
  /// throws, the publication is closed.
  public func assemble(_ placed: [PlacedFile], record: String) throws(PublishError) -> AssembledSite {
    hold.requireOpen()
    do {
      return try publishing { try assembled(placed, record: record) }
    } catch {
      hold.close()
      throw error
    }
  }

  private func assembled(_ placed: [PlacedFile], record: String) throws -> AssembledSite {
    try requireDistinct(placed.lazy.map(\.path))
    let manifest = Manifest(
      placed.lazy.map { Manifest.Entry(path: $0.path, byteCount: $0.byteCount, sha256: $0.sha256) })
    var summary = PublishSummary(placed, replacing: hold.manifest)

    if summary.written == 0, hold.manifest?.bytes == manifest.bytes, let folder = try liveStatus()?.inode {
      let record = BuildRecord(folder: folder, manifestDigest: manifest.digest, text: record)
      return AssembledSite(publication: self, manifest: manifest, record: record, summary: summary, way: .unchanged)
    }
    summary.inPlace = hold.inPlace

    let staging = try stagingFolder()
    try link(placed, into: staging)
    try staging.write(manifest.bytes, to: SitePath.manifest)
    // One flush of the file system for the whole site: a flush for each of thousands of files costs a journal commit
    // each. It comes before the swap, so that a power cut cannot leave new names with empty contents.
    try staging.syncFileSystem()
    var way = AssembledSite.Way.exchange
    if let inner = try innerStaging(), let site = try hold.liveFolder() {
      way = .inPlace(try InPlace(placed, from: hold.manifest, to: manifest, in: site, work: inner))
    }
    let folder = try hold.inPlace == nil ? staging.status().inode : liveStatus()?.inode ?? 0
    let record = BuildRecord(folder: folder, manifestDigest: manifest.digest, text: record)
    return AssembledSite(publication: self, manifest: manifest, record: record, summary: summary, way: way)
  }

  /// Completes the staged files with hard links to everything else that stays.
  private func link(_ placed: [PlacedFile], into staging: borrowing Folder) throws {
    var carryOver = try CarryOver(
      placed, from: hold.manifest, into: staging, carriesForeign: hold.inPlace == nil)
    if let site = try hold.liveFolder() { try carryOver.run(from: site, into: staging, under: []) }
    try carryOver.requireComplete(in: hold.parent.shown(hold.names.site))
  }
}

extension PublishSummary {
  fileprivate init(_ placed: [PlacedFile], replacing manifest: Manifest?) {
    for file in placed {
      if file.isChanged {
        written += 1
        writtenByteCount += file.byteCount
      } else {
        unchanged += 1
        unchangedByteCount += file.byteCount
      }
    }
    let paths = Set(placed.map { Array($0.path.utf8) })
    for entry in manifest?.entries ?? [] where !paths.contains(Array(entry.path.utf8)) {
      removed += 1
      removedByteCount += entry.byteCount
    }
  }
}
