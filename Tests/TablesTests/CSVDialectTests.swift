import Testing

@testable import Tables

/// Rows written in the manner of an existing file.
@Suite struct CSVDialectTests {
  private static let texts = [
    "", "plain", "a,b", "a;b", "a\tb", "a|b", "say \"hi\"", "\"", "\"\"", "1\n2", "1\r\n2", "1\r2", "\n", " blanks ",
    "=1+1", "Café\u{301} 👩🏽‍🌾", "e\r\u{301}", "\u{FEFF}", "'",
  ]

  @Test(arguments: [",", ";", "\t", "|"] as [Character], [CSVDialect.LineBreak.lineFeed, .carriageReturn, .both])
  func `a row is read as the cells that it was written from`(delimiter: Character, lineBreak: CSVDialect.LineBreak)
    throws
  {
    for quotesEveryCell in [false, true] {
      let dialect = CSVDialect(
        delimiter: try #require(delimiter.asciiValue), lineBreak: lineBreak, quotesEveryCell: quotesEveryCell)
      let rows = [["x", "y"], Self.texts, Self.texts.reversed(), [""], ["end"]]
      let read = try records(rows.flatMap(dialect.row), delimiter: delimiter)
      #expect(read.map { $0.cells.map { Array($0.utf8) } } == rows.map { $0.map { Array($0.utf8) } })
      #expect(read.allSatisfy { $0.malformedCell == nil })
    }
  }

  @Test func `only what needs quotes is quoted`() {
    let cells = ["a b", "a;b", "a,b", "5\" pipe", ""]
    #expect(CSVDialect().row(cells) == Array("a b,a;b,\"a,b\",\"5\"\" pipe\",\n".utf8))
    #expect(
      CSVDialect(delimiter: UInt8(ascii: ";"), lineBreak: .both).row(cells)
        == Array("a b;\"a;b\";a,b;\"5\"\" pipe\";\r\n".utf8))
    #expect(CSVDialect(quotesEveryCell: true).row(["a", ""]) == Array("\"a\",\"\"\n".utf8))
  }

  @Test(arguments: [
    ("a,b\n1,2\r\n", CSVDialect()), ("a,b", CSVDialect()),
    ("\u{FEFF}a;b\r\n", CSVDialect(delimiter: UInt8(ascii: ";"), lineBreak: .both)),
    ("a\tb\r1\t2\n", CSVDialect(delimiter: UInt8(ascii: "\t"), lineBreak: .carriageReturn)),
    ("\n\"a\",\"b\"\n", CSVDialect(quotesEveryCell: true)), ("\"a,c\",b\n", CSVDialect()),
  ])
  func `the first line shows how a file is written`(text: String, dialect: CSVDialect) throws {
    try withFile(Array(text.utf8)) { path in
      let reader = try TableReader(file: path)
      #expect(reader.dialect == dialect)
    }
  }
}
