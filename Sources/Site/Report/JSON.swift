import Health

/// Writes JSON as bytes, one value after the other; text is escaped byte by byte and numbers need no locale.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  mutating func object(_ body: (inout JSONWriter) -> Void) { nested(0x7B, 0x7D, body) }

  mutating func array(_ body: (inout JSONWriter) -> Void) { nested(0x5B, 0x5D, body) }

  /// Writes an object as the value of a key.
  mutating func object(_ key: String, _ body: (inout JSONWriter) -> Void) {
    name(key)
    object(body)
  }

  /// Writes an array as the value of a key.
  mutating func array(_ key: String, _ body: (inout JSONWriter) -> Void) {
    name(key)
    array(body)
  }

  mutating func field(_ key: String, _ value: String?) {
    name(key)
    if let value { string(value) } else { null() }
  }

  mutating func field(_ key: String, _ value: Int?) {
    name(key)
    if let value { raw("\(value)") } else { null() }
  }

  mutating func field(_ key: String, _ value: Double?) {
    name(key)
    // Swift writes the shortest digits that parse back to the same double.
    if let value, value.isFinite {
      raw(value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)")
    } else {
      null()
    }
  }

  mutating func field(_ key: String, _ value: Bool) {
    name(key)
    raw(value ? "true" : "false")
  }

  mutating func string(_ value: String) {
    separate()
    quoted(value)
    needsComma = true
  }

  mutating func number(_ value: Int?) { raw(value.map(String.init) ?? "null") }

  /// Begins a new line, to keep a large file readable.
  mutating func lineBreak() {
    if needsComma { bytes.append(0x2C) }
    bytes.append(0x0A)
    needsComma = false
  }

  /// The bytes, with the end of the last line.
  var document: [UInt8] {
    consuming get {
      bytes.append(0x0A)
      return bytes
    }
  }

  mutating func null() { raw("null") }

  private mutating func raw(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
    needsComma = true
  }

  private mutating func name(_ key: String) {
    separate()
    quoted(key)
    bytes.append(0x3A)
    needsComma = false
  }

  private mutating func nested(_ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(open)
    needsComma = false
    body(&self)
    bytes.append(close)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(0x2C) }
    needsComma = false
  }

  private mutating func quoted(_ text: String) {
    bytes.append(0x22)
    for byte in text.utf8 {
      switch byte {
      case 0x22, 0x5C: bytes += [0x5C, byte]
      case 0x0A: bytes += [0x5C, 0x6E]
      case 0..<0x20:
        let digits = String(byte, radix: 16)
        bytes.append(contentsOf: "\\u00".utf8)
        if digits.utf8.count < 2 { bytes.append(0x30) }
        bytes.append(contentsOf: digits.utf8)
      default: bytes.append(byte)
      }
    }
    bytes.append(0x22)
  }
}
