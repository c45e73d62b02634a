import Markdown
import Testing

/// Texts that make libcmark-gfm slow when parsed whole: 64 KiB of each must take almost no time.
@Suite(.serialized) struct PathologyTests {
  static let size = 64 * 1024

  static func filled(_ unit: String) -> String { String(repeating: unit, count: size / unit.utf8.count) }

  static let texts = [
    ("quotes on a line", filled("> ")), ("quotes without blanks", filled(">")), ("lists on a line", filled("- ")),
    ("numbered lists", filled("1. ")), ("lists and quotes", filled("- > ")),
    ("a stair of lists", (0..<360).map { String(repeating: " ", count: $0) + "- \n" }.joined()),
    ("a stair of tabs", (0..<360).map { String(repeating: "\t", count: $0) + "- x\n" }.joined()),
    ("quotes on many lines", filled(String(repeating: ">", count: 200) + "\n")),
    ("lists on many lines", filled(String(repeating: "- ", count: 100) + "\n")),
    ("open brackets", filled("[")), ("open images", filled("![")), ("brackets with text", filled("[a](")),
    ("nested brackets", filled("[") + filled("]")),
    ("emphasis", filled("*a **a ")), ("underscores", filled("_a __a ")), ("stars", filled("*")),
    ("strikethrough", filled("~~a ~b ")),
    ("backticks", (1..<360).map { "e" + String(repeating: "`", count: $0) }.joined()), ("entities", filled("&")),
    ("open tags", filled("<a ")),
    ("open comments", filled("<!--")), ("open declarations", filled("<!A ")), ("open instructions", filled("<?")),
    ("cdata", filled("<![CDATA[")),
    ("autolinks", filled("<a:")), ("table rows", filled("|a\n")),
    ("a table", "|" + filled("a|") + "\n|" + filled("-|") + "\n" + filled("|a\n")),
    (
      "a wide table and short rows",
      String(repeating: "|a", count: 1000) + "\n" + String(repeating: "|-", count: 1000) + "\n" + filled("|x\n")
    ),
    ("references", (0..<3000).map { "[a\($0)]: x\n" }.joined() + filled("[a1]")), ("footnotes", filled("[^a]: b\n\n")),
    ("headings", filled("# ")), ("breaks", filled("***\n")), ("backslashes", filled("\\")), ("fences", filled("```\n")),
    ("empty lines", filled("\n")),
    ("mailto", filled("a@")), ("deep emphasis", filled("*a_ ")), ("links in links", filled("[a](b)")),
  ]

  @Test(arguments: texts) func `a note takes less than half a second`(name: String, text: String) {
    let start = processorTime()
    #expect(Note(text).html.count < 60 * Self.size)
    #expect(processorTime() - start < 0.5, "\(name)")
  }
}
