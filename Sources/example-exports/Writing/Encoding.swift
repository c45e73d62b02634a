/// The single-byte encodings in which the exports are written.
enum Encoding {
  /// ISO-8859-1; a character that it lacks is a slip in the cast.
  static func latin1(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { scalar in
      precondition(scalar.value < 0x80 || 0xA0...0xFF ~= scalar.value, "ISO-8859-1 has no \(scalar)")
      return UInt8(scalar.value)
    }
  }

  /// Windows-1252, which has typographic signs where ISO-8859-1 has none.
  static func windows1252(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { scalar in
      if let byte = signs[scalar] { return byte }
      precondition(scalar.value < 0x80 || 0xA0...0xFF ~= scalar.value, "windows-1252 has no \(scalar)")
      return UInt8(scalar.value)
    }
  }

  private static let signs: [Unicode.Scalar: UInt8] = [
    "€": 0x80, "…": 0x85, "Š": 0x8A, "Œ": 0x8C, "Ž": 0x8E, "‘": 0x91, "’": 0x92, "“": 0x93, "”": 0x94, "•": 0x95,
    "–": 0x96, "—": 0x97, "š": 0x9A, "œ": 0x9C, "ž": 0x9E, "Ÿ": 0x9F,
  ]

  /// A name as it stands in addresses: without accents, capitals and blanks.
  static func address(_ name: String) -> String {
    name.unicodeScalars.map { plain[$0] ?? String($0) }.joined().lowercased().split(separator: " ")
      .joined(separator: ".").split(separator: "'").joined()
  }

  /// A name as somebody types it whose keyboard has no accents.
  static func withoutAccents(_ name: String) -> String {
    name.unicodeScalars.map { plain[$0] ?? String($0) }.joined()
  }

  private static let plain: [Unicode.Scalar: String] = [
    "ä": "a", "å": "a", "à": "a", "â": "a", "á": "a", "æ": "ae", "ç": "c", "é": "e", "è": "e", "ê": "e", "ë": "e",
    "í": "i", "î": "i", "ï": "i", "ð": "d", "ñ": "n", "ó": "o", "ô": "o", "ö": "o", "ø": "o", "ß": "ss", "ú": "u",
    "ù": "u", "û": "u", "ü": "u", "ý": "y", "þ": "th", "Ä": "A", "Å": "A", "Æ": "Ae", "É": "E", "Í": "I", "Ö": "O",
    "Ø": "O", "Ó": "O", "Þ": "Th", "Ü": "U", "Ú": "U", "Î": "I", "È": "E",
  ]
}
