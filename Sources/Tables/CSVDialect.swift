/// How a CSV file is written: the form that a row in it must have.
public struct CSVDialect: Equatable, Sendable {
  /// What ends a line.
  public enum LineBreak: Equatable, Sendable {
    case lineFeed, carriageReturn, both

    /// The bytes that end a line.
    public var bytes: [UInt8] {
      switch self {
      case .lineFeed: [UInt8(ascii: "\n")]
      case .carriageReturn: [UInt8(ascii: "\r")]
      case .both: [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
      }
    }
  }

  private static let quote = UInt8(ascii: "\"")

  /// The byte between cells.
  public var delimiter: UInt8
  /// What ends a line.
  public var lineBreak: LineBreak
  /// True when cells are quoted that need no quotes, as some programs export them.
  public var quotesEveryCell: Bool

  /// Creates a dialect; by default RFC 4180 with a line feed as its line break.
  public init(
    delimiter: UInt8 = UInt8(ascii: ","), lineBreak: LineBreak = .lineFeed, quotesEveryCell: Bool = false
  ) {
    self.delimiter = delimiter
    self.lineBreak = lineBreak
    self.quotesEveryCell = quotesEveryCell
  }

  /// The bytes of a row, including its line break, which a reader returns as the same cells.
  public func row(_ cells: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (position, cell) in cells.enumerated() {
      if position > 0 { bytes.append(delimiter) }
      append(cell, to: &bytes)
    }
    // Readers skip a line without any bytes.
    if bytes.isEmpty { bytes = [Self.quote, Self.quote] }
    return bytes + lineBreak.bytes
  }

  private func append(_ cell: String, to bytes: inout [UInt8]) {
    let quote = Self.quote
    let special = [delimiter, quote, UInt8(ascii: "\n"), UInt8(ascii: "\r")]
    guard quotesEveryCell || cell.utf8.contains(where: { special.contains($0) }) else {
      bytes += cell.utf8
      return
    }
    bytes.append(quote)
    for byte in cell.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }
}

extension CSVDialect {
  /// The bytes that may stand between cells, the usual ones first.
  static let delimiters = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")]

  /// Whichever delimiter is most frequent in the first line.
  static func likeliestDelimiter(_ beginning: UnsafeBufferPointer<UInt8>) -> UInt8 {
    var counts = [Int](repeating: 0, count: delimiters.count)
    var isQuoted = false
    for byte in beginning {
      if byte == quote { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
      if let index = delimiters.firstIndex(of: byte) { counts[index] += 1 }
    }
    var best = 0
    for index in counts.indices where counts[index] > counts[best] { best = index }
    return delimiters[best]
  }

  /// The delimiter that a first line such as `sep=;` names for spreadsheets, and the length of that line.
  static func declaredDelimiter(_ beginning: UnsafeBufferPointer<UInt8>) -> (delimiter: UInt8, length: Int)? {
    let key = Array("sep=".utf8)
    guard beginning.count > key.count + 1, beginning.prefix(key.count).map({ $0 | 0x20 }) == key.map({ $0 | 0x20 })
    else { return nil }
    let lineBreaks = [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
    let end = beginning[(key.count + 1)...].prefix { lineBreaks.contains($0) }.prefix(2)
    guard let first = end.first, delimiters.contains(beginning[key.count]) else { return nil }
    let isBoth = first == lineBreaks[0] && end.count > 1 && end[end.startIndex + 1] == lineBreaks[1]
    return (beginning[key.count], key.count + 1 + (isBoth ? 2 : 1))
  }
}
