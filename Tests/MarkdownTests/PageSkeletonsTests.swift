import Foundation
import Markdown
import SeededRandom
import Templates
import Testing

/// A page that is put together of skeletons is the page that is read as a whole, byte for byte.
@Suite struct PageSkeletonsTests {
  /// A row of a table or an item of a list.
  struct Row: TemplateRecord {
    let a: String
    let b: String
    let c: String
    let isOdd: Bool
    static let fields: TemplateFields<Row> = [
      .text("a") { $0.a }, .text("b") { $0.b }, .text("c") { $0.c }, .flag("odd") { $0.isOdd },
    ]
  }

  /// The values of a page.
  struct Values: TemplateRecord {
    let x: String
    let y: String
    let z: String
    let isShown: Bool
    let rows: [Row]
    static let fields: TemplateFields<Values> = [
      .text("x") { $0.x }, .text("y") { $0.y }, .text("z") { $0.z }, .flag("shown") { $0.isShown },
      .list("rows") { $0.rows },
    ]
  }

  private static let figures = ["<svg></svg>", "<table><tr>\n<td>1</td></tr></table>\n", ""].map { Array($0.utf8) }

  private func template(_ text: String) throws -> CompiledTemplate<Values> {
    try TemplateSet(files: [TemplateFile(name: "page.md", text: text)]).compile("page.md", for: Values.self)
  }

  /// Both ways agree; gives the reason for reading the page as a whole.
  private func compare(
    _ template: CompiledTemplate<Values>, _ values: Values, _ skeletons: inout PageSkeletons, _ told: String
  ) -> WholeReason? {
    var markdown: [UInt8] = []
    template.render(values, into: &markdown)
    let marked = template.marked(values)
    #expect(marked.markdown == markdown, "\(told)")
    var whole: [UInt8] = []
    renderPage(markdown, figures: Self.figures, into: &whole)
    var filled: [UInt8] = []
    let reason = skeletons.render(marked, figures: Self.figures, into: &filled)
    // The site replaces noncharacters in every page.
    replaceForbidden(in: &whole)
    replaceForbidden(in: &filled)
    let same = zip(filled, whole).prefix { $0 == $1 }.count
    let agrees = filled == whole
    let parts = [whole, filled].map { String(decoding: $0.dropFirst(max(0, same - 60)).prefix(160), as: UTF8.self) }
    #expect(agrees, "\(told): \(parts) of \(String(decoding: markdown, as: UTF8.self))")
    return reason
  }

  // MARK: Drawn templates

  private static let texts = [
    "", "12", "green", "€72k", "a b", "accounts/acme.html", "../a/b-1.html", "*bold*", "_", "~~x~~", "`code`", "<b>",
    "&amp;", "&", "1.", "- x", "#", "|", "a | b", "\\", "]", "[x](y)", "![](figure:0)", "(", ")", "é", "“quoted”", "–5",
    "\u{A0}", "\u{3000}x", "  x  ", "a\nb", "\t", "\u{2028}", "\u{85}", "\u{FEFF}x", "javascript:alert(1)", "//host/x",
    "https://example.org/a?b=c&d", "0", "1", "7", "it's", "\"q\"", "\u{600}*", "\u{301}", "%EF%B7%900%EF%B7%91",
    String(decoding: [0xEF, 0xB7, 0x90, 0x30, 0xEF, 0xB7, 0x91] as [UInt8], as: UTF8.self), "row:x", "section:a",
  ]

  private static let inline = [
    "{{x}}", "{{y}} {{z}}", "{{x}}{{y}}", "text", "**{{x}}**", "a**{{x}}**b", "*{{x}} {{y}}*", "_{{z}}_", "~~{{x}}~~",
    "[{{x}}]({{y}})", "[{{x}}](accounts/{{y}}.html)", "[a]({{x}}{{y}})", "[a](https://{{x}}/{{y}})", "[a]({{x}}:{{y}})",
    "![{{x}}](small:)", "![{{x}}](mark:{{y}})", "![{{x}}](mark:green)", "![](figure:{{x}})", "![](figure:1)",
    "![{{x}}](figure:9)", "![{{y}}](anchor:{{x}})", "![{{x}}](due:{{y}})", "![![{{x}}](heard:)](small:)",
    "{{#shown}}{{x}} shown{{/shown}}{{^shown}}*hidden*{{/shown}}", "\\{{x}}", "\\*{{x}}", "{{x}}.", "{{x}}) {{y}}",
    "line  \n{{x}}", "{{x}}\n{{y}}", "![](paragraph:sheets) {{x}}", "([{{x}}])", "'{{x}}'", "\"{{y}}\"", "a  {{x}}",
  ]

  /// What makes a page be read as a whole.
  private static let wholes = [
    "`{{x}}`", "&{{x}};", "<{{x}}>", "[{{x}}]: {{y}}", "~~~\n{{x}}\n\n{{y}}\n~~~", "<b>{{x}}</b>",
  ]

