import Foundation
import Testing

/// A user's own templates in the place of the built-in ones.
@Suite struct TemplateTests {
  @Test func `a template of one's own changes its own pages only`() throws {
    let folder = try StarterFolder()
    _ = try folder.run("build")
    let before = try folder.files()
    try folder.write("# {{name}}\n\nOurs.\n", to: "own/account.md")
    #expect(try folder.run("build", ["--templates", "p/own"]).status == 0)
    let after = try folder.files()
    let changed = after.keys.filter { after[$0] != before[$0] && $0 != "manifest.json" }
    #expect(Set(changed) == ["accounts/a_-001.html", "accounts/a_-002.html", "accounts/a_-003.html"])
    #expect(Set(after.keys) == Set(before.keys))
    let page = String(decoding: after["accounts/a_-001.html"] ?? Data(), as: UTF8.self)
    #expect(page.contains("<p>Ours.</p>"))
  }

  /// Templates are Markdown, so that what a page may not do cannot slip into one either.
  @Test(arguments: [
    ("[seen](javascript:alert(1))", "<p>seen</p>"), ("[seen](//evil.example)", "<p>seen</p>"),
    ("<b onclick=\"alert(1)\">seen</b>", "<p>seen</p>"), ("<script>alert(1)</script>\n\nseen", "<p>seen</p>"),
    ("![seen](https://evil.example/x.png)", "<p>seen</p>"),
    ("[seen](../method.html)", "<p><a href=\"../method.html\">seen</a></p>"),
    ("[seen](https://a.example)", "<p><a href=\"https://a.example\">seen</a></p>"),
  ])
  func `a page template links only to pages, the web and mailboxes, and holds no HTML`(
    source: String, html: String
  ) throws {
    let folder = try StarterFolder()
    try folder.write("# {{name}}\n\n\(source)\n", to: "templates/account.md")
    #expect(try folder.run("build").status == 0)
    let page = String(decoding: try folder.files()["accounts/a_-001.html"] ?? Data(), as: UTF8.self)
    let main = page.components(separatedBy: "</h1>").last?.components(separatedBy: "</main>").first ?? ""
    #expect(main.trimmingCharacters(in: .whitespacesAndNewlines) == html)
  }
}
