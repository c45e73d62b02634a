import Findings
import SeededRandom
import Testing

@testable import Tables

/// Text files in the encodings of other programs.
@Suite struct EncodingTests {
  private static func utf16(_ text: String, isBig: Bool = false, mark: Bool = true) -> [UInt8] {
    ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit in
      isBig ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
  }

  @Test(
    arguments: [
      (.windows1252, [0x80, 0x8E, 0x92, 0x99, 0xE9, 0xFF], "€Ž’™éÿ"),
      (.iso88591, [0x80, 0xA4, 0xE9, 0xFF], "\u{80}¤éÿ"),
      (.iso885915, [0xA4, 0xA6, 0xBC, 0xBD, 0xBE, 0xE9], "€ŠŒœŸé"),
      (.macintosh, [0x8E, 0x8A, 0xBF, 0xDB, 0xCA, 0x80], "éäø€\u{A0}Ä"),
      (.utf8, [0x61, 0xC3, 0xA9], "aé"), (.utf16, [0x61, 0x00, 0xE9, 0x00, 0x3D, 0xD8, 0x00, 0xDE], "aé\u{1F600}"),
    ] as [(TextEncoding, [UInt8], String)])
  func `bytes become the letters that the encoding says`(encoding: TextEncoding, bytes: [UInt8], text: String) throws {
    #expect(try String(decoding: decoded(bytes, encoding), as: UTF8.self) == text)
  }

