/// Converts letters to one form for the comparison of texts.
enum LetterForms {
  /// A letter in its form for comparison: full Unicode case folding (`ß` is `ss`), without strokes and ligatures.
  static func folded(_ scalar: Unicode.Scalar, _ reading: SearchText.Reading) -> String {
    if reading == .transcribed, let letters = transcribed[scalar] { return letters }
    if reading == .looks, let letter = looks[scalar] { return letter }
    // Unicode's full case folding, except for letters that have none here: lower case, upper case, lower case.
    let lower = scalar.properties.lowercaseMapping.unicodeScalars.flatMap(\.properties.uppercaseMapping.unicodeScalars)
      .map(\.properties.lowercaseMapping).joined()
    guard lower.unicodeScalars.count == 1, let only = lower.unicodeScalars.first else { return lower }
    return stroked[only] ?? lower
  }

  /// Whether a letter can be written as two.
  static func isTranscribed(_ scalar: Unicode.Scalar) -> Bool { transcribed[scalar] != nil }

  /// Letters that Unicode treats as separate and readers as Latin ones with a stroke or in a ligature.
  private static let stroked: [Unicode.Scalar: String] = [
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i", "ȷ": "j", "ŋ": "n", "ĸ": "k", "æ": "ae",
    "œ": "oe", "þ": "th", "ɓ": "b", "ɖ": "d", "ɗ": "d", "ƒ": "f", "ɠ": "g", "ɨ": "i", "ƙ": "k", "ƚ": "l", "ɫ": "l",
    "ɲ": "n", "ɵ": "o", "ƥ": "p", "ʉ": "u", "ʋ": "v", "ƴ": "y", "ƶ": "z", "ɑ": "a", "ɡ": "g", "ɩ": "i", "ſ": "s",
  ]

  private static let transcribed: [Unicode.Scalar: String] = [
    "ä": "ae", "ö": "oe", "ü": "ue", "Ä": "ae", "Ö": "oe", "Ü": "ue", "ø": "oe", "Ø": "oe", "å": "aa", "Å": "aa",
  ]

  /// For each letter from a to z, its lookalikes in Cherokee, Coptic and Lisu.
  private static let rare = [
    "ᎪꓮⲀⲁ", "ᏴꓐⲂᏏ", "ᏟꓚⲤⲥ", "ᎠꓓᏧ", "ᎬꓰⲈ", "ꓝ", "ᏀᏳꓖ", "ᎻꓧⲎᏂ", "ᎥꓲⲒ", "Ꭻꓙ", "ᏦꓗⲔ", "ᏞꓡⳐ", "ᎷꓟⲘ", "ꓠⲚ", "ꓳⲞⲟᎤ", "ᏢꓑⲢⲣ",
    "",
    "ᎡᏒꓣ", "ᏚꓢᏕ", "ᎢꓔⲦ", "ꓴ", "ᏙꓦᏤ", "ᎳꓪᏔ", "ꓫⲬ", "ᎩꓬⲨᎽ", "ᏃꓜⲌ",
  ]

  /// The Latin letters that letters of other scripts look like in the usual typefaces, after Unicode's table of
  /// confusables (UTS #39), for Cyrillic, Greek, Armenian, Cherokee, Coptic, Lisu and Latin small capitals only.
  private static let looks: [Unicode.Scalar: String] = {
    var looks: [Unicode.Scalar: String] = [:]
    for (latin, others) in [
      ("a", "аАαΑɐᴀ"), ("b", "ВвβΒЬʙ"), ("c", "сСᴄ"), ("d", "ԁԀᴅ"), ("e", "еЕεΕєЄᴇ"), ("f", "ϝϜ"), ("g", "ɢԌԍց"),
      ("h", "НнһҺΗհʜ"), ("i", "іІӏӀιΙɪ"), ("j", "јЈϳͿᴊ"), ("k", "кКκΚᴋ"), ("l", "ʟⅼ"), ("m", "МмΜᴍ"),
      ("n", "Νηпոɴ"), ("o", "оОοΟσօՕᴏ"), ("p", "рРρΡᴘ"), ("q", "ԛԚգ"), ("r", "гʀᴦ"), ("s", "ѕЅՏꜱ"),
      ("t", "тТτΤᴛ"), ("u", "υսՍᴜ"), ("v", "νѵѴᴠ"), ("w", "ωԝԜѡᴡ"), ("x", "хХχΧ"), ("y", "уУүҮΥγʏ"), ("z", "Ζζᴢ"),
    ] {
      for scalar in others.unicodeScalars { looks[scalar] = latin }
    }
    for (latin, others) in zip("abcdefghijklmnopqrstuvwxyz", rare) {
      for scalar in others.unicodeScalars { looks[scalar] = String(latin) }
    }
    return looks
  }()
}
