import Files
import Glibc

/// A file to which several programs add lines, read once and open while lines are added.
public struct GrowingFile: ~Copyable {
  private let path: String
  /// Its place is the end of what was read and written.
  private let descriptor: CInt
  private var endsLine = true

  /// Opens a file, or creates it.
  ///
  /// - Throws: ``PlaceError``.
  public init(_ path: String) throws {
    self.path = path
    descriptor = retrying { open(path, O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0o600) }
    guard descriptor >= 0 else { throw PlaceError.system(path: path, code: errno) }
  }

  deinit { close(descriptor) }

  /// Adds lines, under a lock that keeps every other Vigie from the file until they are there.
  ///
  /// They outlive the program; a loss of power only once ``sync()`` is done, or `durably`.
  ///
  /// - Parameter lines: makes the lines, each with its line break, from what was added since the last time.
  /// - Throws: ``PlaceError`` or `FileError`, or what `lines` throws, after which the file is as it was.
  public mutating func append(durably: Bool = false, _ lines: (_ new: [UInt8]) throws -> [UInt8]) throws {
    let descriptor = descriptor
    guard retrying({ flock(descriptor, LOCK_EX) }) == 0 else { throw failure }
    defer { flock(descriptor, LOCK_UN) }
    guard try EntryStatus(path: path)?.linkCount == 1 else { throw FileError.secondName(path) }
    let new = try readBytes(of: descriptor, path: path)
    // A line cut short by a full disk is ended first.
    if let last = new.last { endsLine = last == 0x0A }
    let lines = try lines(new)
    guard !lines.isEmpty else { return }
    let end = lseek(descriptor, 0, SEEK_CUR)
    do {
      try writeBytes(endsLine ? lines : [0x0A] + lines, to: descriptor, path: path)
      if durably { try sync() }
    } catch {
      ftruncate(descriptor, end)
      throw error
    }
    endsLine = true
  }

  /// Waits until the lines are on the disk.
  ///
  /// - Throws: ``PlaceError``.
  public func sync() throws {
    let descriptor = descriptor
    guard retrying({ fsync(descriptor) }) == 0 else { throw failure }
  }

  private var failure: PlaceError { .system(path: path, code: errno) }
}
