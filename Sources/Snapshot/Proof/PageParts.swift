/// The parts of an HTML file in which something could be hidden, each as a reader or a program would come upon it.
struct PageParts {
  /// What readers see, with tags gone without a trace: `Ac<b>me</b>` is `Acme`.
  private(set) var text = ""
  /// The same with a blank in place of each tag.
  private(set) var spacedText = ""
  /// The values of all attributes, with their references decoded.
  private(set) var attributes = ""
  /// What stands in comments, style elements and the like.
  private(set) var rest = ""
  /// The whole file with references decoded and tags in place.
  private(set) var file = ""

  init(_ html: [UInt8]) {
    file = Self.decoded(html[...])
    var position = 0
    var plain: [UInt8] = []
    var spaced: [UInt8] = []
    var attributes: [UInt8] = []
    var rest: [UInt8] = []
    while position < html.count {
      guard html[position] == UInt8(ascii: "<") else {
        plain.append(html[position])
        spaced.append(html[position])
        position += 1
        continue
      }
      spaced.append(0x20)
      if html[position...].starts(with: "<!--".utf8) {
        let end = Self.end(of: "-->", in: html, from: position)
        rest += html[position..<end] + [0x0A]
        position = end
      } else if html[position...].starts(with: "<style".utf8) || html[position...].starts(with: "<script".utf8) {
        let end = Self.end(of: "</", in: html, from: position + 1)
        rest += html[position..<end] + [0x0A]
        position = end
        while position < html.count, html[position] != UInt8(ascii: ">") { position += 1 }
        position += 1
      } else {
        var quote: UInt8?
        position += 1
        while position < html.count, quote != nil || html[position] != UInt8(ascii: ">") {
          let byte = html[position]
          if byte == quote {
            quote = nil
            attributes.append(0x0A)
          } else if quote != nil {
            attributes.append(byte)
          } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
            quote = byte
          }
          position += 1
        }
        position += 1
      }
    }
    text = Self.decoded(plain[...])
    spacedText = Self.decoded(spaced[...])
    self.attributes = Self.decoded(attributes[...])
    self.rest = Self.decoded(rest[...])
  }

  private static func end(of mark: String, in html: [UInt8], from start: Int) -> Int {
    let mark = Array(mark.utf8)
    var position = start
    while position < html.count, !html[position...].starts(with: mark) { position += 1 }
    return min(html.count, position + mark.count)
  }

  /// Text with the references decoded that HTML and our own escaping write.
  static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var rest = bytes
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "&"), let end = rest.prefix(12).firstIndex(of: UInt8(ascii: ";")),
        let scalar = scalar(named: String(decoding: rest[..<end], as: UTF8.self))
      else {
        output.append(byte)
        continue
      }
      output += Array(String(scalar).utf8)
      rest = rest[(end + 1)...]
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func scalar(named name: String) -> Unicode.Scalar? {
    if name.hasPrefix("#x") || name.hasPrefix("#X") {
      return UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
    }
    if name.hasPrefix("#") { return UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init) }
    return ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "shy": "\u{AD}"][name]
  }
}
