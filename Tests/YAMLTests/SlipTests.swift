import Testing

@testable import YAML

/// Files of settings as people and their editors write them.
@Suite struct SlipTests {
  private static let colon = "a text with a colon in it needs quotes"
  private static let indent =
    "the line is indented neither like the lines beside it nor like the value of the line above"

  @Test(arguments: [
    ("title: @harbour\n", "1:8: a text that begins with @ needs quotes; write \"@harbour\""),
    ("title: `x`\n", "1:8: a text that begins with ` needs quotes; write \"`x`\""),
    ("title: *x\n", "1:8: a text that begins with * needs quotes; write \"*x\""),
    ("a: 1\ntitle: - x\n", "2:8: a text that begins with - needs quotes; write \"- x\""),
    ("when: {employees: > 3}\n", "1:19: a text that begins with > needs quotes"),
    ("title: Harbour: customers\n", "1:15: \(colon); write \"Harbour: customers\""),
    ("a: 1\r\nb: x: \"y\"\r\n", "2:5: \(colon); write \"x: \\\"y\\\"\""),
    ("columns: {name: Name: full}\n", "1:21: \(colon)"),
    ("title: “Harbour: Q4”\n", "1:8: “ is no quotation mark here; write plain quotes: \"Harbour: Q4\""),
    ("title: 'C'est'\na: 1\n", "1:11: text follows the closing quote; put all of the text in \"double quotes\""),
    (
      "title: \"A\" B\n",
      "1:12: text follows the closing quote; put all of the text in quotes, and write \\\" for a quote inside"
    ),
    ("title: \"C:\\data\"\n", "1:11: a backslash in \"double quotes\" is doubled; or write 'single quotes'"),
    (
      "title: \"Harbour\ncurrency: EUR\n",
      "1:8: the text in quotes that begins here never ends; close it with the same sign"
    ),
    (
      "title: H\nbrand: {name: H, accent: #7a1f5c}\n",
      "2:26: # begins a comment, and the rest of the line is not read; put the text in quotes, such as \"#7a1f5c\""
    ),
    ("a: {b: c\nd: e\n", "1:4: the { that begins here is not closed"),
    ("a: {b: c}}\n", "1:10: the } closes nothing"),
    ("brand:\n\tname: H\n", "2:1: a tab may not indent a line; write blanks"),
    ("a:\n\u{A0}\u{A0}b: 1\n  c: 2\n", "2:1: a no-break or invisible blank may not indent a line; write plain blanks"),
    ("a: 1\ntitle:Harbour\nb: 2\n", "2:6: write a blank after the colon"),
    ("a: 1\nharbour\nb: 2\n", "2:1: the line is no 'key: value' and no '- item'"),
    ("a:\n    b: 1\n  c: 2\n", "3:3: \(indent)"),
    ("a: 1\n  b: 2\n", "2:3: \(indent)"),
    ("a\u{0}:\u{0}", "1:1: the file is UTF-16, or no text at all; save it as plain text in UTF-8"),
  ])
  func `a slip is said at its place with what to write`(text: String, words: String) {
    let error = #expect(throws: YAMLError.self) { try parseYAML(text) }
    #expect(error?.description == words)
  }

  @Test(arguments: ["\u{FEFF}a: 1\nb: 2\n", "a: 1\r\nb: 2\r\n", "a: 1\rb: 2\r"])
  func `a byte-order mark and any kind of line break are read over`(text: String) throws {
    let mapping = try #require(try parseYAML(text)?.mapping)
    #expect(mapping.map { $0.key.scalar?.string } == ["a", "b"])
    #expect(mapping["b"]?.mark == Node.Mark(line: 2, column: 4))
  }
}
