import Site
import Testing

@Suite struct SlugTests {
  @Test(arguments: [
    ("acme", "acme"), ("Acme", "a_cme"), ("C1001", "c_1001"), ("a_b", "a__b"), ("a-b", "a-b"), ("A_b", "a___b"),
    ("CON", "c_o_n_"), ("con", "con--1143da2bc54c495c4be31d3868785d39"),
  ])
  func `a known id keeps its file name for ever`(id: String, expected: String) {
    #expect(slug(of: id) == expected)
  }

  /// Ids that differ as bytes but that some file system, collation or normal form would treat as the same.
  static let confusable = [
    "Acme", "acme", "ACME", "aCME", "a_cme", "A_cme", "a__cme", "acme_", "_acme", "acme-", "-acme", "a--b", "a-b",
    "a---b", "caf\u{E9}", "cafe\u{301}", "CAF\u{C9}", "CAFE\u{301}", "stra\u{DF}e", "strasse", "\u{212B}", "\u{C5}",
    "A\u{30A}", "I", "i", "\u{130}", "\u{131}", "\u{FB01}", "fi", "k", "K", "\u{212A}", " ", "  ", "\t", "\u{A0}",
    "\u{200B}", "\u{FEFF}", ".", "..", "../../x", "..\\..\\x", "/", "//", "x", "x.", "x ", " x", "x\n", "x\0", "\0",
    "CON", "con", "Con", "con ", "con.", "nul", "nul.txt", "NUL.txt", "aux", "prn", "com1", "COM1", "lpt9", "index",
    "Index", "index.html", "index.2", "manifest", "~", "~1", "$Mft", "desktop.ini", ".git", ".DS_Store", "a:b", "a*b",
    "a?b", "\"", "<", ">", "|", "%2F", "%2e%2e", "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}", "\u{1F468}",
    "\u{1F1EB}\u{1F1F7}", "1", "\u{661}", "\u{FF11}", "\u{202E}x", String(repeating: "a", count: 64),
    String(repeating: "a", count: 65), String(repeating: "a", count: 300), String(repeating: "A", count: 32),
    String(repeating: "A", count: 33), String(repeating: "a", count: 32) + "/", String(repeating: "/", count: 300),
    String(repeating: "\u{1F600}", count: 75), String(repeating: "_", count: 40), "",
    "con--1143da2bc54c495c4be31d3868785d39", "id--1c77bc5e4de29c5389d52e6aad3b4c12",
  ]

  @Test func `ids that look alike get different file names`() {
    expectInjective(Self.confusable)
  }

  @Test func `thousands of ids of every shape get different file names`() {
    // Few letters, so that most words differ from many others only in case, an underscore or a hyphen.
    let letters: [Unicode.Scalar] = ["a", "A", "b", "_", "-", "1", ".", "\u{301}", "\u{E9}"]
    var ids: [String] = []
    for first in letters {
      for second in letters {
        for third in letters {
          for fourth in letters { ids.append(word([first, second, third, fourth])) }
          ids.append(word([first, second, third]))
        }
        ids.append(word([first, second]))
      }
      ids.append(word([first]))
    }
    #expect(ids.count > 7000)
    expectInjective(ids)
  }

  @Test(arguments: confusable)
  func `a file name is safe on every file system`(id: String) {
    let name = slug(of: id) + ".html"
    let bytes = Array(name.utf8)
    // The longest file name on Linux, macOS and Windows, with room for the number of a sheet.
    #expect(bytes.count <= 255 - 8)
    #expect(bytes.dropLast(5).allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 || $0 == 95 })
    #expect(bytes.count > 5 && bytes[0] != 45 && bytes[0] != 95)
    let devices = ["con", "prn", "aux", "nul"] + (0...9).flatMap { ["com\($0)", "lpt\($0)"] }
    #expect(!devices.contains(slug(of: id)))
    #expect(slug(of: id) != "index")
  }

  @Test func `an id that cannot be spelt out keeps what can be read of it`() {
    #expect(slug(of: "Acme / Nordics").hasPrefix("acme-nordics--"))
    #expect(slug(of: "../../x").hasPrefix("x--"))
    #expect(slug(of: "\u{1F600}").hasPrefix("id--"))
  }

  private func word(_ scalars: [Unicode.Scalar]) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  /// Case is ignored here: the names must differ where `A.html` and `a.html` are one file.
  private func expectInjective(_ ids: [String]) {
    var idsByName: [String: [UInt8]] = [:]
    for id in ids {
      let name = slug(of: id)
      #expect(name == name.lowercased())
      let bytes = Array(id.utf8)
      if let other = idsByName.updateValue(bytes, forKey: name) {
        #expect(other == bytes, "\(id.debugDescription) shares \(name) with \(String(decoding: other, as: UTF8.self))")
      }
    }
  }
}
