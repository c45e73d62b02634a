import Templates
import Testing

@Suite struct `problems in templates` {
  @Test func `an unknown name is found in an empty section, a dotted name and a partial, with the nearest name`() {
    #expect(
      problems(
        ("page.md", "é{{nam}}\n{{#measures}}{{labl}}{{/measures}}\n{{contract.renew_on}}{{> p.md}}"),
        ("p.md", "{{nme}}"))
        == [
          "page.md:1:2: error: unknown name 'nam'; did you mean 'name'?",
          "page.md:2:14: error: unknown name 'labl'; did you mean 'label'?",
          "page.md:3:1: error: unknown name 'contract.renew_on'; did you mean 'contract.renews_on'?",
          "p.md:1:1: error: unknown name 'nme'; did you mean 'name'?",
        ])
    #expect(
      problems(("page.md", "{{t.titel}}")) == ["page.md:1:1: error: unknown name 't.titel'; did you mean 't.title'?"])
    #expect(problems(("page.md", "{{zzzzzzzz}}{{.}}")).count == 2)
  }

  @Test(arguments: [
    ("{{{name}}}", "name is text; it cannot be inserted unescaped"),
    ("{{&name}}", "name is text; it cannot be inserted unescaped"),
    ("{{chart}}", "chart is finished HTML; write {{{chart}}}"),
    ("{{{chart}}}", "chart is finished HTML; it cannot be inserted into Markdown"),
    ("{{capped}}", "capped is a yes or no; it cannot be shown by itself, only as a section"),
    ("{{{measures}}}", "measures is a list; it cannot be shown by itself, only as a section"),
    ("{{t}}", "t is the language file; it cannot be shown by itself, only as a section"),
    ("{{divergence.reason}}", "'divergence.reason' may be missing; use it inside the section {{#divergence}}"),
    (
      "{{measures.label}}",
      "'measures.label' looks into measures, which is a list and has no names to look up from here"
    ),
    ("{{> p}}", "there is no partial 'p'"),
    ("{{> pag.md}}", "there is no partial 'pag.md'; did you mean 'page.md'?"),
    ("{{> page.md}}", "the partial 'page.md' includes itself"),
    ("{{#capped}}", "the section 'capped' is not closed"),
    ("{{/capped}}", "'capped' is closed here, but no section is open"),
    ("{{name", "this tag is not closed"),
    ("{{na me}}", "'na me' is not a tag"),
    ("{{}}", "'' is not a tag"),
    ("{{{name}} }", "'{name' is not a tag"),
    ("{{a..b}}", "'a..b' is not a tag"),
    ("{{=x=}}", "new delimiters are two marks with a space between and no '=' in them, as in {{=<% %>=}}"),
  ])
  func `a fault is told in words`(_ text: String, _ words: String) {
    #expect(problems(("page.md", text)) == ["page.md:1:1: error: \(words)"])
  }

  @Test func `a slip in a closing tag is one problem`() {
    #expect(
      problems(("page.md", "{{#capped}}{{/caped}}{{name}}")) == [
        "page.md:1:12: error: 'caped' is closed here, but the open section is 'capped'"
      ])
  }

  @Test func `a phrase, which is Markdown, cannot be inserted into HTML`() {
    #expect(
      problems(("page.html", "{{{t.title}}}")) == [
        "page.html:1:1: error: t.title is finished Markdown; it cannot be inserted into HTML"
      ])
  }

  @Test func `only lists have a name with has_ before it, and a slip in one is found`() {
    #expect(
      problems(("page.md", "{{#has_measure}}{{/has_measure}}\n {{#has_name}}{{/has_name}}{{has_tags}}")) == [
        "page.md:1:1: error: unknown name 'has_measure'; did you mean 'has_measures'?",
        "page.md:2:2: error: unknown name 'has_name'; did you mean 'has_tags'?",
        "page.md:2:28: error: has_tags is a yes or no; it cannot be shown by itself, only as a section",
      ])
  }

  @Test func `a partial of another format is refused, because its escaping would not protect`() {
    #expect(
      problems(("page.html", "{{> row.md}}"), ("row.md", "{{name}}")) == [
        "page.html:1:1: error: the partial 'row.md' is Markdown and cannot be included in HTML"
      ])
  }

  @Test func `a file of no known format and a file that is not there are problems`() {
    #expect(
      problems(("page.csv", "x")) == [
        "page.csv:1:1: error: 'page.csv' does not end in .md or .html, so its values cannot be escaped"
      ])
    let set = TemplateSet(files: [TemplateFile(name: "page.md", text: "")])
    let errors = #expect(throws: TemplateErrors.self) { try set.compile("pge.md", for: Account.self) }
    #expect(errors?.problems.map(\.kind) == [.unknownTemplate("pge.md", nearest: "page.md")])
  }

  @Test func `a partial included twice is reported once, under its display path`() {
    let set = TemplateSet(files: [
      TemplateFile(name: "page.md", text: "{{> p.md}}{{> p.md}}"),
      TemplateFile(name: "p.md", text: "\n {{oops}}", displayPath: "templates/p.md"),
    ])
    let errors = #expect(throws: TemplateErrors.self) { try set.compile("page.md", for: Account.self) }
    #expect(errors?.description == "templates/p.md:2:2: error: unknown name 'oops'")
  }

  @Test func `canonically equivalent spellings are different names`() throws {
    let fields: TemplateFields<Int> = [.text("caf\u{E9}") { "\($0)" }]
    let set = TemplateSet(files: [TemplateFile(name: "p.md", text: "{{cafe\u{301}}}")])
    #expect(throws: TemplateErrors.self) { try set.compile("p.md", fields: fields) }
  }

  @Test func `two fields of one name stop the program`() async {
    await #expect(processExitsWith: .failure) {
      _ = TemplateFields<Int>([.text("a") { "\($0)" }, .flag("a") { $0 > 0 }])
    }
  }
}
