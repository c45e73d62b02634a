import Files

/// Reads the records of a CSV file one after the other, as RFC 4180 describes them.
///
/// Cells are bytes of a buffer that the reader keeps, so reading tens of megabytes allocates nothing per row. Lines end
/// with LF, CRLF or CR; a quoted cell may hold delimiters, doubled quotes and line breaks, and blanks around its quotes are
/// no part of it; empty lines and a byte-order mark are skipped. Every record is checked to be UTF-8.
struct CSVReader: ~Copyable {
  /// A cell's place in the buffer.
  struct Cell {
    /// The first byte, after the quote if there is one.
    var start: Int
    /// The byte after the last, excluding the closing quote.
    var end: Int
    var hasDoubledQuotes = false
    /// The byte at which the cell begins, including its quote.
    let origin: Int
  }

  private static let quote = UInt8(ascii: "\"")
  private static let space = UInt8(ascii: " ")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")

  private let source: ByteSource
  let limits: Limits
  private let mostBytesOfRow: Int
  private let mostBytesOfCell: Int
  let mostColumns: Int
  private(set) var buffer: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var filled = 0
  private(set) var next = 0
  private var isAtEnd = false
  private(set) var cells: [Cell] = []
  private(set) var recordStart = 0
  /// The byte after the current record's last cell, where its line break begins.
  private(set) var recordEnd = 0
  private var nextLine = 1
  let lastPlace = LastPlace()
  /// The byte between cells.
  private(set) var delimiter = UInt8(ascii: ",")

  /// The line on which the current record begins, from 1.
  private(set) var line = 1
  /// The first cell with text after its closing quote; nil in a well-formed record.
  private(set) var malformedCell: Int?
  /// True when the file ends inside the current record's last cell, which is quoted.
  private(set) var endsInsideQuotes = false

  /// Opens a file; without a delimiter, takes the one that a line `sep=;` names, or whichever is most frequent in the
  /// first line.
  static func open(
    path: String, delimiter: UInt8?, encoding: TextEncoding? = nil, limits: Limits = Limits(), pieceSize: Int = 1 << 22
  ) throws(TableProblem) -> CSVReader {
    let source = try ByteSource(path: path, encoding: encoding, limits: limits)
    var reader = CSVReader(source: source, limits, capacity: max(pieceSize, 16))
    try reader.begin(delimiter: delimiter)
    return reader
  }

  init(source: consuming ByteSource, _ limits: Limits, capacity: Int) {
    self.source = source
    self.limits = limits
    mostBytesOfRow = limits.amount(of: .row)
    mostBytesOfCell = limits.amount(of: .cell)
    mostColumns = limits.amount(of: .columns)
    self.capacity = capacity
    buffer = .allocate(capacity: capacity)
  }

  mutating func begin(delimiter: UInt8?) throws(TableProblem) {
    try fill()
    if let kind = FileKind(beginning: UnsafeBufferPointer(start: buffer, count: filled)) {
      throw TableProblem(.otherKind(kind))
    }
    if filled >= 3, buffer[0] == 0xEF, buffer[1] == 0xBB, buffer[2] == 0xBF { next = 3 }
    let beginning = UnsafeBufferPointer(start: buffer + next, count: filled - next)
    if let declared = CSVDialect.declaredDelimiter(beginning) {
      next += declared.length
      nextLine += 1
      self.delimiter = delimiter ?? declared.delimiter
    } else {
      self.delimiter = delimiter ?? CSVDialect.likeliestDelimiter(beginning)
    }
  }

  deinit {
    buffer.deallocate()
  }

  /// The number of cells in the current record.
  var count: Int { cells.count }

  /// True when the file ends with the current record and without a line break.
  var endsWithoutLineBreak: Bool { recordEnd == next }

  /// True when the current record is on more than one line.
  var spansLines: Bool { nextLine - line > 1 }

  /// The dialect of the current record; a missing line break counts as a line feed.
  var dialect: CSVDialect {
    let lineBreak: CSVDialect.LineBreak =
      endsWithoutLineBreak || buffer[recordEnd] == Self.lineFeed
      ? .lineFeed : next - recordEnd == 2 ? .both : .carriageReturn
    return CSVDialect(
      delimiter: delimiter, lineBreak: lineBreak, quotesEveryCell: cells.allSatisfy { $0.start > $0.origin })
  }

