/// The elements and attributes allowed in a customer's finished file: none loads, runs, embeds or submits anything.
enum PageRules {
  /// Elements outside drawings.
  private static let elements: Set<String> = Set(
    """
    html head meta title style body header main footer section article nav aside address h1 h2 h3 h4 h5 h6 p div hr pre \
    blockquote ol ul li dl dt dd figure figcaption table caption colgroup col thead tbody tfoot tr th td a abbr b bdi br \
    cite code del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr svg
    """.split(separator: " ").map(String.init))

  /// Elements within drawings.
  private static let drawing: Set<String> = Set(
    "svg g title desc path rect circle ellipse line polyline polygon text tspan".split(separator: " ").map(String.init))

  /// Elements without content that are never closed.
  static let void: Set<String> = ["meta", "br", "hr", "wbr", "col"]

  /// Elements within a line; all others begin a new one.
  static let phrasing: Set<String> = Set(
    """
    a abbr b bdi cite code del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr tspan g path \
    rect circle ellipse line polyline polygon
    """.split(separator: " ").map(String.init))

  /// The only parents allowed for some elements.
  static let onlyParent = ["style": "head", "title": "head", "meta": "head", "head": "html", "body": "html"]

  /// The parts of a document, by the class of their section.
  static let sections: Set<String> = ["context", "outcomes", "learned", "plan", "conversation"]

  private static let everywhere: Set<String> = [
    "class", "id", "lang", "title", "role", "tabindex", "translate",
  ]

  private static let ofElement: [String: Set<String>] = [
    "a": ["href", "rel", "hreflang"], "meta": ["charset", "name", "content", "http-equiv"],
    "ol": ["start", "reversed", "type"], "li": ["value"], "th": ["scope", "colspan", "rowspan", "abbr", "headers"],
    "td": ["colspan", "rowspan", "headers"], "col": ["span"], "colgroup": ["span"], "time": ["datetime"],
    "del": ["datetime"], "ins": ["datetime"],
  ]

  private static let ofDrawing: Set<String> = Set(
    """
    xmlns viewbox width height x y x1 y1 x2 y2 cx cy r rx ry d points transform fill fill-opacity fill-rule stroke \
    stroke-width stroke-linecap stroke-linejoin stroke-dasharray stroke-dashoffset stroke-opacity opacity focusable \
    preserveaspectratio text-anchor dominant-baseline dx dy font-size font-weight
    """.split(separator: " ").map(String.init))

  private static let metaNames: Set<String> = [
    "viewport", "referrer", "generator", "vigie-snapshot", "color-scheme", "description", "author", "format-detection",
  ]

  /// Whether an element is allowed in a document.
  static func allows(element: String, inDrawing: Bool) -> Bool {
    (inDrawing ? drawing : elements).contains(element)
  }

  /// Whether an element may have an attribute with this value, whose references are decoded.
  static func allows(attribute: String, value: String, of element: String, inDrawing: Bool) -> Bool {
    if attribute.hasPrefix("aria-") || everywhere.contains(attribute) { return true }
    if inDrawing {
      guard ofDrawing.contains(attribute) else { return false }
      // A colour or a position is written without brackets; only a transform needs them.
      return attribute == "transform"
        ? !value.lowercased().contains("url") && !value.contains("\\") : !value.contains { "(\\".contains($0) }
    }
    guard ofElement[element]?.contains(attribute) ?? false else { return false }
    switch (element, attribute) {
    case ("a", "href"): return isLink(value)
    case ("meta", "charset"): return value.lowercased() == "utf-8"
    case ("meta", "name"): return metaNames.contains(value.lowercased())
    case ("meta", "http-equiv"): return value.lowercased() == "content-security-policy"
    default: return true
    }
  }

  /// Whether the rules allow an attribute only HTML's own words, so that it cannot carry a value of a portfolio.
  static func pins(attribute: String, of element: String) -> Bool { element == "meta" && attribute != "content" }

  /// Whether a reader may choose to open an address: https, http, mailto, or a place in the page.
  private static func isLink(_ address: String) -> Bool {
    let bytes = Array(address.utf8)
    guard !bytes.contains(where: { $0 <= 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }) else { return false }
    if bytes.first == UInt8(ascii: "#") { return true }
    let scheme = bytes.prefix { $0 != UInt8(ascii: ":") }.map(lowercased)
    return ["https", "http", "mailto"].contains { $0.utf8.elementsEqual(scheme) } && scheme.count < bytes.count
  }

  /// Names that a message may quote, since they are HTML's own.
  static let namesThatCanBeTold: Set<String> =
    elements.union(drawing).union(everywhere).union(ofDrawing).union(ofElement.values.flatMap { $0 }).union(
      """
      bdo dir script iframe frame frameset object embed applet link base img picture source video audio track input button form \
      select textarea option template noscript slot portal math canvas map area dialog use image foreignobject animate \
      animatetransform animatemotion set filter mask pattern lineargradient script src srcset style background poster \
      data action formaction onload onerror onclick onmouseover onfocus ping download target integrity xlink:href
      """.split { $0.isWhitespace }.map(String.init))

  static func lowercased(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte + 32 : byte }
  static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(lowercased(byte)) }
  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) && byte != 0x0B }
  static func isNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || (48...57).contains(byte) || byte == 0x2D || byte == 0x3A || byte == 0x5F
  }
}
