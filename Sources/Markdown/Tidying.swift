import Glibc

/// Marks a table row for `appendTidied`; a text from data can never produce it, since its `<` is escaped.
let rowMarker = Array("<row ".utf8)

/// Marks a paragraph in the same way.
let paragraphMarker = Array("<pclass ".utf8)

/// Marks the caption of the table that follows; escaped text contains no `>`, so the first one ends it.
let captionMarker = Array("<tcaption ".utf8)

/// Appends HTML as cmark writes it, with tables in the pages' own form: a caption, the first cell of a row as its
/// header, headers with their scope, and classes instead of the obsolete align attribute.
///
/// A table with a column explicitly aligned left (`:---`) gets the class `cards`, which shows each row as a block on a
/// narrow screen: each cell carries the head of its column, and those of that column have their own
/// line (`w`).
func appendTidied(_ html: UnsafeRawBufferPointer, to output: inout [UInt8]) {
  var tables = TableTidying()
  var position = 0
  while position < html.count {
    let rest = unsafe UnsafeRawBufferPointer(rebasing: html[position...])
    guard let base = rest.baseAddress, let found = unsafe memchr(base, 0x3C, rest.count) else {
      unsafe output.append(contentsOf: rest)
      return
    }
    let length = unsafe UnsafeRawPointer(found) - base
    unsafe output.append(contentsOf: rest[..<length])
    let tag = unsafe UnsafeRawBufferPointer(rebasing: rest[length...])
    position += length
    if let (written, replacement) = unsafe tables.tidied(tag) {
      output.append(contentsOf: replacement)
      position += written
    } else {
      output.append(0x3C)
      position += 1
    }
  }
}

/// The state of the table being written.
private struct TableTidying {
  private var caption: [UInt8]?
  private var isInRowHeader = false
  /// The heads of a table with the class `cards`; empty for every other.
  private var heads: [[UInt8]] = []
  private var column = 0

  /// The length of the tag at the start, and its replacement; nil for tags that stay.
  mutating func tidied(_ tag: UnsafeRawBufferPointer) -> (written: Int, tidy: [UInt8])? {
    guard tag.count > 3 else { return nil }
    if isInRowHeader, unsafe tag.starts(with: Self.cellEnd) {
      isInRowHeader = false
      return (Self.cellEnd.count, Self.headerEnd)
    }
    if unsafe tag.starts(with: Self.markedParagraph) {
      guard let end = unsafe tag[Self.markedParagraph.count...].firstIndex(of: 0x3E) else { return nil }
      let name = unsafe Array(tag[Self.markedParagraph.count..<end])
      return (end + 1, Array("<p class=\"".utf8) + name + Array("\">".utf8))
    }
    for marker in [rowMarker, paragraphMarker] where unsafe tag.starts(with: marker) {
      // It is not where it means something, and a page holds no such tag.
      return unsafe tag.firstIndex(of: 0x3E).map { ($0 + 1, []) }
    }
    guard unsafe tag[1] == UInt8(ascii: "t") else { return nil }
    switch unsafe tag[2] {
    case UInt8(ascii: "r"):
      column = -1
      return unsafe row(tag)
    case UInt8(ascii: "c"):
      guard unsafe tag.starts(with: captionMarker), let end = unsafe tag.firstIndex(of: 0x3E) else { return nil }
      unsafe caption = Array(tag[captionMarker.count..<end])
      return (end + 1, [])
    case UInt8(ascii: "a"):
      heads = []
      guard let caption, unsafe tag.starts(with: Self.table) else { return nil }
      self.caption = nil
      heads = unsafe Self.heads(of: tag)
      let opening = heads.isEmpty ? Self.table : Self.cards
      return (Self.table.count, opening + Array("\n<caption>".utf8) + caption + Array("</caption>".utf8))
    case UInt8(ascii: "d"), UInt8(ascii: "h"):
      for (written, tidy) in replacements where unsafe tag.starts(with: written) {
        return unsafe (written.count, tag[2] == UInt8(ascii: "d") ? labelled(tidy) : tidy)
      }
      return nil
    default: return nil
    }
  }

