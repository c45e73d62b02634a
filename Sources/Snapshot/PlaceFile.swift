import Files
import Glibc

/// Why a file could not be put in place; the existing one is unchanged.
public enum PlaceError: Error, CustomStringConvertible {
  /// A file that Vigie did not make has the name.
  case taken(String)
  /// The system refused; `code` is the `errno` value.
  case system(path: String, code: Int32)

  /// What is wrong and what to do, in one line.
  public var description: String {
    switch self {
    case .taken(let path):
      "\(path) is there already and is not a snapshot of Vigie's for the same reader; name another file or add --replace"
    case .system(let path, let code): "\(path): \(systemWords(code))"
    }
  }
}

/// Puts a file in place, whole or not at all, readable only by its owner.
///
/// - Parameters:
///   - mayReplace: called with the existing bytes if they differ.
///   - write: writes the contents into a new file that is open for reading and writing.
/// - Returns: false when the file already had these very bytes.
/// - Throws: ``PlaceError``, `FileError`, or what `write` throws.
@discardableResult
public func placeFile(
  _ path: String, mayReplace: ([UInt8]) -> Bool, write: (CInt) throws -> Void
) throws -> Bool {
  try WaitingFile(path, write: write).place(mayReplace: mayReplace)
}

/// A file that is whole beside its place, and waits for others of a batch: to wait for the disk once for all of them takes
/// a fraction of the time.
public final class WaitingFile {
  /// Where it will be put.
  public let path: String
  private var file: UnfinishedFile?

  /// Writes a file, readable only by its owner.
  ///
  /// - Parameter write: writes the contents into a new file that is open for reading and writing.
  /// - Throws: `FileError`, or what `write` throws.
  public init(_ path: String, write: (CInt) throws -> Void) throws {
    self.path = path
    let file = try UnfinishedFile(for: path, permissions: 0o600)
    try write(file.descriptor)
    self.file = consume file
  }

  /// The digest of its bytes.
  ///
  /// - Throws: `FileError`.
  public var sha256: String { get throws { try Digest.sha256(fileAt: file?.path ?? path) } }

  /// Puts files of one folder in their places, having waited for the disk once instead of once for each; where that fails,
  /// each waits for itself.
  ///
  /// - Parameter place: puts one after the other in its place.
  public static func together(_ files: [WaitingFile], place: () throws -> Void) rethrows {
    guard let first = files.first, let folder = try? Folder(opening: UnfinishedFile.folder(of: first.path)),
      (try? folder.syncFileSystem()) != nil
    else { return try place() }
    for file in files { file.file?.isOfBatch = true }
    try place()
    try? folder.sync()
  }

  /// Puts it in its place, once.
  ///
  /// - Parameter mayReplace: called with the existing bytes if they differ.
  /// - Returns: false when the place already had these very bytes.
  /// - Throws: ``PlaceError`` or `FileError`.
  public func place(mayReplace: ([UInt8]) -> Bool) throws -> Bool {
    guard let file = file.take() else { return false }
    guard let existing = try contents(of: path) else {
      // This fails if a file has appeared in the meantime.
      try file.appear()
      return true
    }
    guard try existing != contents(of: file.path) else { return false }
    guard mayReplace(existing) else { throw PlaceError.taken(path) }
    try file.replace()
    return true
  }
}

/// Throws if there is a file that may not be replaced, before anything else is written.
public func requireReplaceable(_ path: String, mayReplace: ([UInt8]) -> Bool) throws {
  guard let existing = try contents(of: path), !mayReplace(existing) else { return }
  throw PlaceError.taken(path)
}

/// The bytes of a regular file; nil when it does not exist.
private func contents(of path: String) throws -> [UInt8]? {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
  guard descriptor >= 0 else {
    if errno == ENOENT { return nil }
    throw errno == ELOOP ? PlaceError.taken(path) : PlaceError.system(path: path, code: errno)
  }
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0 else { throw PlaceError.system(path: path, code: errno) }
  guard status.st_mode & S_IFMT == S_IFREG else { throw PlaceError.taken(path) }
  return try readBytes(of: descriptor, path: path)
}

/// The rest of the bytes of an open file.
///
/// - Throws: ``PlaceError/system(path:code:)``.
func readBytes(of descriptor: CInt, path: String) throws -> [UInt8] {
  var bytes: [UInt8] = []
  var piece = [UInt8](repeating: 0, count: 65_536)
  while true {
    let count = piece.withUnsafeMutableBytes { buffer in
      retrying { read(descriptor, buffer.baseAddress, buffer.count) }
    }
    guard count >= 0 else { throw PlaceError.system(path: path, code: errno) }
    if count == 0 { return bytes }
    bytes += piece.prefix(count)
  }
}

/// Writes all bytes into an open file.
///
/// - Throws: ``PlaceError/system(path:code:)``.
public func writeBytes(_ bytes: [UInt8], to descriptor: CInt, path: String) throws {
  let code = writeAll(bytes, to: descriptor)
  guard code == 0 else { throw PlaceError.system(path: path, code: code) }
}
