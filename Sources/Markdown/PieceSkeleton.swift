import Templates

/// The skeleton of a piece of a page, and what the piece leaves for the next one.
struct PieceSkeleton: Sendable {
  /// How a piece is read.
  enum Kind: Hashable {
    case block(isInSection: Bool)
    /// The first two lines of a table.
    case head
    /// A line of a table below its head.
    case row(table: Int)
  }

  static let bodyBegin = Array("<tbody>\n".utf8)
  static let tableEnd = Array("</table>\n</div>\n".utf8)
  static let bodyEnd = Array("</tbody>\n".utf8) + tableEnd
  private static let headEnd = Array("</thead>\n".utf8)

  let html: Skeleton
  /// The text of the last heading in the piece, escaped for an attribute; nil when it has none.
  let heading: Skeleton?
  /// Whether a section is open after the piece; nil where none can begin or end.
  let isInSection: Bool?
  /// The number of values in the piece.
  let values: Int
  /// The numbers of the values that may decide what the piece becomes.
  let deciding: [Int]
  /// Whether the piece is the head of a table.
  let isTable: Bool
  /// What the rows of the table are known by; set where it is kept.
  var tableID: Int?
  /// The text that was read.
  let source: [UInt8]

  /// Reads a piece.
  ///
  /// - Throws: why that cannot be done without the rest of the page.
  init(_ text: NumberedText, of kind: Kind, at place: Place, figures: Int) throws(WholeReason) {
    // The marks in addresses are made of ASCII, so that a value could hold one, between the backslashes of its escaping.
    guard !text.bytes.filter({ $0 != UInt8(ascii: "\\") }).contains(Mark.address.dropLast()) else { throw .mark }
    let head = if case .row = kind { place.headText + [0x0A] } else { [UInt8]() }
    var isOpen = false
    if case .block(let isInSection) = kind { isOpen = isInSection }
    var context = PageContext(heading: Mark.heading, isInSection: isOpen, figures: figures, hasMarks: true)
    var html = render(head + text.bytes + [0x0A], in: &context)
    var isTable = false
    switch kind {
    case .block: break
    case .head:
      isTable = html.suffix(Self.headEnd.count + Self.tableEnd.count).elementsEqual(Self.headEnd + Self.tableEnd)
      if isTable { html.removeLast(Self.tableEnd.count) }
    case .row:
      guard let begin = html.ranges(of: Self.bodyBegin).first,
        html.suffix(Self.bodyEnd.count).elementsEqual(Self.bodyEnd)
      else { throw .html }
      html = Array(html[begin.upperBound...].dropLast(Self.bodyEnd.count))
    }
    self.html = Skeleton(html, hasMarks: true)
    var label: [UInt8] = []
    appendEscaped(context.heading.utf8, to: &label)
    heading = context.hasHeading ? Skeleton(label, hasMarks: true) : nil
    if case .block = kind { isInSection = context.isInSection } else { isInSection = nil }
    values = text.values
    let shown = Set(self.html.holes.compactMap(\.value))
    deciding = text.marked.filter { number in
      context.callsTableByItself || text.besideSigns.contains(number) || !shown.contains(number + text.offset)
    }
    self.isTable = isTable
    source = text.bytes
  }

  /// Whether the values at a place fit.
  func accepts(_ place: Place) -> Bool { html.accepts(place.filling) }
}

/// The text of a piece with a numbered mark for each value, or with the value itself.
struct NumberedText {
  private(set) var bytes: [UInt8] = []
  /// The number of values.
  private(set) var values = 0
  /// The numbers of the values with a mark.
  private(set) var marked: [Int] = []
  /// The numbers of the values beside signs that mean something else next to some characters than next to others.
  private(set) var besideSigns: Set<Int> = []
  /// By how much the numbers in the marks are larger: rows go on after the values of their table's head.
  let offset: Int

  init(_ text: ArraySlice<UInt8>, at place: Place, of kind: PieceSkeleton.Kind, literal: Set<Int>) {
    if case .row = kind { offset = place.head.count } else { offset = 0 }
    var position = text.startIndex
    while position < text.endIndex {
      guard text[position] == Mark.value[0], text[position...].starts(with: Mark.value) else {
        bytes.append(text[position])
        position += 1
        continue
      }
      let after = position + Mark.value.count
      if literal.contains(values) {
        escapeMarkdown(place.page.values[place.page.range(of: place.next + values)], into: &bytes)
      } else {
        marked.append(values)
        if Self.isBesideSign(position..<after, in: text) { besideSigns.insert(values) }
        bytes += Mark.of(values + offset)
      }
      values += 1
      position = after
    }
  }

  /// Whether a value is beside a sign of emphasis or a backslash, or may be part of the number of an item.
  private static func isBesideSign(_ mark: Range<Int>, in text: ArraySlice<UInt8>) -> Bool {
    let signs = "*_~\\".utf8
    if let before = text[..<mark.lowerBound].last, signs.contains(before) { return true }
    guard let after = text[mark.upperBound...].first(where: { !isOfNumber($0) }) else { return false }
    if signs.contains(after), text[mark.upperBound] == after { return true }
    let line = text[..<mark.lowerBound].reversed().prefix { $0 != 0x0A }
    return ".)".utf8.contains(after) && line.allSatisfy { isOfNumber($0) || " \t>-+*.)".utf8.contains($0) }
  }

  /// Whether a byte is a digit, or of a mark, which may stand for digits.
  private static func isOfNumber(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || Mark.value.contains(byte) }
}