  /// The bytes of a cell; they stay valid until the next record is read.
  func cell(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: buffer + cells[index].start, count: cells[index].end - cells[index].start)
  }

  /// Moves to the next record; false at the end of the file.
  mutating func advance() throws(TableProblem) -> Bool {
    while true {
      guard let end = try scanRecord() else { return false }
      let isBlank = cells.count == 1 && cells[0].end == cells[0].start && cells[0].origin == cells[0].start
      if isBlank {
        next = end
        line = nextLine
        continue
      }
      return true
    }
  }

  /// Scans one record into `cells`, reading more where the buffer ends within it; nil at the end of the file.
  private mutating func scanRecord() throws(TableProblem) -> Int? {
    while true {
      if next == filled, isAtEnd { return nil }
      line = nextLine
      recordStart = next
      if let end = try scanBufferedRecord() {
        next = end
        return end
      }
      nextLine = line
      guard filled - next <= mostBytesOfRow else { throw limits.problem(.row, line: line) }
      try fill()
    }
  }

  /// Scans the record at `next`; nil when finding its end takes more of the file.
  private mutating func scanBufferedRecord() throws(TableProblem) -> Int? {
    cells.removeAll(keepingCapacity: true)
    malformedCell = nil
    endsInsideQuotes = false
    var position = next
    var seen: UInt8 = 0
    while true {
      var cell = Cell(start: position, end: position, origin: position)
      guard let quote = openingQuote(from: position) else { return nil }
      var isQuoted = false
      if quote < filled, buffer[quote] == Self.quote {
        let lineBefore = nextLine
        guard var end = scanQuotedCell(&cell, from: quote, seen: &seen) else { return nil }
        isQuoted = true
        var isFollowedByText = false
        while end < filled, !isEnd(buffer[end]) {
          seen |= buffer[end]
          if buffer[end] != Self.space { isFollowedByText = true }
          end += 1
        }
        if end == filled, !isAtEnd { return nil }
        if isFollowedByText || endsInsideQuotes, quote > cell.origin {
          // The quotation mark is one inside a text that begins with a blank.
          cell = Cell(start: position, end: position, origin: position)
          nextLine = lineBefore
          isQuoted = false
          endsInsideQuotes = false
        } else {
          if isFollowedByText { malformedCell = malformedCell ?? cells.count }
          position = end
        }
      }
      if !isQuoted {
        while position < filled {
          let byte = buffer[position]
          if isEnd(byte) { break }
          seen |= byte
          position += 1
        }
        cell.end = position
      }
      if position == filled, !isAtEnd { return nil }
      cells.append(cell)
      if cell.end - cell.start > mostBytesOfCell || cells.count > mostColumns { throw excess(cell) }
      if position < filled, buffer[position] == delimiter {
        position += 1
        continue
      }
      recordEnd = position
      if seen & 0x80 != 0 {
        try checkUTF8(UnsafeBufferPointer(start: buffer + next, count: position - next), line: line)
      }
      guard let end = endOfLine(position) else { return nil }
      for index in cells.indices where cells[index].hasDoubledQuotes {
        cells[index].end = undoubleQuotes(in: cells[index])
      }
      return end
    }
  }

  /// The position after the line break at `position`; nil when it may continue beyond the buffer.
  private mutating func endOfLine(_ position: Int) -> Int? {
    guard position < filled else {
      nextLine += 1
      return position
    }
    if buffer[position] == Self.carriageReturn {
      if position + 1 == filled, !isAtEnd { return nil }
      nextLine += 1
      return position + 1 < filled && buffer[position + 1] == Self.lineFeed ? position + 2 : position + 1
    }
    nextLine += 1
    return position + 1
  }

  /// The first byte of a cell that is no space; nil when it may be beyond the buffer.
  private func openingQuote(from start: Int) -> Int? {
    var position = start
    while position < filled, buffer[position] == Self.space { position += 1 }
    return position == filled && !isAtEnd ? nil : position
  }

  /// Scans a quoted cell up to its closing quote and sets its range; nil when it may continue beyond the buffer.
  private mutating func scanQuotedCell(_ cell: inout Cell, from quote: Int, seen: inout UInt8) -> Int? {
    var position = quote + 1
    cell.start = position
    while position < filled {
      let byte = buffer[position]
      seen |= byte
      if byte == Self.quote {
        if position + 1 < filled, buffer[position + 1] == Self.quote {
          cell.hasDoubledQuotes = true
          position += 2
          continue
        }
        if position + 1 == filled, !isAtEnd { return nil }
        cell.end = position
        return position + 1
      }
      if byte == Self.lineFeed { nextLine += 1 }
      if byte == Self.carriageReturn {
        if position + 1 == filled, !isAtEnd { return nil }
        if position + 1 == filled || buffer[position + 1] != Self.lineFeed { nextLine += 1 }
      }
      position += 1
    }
    guard isAtEnd else { return nil }
    endsInsideQuotes = true
    cell.end = position
    return position
  }

  /// Closes the gaps that doubled quotes leave and fills the rest of the cell's room with quotes, so that what comes
  /// after it keeps its column.
  private func undoubleQuotes(in cell: Cell) -> Int {
    var target = cell.start
    var position = cell.start
    while position < cell.end {
      buffer[target] = buffer[position]
      target += 1
      position += buffer[position] == Self.quote ? 2 : 1
    }
    for rest in target..<cell.end { buffer[rest] = Self.quote }
    return target
  }

  private func isEnd(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn
  }

  /// Moves the rest of the buffer to its start and reads more of the file after it.
  private mutating func fill() throws(TableProblem) {
    let left = filled - next
    if next > 0 {
      buffer.update(from: buffer + next, count: left)
      next = 0
    } else if filled == capacity {
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
      larger.update(from: buffer, count: filled)
      buffer.deallocate()
      buffer = larger
      capacity *= 2
    }
    filled = left
    let count = try source.read(
      into: UnsafeMutableRawBufferPointer(start: buffer + filled, count: capacity - filled))
    filled += count
    if count == 0 { isAtEnd = true }
  }
}
