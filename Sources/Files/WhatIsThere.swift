import Glibc

// The one way to ask for what may not be there: nil says that nothing has the name, and nothing else. What has the name
// and cannot be used is thrown, be it forbidden, of another kind, a link that leads nowhere or in a circle, or on a disk
// that fails.

extension EntryStatus {
  /// What a path leads to, links followed; nil where nothing has the name.
  package static func following(_ path: String) throws(FileError) -> EntryStatus? {
    var status = stat()
    if retrying({ stat(path, &status) }) == 0 { return EntryStatus(status) }
    let code = errno
    guard code == ENOENT else { throw .system(.read, path: path, code: code) }
    // A link that leads nowhere is there all the same.
    guard try EntryStatus(path: path) == nil else { throw .linkToNothing(path) }
    return nil
  }
}

extension Folder {
  /// Any folder, links followed; nil where nothing has the name.
  package static func ifThere(_ path: String) throws(FileError) -> Folder? {
    guard let status = try EntryStatus.following(path) else { return nil }
    guard status.kind == .folder else { throw .notAFolder(path) }
    return try Folder(opening: path)
  }
}

extension OpenFile {
  /// A regular file that is to be read to its end, links followed; nil where nothing has the name.
  package static func ifThere(_ path: String) throws(FileError) -> OpenFile? {
    guard try EntryStatus.following(path) != nil else { return nil }
    return try toReadAll(path)
  }
}

/// Whether anything has a name, links followed.
package func isThere(_ path: String) throws(FileError) -> Bool { try EntryStatus.following(path) != nil }

/// False only where nothing has a name: what cannot be looked at may be there, and who opens it is told why not.
package func mayBeThere(_ path: String) -> Bool {
  do throws(FileError) {
    return try EntryStatus(path: path) != nil
  } catch {
    return true
  }
}

/// Whether a name is that of a folder, links followed.
package func isFolder(_ path: String) throws(FileError) -> Bool {
  try EntryStatus.following(path)?.kind == .folder
}

/// The bytes of a regular file, links followed; nil where nothing has the name.
///
/// - Parameter limit: how many bytes it may have.
package func contentsIfThere(_ path: String, atMost limit: Int = .max) throws(FileError) -> [UInt8]? {
  guard let file = try OpenFile.ifThere(path) else { return nil }
  return try file.contents(atMost: limit)
}

/// The names in a folder, links followed, in the order of their bytes; nil where nothing has its name.
package func namesIfThere(_ folder: String) throws(FileError) -> [String]? {
  guard let open = try Folder.ifThere(folder) else { return nil }
  return try open.sortedNames()
}

extension Folder {
  /// The names in the folder as texts, in the order of their bytes.
  package func sortedNames() throws(FileError) -> [String] {
    try names().sorted { $0.lexicographicallyPrecedes($1) }.map { String(decoding: $0, as: UTF8.self) }
  }
}
