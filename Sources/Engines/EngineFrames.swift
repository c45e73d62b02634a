/// What a process and the child that reads a query for it tell each other: frames of a tag, a length and bytes.
enum EngineFrame: UInt8 {
  // What is asked.
  case library = 1, entryPoint, optionName, optionText, optionInteger, optionNumber, query, zone, memory, seconds,
    mostRows
  case mostBytes, dialect
  // What is answered.
  case engine, askedQuery, columnOfTexts, columnOfNumbers, rows, problem, problemOfSettings, done
}

extension EngineFrame {
  /// Bytes before the content of a frame: the tag and the length, low byte first.
  static let headerCount = 5

  /// Appends a frame.
  func append(_ bytes: some Collection<UInt8>, to out: inout [UInt8]) {
    out.append(rawValue)
    let count = UInt32(bytes.count)
    for shift in stride(from: 0, to: 32, by: 8) { out.append(UInt8(truncatingIfNeeded: count >> UInt32(shift))) }
    out.append(contentsOf: bytes)
  }

  /// Appends a frame with a text.
  func append(_ text: String, to out: inout [UInt8]) { append(Array(text.utf8), to: &out) }
}

/// Takes frames apart, however they arrive in pieces.
struct EngineFrameReader {
  private var bytes: [UInt8] = []
  private var start = 0

  /// Takes the next piece.
  mutating func add(_ piece: UnsafeRawBufferPointer) {
    if start > 0, start == bytes.count || start > 1 << 20 {
      bytes.removeSubrange(..<start)
      start = 0
    }
    unsafe bytes.append(contentsOf: piece)
  }

  /// The next whole frame; nil where its end has not arrived.
  ///
  /// - Returns: a nil tag for a frame that nobody knows.
  mutating func next() -> (tag: EngineFrame?, bytes: ArraySlice<UInt8>)? {
    guard bytes.count - start >= EngineFrame.headerCount else { return nil }
    let count = (1...4).reduce(0) { $0 | Int(bytes[start + $1]) << (8 * ($1 - 1)) }
    let content = start + EngineFrame.headerCount
    guard bytes.count - content >= count else { return nil }
    defer { start = content + count }
    return (EngineFrame(rawValue: bytes[start]), bytes[content..<(content + count)])
  }
}

extension ArraySlice<UInt8> {
  var text: String { String(decoding: self, as: UTF8.self) }
}
