package import Glibc

/// A folder held open, through which entries are reached by name only.
///
/// Every call names one entry of the open folder and follows no link, so people who plant or exchange links in the
/// tree while a build runs cannot lead it elsewhere.
package struct Folder: ~Copyable {
  package let descriptor: CInt

  /// The path to show in messages.
  package let path: String

  package init(descriptor: CInt, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  /// Opens any folder, following links: for the folder *around* the site, which is the user's to choose.
  package init(opening path: String) throws(FileError) {
    let descriptor = retrying { open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw .system(.open, path: path, code: errno) }
    self.init(descriptor: descriptor, path: path)
  }

  deinit { close(descriptor) }

  /// A second descriptor of the same folder, for the caller to close.
  package func duplicatedDescriptor() throws(FileError) -> CInt {
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { throw .system(.open, path: path, code: errno) }
    return copy
  }

  /// The folder of that name, or nil when nothing has that name.
  package func subfolder(_ name: [UInt8]) throws(FileError) -> Folder? {
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    let child = withName(name) { name in retrying { openat(descriptor, name, flags) } }
    if child >= 0 { return Folder(descriptor: child, path: shown(name)) }
    let code = errno
    if code == ENOENT { return nil }
    guard code == ENOTDIR || code == ELOOP, let status = try status(of: name) else {
      throw .system(.open, path: shown(name), code: code)
    }
    throw status.kind == .link ? .link(shown(name)) : .notAFolder(shown(name))
  }

  /// The folder of that name, or nil when the name is not a folder's.
  package func folder(_ name: [UInt8]) throws(FileError) -> Folder? {
    guard try status(of: name)?.kind == .folder else { return nil }
    return try subfolder(name)
  }

  /// The folder of that name, created if it does not exist.
  package func makeSubfolder(_ name: [UInt8], permissions: mode_t = 0o777) throws(FileError) -> Folder {
    if let folder = try subfolder(name) { return folder }
    // Another task may create the same folder at the same moment; it does not matter which of them does.
    let code = withName(name) { mkdirat(descriptor, $0, permissions) } == 0 ? 0 : errno
    guard code == 0 || code == EEXIST, let folder = try subfolder(name) else {
      throw .system(.write, path: shown(name), code: code)
    }
    return folder
  }

  /// The status of a name, or nil when nothing has it.
  package func status(of name: [UInt8]) throws(FileError) -> EntryStatus? {
    var status = stat()
    if withName(name, { fstatat(descriptor, $0, &status, AT_SYMLINK_NOFOLLOW) }) == 0 { return EntryStatus(status) }
    let code = errno
    guard code == ENOENT else { throw .system(.read, path: shown(name), code: code) }
    return nil
  }

  package func status() throws(FileError) -> EntryStatus {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(.read, path: path, code: errno) }
    return EntryStatus(status)
  }

  /// The names in the folder, in no particular order.
  package func names() throws(FileError) -> [[UInt8]] {
    // A separate descriptor, because `closedir` closes it and reading moves its position.
    let listing = retrying { openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard listing >= 0 else { throw .system(.list, path: path, code: errno) }
    guard let stream = fdopendir(listing) else {
      let code = errno
      close(listing)
      throw .system(.list, path: path, code: code)
    }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    errno = 0
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in Array(bytes.prefix { $0 != 0 }) }
      if !name.elementsEqual(".".utf8) && !name.elementsEqual("..".utf8) { names.append(name) }
      errno = 0
    }
    guard errno == 0 else { throw .system(.list, path: path, code: errno) }
    return names
  }

  /// The path of an entry, for messages.
  package func shown(_ name: [UInt8]) -> String {
    path + "/" + String(decoding: name, as: UTF8.self)
  }

  /// Lends a name as a C string.
  package func withName<R>(_ name: [UInt8], _ body: (UnsafePointer<CChar>) -> R) -> R {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: name.count + 1) { buffer in
      for (index, byte) in name.enumerated() { buffer[index] = CChar(bitPattern: byte) }
      buffer[name.count] = 0
      return buffer.withMemoryRebound(to: CChar.self) { chars in
        guard let start = chars.baseAddress else { preconditionFailure("an allocation of at least one byte") }
        return body(UnsafePointer(start))
      }
    }
  }
}