  /// The opening tag of a body cell with the head of its column, in a table with the class `cards`.
  private mutating func labelled(_ tag: [UInt8]) -> [UInt8] {
    column += 1
    guard heads.indices.contains(column) else { return tag }
    return tag.dropLast() + Array(" data-l=\"".utf8) + heads[column] + Array("\">".utf8)
  }

  /// The texts of the heads if a column of the table is aligned left; otherwise empty.
  private static func heads(of table: UnsafeRawBufferPointer) -> [[UInt8]] {
    var heads: [[UInt8]] = []
    var isCards = false
    var position = 0
    while let length = unsafe table[position...].firstIndex(of: 0x3C).map({ $0 - position }) {
      let tag = unsafe UnsafeRawBufferPointer(rebasing: table[(position + length)...])
      if !heads.isEmpty { unsafe heads[heads.count - 1] += Array(table[position..<position + length]) }
      guard let end = unsafe tag.firstIndex(of: 0x3E), unsafe !tag.starts(with: headEnd) else { break }
      if unsafe tag.starts(with: leftHead) { isCards = true }
      if unsafe tag.starts(with: head), tag.count > 3, unsafe [0x3E, 0x20].contains(tag[3]) { heads.append([]) }
      position += length + end + 1
    }
    // Between the tags of two heads is the line break of the source.
    return isCards ? heads.map { head in Array(head.split(separator: 0x0A).joined()) } : []
  }

  /// A body row, whose first cell names it; an empty cell names nothing and stays a cell.
  private mutating func row(_ tag: UnsafeRawBufferPointer) -> (written: Int, tidy: [UInt8])? {
    guard let start = Self.rows.first(where: { unsafe tag.starts(with: $0) }) else { return nil }
    column = 0
    var opening = Array("<tr".utf8)
    var end = start.count
    let content = unsafe UnsafeRawBufferPointer(rebasing: tag[end...])
    if unsafe content.starts(with: rowMarker), let close = unsafe content.firstIndex(of: 0x3E) {
      opening += unsafe Array(" class=\"".utf8) + Array(content[rowMarker.count..<close]) + [0x22]
      end += close + 1
    }
    isInRowHeader = unsafe !UnsafeRawBufferPointer(rebasing: tag[end...]).starts(with: Self.cellEnd)
    return (end, opening + Array((isInRowHeader ? ">\n<th scope=\"row\">" : ">\n<td>").utf8))
  }

  private static let markedParagraph = Array("<p>".utf8) + paragraphMarker
  private static let table = Array("<table>".utf8)
  private static let cards = Array("<table class=\"cards\">".utf8)
  private static let head = Array("<th".utf8)
  private static let leftHead = Array("<th align=\"left\">".utf8)
  private static let headEnd = Array("</thead>".utf8)
  private static let rows = ["<tr>\n<td>", "<tr>\n<td align=\"left\">"].map { Array($0.utf8) }
  private static let cellEnd = Array("</td>".utf8)
  private static let headerEnd = Array("</th>".utf8)
}

private let replacements: [(written: [UInt8], tidy: [UInt8])] = [
  ("<td align=\"right\">", "<td class=\"n\">"), ("<th align=\"right\">", "<th scope=\"col\" class=\"n\">"),
  ("<th>", "<th scope=\"col\">"), ("<td>", "<td>"), ("<td align=\"left\">", "<td class=\"w\">"),
  ("<th align=\"left\">", "<th scope=\"col\">"),
  ("<td align=\"center\">", "<td>"), ("<th align=\"center\">", "<th scope=\"col\">"),
].map { (Array($0.0.utf8), Array($0.1.utf8)) }

/// Appends a text with the special characters of HTML escaped, byte by byte; the apostrophe only for attributes, as
/// libcmark-gfm leaves it in texts.
func appendEscaped(_ utf8: some Sequence<UInt8>, escapingApostrophe: Bool = true, to output: inout [UInt8]) {
  for byte in utf8 {
    switch byte {
    case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
    case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
    case UInt8(ascii: ">"): output.append(contentsOf: "&gt;".utf8)
    case UInt8(ascii: "\""): output.append(contentsOf: "&quot;".utf8)
    case UInt8(ascii: "'") where escapingApostrophe: output.append(contentsOf: "&#39;".utf8)
    default: output.append(byte)
    }
  }
}
