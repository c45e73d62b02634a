import Glibc

/// Marks a table row for `appendTidied`; a text from data can never produce it, since its `<` is escaped.
let rowMarker = Array("<row ".utf8)

/// Appends HTML as cmark writes it, with table cells in the pages' own form: classes instead of the align attribute that
/// HTML has given up, and headers that say that they are headers of columns.
func appendTidied(_ html: UnsafeRawBufferPointer, to output: inout [UInt8]) {
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
    if let (written, replacement) = unsafe tidied(tag) {
      output.append(contentsOf: replacement)
      position += written
    } else {
      output.append(0x3C)
      position += 1
    }
  }
}

private let replacements: [(written: [UInt8], tidy: [UInt8])] = [
  ("<td align=\"right\">", "<td class=\"n\">"), ("<th align=\"right\">", "<th scope=\"col\" class=\"n\">"),
  ("<th>", "<th scope=\"col\">"), ("<td align=\"left\">", "<td>"), ("<th align=\"left\">", "<th scope=\"col\">"),
  ("<td align=\"center\">", "<td>"), ("<th align=\"center\">", "<th scope=\"col\">"),
].map { (Array($0.0.utf8), Array($0.1.utf8)) }

private let markedRow = Array("<tr>\n<td>".utf8) + rowMarker

/// What the tag at the start is written as and what it should be; nil for tags that stay.
private func tidied(_ tag: UnsafeRawBufferPointer) -> (written: Int, tidy: [UInt8])? {
  guard tag.count > 3, unsafe tag[1] == UInt8(ascii: "t") else { return nil }
  if unsafe tag[2] == UInt8(ascii: "r") {
    guard unsafe tag.starts(with: markedRow), let end = unsafe tag[markedRow.count...].firstIndex(of: 0x3E) else {
      return nil
    }
    let name = unsafe Array(tag[markedRow.count..<end])
    return (end + 1, Array("<tr class=\"".utf8) + name + Array("\">\n<td>".utf8))
  }
  guard unsafe tag[2] == UInt8(ascii: "d") || tag[2] == UInt8(ascii: "h") else { return nil }
  for (written, tidy) in replacements where unsafe tag.starts(with: written) { return (written.count, tidy) }
  return nil
}

/// Appends a text with the five characters that mean something in HTML escaped, byte by byte.
func appendEscaped(_ text: String, to output: inout [UInt8]) {
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
    case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
    case UInt8(ascii: ">"): output.append(contentsOf: "&gt;".utf8)
    case UInt8(ascii: "\""): output.append(contentsOf: "&quot;".utf8)
    case UInt8(ascii: "'"): output.append(contentsOf: "&#39;".utf8)
    default: output.append(byte)
    }
  }
}