  @Test func `every byte of windows-1252 is the letter of the standard, and five are none`() throws {
    let upper = "€\u{0}‚ƒ„…†‡ˆ‰Š‹Œ\u{0}Ž\u{0}\u{0}‘’“”•–—˜™š›œ\u{0}žŸ"
    let standard = Array(upper.unicodeScalars) + (UInt32(0xA0)...0xFF).compactMap { Unicode.Scalar($0) }
    #expect(standard.count == 128)
    for (index, scalar) in standard.enumerated() {
      let byte = UInt8(128 + index)
      if scalar == "\u{0}" {
        #expect(throws: TableProblem(.notInEncoding(byte: UInt16(byte), encoding: .windows1252), line: 1, column: 2)) {
          try decoded([0x61, byte], .windows1252)
        }
      } else {
        #expect(try decoded([0x61, byte], .windows1252) == Array("a\(scalar)".utf8))
      }
    }
  }

  @Test(arguments: [nil, .utf8, .windows1252, .utf16, .macintosh] as [TextEncoding?])
  func `a mark decides, whatever the settings say`(encoding: TextEncoding?) throws {
    let text = "id,name\r\nA-1,Ærø \u{1F600}\r\n"
    #expect(try decoded(Self.utf16(text), encoding) == Array(text.utf8))
    #expect(try decoded(Self.utf16(text, isBig: true), encoding) == Array(text.utf8))
    #expect(try decoded(Array(("\u{FEFF}" + text).utf8), encoding) == Array(("\u{FEFF}" + text).utf8))
    #expect(try problem([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0]) == TableProblem(.otherKind(.utf32)))
  }

  @Test func `UTF-16 with a mark is a table, and without one where the settings say so`() throws {
    let text = "id,name\r\n\"A-1\",Ærø\r\n"
    #expect(try records(Self.utf16(text)).map(\.cells) == [["id", "name"], ["A-1", "Ærø"]])
    #expect(try problem(Self.utf16(text, mark: false)) == TableProblem(.otherKind(.utf16WithoutMark)))
    #expect(try decoded(Self.utf16(text, mark: false), .utf16) == Array(text.utf8))
    #expect(
      TableProblem(.otherKind(.utf16WithoutMark)).finding(file: "crm.csv").description
        == "crm.csv: error: the file is UTF-16 without a mark; write encoding: utf-16 beside the file in the settings"
    )
  }

  @Test func `empty files and marks alone are empty`() throws {
    for bytes in [[], [0xFF, 0xFE], [0xFE, 0xFF]] as [[UInt8]] {
      for encoding in [nil] + TextEncoding.allCases { #expect(try decoded(bytes, encoding).isEmpty) }
    }
    #expect(try decoded([0x61], .utf8) == [0x61] && decoded([0x61], .macintosh) == [0x61])
  }

  @Test(
    arguments: [
      // A lone surrogate of either kind, half a unit and half a pair at the end; lines end with LF, CRLF and CR.
      ([0x61, 0, 0x0A, 0, 0x62, 0, 0x00, 0xD8, 0x62, 0], 0xD800, 2, 2),
      ([0x0D, 0, 0x0A, 0, 0x00, 0xDC], 0xDC00, 2, 1),
      ([0x0D, 0, 0xE9, 0, 0x61], 0x61, 2, 2), ([0x61, 0, 0x3D, 0xD8], 0xD83D, 1, 2),
      ([0x3D, 0xD8, 0x00], 0xD83D, 1, 1),
    ] as [([UInt8], UInt16, Int, Int)])
  func `a unit that means nothing is told with its place`(bytes: [UInt8], unit: UInt16, line: Int, column: Int) throws {
    for room in [1, 3, 1 << 16] {
      #expect(throws: TableProblem(.notInEncoding(byte: unit, encoding: .utf16), line: line, column: column)) {
        try decoded(bytes, .utf16, room: room)
      }
    }
  }

  @Test func `a byte that means nothing is told in words`() {
    #expect(
      TableProblem(.notInEncoding(byte: 0x8D, encoding: .windows1252), line: 3, column: 7).finding(file: "crm.csv")
        .description
        == "crm.csv:3:7: error: 0x8D is no character of windows-1252, which the settings say; "
        + "correct encoding: there, or save the file as UTF-8")
  }

  @Test(arguments: UInt64(1)...8) func `a long text is the same in pieces of every size`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let alphabet = ["a", "\n", "é", "€", "\u{1F600}", "\u{FFFD}", "漢", ",", "\u{10FFFF}"]
    // More than one piece of a file, whose ends fall into pairs of units.
    let text = "x" + (0..<(40_000 + random.whole(below: 5))).map { _ in random.pick(alphabet) }.joined()
    let isBig = seed % 2 == 0
    #expect(try decoded(Self.utf16(text, isBig: isBig), room: random.pick([7, 1000, 1 << 20])) == Array(text.utf8))
    let bytes = (0..<150_000).map { _ in UInt8(random.whole(in: 0xA0...0xFF)) }
    let latin = String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    #expect(try decoded(bytes, .iso88591, room: 4093) == Array(latin.utf8))
  }

  @Test(
    arguments: [
      ("UTF-8", .utf8), ("utf8", .utf8), ("utf-16", .utf16), ("UTF_16LE", .utf16), ("Windows-1252", .windows1252),
      ("cp1252", .windows1252),
      ("ISO-8859-1", .iso88591), ("latin-1", .iso88591), ("Latin1", .iso88591), ("iso_8859_15", .iso885915),
      ("latin-9", .iso885915),
      ("Macintosh", .macintosh), ("Mac Roman", .macintosh), ("utf-32", nil), ("", nil), ("koi8-r", nil),
      ("utf-16be", nil),
    ] as [(String, TextEncoding?)])
  func `an encoding has its usual names`(name: String, encoding: TextEncoding?) {
    #expect(TextEncoding(name: name) == encoding)
  }

  @Test func `settings have one name for each`() {
    #expect(TextEncoding.names == ["utf-8", "utf-16", "windows-1252", "iso-8859-1", "iso-8859-15", "macintosh"])
    #expect(TextEncoding.names.map { TextEncoding(name: $0)?.name } == TextEncoding.names)
  }

  @Test(
    arguments: [
      (.windows1252, "Société Générale, Köln", [.windows1252, .iso88591]),
      (.windows1252, "l’eau – 5 €", [.windows1252]),
      (.windows1252, "SOCIÉTÉ Ærø", [.windows1252, .iso88591]),
      (.macintosh, "Société Générale", [.macintosh, .windows1252]),
      (.macintosh, "SOCIÉTÉ", [.macintosh, .windows1252]), (.macintosh, "Française", [.macintosh]),
      (.macintosh, "Smørrebrød", [.macintosh, .windows1252, .iso88591]),
      (.macintosh, "Ångström", [.macintosh]),
      (.iso885915, "45 000 €", [.iso885915, .windows1252, .iso88591]),
      (.iso88591, "Müller", [.windows1252, .iso88591]),
    ] as [(TextEncoding, String, [TextEncoding])])
  func `the encodings that read a text are found, the likeliest first`(
    written: TextEncoding, text: String, found: [TextEncoding]
  ) throws {
    let bytes = try encoded(text, written)
    #expect(TextEncoding.encodingsThatRead(bytes) == found)
    #expect(try String(decoding: decoded(bytes, written), as: UTF8.self) == text)
  }

  @Test func `text that is UTF-8 but for a byte is read by no other encoding`() {
    #expect(TextEncoding.encodingsThatRead(Array("Société,Générale,".utf8) + [0xC3, 0x2C]) == [])
    #expect(TextEncoding.encodingsThatRead(Array("Ærø".utf8)) == [] && TextEncoding.encodingsThatRead([]) == [])
    #expect(TextEncoding.encodingsThatRead([0x81, 0x8D, 0xAB, 0x41, 0xA5, 0x42, 0xA5, 0x43, 0xA5, 0x44]) == [])
  }

  /// A text in an encoding of one byte a letter, found by decoding each byte.
  private func encoded(_ text: String, _ encoding: TextEncoding) throws -> [UInt8] {
    var bytes: [Unicode.Scalar: UInt8] = [:]
    for byte in UInt8.min...UInt8.max {
      if let scalar = Iconv.scalar(byte, in: encoding) { bytes[scalar] = byte }
    }
    return try text.unicodeScalars.map { try #require(bytes[$0]) }
  }
}
