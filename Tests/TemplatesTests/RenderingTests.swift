import Testing

@testable import Templates

@Suite struct `rendering a page` {
  @Test func `text is escaped for the format of its file`() throws {
    let account = Account(name: "a*<b>\nc")
    #expect(try render(md: "{{name}}", account) == #"a\*\<b\> c"#)
    #expect(try render(html: "{{name}}", account) == "a*&lt;b&gt;\nc")
  }

  @Test func `a partial escapes as the file that includes it`() throws {
    #expect(try render([("page.md", "{{> row.md}}"), ("row.md", "{{name}}")], Account(name: "*")) == #"\*"#)
  }

  @Test func `finished HTML is inserted as it is`() throws {
    #expect(try render(html: "{{{chart}}}{{{bytes}}}") == "<svg/><svg/>")
  }

  @Test func `a phrase is found from inside a section, escaped or as Markdown`() throws {
    let account = Account(measures: [Measure()])
    #expect(
      try render(md: "{{#measures}}{{t.title}}|{{{t.title}}}{{/measures}}", account)
        == #"\*All\* \<accounts\>|*All* <accounts>"#)
    #expect(try render(md: "{{#t.none}}shown{{/t.none}}{{^t.none}}empty{{/t.none}}") == "empty")
  }

  @Test func `a row's own name hides the page's`() throws {
    let account = Account(measures: [Measure(label: "a"), Measure(label: "")])
    #expect(try render(md: "{{#measures}}[{{label}} {{name}}]{{/measures}}", account) == "[a Nile][ Nile]")
  }

  @Test func `dotted names reach into records and into an open optional record`() throws {
    let account = Account(divergence: Divergence(reason: "r"))
    #expect(
      try render(html: "{{contract.renews_on}}{{#contract}} {{renews_on}}{{/contract}}") == "2026-01-01 2026-01-01")
    #expect(try render(html: "{{#divergence}}{{reason}}{{divergence.reason}}{{/divergence}}", account) == "rr")
    #expect(try render(html: "{{#divergence}}x{{/divergence}}{{^divergence}}none{{/divergence}}") == "none")
  }

  @Test func `texts are listed by a lone dot, and a text is a section when it is not empty`() throws {
    #expect(try render(html: "{{#tags}}[{{.}}]{{/tags}}", Account(tags: ["a", "<"])) == "[a][&lt;]")
    #expect(try render(html: "{{#name}}{{.}}{{/name}}{{^name}}no{{/name}}", Account(name: "")) == "no")
  }

  @Test func `a record may hold a list of its own kind`() throws {
    struct Branch: TemplateRecord {
      let name: String
      let branches: [Branch]
      static let fields: TemplateFields<Branch> = [.text("name") { $0.name }, .list("branches") { $0.branches }]
    }
    let set = TemplateSet(files: [TemplateFile(name: "b.md", text: "{{name}}{{#branches}}[{{name}}]{{/branches}}")])
    var output: [UInt8] = []
    try set.compile("b.md", for: Branch.self)
      .render(Branch(name: "a", branches: [Branch(name: "b", branches: [])]), into: &output)
    #expect(output == Array("a[b]".utf8))
  }

  @Test func `nested standalone partials add up their indentation`() throws {
    let files = [("page.md", "  {{> a.md}}\n"), ("a.md", "a\n {{> b.md}}\n{{name}}\n"), ("b.md", "b\nc\n")]
    #expect(try render(files) == "  a\n   b\n   c\n  Nile\n")
  }

  @Test func `a list says whether it is empty by its name with has_ before it, also inside a record`() throws {
    struct Page: TemplateRecord {
      let account: Account
      static let fields: TemplateFields<Page> = [.record("account") { $0.account }]
    }
    let text = "{{#has_tags}}some{{/has_tags}}{{^has_tags}}none{{/has_tags}}"
    #expect(try render(md: text, Account(tags: ["a", "b"])) == "some")
    #expect(try render(md: text) == "none")
    let nested = text.replacing("has_tags", with: "account.has_tags")
    let set = TemplateSet(files: [TemplateFile(name: "page.md", text: nested)])
    var output: [UInt8] = []
    try set.compile("page.md", for: Page.self).render(Page(account: Account(tags: ["a"])), into: &output)
    #expect(String(decoding: output, as: UTF8.self) == "some")
  }

  @Test func `a record's own field of such a name means what the record says`() throws {
    let fields: TemplateFields<[String]> = [.flag("has_rows") { $0.count > 1 }, .list("rows") { $0 }]
    let set = TemplateSet(files: [TemplateFile(name: "p.md", text: "{{#has_rows}}many{{/has_rows}}")])
    var output: [UInt8] = []
    try set.compile("p.md", fields: fields).render(["one"], into: &output)
    #expect(output.isEmpty)
  }

  @Test(arguments: ["\n", "\r\n"])
  func `within a line a partial leaves out the line break that ends its file`(_ end: String) throws {
    let files = [
      ("page.md", "| {{> cell.md}} | {{> cell.md}} |\n{{> cell.md}}\n"),
      ("cell.md", "{{! Said once. }}\(end){{#name}}*{{name}}*{{/name}}\(end)"),
    ]
    #expect(try render(files) == "| *Nile* | *Nile* |\n*Nile*\(end)")
  }

  @Test func `a line goes on behind a partial that stands within it, whatever the line is indented by`() throws {
    let files = [("page.md", "  {{> a.md}}\n"), ("a.md", "[{{> b.md}}]\n"), ("b.md", "{{name}}\n")]
    #expect(try render(files) == "  [Nile]\n")
  }

  @Test func `a partial costs nothing to render: it compiles to what its text would compile to`() throws {
    let files = [
      ("page.md", "{{#measures}}\n| {{> cell.md}} |\n{{/measures}}\n"), ("cell.md", "*{{> label.md}}*\n"),
      ("label.md", "{{label}}\n"), ("whole.md", "{{#measures}}\n| *{{label}}* |\n{{/measures}}\n"),
    ]
    let set = TemplateSet(files: files.map { TemplateFile(name: $0.0, text: $0.1) })
    let inParts = try set.compile("page.md", for: Account.self).program
    let whole = try set.compile("whole.md", for: Account.self).program
    #expect("\(inParts)" == "\(whole)")
  }

  @Test func `a byte order mark is not part of the page`() throws {
    #expect(try Array(render(md: "\u{FEFF}# {{name}}").utf8) == Array("# Nile".utf8))
  }

  @Test func `braces in data stay data`() throws {
    #expect(try render(html: "{{name}}", Account(name: "{{label}}")) == "{{label}}")
  }
}
