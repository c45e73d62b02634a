package import Glibc
import Synchronization

/// A file under construction in the folder of its place, under a name that says so; gone unless it is put there.
///
/// It is locked as long as its program lives. So the next program that makes a file in the folder can tell what a killed
/// one left from what another one is writing, and removes the former.
package struct UnfinishedFile: ~Copyable {
  /// How the names of such files end.
  package static let ending = ".vigie-unfinished"

  /// Open for reading and writing.
  package let descriptor: CInt
  /// Where it is to be put.
  private let place: String
  /// Where it is.
  package let path: String
  /// Whether it is on the disk already, with a batch that makes the names in its folder durable when all are there.
  package var isOfBatch = false

  /// Creates it, and removes what killed programs left in its folder.
  package init(for place: String, permissions: mode_t) throws(FileError) {
    let folder = Self.folder(of: place)
    // Once is enough for all files of a run.
    if tidied.withLock({ $0.insert(folder).inserted }) { try removeUnfinished(in: folder) }
    let path = "\(place).\(getpid())\(Self.ending)"
    descriptor = try Self.create(path, for: place, permissions)
    self.place = place
    self.path = path
  }

  /// A new file that is locked.
  private static func create(_ path: String, for place: String, _ permissions: mode_t) throws(FileError) -> CInt {
    while true {
      let descriptor = retrying { open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, permissions) }
      guard descriptor >= 0 else { throw .system(.write, path: place, code: errno) }
      // Some file systems have no locks, and a program that tidies up may have taken it before the lock.
      _ = retrying { flock(descriptor, LOCK_EX | LOCK_NB) }
      if mayBeThere(path) { return descriptor }
      close(descriptor)
    }
  }

  deinit {
    // After it was put in its place there is nothing of that name.
    unlink(path)
    close(descriptor)
  }

  /// Writes bytes at the end.
  package func write(_ bytes: [UInt8]) throws(FileError) {
    let code = writeAll(bytes, to: descriptor)
    guard code == 0 else { throw .system(.write, path: place, code: code) }
  }

  /// Puts it in its place, over whatever is there, durably.
  package consuming func replace() throws(FileError) {
    try sync()
    guard rename(path, place) == 0 else { throw .system(.write, path: place, code: errno) }
    syncFolder()
  }

  /// Puts it in its place, where nothing may be, durably.
  package consuming func appear() throws(FileError) {
    try sync()
    guard link(path, place) == 0 else { throw .system(.write, path: place, code: errno) }
    syncFolder()
  }

  private func sync() throws(FileError) {
    let (descriptor, isOfBatch) = (descriptor, isOfBatch)
    guard isOfBatch || retrying({ fsync(descriptor) }) == 0 else { throw .system(.write, path: place, code: errno) }
  }

  /// Makes the new name as durable as the file system can; the file itself is, and stands there in any case.
  private func syncFolder() { if !isOfBatch { try? Folder(opening: Self.folder(of: place)).sync() } }

  package static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

/// The folders that this program has tidied.
private let tidied = Mutex<Set<String>>([])

/// Removes the unfinished files that killed programs left in a folder.
package func removeUnfinished(in folder: String) throws(FileError) {
  guard let open = try Folder.ifThere(folder) else { return }
  for name in try open.names() where name.reversed().starts(with: UnfinishedFile.ending.utf8.reversed()) {
    let flags = O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
    let descriptor = open.withName(name) { [parent = open.descriptor] name in
      retrying { openat(parent, name, flags) }
    }
    // What cannot be opened is not ours, or gone.
    guard descriptor >= 0 else { continue }
    defer { close(descriptor) }
    guard try OpenFile.isRegular(descriptor, at: open.shown(name)), flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      continue
    }
    try open.remove(name)
  }
}

extension OpenFile {
  fileprivate static func isRegular(_ descriptor: CInt, at path: String) throws(FileError) -> Bool {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(.read, path: path, code: errno) }
    return EntryStatus(status).kind == .file
  }
}
