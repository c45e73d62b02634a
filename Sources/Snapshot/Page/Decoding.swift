/// Decodes encoded characters in a text, however often they were encoded.
enum Decoding {
  /// The text with percent-encoding and references decoded until none is left.
  static func complete(_ text: String) -> String {
    var text = text
    while text.utf8.contains(UInt8(ascii: "%")) || text.utf8.contains(UInt8(ascii: "&")) {
      let decoded = references(in: percent(text))
      // Every step that decodes anything shortens the text.
      guard decoded.utf8.count < text.utf8.count else { break }
      text = decoded
    }
    return text
  }

  /// A text with `%C3%A9` and the like decoded.
  static func percent(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var output: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16), rest.first != UInt8(ascii: "+")
      {
        output.append(value)
        rest = rest.dropFirst(2)
      } else {
        output.append(byte)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// A text with the references of HTML decoded; unknown ones stay.
  static func references(in text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var output: [UInt8] = []
    let bytes = Array(text.utf8)
    var position = 0
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "&"), let (scalar, end) = reference(in: bytes, at: position + 1) {
        output += Array(String(scalar).utf8)
        position = end
      } else {
        output.append(bytes[position])
        position += 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Whether every `&` begins a known reference that ends in a semicolon.
  static func knowsReferences(in bytes: ArraySlice<UInt8>) -> Bool {
    let bytes = Array(bytes)
    return bytes.indices.allSatisfy { position in
      guard bytes[position] == UInt8(ascii: "&") else { return true }
      guard let (_, end) = reference(in: bytes, at: position + 1) else { return false }
      return bytes[end - 1] == UInt8(ascii: ";")
    }
  }

  private static func reference(in bytes: [UInt8], at start: Int) -> (scalar: Unicode.Scalar, end: Int)? {
    func isAlphanumeric(_ byte: UInt8) -> Bool {
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }
    guard start < bytes.count else { return nil }
    if bytes[start] == UInt8(ascii: "#") {
      // Browsers end a numeric reference at its last digit, with or without a semicolon.
      let isHexadecimal = start + 1 < bytes.count && bytes[start + 1] | 0x20 == UInt8(ascii: "x")
      let begin = isHexadecimal ? start + 2 : start + 1
      let digits = bytes[min(begin, bytes.count)...].prefix(8).prefix {
        (48...57).contains($0) || isHexadecimal && (97...102).contains($0 | 0x20)
      }
      let end = begin + digits.count
      let number = UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10)
      return number.flatMap(Unicode.Scalar.init).map {
        ($0, end < bytes.count && bytes[end] == UInt8(ascii: ";") ? end + 1 : end)
      }
    }
    let end = bytes[start...].prefix(32).firstIndex { !isAlphanumeric($0) } ?? min(bytes.count, start + 32)
    let name = String(decoding: bytes[start..<end], as: UTF8.self)
    let hasEnd = end < bytes.count && bytes[end] == UInt8(ascii: ";")
    guard hasEnd, let scalar = named[name] else { return nil }
    return (scalar, end + 1)
  }

  /// The references for letters in HTML 4, and those for characters that pages use.
  private static let named: [String: Unicode.Scalar] = {
    var named: [String: Unicode.Scalar] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "OElig": "Œ", "oelig": "œ", "Scaron": "Š",
      "scaron": "š", "Yuml": "Ÿ", "ensp": "\u{2002}", "emsp": "\u{2003}", "thinsp": "\u{2009}", "zwnj": "\u{200C}",
      "zwj": "\u{200D}", "lrm": "\u{200E}", "rlm": "\u{200F}", "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’",
      "sbquo": "‚", "ldquo": "“", "rdquo": "”", "bdquo": "„", "permil": "‰", "lsaquo": "‹", "rsaquo": "›", "euro": "€",
      "hellip": "…", "trade": "™", "bull": "•", "minus": "−", "larr": "←", "rarr": "→",
    ]
    let latin1 = """
      nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute \
      micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig \
      Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash \
      Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute \
      ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc \
      uuml yacute thorn yuml
      """
    for (offset, name) in latin1.split(separator: " ").enumerated() {
      named[String(name)] = Unicode.Scalar(UInt8(160 + offset))
    }
    return named
  }()
}
