/// How letters are brought into one form before texts are compared.
enum LetterForms {
  /// A letter as it is compared: case folded as Unicode folds it in full (`ß` is `ss`), strokes and ligatures taken off.
  static func folded(_ scalar: Unicode.Scalar, _ reading: SearchText.Reading) -> String {
    if reading == .transcribed, let letters = transcribed[scalar] { return letters }
    if reading == .looks, let letter = looks[scalar] { return letter }
    // Unicode's full case folding, but for letters that have none here: small, great, small.
    let lower = scalar.properties.lowercaseMapping.unicodeScalars.flatMap(\.properties.uppercaseMapping.unicodeScalars)
      .map(\.properties.lowercaseMapping).joined()
    guard lower.unicodeScalars.count == 1, let only = lower.unicodeScalars.first else { return lower }
    return stroked[only] ?? lower
  }

  /// Whether a letter can be written as two.
  static func isTranscribed(_ scalar: Unicode.Scalar) -> Bool { transcribed[scalar] != nil }

  /// Letters that Unicode takes for letters of their own and readers for Latin ones with a stroke or in a ligature.
  private static let stroked: [Unicode.Scalar: String] = [
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i", "ȷ": "j", "ŋ": "n", "ĸ": "k", "æ": "ae",
    "œ": "oe", "þ": "th", "ɓ": "b", "ɖ": "d", "ɗ": "d", "ƒ": "f", "ɠ": "g", "ɨ": "i", "ƙ": "k", "ƚ": "l", "ɫ": "l",
    "ɲ": "n", "ɵ": "o", "ƥ": "p", "ʉ": "u", "ʋ": "v", "ƴ": "y", "ƶ": "z", "ɑ": "a", "ɡ": "g", "ɩ": "i", "ſ": "s",
  ]

  private static let transcribed: [Unicode.Scalar: String] = [
    "ä": "ae", "ö": "oe", "ü": "ue", "Ä": "ae", "Ö": "oe", "Ü": "ue", "ø": "oe", "Ø": "oe", "å": "aa", "Å": "aa",
  ]

  /// For each letter from a to z those of Cherokee, Coptic and Lisu.
  private static let rare = [
    "ᎪꓮⲀⲁ", "ᏴꓐⲂᏏ", "ᏟꓚⲤⲥ", "ᎠꓓᏧ", "ᎬꓰⲈ", "ꓝ", "ᏀᏳꓖ", "ᎻꓧⲎᏂ", "ᎥꓲⲒ", "Ꭻꓙ", "ᏦꓗⲔ", "ᏞꓡⳐ", "ᎷꓟⲘ", "ꓠⲚ", "ꓳⲞⲟᎤ", "ᏢꓑⲢⲣ",
    "",
    "ᎡᏒꓣ", "ᏚꓢᏕ", "ᎢꓔⲦ", "ꓴ", "ᏙꓦᏤ", "ᎳꓪᏔ", "ꓫⲬ", "ᎩꓬⲨᎽ", "ᏃꓜⲌ",
  ]

  /// The Latin letters that letters of other scripts look like in the usual faces, after Unicode's table of confusables
  /// (UTS #39), for Cyrillic, Greek, Armenian, Cherokee, Coptic, Lisu and Latin's own small capitals alone.
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
