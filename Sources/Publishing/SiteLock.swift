import Files
import Glibc

/// The lock that keeps two publications of one site apart, and the record kept in the locked file.
struct SiteLock: ~Copyable {
  private let descriptor: CInt
  private let path: String

  /// Takes the lock, or fails at once when another publication holds it.
  static func take(
    _ name: [UInt8], in parent: borrowing Folder, site: String
  ) throws -> SiteLock {
    let path = parent.shown(name)
    let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
    let descriptor = parent.withName(name) { [folder = parent.descriptor] in openat(folder, $0, flags, 0o666) }
    guard descriptor >= 0 else {
      throw errno == ELOOP ? FileError.link(path) : .system(.open, path: path, code: errno)
    }
    let lock = SiteLock(descriptor: descriptor, path: path)
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      if errno == EWOULDBLOCK { throw PublishError.busy(site: site) }
      throw FileError.system(.lock, path: path, code: errno)
    }
    try lock.requireOwn()
    return lock
  }

  private init(descriptor: CInt, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  deinit { close(descriptor) }

  /// Releases the lock for the next publication.
  func release() {
    flock(descriptor, LOCK_UN)
  }

  func record() throws -> BuildRecord? {
    BuildRecord(reading: try contents())
  }

  /// Replaces the record durably.
  func save(_ record: BuildRecord) throws {
    let bytes = record.bytes
    guard try contents() != bytes else { return }
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw FileError.system(.write, path: path, code: errno) }
    let code = writeAll(bytes, to: descriptor)
    guard code == 0 else { throw FileError.system(.write, path: path, code: code) }
    guard ftruncate(descriptor, bytes.count) == 0, fsync(descriptor) == 0 else {
      throw FileError.system(.write, path: path, code: errno)
    }
  }

  /// Refuses somebody else's file: one with other contents, or a second name of a file elsewhere.
  private func requireOwn() throws {
    let file = try reader()
    let status = try file.status()
    guard status.kind == .file, status.linkCount == 1 else { throw PublishError.reservedNameTaken(path) }
    let contents = try file.contents()
    // Only the heading itself is ever written over the heading, so a first write cut short is a beginning of it.
    let heading = Array(BuildRecord.heading.utf8)
    // Git may have changed the line ends, which leaves no record and is no reason to refuse the folder.
    let written = contents.filter { $0 != UInt8(ascii: "\r") }
    guard written.starts(with: heading) || heading.starts(with: written) else {
      throw PublishError.reservedNameTaken(path)
    }
  }

  private func contents() throws -> [UInt8] {
    try reader().contents()
  }

  private func reader() throws -> OpenFile {
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { throw FileError.system(.open, path: path, code: errno) }
    return OpenFile(descriptor: copy, path: path)
  }
}
