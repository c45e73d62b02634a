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
  init(opening path: String) throws(PublishError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(.open, path: path, code: errno) }
    self.init(descriptor: descriptor, path: path)
  }

  deinit { close(descriptor) }

  package func status() throws(PublishError) -> EntryStatus {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(.read, path: path, code: errno) }
    return EntryStatus(status)
  }

  /// Whether the file holds exactly these bytes.
  func holds(_ bytes: [UInt8]) throws(PublishError) -> Bool {
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

  package func contents() throws(PublishError) -> [UInt8] {
    var bytes: [UInt8] = []
    try forEachPiece { piece in
      bytes.append(contentsOf: piece)
      return true
    }
    return bytes
  }

  /// Reads from the beginning, 64 KiB at a time, until the end or until `body` answers false.
  package func forEachPiece(_ body: (UnsafeRawBufferPointer) -> Bool) throws(PublishError) {
    let code: CInt = withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 16) { buffer in
      var offset = 0
      while true {
        let count = pread(descriptor, buffer.baseAddress, buffer.count, offset)
        if count < 0 && errno == EINTR { continue }
        guard count >= 0 else { return errno }
        guard count > 0, body(UnsafeRawBufferPointer(rebasing: buffer[..<count])) else { return 0 }
        offset += count
      }
    }
    guard code == 0 else { throw .system(.read, path: path, code: code) }
  }
}
