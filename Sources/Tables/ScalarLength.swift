extension UTF8 {
  /// The number of bytes of the well-formed scalar at a position; 0 when it is malformed.
  static func scalarLength(at bytes: UnsafePointer<UInt8>, limit: Int) -> Int {
    let lead = bytes[0]
    let length = lead < 0x80 ? 1 : lead & 0xE0 == 0xC0 ? 2 : lead & 0xF0 == 0xE0 ? 3 : lead & 0xF8 == 0xF0 ? 4 : 0
    guard length > 0, length <= limit else { return 0 }
    let scalar = UnsafeBufferPointer(start: bytes, count: length)
    return String(validating: scalar, as: UTF8.self) == nil ? 0 : length
  }
}

/// Finds the first byte of a record that is not UTF-8.
///
/// - Parameter line: the line on which the record begins.
func checkUTF8(_ record: UnsafeBufferPointer<UInt8>, line: Int) throws(TableProblem) {
  guard let start = record.baseAddress, String(validating: record, as: UTF8.self) == nil else { return }
  var line = line
  var lineStart = 0
  var position = 0
  while position < record.count {
    let length = UTF8.scalarLength(at: start + position, limit: record.count - position)
    guard length > 0 else {
      let encodings = TextEncoding.encodingsThatRead(Array(record))
      throw TableProblem(
        .notUTF8(byte: record[position], encodings: encodings), line: line, column: position - lineStart + 1)
    }
    let isFollowedByLineFeed = position + 1 < record.count && record[position + 1] == UInt8(ascii: "\n")
    if record[position] == UInt8(ascii: "\n") || record[position] == UInt8(ascii: "\r") && !isFollowedByLineFeed {
      line += 1
      lineStart = position + 1
    }
    position += length
  }
}
