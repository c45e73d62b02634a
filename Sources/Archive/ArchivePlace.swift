import Files
import Glibc

/// The place of one archive in its folder, locked against other programs until the value ends.
struct ArchivePlace: ~Copyable {
  private let folder: Folder
  private let name: [UInt8]

  /// The only name of an unfinished archive, so that one left by a killed program is found and removed.
  private static let unfinished = Array(".vigie-archive-unfinished".utf8)

  init(_ id: EditionID, in path: String) throws {
    let folder = try Folder(opening: path)
    // The lock is on the folder's own descriptor, so that it ends with the descriptor and leaves nothing behind.
    guard flock(folder.descriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw errno == EWOULDBLOCK ? ArchiveError.busy(path) : ArchiveError.system(path: path, code: errno)
    }
    try Self.removeUnfinished(in: folder)
    self.folder = folder
    name = Array(id.archiveName.utf8)
  }

  deinit {
    // Unlocked explicitly: a program that is just being started holds a copy of the descriptor until it runs.
    flock(folder.descriptor, LOCK_UN)
  }

  /// Writes the archive under the unfinished name and renames it once it is durable.
  func write(_ entries: [ZIPEntry]) throws {
    let unfinished = Self.unfinished
    let flags = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let descriptor = folder.withName(unfinished) { [parent = folder.descriptor] in openat(parent, $0, flags, 0o666) }
    guard descriptor >= 0 else { throw ArchiveError.system(path: folder.shown(unfinished), code: errno) }
    let file = OpenFile(descriptor: descriptor, path: folder.shown(unfinished))
    do {
      try writeZIP(entries, to: descriptor)
      guard fsync(descriptor) == 0 else { throw ArchiveError.system(path: file.path, code: errno) }
      if try folder.rename(unfinished, toFree: name, in: folder) { return try folder.sync() }
      guard try isThereAlready(file) else { throw ArchiveError.taken(folder.shown(name)) }
      try folder.remove(unfinished)
    } catch {
      // The next archive removes what remains.
      try? folder.remove(unfinished)
      throw error
    }
  }

  private func isThereAlready(_ file: borrowing OpenFile) throws -> Bool {
    guard let other = try folder.file(name), try other.status().kind == .file else { return false }
    guard try other.status().byteCount == file.status().byteCount else { return false }
    return try Digest.sha256(of: other) == Digest.sha256(of: file)
  }

  /// Removes what a killed program left, unless it is somebody else's: ours begins like a ZIP, or is empty.
  private static func removeUnfinished(in folder: borrowing Folder) throws {
    guard let status = try folder.status(of: unfinished) else { return }
    guard status.kind == .file, let file = try folder.file(unfinished) else {
      throw ArchiveError.reservedNameTaken(folder.shown(unfinished))
    }
    var isOwn = true
    try file.forEachPiece { piece in
      isOwn = piece.prefix(4).elementsEqual([0x50, 0x4B, 3, 4].prefix(piece.count))
      return false
    }
    guard isOwn else { throw ArchiveError.reservedNameTaken(folder.shown(unfinished)) }
    try folder.remove(unfinished)
  }
}
