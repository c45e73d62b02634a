import Files
import Glibc

/// Adds files to the register of a portfolio, each once, under a lock: several programs may make files at the same
/// time.
///
/// - Parameter path: the register, which is created if there is none.
/// - Throws: ``PlaceError`` or `FileError`, after which the register is as it was.
public func registerFiles(_ made: [MadeFile], in path: String) throws {
  let descriptor = retrying { open(path, O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0o600) }
  guard descriptor >= 0 else { throw PlaceError.system(path: path, code: errno) }
  defer { close(descriptor) }
  guard retrying({ flock(descriptor, LOCK_EX) }) == 0 else { throw PlaceError.system(path: path, code: errno) }
  guard try EntryStatus(path: path)?.linkCount == 1 else { throw FileError.secondName(path) }
  let bytes = try readBytes(of: descriptor, path: path)
  let lines = SnapshotRegister.missing(made, in: bytes)
  guard !lines.isEmpty else { return }
  // A line cut short by a full disk is ended first.
  let isWhole = bytes.isEmpty || bytes.last == 0x0A
  do {
    try writeBytes(isWhole ? lines : [0x0A] + lines, to: descriptor, path: path)
    guard retrying({ fsync(descriptor) }) == 0 else { throw PlaceError.system(path: path, code: errno) }
  } catch {
    ftruncate(descriptor, bytes.count)
    throw error
  }
}
