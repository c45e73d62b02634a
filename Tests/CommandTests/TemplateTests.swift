import Foundation
import Testing

/// A user's own templates in place of the built-in ones.
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

  @Test func `a part of one's own is in force on every page, and a fault in it is reported once`() throws {
    let folder = try StarterFolder()
    try folder.write("**{{name}}**\n", to: "templates/parts/name.md")
    #expect(try folder.run("build").status == 0)
    let site = try folder.files()
    for page in ["accounts/index.html", "segments/index.html"] {
      #expect(String(decoding: site[page] ?? Data(), as: UTF8.self).contains("<strong>"), "\(page)")
    }
    try folder.write("{{nmae}}\n", to: "templates/parts/name.md")
    let errors = try folder.run("build").errors
    #expect(errors.contains("p/templates/parts/name.md:1:1: error: unknown name 'nmae'; did you mean 'name'?"))
    #expect(errors.contains("1 problem in the templates; nothing was written"))
  }

  /// Templates are Markdown, so nothing that a page may not do can get in through them either.
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

  @Test func `check names a template whose Markdown is read again for each page, and says why`() throws {
    let folder = try StarterFolder()
    #expect(try !folder.run("check").output.contains("again for each page"))
    try folder.write("# {{name}}\n\n`{{summary}}`\n", to: "templates/account.md")
    let run = try folder.run("check")
    #expect(
      run.output.contains(
        "account.md is read as Markdown again for each page, which takes longer, because it or one of its parts holds code"
      ), "\(run.output)")
  }

  @Test func `check names the templates of one's own that have fallen behind`() throws {
    let folder = try StarterFolder()
    try folder.write("# {{name}}\n", to: "templates/account.md")
    let first = try folder.run("check")
    #expect(first.status == 0)
    #expect(first.errors.contains("account.md: warning: does not say its version of the built-in account.md"))
    let base = try #require(first.errors.firstRange(of: /vigie-base: [0-9a-f]{12}/))
    let comment = String(first.errors[base])
    try folder.write("{{! \(comment) }}\n# {{name}}\n", to: "templates/account.md")
    #expect(try !folder.run("check").errors.contains("built-in account.md"))
    try folder.write("{{! vigie-base: 000000000000 }}\n# {{name}}\n", to: "templates/account.md")
    #expect(try folder.run("check").errors.contains("was made from another version of the built-in account.md"))
  }

  @Test func `phrases of one's own language file must all be there, be used and have their places`() throws {
    let folder = try StarterFolder()
    let words = try String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "templates/words/en.yml"), encoding: .utf8)
    try folder.write(words, to: "templates/words/en.yml")
    #expect(try folder.run("check").status == 0)
    try folder.write(words + "nobody_asks: x\n", to: "templates/words/en.yml")
    let unused = try folder.run("check")
    #expect(unused.status == 1)
    #expect(unused.errors.contains("en.yml: error: the phrase 'nobody_asks' is used by nothing"))
    for (line, other, finding) in [
      ("\naccounts_other: \"{n} accounts\"", "", "the phrase 'accounts_other' is missing"),
      (
        "\naccounts_other: \"{n} accounts\"", "\naccounts_other: many",
        "the phrase 'accounts_other' leaves out its place '{n}'"
      ),
      (
        "\naccounts_other: \"{n} accounts\"", "\naccounts_other: \"{n} {what}\"",
        "nothing fills the place '{what}' of the phrase 'accounts_other'"
      ),
    ] {
      try folder.write(words.replacing(line, with: other), to: "templates/words/en.yml")
      for command in ["check", "build"] {
        let outcome = try folder.run(command)
        #expect(outcome.status == 1 && outcome.errors.contains(finding), "\(command): \(outcome.errors)")
      }
    }
    try folder.write(words.replacing("\nskip:", with: "\nskipp:"), to: "templates/words/en.yml")
    #expect(try folder.run("check").status == 1)
  }

  @Test func `a logo that is no PNG is refused, and a small one stands on every page`() throws {
    let folder = try StarterFolder()
    try folder.append(
      "brand: {name: Acme, logo: logo.png, accent: \"#7a1f5c\", footer: Confidential}\n", to: "vigie.yml")
    try folder.write("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", to: "logo.png")
    let refused = try folder.run("build")
    #expect(refused.status == 1)
    #expect(refused.errors.contains("the logo 'logo.png' is no PNG file"))
    // Only the header of an image is read, here 100 by 50 pixels.
    let head: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]
    let png = Data(head + [0, 0, 0, 100, 0, 0, 0, 50, 8, 6, 0, 0, 0])
    let logo = folder.url.appending(path: "p/logo.png")
    // 50,000 by 50,000 pixels fit into a few kilobytes, and a file of two gibibytes onto a disk of none.
    try Data(head + [0, 0, 0xC3, 0x50, 0, 0, 0xC3, 0x50, 8, 6, 0, 0, 0]).write(to: logo)
    #expect(try folder.run("build").errors.contains("'logo.png' has 50,000 by 50,000 pixels; at most 4,000,000"))
    try FileHandle(forWritingTo: logo).truncate(atOffset: 2 << 30)
    #expect(try folder.run("build").errors.contains("it has more than 64 KiB; name a PNG of at most 64 KiB"))
    try png.write(to: logo)
    #expect(try folder.run("build").status == 0)
    let files = try folder.files()
    #expect(files["logo.png"] == png)
    #expect(files["brand.css"].map { String(decoding: $0, as: UTF8.self).contains("--accent: #7a1f5c") } == true)
    for (name, html) in files where name.hasSuffix(".html") {
      let page = String(decoding: html, as: UTF8.self)
      #expect(page.contains("logo.png\" alt=\"Acme\" width=\"56\" height=\"28\">"), "\(name)")
      #expect(page.contains("<p>Confidential</p>") && page.contains("brand.css"), "\(name)")
    }
  }
}
