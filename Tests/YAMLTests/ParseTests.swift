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
    ("a: [1", "1:4: the [ that begins here is not closed"),
    ("a: 1\nb: 2\na: 3\n", "3:1: the same key stands twice: a"),
    ("a: 1\n---\nb: 2\n", "3:1: but found another document"),
    ("a: &x [*x]\n", "1:4: a value contains itself"),
    ("a: é\nbé: \u{1}\n", "2:5: control characters are not allowed"),
  ])
  func `a fault is said with its place`(text: String, words: String) {
    let error = #expect(throws: YAMLError.self) { try parseYAML(text) }
    #expect(error?.description == words)
  }

  /// Nine levels of nine would be 387 million values with copies in place of aliases.
  private static func copies(levels: Int) -> String {
    var text = "l0: &l0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<levels {
      text +=
        "l\(level): &l\(level) [" + [String](repeating: "*l\(level - 1)", count: 9).joined(separator: ", ") + "]\n"
    }
    return text
  }

  @Test func `an alias is a copy, and copies of copies have an end`() throws {
    var node = try #require(try parseYAML(Self.copies(levels: 5))?.mapping?["l4"])
    var depth = 0
    while let first = node.sequence?.first {
      node = first
      depth += 1
    }
    #expect(depth == 5 && node.scalar?.string == "x")
    let error = #expect(throws: YAMLError.self) { try parseYAML(Self.copies(levels: 9)) }
    #expect(error?.description == "7:5: aliases make more than 1000000 values of this one")
  }

  @Test(arguments: ["[", "- ", "{a: ", "? ", "- - "])
  func `nesting without end is refused and does not end the program`(unit: String) {
    #expect(throws: YAMLError.self) { try parseYAML(String(repeating: unit, count: 100_000)) }
  }

  @Test func `values nest 64 deep and no deeper, lists in a mapping included`() throws {
    func nested(_ levels: Int) -> String { String(repeating: "- ", count: levels - 1) + "x" }
    #expect(try parseYAML(nested(64)) != nil)
    let error = #expect(throws: YAMLError.self) { try parseYAML(nested(65)) }
    #expect(error?.description == "1:129: values are nested more than 64 deep")
  }

  @Test(arguments: ["- &a x\n", "%TAG !a! b\n"]) func `anchors and directives have an end`(unit: String) throws {
    let error = #expect(throws: YAMLError.self) { try parseYAML(String(repeating: unit, count: 1001)) }
    #expect(error?.description == "1001:1: there are more than 1000 anchors and directives")
  }

  @Test func `an ampersand in a text is no anchor`() throws {
    #expect(try parseYAML(String(repeating: "- R&D & more\n", count: 400))?.sequence?.count == 400)
  }
}
