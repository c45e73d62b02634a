/// Bytes of texts one behind the other, to which the runs of a text are added piece by piece.
struct TextBytes {
  private(set) var bytes: [UInt8] = []
  private var start = 0
  private var keepsBlanks = false

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
  }

  /// Begins a run.
  ///
  /// - Parameter keepingBlanks: whether blanks at its ends belong to it; Excel drops them unless the run says so.
  mutating func beginRun(keepingBlanks: Bool) {
    start = bytes.count
    keepsBlanks = keepingBlanks
  }

  mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
    unsafe bytes.append(contentsOf: piece)
  }

  mutating func append(_ byte: UInt8) {
    bytes.append(byte)
  }

  mutating func append(contentsOf other: some Collection<UInt8>) {
    bytes.append(contentsOf: other)
  }

  /// Appends a text that is one run and keeps its blanks.
  mutating func appendText(_ text: some Collection<UInt8>) {
    beginRun(keepingBlanks: true)
    append(contentsOf: text)
    endRun()
  }

  mutating func endRun() {
    if !keepsBlanks { trim() }
    undoEscapes()
  }

  private mutating func trim() {
    while bytes.count > start, bytes[bytes.count - 1].isXMLBlank { bytes.removeLast() }
    let first = bytes[start...].firstIndex { !$0.isXMLBlank } ?? bytes.count
    if first > start { bytes.removeSubrange(start..<first) }
  }

  /// Replaces `_x000D_` and the like: the format cannot hold control characters otherwise.
  ///
  /// Characters beyond U+FFFF are two escapes, the halves of a pair in UTF-16. The underscore is escaped where an
  /// escape is meant as it stands, so what comes out of one is not looked at again.
  private mutating func undoEscapes() {
    guard var read = bytes[start...].firstIndex(of: UInt8(ascii: "_")) else { return }
    var write = read
    while read < bytes.count {
      guard let unit = escape(at: read) else {
        bytes[write] = bytes[read]
        write += 1
        read += 1
        continue
      }
      read += 7
      var scalar = Unicode.Scalar(UInt32(unit))
      if UTF16.isLeadSurrogate(unit), let trail = escape(at: read), UTF16.isTrailSurrogate(trail) {
        scalar = UTF16.decode(UTF16.EncodedScalar([unit, trail]))
        read += 7
      }
      for byte in UTF8.encode(scalar ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter {
        bytes[write] = byte
        write += 1
      }
    }
    bytes.removeSubrange(write...)
  }

  private func escape(at place: Int) -> UInt16? {
    guard place + 7 <= bytes.count, bytes[place] == UInt8(ascii: "_"), bytes[place + 1] == UInt8(ascii: "x"),
      bytes[place + 6] == UInt8(ascii: "_")
    else { return nil }
    var unit: UInt16 = 0
    for byte in bytes[place + 2..<place + 6] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }
}

extension UInt8 {
  /// Whether XML counts the character as a blank.
  var isXMLBlank: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D }

  /// The value of a decimal digit.
  var digit: Int? { (0x30...0x39).contains(self) ? Int(self) - 0x30 : nil }
}
