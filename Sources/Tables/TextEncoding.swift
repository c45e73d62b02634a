/// How the letters of a text file are written as bytes.
public enum TextEncoding: String, CaseIterable, Hashable, Sendable {
  case utf8 = "utf-8"
  /// In the order of bytes that its mark says, and without one the small byte first.
  case utf16 = "utf-16"
  /// That of Windows in western Europe and America.
  case windows1252 = "windows-1252"
  case iso88591 = "iso-8859-1"
  /// ISO 8859-1 with the sign of the euro.
  case iso885915 = "iso-8859-15"
  /// That of old programs on a Mac.
  case macintosh

  /// Reads a name as settings have it, in any case and in the usual spellings: `latin-1`, `cp1252`, `UTF8`.
  public init?(name: String) {
    let letters = name.lowercased().unicodeScalars.filter { !["-", "_", " "].contains($0) }
    switch String(String.UnicodeScalarView(letters)) {
    case "utf8", "utf8bom", "utf8sig", "ascii", "usascii": self = .utf8
    case "utf16", "utf16le", "ucs2", "unicode": self = .utf16
    case "windows1252", "win1252", "cp1252", "1252", "ansi": self = .windows1252
    case "iso88591", "88591", "latin1", "l1": self = .iso88591
    case "iso885915", "885915", "latin9", "l9": self = .iso885915
    case "macintosh", "macroman", "macosroman", "xmacroman", "mac": self = .macintosh
    default: return nil
    }
  }

  /// The name that settings have for it.
  public var name: String { rawValue }

  /// The names of all, for suggestions.
  public static var names: [String] { allCases.map(\.name) }
}

extension TextEncoding {
  /// The encodings of one byte a letter that make likely text of bytes which are not UTF-8; the likeliest first.
  ///
  /// Windows-1252 has no letters at five bytes, and ISO 8859 none below 0xA0. Text of a Mac has its letters where
  /// Windows has signs and capitals, which stand in the middle of words if they are read so: `Soci\u{8E}t\u{8E}` is
  /// `Société` from a Mac and `SociŽtŽ` from Windows. Bytes that are UTF-8 but for a few were damaged, and no other
  /// encoding reads them: then there is none.
  ///
  /// - Parameter bytes: any part of the file that has a byte which is not UTF-8, such as a line.
  public static func encodingsThatRead(_ bytes: [UInt8]) -> [TextEncoding] {
    guard !isDamagedUTF8(bytes) else { return [] }
    var found: [(encoding: TextEncoding, slips: Int)] = []
    let hasControls = bytes.contains { (0x80...0x9F).contains($0) }
    // The sign at 0xA4 that has none of its own, for currencies in general, is hardly ever meant.
    if !hasControls, bytes.contains(0xA4) { found.append((.iso885915, 0)) }
    let windows = LetterShapes.windows.slips(in: bytes)
    if let windows { found.append((.windows1252, windows)) }
    if !hasControls { found.append((.iso88591, windows ?? 0)) }
    let high = bytes.count { $0 >= 0x80 }
    if let mac = LetterShapes.macintosh.slips(in: bytes), windows.map({ mac < $0 }) ?? (mac * 2 <= high) {
      found.insert((.macintosh, mac), at: 0)
    }
    return found.map(\.encoding)
  }

  /// True where more letters are well-formed UTF-8 than bytes are not.
  private static func isDamagedUTF8(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return true }
      var letters = 0
      var strays = 0
      var position = 0
      while position < bytes.count {
        let length = UTF8.scalarLength(at: start + position, limit: bytes.count - position)
        if length > 1 { letters += 1 }
        if length == 0 { strays += 1 }
        position += max(length, 1)
      }
      return strays == 0 || letters > strays
    }
  }
}

/// What each byte of an encoding is inside a word.
private struct LetterShapes {
  private enum Shape {
    case small, capital, sign
    /// An apostrophe, a hyphen or the like, which stands inside words.
    case joint
    /// Nothing in this encoding.
    case undefined
  }

  static let windows = LetterShapes(.windows1252)
  static let macintosh = LetterShapes(.macintosh)

  private let shapes: [Shape]

  private init(_ encoding: TextEncoding) {
    shapes = (UInt8.min...UInt8.max).map { byte in
      guard let scalar = Iconv.scalar(byte, in: encoding) else { return .undefined }
      if "\u{2018}\u{2019}\u{2013}\u{2014}\u{AD}\u{B7}\u{A0}".unicodeScalars.contains(scalar) { return .joint }
      switch scalar.properties.generalCategory {
      case .lowercaseLetter: return .small
      case .uppercaseLetter: return .capital
      default: return .sign
      }
    }
  }

  /// The number of bytes beyond ASCII that can hardly be right where they stand; nil where a byte is nothing at all.
  ///
  /// Such are a sign between two letters, a capital after a small letter and a small one between capitals.
  func slips(in bytes: [UInt8]) -> Int? {
    var slips = 0
    for (index, byte) in bytes.enumerated() where byte >= 0x80 {
      let before = index > 0 ? shapes[Int(bytes[index - 1])] : .sign
      let after = index + 1 < bytes.count ? shapes[Int(bytes[index + 1])] : .sign
      let isInside = (before == .small || before == .capital) && (after == .small || after == .capital)
      switch shapes[Int(byte)] {
      case .undefined: return nil
      case .sign: slips += isInside ? 1 : 0
      case .capital: slips += before == .small ? 1 : 0
      case .small: slips += before == .capital && after == .capital ? 1 : 0
      case .joint: break
      }
    }
    return slips
  }
}
