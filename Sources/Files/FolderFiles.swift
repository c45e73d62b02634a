package import Glibc

extension Folder {
  /// The file of that name, opened for reading, or nil when nothing has that name; any other kind of entry opens too.
  package func file(_ name: [UInt8]) throws(FileError) -> OpenFile? {
    // O_NONBLOCK: a planted pipe must not make the build wait for a writer.
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
    let file = withName(name) { name in retrying { openat(descriptor, name, flags) } }
    if file >= 0 { return OpenFile(descriptor: file, path: shown(name)) }
    switch errno {
    case ENOENT: return nil
    case ELOOP: throw .link(shown(name))
    case let code: throw .system(.open, path: shown(name), code: code)
    }
  }

  /// Writes a file that must be new.
  package func write(_ bytes: [UInt8], to name: [UInt8]) throws(FileError) {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let file = withName(name) { name in retrying { openat(descriptor, name, flags, 0o666) } }
    guard file >= 0 else { throw .system(.write, path: shown(name), code: errno) }
    var code = writeAll(bytes, to: file)
    // Some file systems report a full disk only here.
    if close(file) != 0 && errno != EINTR && code == 0 { code = errno }
    guard code == 0 else { throw .system(.write, path: shown(name), code: code) }
  }

  /// Gives a file a second name in another folder.
  ///
  /// - Returns: 0, or the `errno` value of the failure.
  package func link(_ name: [UInt8], into other: borrowing Folder) -> CInt {
    let otherDescriptor = other.descriptor
    // Without AT_SYMLINK_FOLLOW, a symbolic link itself gets the second name.
    return withName(name) { linkat(descriptor, $0, otherDescriptor, $0, 0) } == 0 ? 0 : errno
  }

  package func setPermissions(_ permissions: mode_t) throws(FileError) {
    guard fchmod(descriptor, permissions) == 0 else { throw .system(.write, path: path, code: errno) }
  }

  /// Throws for a folder whose entries could not be removed after the swap.
  package func requireWritable() throws(FileError) {
    guard faccessat(descriptor, ".", W_OK | X_OK, AT_EACCESS) == 0 else {
      throw .system(.write, path: path, code: errno)
    }
  }
}
