/// A run of a page's lines that libcmark-gfm reads alone as it reads it within the page.
struct PagePiece {
  /// The bytes of its lines, without the last line end.
  let range: Range<Int>
  /// For a table, the bytes of its first two lines; nil for everything else.
  let tableHead: Range<Int>?
}

/// Splits a page at blank lines, except where the lines after one may go on with what stands before it.
struct PagePieces: Sequence, IteratorProtocol {
  private let text: [UInt8]
  private var position = 0

  init(of text: [UInt8]) { self.text = text }

  mutating func next() -> PagePiece? {
    while position < text.count, text[position] == 0x0A { position += 1 }
    guard position < text.count else { return nil }
    let start = position
    var end = start
    // Where the second line ends.
    var headEnd = 0
    var lines = 0
    var isTable = true
    var hasContainer = false
    while position < text.count {
      if text[position] == 0x0A {
        let next = text[position...].firstIndex { $0 != 0x0A } ?? text.count
        position = next
        guard hasContainer, next < text.count, opensContainer(at: next) else { break }
        isTable = false
      }
      let lineEnd = text[position...].firstIndex(of: 0x0A) ?? text.count
      lines += 1
      isTable = isTable && text[position] == UInt8(ascii: "|") && (lines != 2 || isDelimiter(position..<lineEnd))
      if lines == 2 { headEnd = lineEnd }
      hasContainer = hasContainer || opensContainer(at: position)
      end = lineEnd
      position = Swift.min(lineEnd + 1, text.count)
    }
    return PagePiece(range: start..<end, tableHead: isTable && lines > 1 ? start..<headEnd : nil)
  }

  /// The lines of a table below its head.
  static func rows(of piece: PagePiece, head: Range<Int>, in text: [UInt8]) -> [Range<Int>] {
    var rows: [Range<Int>] = []
    var start = head.upperBound + 1
    while start < piece.range.upperBound {
      let end = text[start..<piece.range.upperBound].firstIndex(of: 0x0A) ?? piece.range.upperBound
      rows.append(start..<end)
      start = end + 1
    }
    return rows
  }

  /// Whether a line may begin an item of a list, or is indented: such lines belong to a list above across blank lines.
  private func opensContainer(at position: Int) -> Bool {
    let byte = text[position]
    if byte == Mark.value[0] {
      // A value may be the number of an item.
      let next = text[position...].first { !Mark.value.contains($0) && !(0x30...0x39).contains($0) }
      return next == UInt8(ascii: ".") || next == UInt8(ascii: ")")
    }
    if byte == 0x20 || byte == 0x09 || (0x30...0x39).contains(byte) { return true }
    guard "-+*".utf8.contains(byte) else { return false }
    return position + 1 == text.count || [0x20, 0x09, 0x0A].contains(text[position + 1])
  }

  private func isDelimiter(_ line: Range<Int>) -> Bool {
    text[line].allSatisfy { "|-: ".utf8.contains($0) }
  }
}
