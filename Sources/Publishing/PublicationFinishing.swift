import Glibc

extension Publication {
  /// Puts the placed files in place of the last site's, and remembers `record` for the next publication.
  ///
  /// Whatever else stands in the site's folder stays there. When nothing differs, nothing is written. Afterwards the
  /// publication is closed, also when this throws.
  /// - Parameters:
  ///   - placed: Every file that ``place(_:)`` was given, in any order.
  ///   - record: Any text, handed back as ``lastRecord`` next time.
  /// - Throws: ``PublishError/publishedButUntidy(path:code:)`` is the one error after which the new site is live.
  public func finish(_ placed: [PlacedFile], record: String) throws(PublishError) -> PublishSummary {
    hold.requireOpen()
    defer { hold.close() }
    try requireDistinct(placed.lazy.map(\.path))
    let manifest = Manifest(
      placed.lazy.map { Manifest.Entry(path: $0.path, byteCount: $0.byteCount, sha256: $0.sha256) })
    var summary = PublishSummary(placed, replacing: hold.manifest)

    if summary.written == 0, hold.manifest?.bytes == manifest.bytes, let folder = try liveStatus()?.inode {
      try hold.lock.save(BuildRecord(folder: folder, manifestDigest: manifest.digest, text: record))
      return summary
    }

    let staging = try stagingFolder()
    try assemble(placed, in: staging)
    try staging.write(manifest.bytes, to: SitePath.manifest)
    // One flush of the file system for the whole site: a flush for each of thousands of files costs a journal commit
    // each. It comes before the swap, so that a power cut cannot leave new names with empty contents.
    try staging.syncFileSystem()
    let status = try staging.status()
    try hold.lock.save(BuildRecord(folder: status.inode, manifestDigest: manifest.digest, text: record))
    try goLive()
    summary.kept = try sweepPrevious(into: staging, of: manifest)
    return summary
  }

  /// Completes the staged files with hard links to everything else that stays.
  private func assemble(_ placed: [PlacedFile], in staging: borrowing Folder) throws(PublishError) {
    var carryOver = try CarryOver(placed, from: hold.manifest, into: staging)
    if let site = try hold.liveFolder() { try carryOver.run(from: site, into: staging, under: []) }
    try carryOver.requireComplete(in: hold.parent.shown(hold.names.site))
  }

  /// Removes what the last site leaves behind; the new site is live whatever happens here.
  private func sweepPrevious(
    into site: borrowing Folder, of manifest: Manifest
  ) throws(PublishError) -> [String] {
    do {
      try hold.parent.sync()
      return try sweep(hold.names, in: hold.parent, into: site, previous: hold.manifest, current: manifest)
    } catch .system(_, let path, let code) {
      throw .publishedButUntidy(path: path, code: code)
    } catch {
      throw .publishedButUntidy(path: hold.parent.shown(hold.names.ready), code: ENOTEMPTY)
    }
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
