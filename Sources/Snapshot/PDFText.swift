import FoundationEssentials

/// The texts in a PDF outside its drawings: titles, bookmarks, descriptions of figures.
///
/// The drawn pages are compressed and set in glyphs; `pdftotext` reads those.
public func textsOutsideStreams(ofPDF pdf: [UInt8]) -> String {
  var texts: [String] = []
  var position = 0
  while position < pdf.count {
    let rest = pdf[position...]
    if rest.starts(with: "stream".utf8) {
      position = end(of: "endstream", in: pdf, from: position + 6)
    } else if pdf[position] == UInt8(ascii: "(") {
      let (bytes, end) = literal(in: pdf, from: position + 1)
      texts.append(decoded(bytes))
      position = end
    } else if pdf[position] == UInt8(ascii: "<"), !pdf[(position + 1)...].starts(with: "<".utf8),
      let close = rest.firstIndex(of: UInt8(ascii: ">"))
    {
      texts.append(decoded(hexadecimal(pdf[(position + 1)..<close])))
      position = close + 1
    } else {
      // The second of two opening signs does not begin a text.
      position += rest.starts(with: "<<".utf8) ? 2 : 1
    }
  }
  return texts.joined(separator: "\n")
}

/// The PDF with its dates set to midnight of a day, so that the same document has the same bytes.
///
/// - Parameter day: a day such as `2026-11-16`.
public func datingPDF(_ pdf: [UInt8], on day: String) -> [UInt8] {
  var pdf = pdf
  let stamp = Array((day.filter { $0 != "-" } + "000000").utf8)
  for key in ["/CreationDate (D:", "/ModDate (D:"] {
    var position = 0
    while true {
      let start = end(of: key, in: pdf, from: position)
      guard start + stamp.count <= pdf.count else { break }
      if pdf[start..<start + stamp.count].allSatisfy({ (48...57).contains($0) }) {
        pdf.replaceSubrange(start..<start + stamp.count, with: stamp)
      }
      position = start
    }
  }
  return pdf
}

private func end(of mark: String, in bytes: [UInt8], from start: Int) -> Int {
  let mark = Array(mark.utf8)
  var position = start
  while position + mark.count <= bytes.count {
    if bytes[position] == mark[0], bytes[position..<position + mark.count].elementsEqual(mark) {
      return position + mark.count
    }
    position += 1
  }
  return bytes.count
}

/// A text in parentheses, and its end.
private func literal(in pdf: [UInt8], from start: Int) -> (bytes: [UInt8], end: Int) {
  var bytes: [UInt8] = []
  var depth = 1
  var position = start
  while position < pdf.count {
    let byte = pdf[position]
    position += 1
    switch byte {
    case UInt8(ascii: "("): depth += 1
    case UInt8(ascii: ")"):
      depth -= 1
      if depth == 0 { return (bytes, position) }
    case UInt8(ascii: "\\"):
      guard position < pdf.count else { break }
      let digits = pdf[position...].prefix(3).prefix { (48...55).contains($0) }
      if digits.isEmpty {
        bytes.append(pdf[position])
        position += 1
      } else {
        bytes.append(UInt8(truncatingIfNeeded: digits.reduce(0) { $0 * 8 + Int($1 - 48) }))
        position += digits.count
      }
      continue
    default: break
    }
    bytes.append(byte)
  }
  return (bytes, position)
}

private func hexadecimal(_ digits: ArraySlice<UInt8>) -> [UInt8] {
  let text = digits.filter { $0 > 0x20 }
  return stride(from: 0, to: text.count - 1, by: 2).compactMap { start in
    UInt8(String(decoding: text[start...(start + 1)], as: UTF8.self), radix: 16)
  }
}

/// Decodes UTF-16 if the text is marked so, otherwise Latin-1, which includes ASCII.
private func decoded(_ bytes: [UInt8]) -> String {
  if bytes.starts(with: [0xFE, 0xFF]) {
    return String(bytes: bytes.dropFirst(2), encoding: .utf16BigEndian) ?? ""
  }
  return String(bytes: bytes, encoding: .isoLatin1) ?? ""
}