  private func block(_ random: inout SplitMix64) -> String {
    func line() -> String {
      (0...random.whole(below: 3)).map { _ in random.pick(Self.inline).replacing("\n", with: " ") }.joined(
        separator: " ")
    }
    func cell() -> String {
      random.pick([
        "{{a}}", "{{b}} {{c}}", "[{{a}}]({{b}})", "![{{a}}](mark:{{c}})", "{{x}}", "",
        "**{{a}}**", "![](row:sum) {{a}}", "{{#odd}}{{b}} ![{{c}}](small:){{/odd}}", "![](figure:{{c}})", "~~{{b}}~~",
        "\\{{a}}",
      ])
    }
    switch random.whole(below: 14) {
    case 0: return random.pick(["#", "##", "###"]) + " " + line()
    case 1: return "## ![](section:\(random.pick(["a", "b:half", "end", "{{x}}"]))) \(line())"
    case 2, 3, 4:
      let columns = random.whole(in: 1...3)
      let head =
        "| "
        + (0..<columns).map { _ in random.pick(["{{x}}", "Head", "**{{y}}**", "a {{z}}", ""]) }.joined(separator: " | ")
        + " |"
      let rule =
        "|" + (0..<columns).map { _ in random.pick(["---", ":---", "---:", " :-: "]) }.joined(separator: "|") + "|"
      let row =
        "| " + (0..<random.whole(in: 1...4)).map { _ in cell() }.joined(separator: " | ") + random.pick([" |", ""])
      return head + "\n" + rule + "\n{{#rows}}\n" + row + "\n{{/rows}}"
        + random.pick(["", "\n| ![](row:sum) {{x}} | {{y}} |", "\n| last"])
    case 5: return "{{#rows}}\n- {{a}} ![{{b}}](small:)\n{{/rows}}"
    case 6: return "{{#rows}}\n\(random.pick(["1.", "-", "*", "{{a}}."])) {{b}}\n\n{{/rows}}"
    case 7: return "> " + line()
    case 8: return "{{#shown}}\n" + line() + "\n{{/shown}}"
    case 9: return "- " + line() + "\n\n  " + line()
    case 10: return line() + "\n" + random.pick(["---", "===", "| --- |", "- {{x}}"])
    case 11: return random.whole(below: 4) == 0 ? random.pick(Self.wholes) : line()
    default: return line() + random.pick(["", "\n" + line()])
    }
  }

  private func values(_ random: inout SplitMix64) -> Values {
    func text() -> String {
      random.whole(below: 3) == 0
        ? random.pick(Self.texts) + random.pick(Self.texts) : random.pick(Self.texts)
    }
    return Values(
      x: text(), y: text(), z: text(), isShown: random.whole(below: 2) == 0,
      rows: (0..<random.whole(below: 4)).map { _ in
        Row(a: text(), b: text(), c: text(), isOdd: random.whole(below: 2) == 0)
      })
  }

  @Test func `drawn templates give the same page both ways, whatever their values`() throws {
    var random = SplitMix64(seed: 21)
    var wholes = 0
    var pages = 0
    for number in 0..<TestSize.templates {
      let text = (0...random.whole(below: 6)).map { _ in block(&random) }.joined(
        separator: random.pick(["\n\n", "\n\n", "\n\n\n", "\n"]))
      let template = try template(text)
      // One collection for several templates, since pieces of the same text are one piece.
      var skeletons = PageSkeletons()
      for _ in 0..<8 {
        if compare(template, values(&random), &skeletons, "template \(number)") != nil { wholes += 1 }
        pages += 1
      }
    }
    // Most of them are put together of skeletons, and some are not: both ways are compared.
    #expect(wholes > 0 && wholes < pages / 2, "\(wholes) of \(pages)")
  }

  // MARK: Single laws

  @Test func `a second page of a template reads no Markdown again`() throws {
    let template = try template(
      "# {{x}}\n\n| A | B |\n|---|---|\n{{#rows}}\n| [{{a}}]({{b}}) | **{{c}}** |\n{{/rows}}\n")
    var skeletons = PageSkeletons()
    func page(_ name: String) -> Values {
      Values(
        x: name, y: "", z: "", isShown: true,
        rows: [Row(a: name, b: "a.html", c: "red", isOdd: true), Row(a: "é", b: "b.html", c: "red", isOdd: true)])
    }
    #expect(compare(template, page("One"), &skeletons, "first") == nil)
    let known = skeletons.count
    #expect(compare(template, page("Two's <b>"), &skeletons, "second") == nil)
    #expect(skeletons.count == known)
    // The heading, the head of the table, the row, and the row with the value beside the stars.
    #expect(known == 4)
  }

  @Test(
    arguments: zip(
      ["`{{x}}`", "a\n\n~~~\n\nb\n~~~", "<b>{{x}}</b>", "&{{x}};", "[a]: b.html"],
      [WholeReason.code, .code, .html, .reference, .definition]))
  func `a template says why its pages are read as a whole`(_ text: String, _ reason: WholeReason) throws {
    var skeletons = PageSkeletons()
    let values = Values(x: "amp", y: "", z: "", isShown: true, rows: [])
    #expect(compare(try template(text), values, &skeletons, text) == reason)
  }

  @Test func `what is kept has a bound, and pages beyond it are the same`() throws {
    let template = try template("![{{x}}](mark:{{y}}) {{z}}\n")
    var skeletons = PageSkeletons()
    for number in 0..<5_000 {
      let values = Values(x: "a", y: String(number), z: "it's", isShown: true, rows: [])
      #expect(compare(template, values, &skeletons, "\(number)") == nil)
    }
    #expect(skeletons.count == 4_096)
  }
}

/// How many templates are drawn; `SKELETON_TEMPLATES` says otherwise.
private enum TestSize {
  static let templates = Int(ProcessInfo.processInfo.environment["SKELETON_TEMPLATES"] ?? "") ?? 150
}
