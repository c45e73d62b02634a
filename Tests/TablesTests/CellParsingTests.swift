import SeededRandom
import Testing

@testable import Tables

@Suite struct CellParsingTests {
  @Test(arguments: [
    ("0", 0.0), ("-12", -12), ("+7", 7), ("0.5", 0.5), (".5", 0.5), ("5.", 5), ("1e3", 1000), ("1E-2", 0.01),
    ("-1.5e+2", -150),
    ("007", 7), ("123456789012345678901234567890", 1.2345678901234568e29), ("0.1", 0.1), ("1e-400", 0),
    ("179769313486231570000000000000000000000", 1.7976931348623157e38), ("000000000000000000000001", 1),
  ])
  func `a plain decimal is a number`(text: String, value: Double) {
    #expect(CellParsing.number(text) == value)
  }

  @Test(arguments: [
    "", "-", "+", ".", "-.", "e3", "1e", "1e+", "1e1.5", "nan", "NaN", "inf", "-infinity", "0x10", "1,000", "1.000.000",
    "1 2", " 1", "1 ", "1_000", "1e999", "-1e999", "12%", "\u{20AC}5", "--1", "1-", "\u{0661}", "1\u{301}", "0b1", "1d",
    "1f",
  ])
  func `anything else is none`(text: String) {
    #expect(CellParsing.number(text) == nil)
  }

  @Test func `with a decimal comma the comma separates and the point is refused`() {
    #expect(CellParsing.number("-1234,5", decimal: ",") == -1234.5)
    #expect(CellParsing.number("1,5e3", decimal: ",") == 1500)
    #expect(CellParsing.number("0,12345678901234567", decimal: ",") == 0.12345678901234567)
    #expect(["1.234,5", "1.5", "1,2,3"].map { CellParsing.number($0, decimal: ",") } == [nil, nil, nil])
  }

  @Test func `every number is the double that the standard library reads`() {
    var random = SplitMix64(seed: 1)
    var wrong: [String] = []
    for _ in 0..<20_000 {
      let digits = String(random.next() >> UInt64(random.whole(below: 64)))
      let point = random.whole(below: digits.utf8.count + 1)
      var text = (random.whole(below: 2) == 0 ? "-" : "") + digits.prefix(point) + "." + digits.dropFirst(point)
      if random.whole(below: 3) == 0 { text += "e\(random.whole(below: 60) - 30)" }
      if CellParsing.number(text) != Double(text) { wrong.append(text) }
    }
    #expect(wrong.isEmpty)
  }

  @Test func `every double is read back from its own description`() {
    var random = SplitMix64(seed: 2)
    var wrong: [Double] = []
    for _ in 0..<20_000 {
      let value = Double(bitPattern: random.next())
      guard value.isFinite else { continue }
      if CellParsing.number("\(value)") != value { wrong.append(value) }
    }
    #expect(wrong.isEmpty)
  }

  @Test func `blanks around a cell are trimmed, those of other scripts too`() {
    func trimmed(_ text: String) -> String {
      Array(text.utf8).withUnsafeBufferPointer { String(decoding: CellParsing.trimmed($0), as: UTF8.self) }
    }
    #expect(trimmed(" \t\r\n1 2\u{0B}\u{0C} ") == "1 2")
    #expect(trimmed(" \t ") == "")
    #expect(trimmed("\u{A0}\u{2009}\u{3000}1\u{200B}\u{FEFF}\u{2060}\u{85}") == "1")
    #expect(trimmed("\u{E9}\u{A0}\u{200D}") == "\u{E9}")
    #expect(trimmed("\u{1F7E2}") == "\u{1F7E2}")
  }

  @Test func `exactly the white space of Unicode and five zero-width characters are blanks`() {
    let zeroWidth: Set<UInt32> = [0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF]
    for value in UInt32(0)...0xFFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let isBlank = CellParsing.text("\(scalar)x\(scalar)") == "x"
      #expect(isBlank == (scalar.properties.isWhitespace || zeroWidth.contains(value)), "\(value)")
    }
  }

  @Test func `a run of white space inside a text is one space, and line breaks stay where lines are kept`() {
    #expect(CellParsing.text("a \u{A0}\t b\nc") == "a b c")
    #expect(CellParsing.text(" a \u{A0} b \n\n c ", keepsLines: true) == "a b\n\n c")
    #expect(CellParsing.text("a\u{200D}b") == "a\u{200D}b")
  }

  @Test func `placeholders are blank as they are spelled and not otherwise`() {
    func isBlank(_ text: String) -> Bool { Array(text.utf8).withUnsafeBufferPointer { CellParsing.isBlank($0) } }
    for text in ["#N/A", "N/A", "n/a", "NULL", "null", "NaN", "-", "\u{2013}", "\u{2014}", " NULL\u{A0}", "", " "] {
      #expect(isBlank(text), "\(text)")
    }
    for text in ["Null", "nan", "N/a", "--", "?", "0", "\u{2212}", "NULLs", "#N/A!"] {
      #expect(!isBlank(text), "\(text)")
    }
  }
}
