import Glibc

/// A file opened for reading; closed at the end of the value's life.
package struct OpenFile: ~Copyable {
  package let descriptor: CInt

  /// The path to show in messages.
  package let path: String

  package init(descriptor: CInt, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  /// Opens any path, following links.
  package init(opening path: String) throws(FileError) {
    let descriptor = retrying { open(path, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw .system(.open, path: path, code: errno) }
    self.init(descriptor: descriptor, path: path)
  }

  /// Opens a regular file that is to be read to its end: a pipe or a device might never come to one.
  package static func toReadAll(_ path: String) throws(FileError) -> OpenFile {
    // Opening a pipe that nobody writes to would wait.
    let descriptor = retrying { open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard descriptor >= 0 else {
      let code = errno
      if code == ENOENT, try EntryStatus(path: path) != nil { throw .linkToNothing(path) }
      // A socket cannot be opened.
      throw code == ENXIO ? .notAFile(path, what: "a socket or a device") : .system(.open, path: path, code: code)
    }
    let file = OpenFile(descriptor: descriptor, path: path)
    switch try file.status().kind {
    case .file: return file
    case .folder: throw .notAFile(path, what: "a folder")
    case .link, .other: throw .notAFile(path, what: "a pipe or a device, which may have no end")
    }
  }

  deinit { close(descriptor) }

  package func status() throws(FileError) -> EntryStatus {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(.read, path: path, code: errno) }
    return EntryStatus(status)
  }

  /// Whether the file holds exactly these bytes.
  package func holds(_ bytes: [UInt8]) throws(FileError) -> Bool {
    var offset = 0
    try forEachPiece { piece in
      guard let start = piece.baseAddress, offset + piece.count <= bytes.count else {
        offset = -1
        return false
      }
      let isEqual = bytes.withUnsafeBytes { wanted in
        wanted.baseAddress.map { memcmp($0 + offset, start, piece.count) == 0 } ?? false
      }
      offset = isEqual ? offset + piece.count : -1
      return isEqual
    }
    return offset == bytes.count
  }

  /// All bytes of the file; the size that it has is looked at before anything is read.
  ///
  /// - Parameter limit: how many bytes it may have.
  package func contents(atMost limit: Int = .max) throws(FileError) -> [UInt8] {
    guard try status().byteCount <= limit else { throw .tooLarge(path, limit: limit) }
    var bytes: [UInt8] = []
    // It may grow meanwhile, and files of /proc have no size.
    try forEachPiece { piece in
      bytes.append(contentsOf: piece)
      return bytes.count <= limit
    }
    guard bytes.count <= limit else { throw .tooLarge(path, limit: limit) }
    return bytes
  }

  /// The bytes at an offset; fewer at the end of the file.
  package func bytes(at offset: Int, count: Int) throws(FileError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    let descriptor = descriptor
    var done = 0
    while done < count {
      let got = bytes.withUnsafeMutableBytes { buffer in
        let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[done...])
        return retrying { pread(descriptor, rest.baseAddress, rest.count, offset + done) }
      }
      guard got >= 0 else { throw .system(.read, path: path, code: errno) }
      if got == 0 { break }
      done += got
    }
    return Array(bytes.prefix(done))
  }

  /// Reads from the beginning, 64 KiB at a time, until the end or until `body` returns false.
  package func forEachPiece(_ body: (UnsafeRawBufferPointer) -> Bool) throws(FileError) {
    let code: CInt = withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 16) { buffer in
      var offset = 0
      while true {
        let count = retrying { pread(descriptor, buffer.baseAddress, buffer.count, offset) }
        guard count >= 0 else { return errno }
        guard count > 0, body(UnsafeRawBufferPointer(rebasing: buffer[..<count])) else { return 0 }
        offset += count
      }
    }
    guard code == 0 else { throw .system(.read, path: path, code: code) }
  }
}
