/// What a style in a customer's document may hold, by the tokens of CSS: no rule and no function that loads anything.
enum StyleRules {
  private static let rules: Set<String> = Set(
    """
    media supports page container layer top-left-corner top-left top-center top-right top-right-corner left-top \
    left-middle left-bottom right-top right-middle right-bottom bottom-left-corner bottom-left bottom-center \
    bottom-right bottom-right-corner
    """.split(separator: " ").map(String.init))

  private static let functions: Set<String> = Set(
    """
    var calc min max clamp env attr counter counters inset circle ellipse polygon rgb rgba hsl hsla hwb lab lch oklab \
    oklch color color-mix repeat minmax fit-content not is where has lang dir nth-child nth-last-child nth-of-type \
    nth-last-of-type translate translatex translatey scale scalex scaley rotate skew matrix linear-gradient \
    radial-gradient conic-gradient cubic-bezier steps selector
    """.split(separator: " ").map(String.init))

  /// What in a style may not stand there.
  static func faults(in css: [UInt8], fromLine first: Int) -> [PageFault] {
    var faults: [PageFault] = []
    var line = first
    var position = 0
    func byte(_ offset: Int = 0) -> UInt8? { position + offset < css.count ? css[position + offset] : nil }
    func name() -> String {
      let end = css[position...].firstIndex { !PageRules.isNameByte($0) && $0 < 0x80 || $0 == 0x3A } ?? css.count
      let name = String(decoding: css[position..<end].map(PageRules.lowercased), as: UTF8.self)
      position = end
      return name
    }
    while let current = byte() {
      if current == 0x0A { line += 1 }
      if current == UInt8(ascii: "/"), byte(1) == UInt8(ascii: "*") {
        position += 2
        while let next = byte(), !(next == UInt8(ascii: "*") && byte(1) == UInt8(ascii: "/")) {
          if next == 0x0A { line += 1 }
          position += 1
        }
        position += 2
      } else if current == UInt8(ascii: "\"") || current == UInt8(ascii: "'") {
        position += 1
        while let next = byte(), next != current {
          if next == 0x0A {
            faults.append(PageFault(.styleText, line: line))
            break
          }
          position += next == UInt8(ascii: "\\") ? 2 : 1
        }
        position += 1
      } else if current == UInt8(ascii: "\\") {
        faults.append(PageFault(.styleEscape, line: line))
        position += 1
      } else if current == UInt8(ascii: "@") {
        position += 1
        if !rules.contains(name()) { faults.append(PageFault(.styleRule, line: line)) }
      } else if PageRules.isNameByte(current) && current != 0x3A || current >= 0x80 {
        let name = name()
        if byte() == UInt8(ascii: "("), !functions.contains(name) {
          faults.append(PageFault(.styleFunction, line: line))
        }
      } else {
        position += 1
      }
    }
    return faults
  }
}
