import Files

/// Reads a file from its beginning in large pieces, as UTF-8 whatever it is written in.
///
/// A file that begins as gzip does is unpacked. A byte-order mark decides which encoding it is, also where another
/// one is asked for: no text begins with the letters that a mark would be. The mark of UTF-8 stays; what is UTF-8
/// already goes through unseen, be it well-formed or not, and so does UTF-32.
struct ByteSource: ~Copyable {
  private let stage: any ByteStage

  /// Opens a file.
  ///
  /// - Parameter encoding: that of a file without a mark; nil for UTF-8.
  init(path: String, encoding: TextEncoding? = nil, limits: Limits = Limits()) throws(TableProblem) {
    var start = try BegunBytes(FileBytes(path: path, limits))
    if start.beginning.starts(with: [0x1F, 0x8B]) { start = try BegunBytes(InflatedBytes(start, limits)) }
    switch Mark(start.beginning) {
    case .utf16(let isBigEndian):
      start.dropMark()
      stage = try DecodedBytes(start, encoding: .utf16, isBigEndian: isBigEndian)
    case nil where encoding != nil && encoding != .utf8:
      stage = try DecodedBytes(start, encoding: encoding ?? .utf8, isBigEndian: false)
    case .other, nil: stage = start
    }
  }

  /// Gives bytes that are in memory, in UTF-8.
  init(bytes: [UInt8]) { stage = MemoryBytes(bytes) }

  /// Fills a buffer from its start; the number of bytes read is 0 at the end of the file.
  ///
  /// Throws what the system says, `.damaged` for a gzip file that is, and `.notInEncoding` with line and column.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(TableProblem) -> Int {
    try stage.read(into: buffer)
  }
}

/// The byte-order mark that a text begins with.
private enum Mark {
  case utf16(isBigEndian: Bool)
  /// Those of UTF-8, which needs no decoding, and of UTF-32, which has none here.
  case other

  init?(_ beginning: [UInt8]) {
    if beginning.starts(with: [0xEF, 0xBB, 0xBF]) || [[0xFF, 0xFE, 0, 0], [0, 0, 0xFE, 0xFF]].contains(beginning) {
      self = .other
    } else if beginning.starts(with: [0xFE, 0xFF]) || beginning.starts(with: [0xFF, 0xFE]) {
      self = .utf16(isBigEndian: beginning[0] == 0xFE)
    } else {
      return nil
    }
  }
}
