/// The CSS tokens of a style, without blanks and comments.
struct StyleToken {
  enum Kind: Equatable {
    /// A word, in lower case.
    case name(String)
    /// A word directly before a bracket.
    case function(String)
    /// A number with its unit.
    case number(String)
    /// The text between quotation marks.
    case text([UInt8])
    /// The word of an @-rule.
    case rule(String)
    case sign(UInt8)
    /// A `\` outside quotation marks.
    case escape
    /// A text that does not end on its line.
    case unclosed
  }

  let kind: Kind
  let line: Int

  func isSign(_ sign: Unicode.Scalar) -> Bool { kind == .sign(UInt8(ascii: sign)) }

  /// Reads a style that begins on the given line.
  static func all(in css: [UInt8], fromLine first: Int) -> [StyleToken] {
    var tokens: [StyleToken] = []
    var line = first
    var position = 0
    func byte(_ offset: Int = 0) -> UInt8? { position + offset < css.count ? css[position + offset] : nil }
    func isDigit(_ byte: UInt8?) -> Bool { byte.map { (48...57).contains($0) } ?? false }
    func take(while isPart: (UInt8) -> Bool) -> String {
      let end = css[position...].firstIndex { !isPart($0) } ?? css.count
      defer { position = end }
      return String(decoding: css[position..<end].map(PageRules.lowercased), as: UTF8.self)
    }
    func isNamePart(_ byte: UInt8) -> Bool { PageRules.isNameByte(byte) && byte != 0x3A || byte >= 0x80 }
    while let current = byte() {
      var kind: Kind?
      let start = line
      if current == 0x0A || PageRules.isBlank(current) {
        if current == 0x0A { line += 1 }
        position += 1
      } else if current == UInt8(ascii: "/"), byte(1) == UInt8(ascii: "*") {
        position += 2
        while let next = byte(), !(next == UInt8(ascii: "*") && byte(1) == UInt8(ascii: "/")) {
          if next == 0x0A { line += 1 }
          position += 1
        }
        position += 2
      } else if current == UInt8(ascii: "\"") || current == UInt8(ascii: "'") {
        position += 1
        let begin = position
        while let next = byte(), next != current, next != 0x0A {
          position += next == UInt8(ascii: "\\") && byte(1) != 0x0A ? 2 : 1
        }
        kind = byte() == current ? .text(Array(css[begin..<min(position, css.count)])) : .unclosed
        if byte() == current { position += 1 }
      } else if current == UInt8(ascii: "\\") {
        position += 1
        kind = .escape
      } else if current == UInt8(ascii: "@") {
        position += 1
        kind = .rule(take(while: isNamePart))
      } else if isDigit(current) || current == UInt8(ascii: ".") && isDigit(byte(1))
        || "+-".utf8.contains(current) && (isDigit(byte(1)) || byte(1) == UInt8(ascii: ".") && isDigit(byte(2)))
      {
        position += 1
        let rest = take { isNamePart($0) || $0 == UInt8(ascii: ".") }
        kind = .number(String(UnicodeScalar(current)) + rest)
      } else if isNamePart(current) {
        let name = take(while: isNamePart)
        kind = byte() == UInt8(ascii: "(") ? .function(name) : .name(name)
      } else {
        position += 1
        kind = .sign(current)
      }
      if let kind { tokens.append(StyleToken(kind: kind, line: start)) }
    }
    return tokens
  }
}
