import Templates
import Testing

/// Templates that would take the program more calls, or more memory, than it has.
@Suite struct DepthTests {
  @Test func `sections nest 64 deep and no deeper`() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "{{#capped}}", count: depth) + "x" + String(repeating: "{{/capped}}", count: depth)
    }
    #expect(problems(("page.md", nested(64))) == ["compiled: "])
    #expect(
      problems(("page.md", nested(65)))
        == ["page.md:1:705: error: sections and partials are nested more than 64 deep"])
    #expect(problems(("page.md", nested(100_000))).count == 1_000)
  }

  @Test func `a chain of partials has an end`() {
    let files = (0..<100).map { (name: "p\($0).md", text: "{{> p\($0 + 1).md}}") } + [(name: "p100.md", text: "x")]
    #expect(throws: TemplateErrors.self) { try render(files) }
    #expect(throws: Never.self) { try render(Array(files.suffix(60))) }
  }

  @Test func `partials that double have an end`() {
    let files = (0..<40).map { (name: "p\($0).md", text: "{{> p\($0 + 1).md}}{{> p\($0 + 1).md}}") }
    let errors = #expect(throws: TemplateErrors.self) { try render(files + [(name: "p40.md", text: "x")]) }
    #expect(errors?.description.contains("partials are included more than 10000 times") == true)
  }

  @Test func `sections side by side keep their order`() throws {
    var account = Account()
    account.tags = ["a", "b"]
    #expect(
      try render(md: "1{{#tags}}2{{#contract}}3{{/contract}}4{{/tags}}5{{^tags}}6{{/tags}}7", account) == "123423457")
  }
}
