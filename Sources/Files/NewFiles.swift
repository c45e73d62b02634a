import Glibc

/// Creates a folder and its parents, as far as they do not exist.
package func makeFolders(_ path: String) throws(FileError) {
  guard mkdir(path, 0o777) != 0 else { return }
  let code = errno
  if code == EEXIST {
    guard try isFolder(path) else { throw .notAFolder(path) }
    return
  }
  guard code == ENOENT, let end = path.utf8.lastIndex(of: UInt8(ascii: "/")), end > path.startIndex else {
    throw .system(.write, path: path, code: code)
  }
  try makeFolders(String(path[..<end]))
  guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw .system(.write, path: path, code: errno) }
}

/// Writes a file that must be new, whole or not at all.
package func writeNewFile(_ bytes: [UInt8], at path: String) throws(FileError) {
  let file = try UnfinishedFile(for: path, permissions: 0o666)
  try file.write(bytes)
  try file.appear()
}

/// Replaces an existing file, or makes it, whole or not at all.
package func replaceFile(_ bytes: [UInt8], at path: String) throws(FileError) {
  let file = try UnfinishedFile(for: path, permissions: 0o666)
  try file.write(bytes)
  try file.replace()
}

/// Replaces an existing file that a person keeps, whole or not at all, with its permissions; a link to it stays a link.
///
/// Throws where the file may not be written, be it only by its mode.
package func replaceFile(_ bytes: [UInt8], keepingModeAt path: String) throws(FileError) {
  guard let resolved = realpath(path, nil) else { throw .system(.write, path: path, code: errno) }
  let target = String(cString: resolved)
  free(resolved)
  var status = stat()
  guard stat(target, &status) == 0 else { throw .system(.write, path: path, code: errno) }
  guard status.st_mode & 0o222 != 0, access(target, W_OK) == 0 else { throw .system(.write, path: path, code: EACCES) }
  let file = try UnfinishedFile(for: target, permissions: 0o666)
  try file.write(bytes)
  guard fchmod(file.descriptor, status.st_mode & 0o7777) == 0 else {
    throw .system(.write, path: path, code: errno)
  }
  try file.replace()
}
