import Files
import Glibc

/// Adds files to the register of a portfolio, each once, under a lock: several programs may make files at the same
/// time.
///
/// - Parameter path: the register, which is created if there is none.
/// - Throws: ``PlaceError`` or `FileError`, after which the register is as it was.
public func registerFiles(_ made: [MadeFile], in path: String) throws {
  try appendLines(to: path) { SnapshotRegister.missing(made, in: $0) }
}

/// Adds lines to a file that only grows, under a lock that keeps every other Vigie from it until they are there.
///
/// - Parameters:
///   - path: the file, which is created if there is none.
///   - lines: makes the lines from what the file holds, each with its line break.
/// - Throws: ``PlaceError`` or `FileError`, or what `lines` throws, after which the file is as it was.
public func appendLines(to path: String, _ lines: ([UInt8]) throws -> [UInt8]) throws {
  let descriptor = retrying { open(path, O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0o600) }
  guard descriptor >= 0 else { throw PlaceError.system(path: path, code: errno) }
  defer { close(descriptor) }
  guard retrying({ flock(descriptor, LOCK_EX) }) == 0 else { throw PlaceError.system(path: path, code: errno) }
  guard try EntryStatus(path: path)?.linkCount == 1 else { throw FileError.secondName(path) }
  let bytes = try readBytes(of: descriptor, path: path)
  let lines = try lines(bytes)
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
