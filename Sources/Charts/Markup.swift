// Markup can be written only from literals (`StaticString`), text only through `escaped`: text from data
// cannot become an element.
extension [UInt8] {
  mutating func markup(_ literal: StaticString) {
    literal.withUTF8Buffer { append(contentsOf: $0) }
  }

  /// Appends text for an element or a double-quoted attribute.
  ///
  /// It works byte by byte: a Swift `Character` may hide a `<` behind a joining scalar. Control characters become
  /// spaces.
  mutating func escaped(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "<"): markup("&lt;")
      case UInt8(ascii: ">"): markup("&gt;")
      case UInt8(ascii: "&"): markup("&amp;")
      case UInt8(ascii: "\""): markup("&quot;")
      case UInt8(ascii: "'"): markup("&#39;")
      case 0..<0x20, 0x7F: append(UInt8(ascii: " "))
      default: append(byte)
      }
    }
  }

  mutating func number(_ value: Int) {
    if value < 0 { append(UInt8(ascii: "-")) }
    digits(value.magnitude)
  }

  /// Appends `tenths / 10` in its shortest form: 125 is `12.5`, 120 is `12`.
  mutating func number(tenths: Int) {
    if tenths < 0 { append(UInt8(ascii: "-")) }
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    digits(whole)
    guard rest != 0 else { return }
    append(UInt8(ascii: "."))
    append(UInt8(ascii: "0") + UInt8(rest))
  }

  private mutating func digits(_ value: UInt) {
    if value >= 10 { digits(value / 10) }
    append(UInt8(ascii: "0") + UInt8(value % 10))
  }

  /// Appends ` name="tenths / 10"`, with a per cent sign if `percent`.
  mutating func attribute(_ name: StaticString, tenths: Int, percent: Bool = false) {
    markup(" ")
    markup(name)
    markup("=\"")
    number(tenths: tenths)
    markup(percent ? "%\"" : "\"")
  }

  /// Opens the chart: its class, its size or coordinates as literal attributes, and its description.
  ///
  /// A chart with links is a group, since the contents of an image cannot be reached.
  mutating func open(_ attributes: StaticString, height: Int? = nil, title: String, hasLinks: Bool = false) {
    markup("<svg ")
    markup(attributes)
    if let height { attribute("height", tenths: height * 10) }
    markup(hasLinks ? " role=\"group\" aria-label=\"" : " role=\"img\" aria-label=\"")
    escaped(title)
    markup("\">")
  }

  /// Appends words at a place given by literal attributes, and by coordinates in pixels where they vary.
  mutating func text(_ words: String, _ attributes: StaticString, x: Int? = nil, y: Int? = nil) {
    markup("<text ")
    markup(attributes)
    if let x { attribute("x", tenths: x * 10) }
    if let y { attribute("y", tenths: y * 10) }
    markup(">")
    escaped(words)
    markup("</text>")
  }

  /// Appends a ring for a published value, linked to its edition if there is a link.
  mutating func publishedRing(x: Int, y: Int, link: String, title: String) {
    if !link.isEmpty {
      markup("<a href=\"")
      escaped(link)
      markup("\" aria-label=\"")
      escaped(title)
      markup("\">")
    }
    markup("<circle class=\"published\" r=\"3\"")
    attribute("cx", tenths: x * 10)
    attribute("cy", tenths: y * 10)
    markup("/>")
    if !link.isEmpty { markup("</a>") }
  }
}
