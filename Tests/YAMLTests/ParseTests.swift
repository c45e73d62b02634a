import Testing

@testable import YAML

/// YAML documents as values.
@Suite struct ParseTests {
  @Test func `values keep their texts, their order and their places`() throws {
    let root = try #require(try parseYAML("b: 1\nä: [x, 'y z']\nc:\n  d: |\n    two\n    lines\n"))
    let mapping = try #require(root.mapping)
    #expect(mapping.map { $0.key.scalar?.string } == ["b", "ä", "c"])
    #expect(mapping["b"]?.scalar?.string == "1")
    #expect(mapping["ä"]?.sequence?.map { $0.scalar?.string } == ["x", "y z"])
    // Columns count characters, not bytes.
    #expect(mapping["ä"]?.mark == Node.Mark(line: 2, column: 4))
    #expect(mapping["c"]?.mapping?["d"]?.scalar?.string == "two\nlines\n")
    #expect(mapping["none"]?.mark == nil)
  }

  @Test(arguments: ["", "\n", "# only a comment\n"])
  func `a text without a document is none`(text: String) throws {
    #expect(try parseYAML(text)?.mark == nil)
  }

  @Test(arguments: [
    ("a: b: c", "1:5: mapping values are not allowed in this context"),
    ("a: [1", "2:1: did not find expected ',' or ']'"),
    ("a: 1\nb: 2\na: 3\n", "3:1: the same key stands twice: a"),
    ("a: 1\n---\nb: 2\n", "3:1: but found another document"),
    ("a: &x [*x]\n", "1:4: a value contains itself"),
    ("a: *nobody\n", "1:4: found undefined alias"),
    ("a: é\nbé: \u{1}\n", "2:5: control characters are not allowed"),
  ])
  func `a fault is said with its place`(text: String, words: String) {
    let error = #expect(throws: YAMLError.self) { try parseYAML(text) }
    #expect(error?.description == words)
  }

  @Test func `an alias is a copy, and a document of copies of copies costs what it holds`() throws {
    // Nine levels of nine would be 387 million values if expanded.
    var text = "l0: &l0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...8 {
      text +=
        "l\(level): &l\(level) [" + [String](repeating: "*l\(level - 1)", count: 9).joined(separator: ", ") + "]\n"
    }
    var node = try #require(try parseYAML(text)?.mapping?["l8"])
    var depth = 0
    while let first = node.sequence?.first {
      node = first
      depth += 1
    }
    #expect(depth == 9 && node.scalar?.string == "x")
  }

  @Test func `nesting without end is refused and does not end the program`() {
    #expect(throws: YAMLError.self) { try parseYAML(String(repeating: "[", count: 100_000)) }
  }
}
