/// The properties and values allowed in a style of a customer's document.
enum StyleLists {
  static let rules: Set<String> = words(
    """
    media supports page container layer top-left-corner top-left top-center top-right top-right-corner left-top \
    left-middle left-bottom right-top right-middle right-bottom bottom-left-corner bottom-left bottom-center \
    bottom-right bottom-right-corner
    """)

  static let functions: Set<String> = words(
    """
    var calc min max clamp env counter counters inset circle ellipse polygon rgb rgba hsl hsla hwb lab lch oklab \
    oklch color color-mix repeat minmax fit-content not is where has lang dir nth-child nth-last-child nth-of-type \
    nth-last-of-type linear-gradient radial-gradient conic-gradient selector
    """)

  /// Properties that lay out and colour the content, without adding to it, reversing it or fetching anything.
  private static let properties: Set<String> = words(
    """
    align-content align-items align-self aspect-ratio block-size box-decoration-break box-shadow box-sizing break-after \
    break-before break-inside caption-side clear clip-path color color-scheme content counter-increment counter-reset \
    display empty-cells fill fill-opacity float forced-color-adjust gap hanging-punctuation height hyphens \
    inline-size justify-content justify-items justify-self left right top bottom letter-spacing line-break line-height \
    max-block-size max-height max-inline-size max-width min-block-size min-height min-inline-size min-width orphans \
    overflow overflow-wrap overflow-x overflow-y page page-break-after page-break-before page-break-inside \
    place-content place-items place-self position print-color-adjust quotes row-gap size stroke stroke-dasharray \
    stroke-linecap stroke-linejoin stroke-opacity stroke-width tab-size table-layout text-align text-align-last \
    text-indent text-rendering text-shadow text-size-adjust text-transform text-underline-offset text-wrap \
    unicode-bidi vertical-align white-space widows width word-break word-spacing word-wrap z-index \
    -webkit-font-smoothing -webkit-hyphens -webkit-print-color-adjust -webkit-text-size-adjust
    """)

  /// The first words of property families that are all allowed, such as `border-top-color`.
  private static let families: Set<String> = words(
    """
    background border column columns flex font grid inset list-style margin outline padding text-decoration
    """)

  /// Names of properties that a message may quote although they are not allowed.
  private static let refused: Set<String> = words(
    """
    all animation animation-name appearance behavior clip counter-set cursor direction filter hyphenate-character mask \
    mask-image -moz-binding -ms-behavior -ms-filter offset opacity order rotate scale src string-set text-combine-upright \
    text-emphasis text-orientation text-overflow transform transition translate visibility will-change writing-mode \
    zoom -webkit-mask -webkit-mask-image -webkit-text-security
    """)

  static func allows(_ property: String) -> Bool { properties.contains(property) || isOfFamily(property) }

  /// Whether a name is CSS's own, so that a message may quote it.
  static func canBeTold(_ property: String) -> Bool {
    properties.contains(property) || refused.contains(property)
      || families.contains(property)
  }

  private static func isOfFamily(_ property: String) -> Bool {
    families.contains(property) || families.contains { property.hasPrefix($0 + "-") }
  }

  /// Whether texts in a value are names of fonts or grid areas, which no reader sees.
  static func takesNames(_ property: String) -> Bool { property.hasPrefix("font") || property.hasPrefix("grid") }

  /// Properties whose values are checked, and so must be written directly.
  static let areLookedAt: Set<String> = [
    "display", "unicode-bidi", "letter-spacing", "word-spacing", "counter-increment", "counter-reset",
  ]

  /// Whether a text of a style contains only signs: no letter, no digit, and nothing that represents one.
  static func isSigns(_ text: [UInt8]) -> Bool {
    String(decoding: text, as: UTF8.self).unicodeScalars.allSatisfy { scalar in
      if scalar == "\\" { return false }
      switch scalar.properties.generalCategory {
      case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
        .finalPunctuation, .otherPunctuation, .mathSymbol, .spaceSeparator:
        return !scalar.properties.isAlphabetic
      // Arrows, squares, circles and ticks.
      case .otherSymbol:
        return (0x2190...0x21FF).contains(scalar.value) || (0x25A0...0x25FF).contains(scalar.value)
          || (0x2713...0x2718).contains(scalar.value)
      default: return false
      }
    }
  }

  private static func words(_ words: String) -> Set<String> { Set(words.split { $0.isWhitespace }.map(String.init)) }
}
