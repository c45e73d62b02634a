/// Appends text so that HTML shows it as it is, between tags and in quoted attributes.
///
/// It works on bytes: a `Character` can hide a `<` behind a combining or prepended mark, a byte cannot.
public func escapeHTML(_ utf8: some Collection<UInt8>, into output: inout [UInt8]) {
  withContiguousBytes(of: utf8) { appendHTML($0, to: &output) }
}

/// Appends text so that HTML shows it as it is, between tags and in quoted attributes.
public func escapeHTML(_ text: some StringProtocol, into output: inout [UInt8]) {
  escapeHTML(text.utf8, into: &output)
}

private func appendHTML(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
  let references = HTMLByte.references
  let isSpecial = HTMLByte.isSpecial
  var clean = 0
  for index in bytes.indices where isSpecial[Int(bytes[index])] {
    output.append(run: clean..<index, of: bytes)
    output.append(contentsOf: references[Int(bytes[index])])
    clean = index + 1
  }
  output.append(run: clean..<bytes.count, of: bytes)
}

private enum HTMLByte {
  static let isSpecial: [Bool] = references.map { !$0.isEmpty }

  static let references: [[UInt8]] = (0...UInt8.max).map { byte in
    switch byte {
    case UInt8(ascii: "&"): Array("&amp;".utf8)
    case UInt8(ascii: "<"): Array("&lt;".utf8)
    case UInt8(ascii: ">"): Array("&gt;".utf8)
    case UInt8(ascii: "\""): Array("&quot;".utf8)
    case UInt8(ascii: "'"): Array("&#39;".utf8)
    // HTML allows no control characters except blanks, and a NUL would end the text for the Markdown parser.
    case 0..<0x09, 0x0B, 0x0E..<0x20, 0x7F: [UInt8(ascii: " ")]
    default: []
    }
  }
}
