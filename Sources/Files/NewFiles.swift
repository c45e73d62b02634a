import Glibc

/// Creates a folder and its parents, as far as they do not exist.
package func makeFolders(_ path: String) throws(FileError) {
  guard mkdir(path, 0o777) != 0, errno != EEXIST else { return }
  let code = errno
  guard code == ENOENT, let end = path.utf8.lastIndex(of: UInt8(ascii: "/")), end > path.startIndex else {
    throw .system(.write, path: path, code: code)
  }
  try makeFolders(String(path[..<end]))
  guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw .system(.write, path: path, code: errno) }
}

/// Writes a file that must be new.
package func writeNewFile(_ bytes: [UInt8], at path: String) throws(FileError) {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
  guard descriptor >= 0 else { throw .system(.write, path: path, code: errno) }
  var code = writeAll(bytes, to: descriptor)
  if close(descriptor) != 0 && code == 0 { code = errno }
  guard code == 0 else { throw .system(.write, path: path, code: code) }
}

/// Replaces an existing file, whole or not at all.
package func replaceFile(_ bytes: [UInt8], at path: String) throws(FileError) {
  // It is in the same folder, so that the rename is one step.
  let unfinished = "\(path).\(getpid()).vigie-unfinished"
  do throws(FileError) {
    try writeNewFile(bytes, at: unfinished)
    guard rename(unfinished, path) == 0 else { throw .system(.write, path: path, code: errno) }
  } catch {
    unlink(unfinished)
    throw error
  }
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
  try replaceFile(bytes, at: target)
  guard chmod(target, status.st_mode & 0o7777) == 0 else { throw .system(.write, path: path, code: errno) }
}
