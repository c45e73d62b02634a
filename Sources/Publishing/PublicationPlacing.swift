import Files
import Glibc

extension Publication {
  /// Compares a file with the published one and stages it when they differ.
  ///
  /// It is safe to call from any number of tasks at once, for different paths.
  /// - Throws: ``PublishError/unsafePath(_:_:)``, ``PublishError/foreignFile(_:)`` and the like when something Vigie
  ///   did not write is in the way, ``PublishError/file(_:)`` when the disk is full and so on. After any error
  ///   this publication cannot be finished: release it or ``abandon()`` it.
  public func place(_ file: OutputFile) throws(PublishError) -> PlacedFile {
    hold.requireOpen()
    let path = try SitePath(file.path)
    let isChanged = try publishing {
      let isChanged = try !isPublished(file.bytes, at: path)
      if isChanged { try stage(file.bytes, at: path) }
      return isChanged
    }
    return PlacedFile(
      path: file.path, byteCount: file.bytes.count, sha256: Digest.sha256(file.bytes), isChanged: isChanged)
  }

  /// Whether the site already holds these bytes; throws when it holds something there that is not Vigie's.
  private func isPublished(_ bytes: [UInt8], at path: SitePath) throws -> Bool {
    let isListed = hold.manifest?.lists(path.bytes) ?? false
    do {
      let answer = try liveFile(at: path) { file in
        let status = try file.status()
        if status.kind == .folder { throw PublishError.folderInTheWay(file.path) }
        let mayBeSame = status.kind == .file && status.byteCount == bytes.count
        let isSame = if mayBeSame { try file.holds(bytes) } else { false }
        guard isSame || isListed else { throw PublishError.foreignFile(file.path) }
        return isSame
      }
      return answer ?? false
    } catch FileError.notAFolder(let shown) {
      // A page of the last site may make room for a folder of this one.
      guard hold.manifest?.listsFolder(of: path) ?? false else { throw FileError.notAFolder(shown) }
      return false
    }
  }

  private func stage(_ bytes: [UInt8], at path: SitePath) throws {
    let (folders, name) = path.parts
    var folder = try stagingFolder()
    do {
      for part in folders { folder = try folder.makeSubfolder(part) }
      try folder.write(bytes, to: name)
    } catch FileError.system(.write, path: _, let code) {
      let text = String(decoding: path.bytes, as: UTF8.self)
      if code == EEXIST { throw PublishError.conflictingPaths(text, text) }
      // Users know the site, not the folder it is built in.
      throw FileError.system(.write, path: hold.parent.shown(hold.names.site) + "/" + text, code: code)
    }
  }
}

extension Manifest {
  /// Whether a file of the site occupies a path that is now needed for a folder.
  func listsFolder(of path: SitePath) -> Bool {
    path.bytes.indices.contains { path.bytes[$0] == slash && lists(Array(path.bytes[..<$0])) }
  }
}
