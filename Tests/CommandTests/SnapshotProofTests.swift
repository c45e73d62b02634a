import Foundation
import Testing

/// The proof of a customer's file, as the command applies it to the user's own templates and tables.
@Suite struct SnapshotProofTests {
  private func snapshot(_ folder: borrowing StarterFolder) throws -> Program.Outcome {
    try Program.run(["snapshot", "A-001", "p", "--for", "customer"] + StarterFolder.asOf, in: folder.url)
  }

  private static let frame = """
    <!doctype html>
    <html lang="{{language}}"><head><meta charset="utf-8"><meta name="vigie-snapshot" content="{{mark}}">
    <meta name="generator" content="{{tool}}"><title>{{title}}</title><style>{{{style}}}</style></head>
    <body><main>{{{content}}}</main><footer>{{sender}} {{foot}} {{style_hash}} <code class="fingerprint">{{fingerprint}}</code>
    EXTRA</footer></body></html>

    """

  @Test func `a user's own frame and style pass where they load nothing`() throws {
    let folder = try StarterFolder()
    let extra = "<p><a href=\"https://bellwater.example/qbr?a=1&amp;b=2\">More</a></p>"
    try folder.write(Self.frame.replacing("EXTRA", with: extra), to: "templates/customer/frame.html")
    try folder.write("p::after { content: \" →\"; color: #123 }\n", to: "templates/customer/customer.css")
    let outcome = try snapshot(folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  @Test(arguments: [
    ("<script>fetch('x')</script>", "<script>, which no customer's document may hold"),
    ("<p onclick=\"x()\">a</p>", "the attribute onclick of <p>"),
    ("<img src=\"https://a.example/p.gif\">", "<img>, which no customer's document may hold"),
    ("<!-- ours -->", "a comment"),
  ])
  func `a user's own frame that loads, runs or hides something is refused`(extra: String, message: String) throws {
    let folder = try StarterFolder()
    try folder.write(Self.frame.replacing("EXTRA", with: extra), to: "templates/customer/frame.html")
    let outcome = try snapshot(folder)
    #expect(outcome.status == 1 && outcome.errors.contains(message), "\(outcome.errors)")
    #expect(try folder.files("p/snapshots") == [:])
  }

  @Test(arguments: [
    "@import 'https://a.example/x.css';", "body { background: \\75rl(x) }", "@font-face { src: url(x) }",
    "h1::after { content: 'for you' }", "main { display: none }",
  ])
  func `a user's own style that loads, adds or hides something is refused`(style: String) throws {
    let folder = try StarterFolder()
    try folder.write(style, to: "templates/customer/customer.css")
    let outcome = try snapshot(folder)
    #expect(outcome.status == 1 && outcome.errors.contains("of the page: "), "\(outcome.errors)")
    #expect(try folder.files("p/snapshots") == [:])
  }

  @Test func `a phrase of a language file of one's own excuses no name`() throws {
    let folder = try StarterFolder()
    try folder.append("A-009,Altmoor Stahl GmbH,,\n", to: "data/accounts.csv")
    let words = try String(
      contentsOf: URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "templates/words/en.yml"), encoding: .utf8)
    let phrase = "\ncustomer_context: Context\n"
    try #require(words.contains(phrase))
    try folder.write(
      words.replacing(phrase, with: "\ncustomer_context: As Altmoor Stahl does\n"), to: "templates/words/en.yml")
    let outcome = try snapshot(folder)
    #expect(outcome.status == 1 && outcome.errors.contains("holds a value of accounts.name"), "\(outcome.errors)")
    #expect(!outcome.errors.contains("Altmoor"))
  }

  @Test func `signs of direction in data are taken out and keep no file from being made`() throws {
    let folder = try StarterFolder()
    try folder.write("# Context\n\nAll \u{202E}is\u{202C} well&#x200F;.\n", to: "data/customer/A-001.md")
    let outcome = try snapshot(folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let file = try #require(try folder.files("p/snapshots").first { $0.key.hasSuffix(".html") })
    #expect(String(decoding: file.value, as: UTF8.self).contains("All is well."))
  }

  @Test func `a name of a file that tells our view is refused`() throws {
    let folder = try StarterFolder()
    let arguments = ["snapshot", "A-001", "p", "--for", "customer", "--out", "red-flag.html"] + StarterFolder.asOf
    let outcome = try Program.run(arguments, in: folder.url)
    #expect(outcome.status == 1 && outcome.errors.contains("in its file name"), "\(outcome.errors)")
  }

  @Test func `a refusal leads to the line to mend and to the row whose words they are`() throws {
    let folder = try StarterFolder()
    let reason = "The director asked us twice for a bulk export"
    try folder.append("A-002,2026-11-12,yellow,Somebody,\(reason),\n", to: "data/sentiment.csv")
    let row = try lines(folder, "data/sentiment.csv")
    try folder.write(
      "# Context\n\nAll is well.\n\n# Learned\n\n\nOne thing.\nThe director asked us twice for more.\n\n# Context\n\n"
        + "Again the director asked us twice.\n", to: "data/customer/A-001.md")
    let outcome = try snapshot(folder)
    #expect(outcome.status == 1)
    // The first of the two parts by their order in the document.
    #expect(
      outcome.errors.contains(
        "data/customer/A-001.md:13: error: 'larkfield-clinics-2026-11-16-draft' holds a value of "),
      "\(outcome.errors)")
    #expect(outcome.errors.contains("; the value is at data/sentiment.csv:\(row):34\n"), "\(outcome.errors)")
    #expect(!outcome.errors.contains("director"))
    try folder.write("# Learned\n\n\nOne thing.\nThe director asked us twice for more.\n", to: "data/customer/A-001.md")
    #expect(try snapshot(folder).errors.contains("data/customer/A-001.md:5: error: "))
  }

  @Test func `a customer who is called like a word of the page's head keeps no other from a document`() throws {
    let folder = try StarterFolder()
    try folder.append("A-900,Policy,Dana Holm,1000,,,,,,,2024-01-01,,\n", to: "data/accounts.csv")
    #expect(try snapshot(folder).status == 0)
    try folder.write("# Context\n\nAs Policy told us.\n", to: "data/customer/A-001.md")
    let refused = try snapshot(folder)
    #expect(refused.status == 1 && refused.errors.contains("holds a value of accounts.name"), "\(refused.errors)")
  }

  @Test func `every line to mend is told in one run`() throws {
    let folder = try StarterFolder()
    try folder.write(
      "# Context\n\nAs Osterby Tools told us.\n\nOr Café Mirabel.\n\n# Learned\n\nOsterby Tools again.\n",
      to: "data/customer/A-001.md")
    try folder.append("A-001,Call Café Mirabel,Somebody,2026-12-01,\n", to: "data/plans.csv")
    let row = try lines(folder, "data/plans.csv")
    let outcome = try snapshot(folder)
    #expect(outcome.status == 1)
    let told = outcome.errors.split(separator: "\n").filter { $0.contains("holds a value of accounts.name") }
    for place in [
      "data/customer/A-001.md:3", "data/customer/A-001.md:5", "data/customer/A-001.md:9", "data/plans.csv:\(row):7",
    ] {
      #expect(told.count { $0.hasPrefix("\(place): error: ") } == 1, "\(place) in \(outcome.errors)")
    }
    #expect(told.count == 4, "\(outcome.errors)")
  }

  @Test func `a refusal leads to a cell of a table, and to a line of a note`() throws {
    let folder = try StarterFolder()
    try folder.write("Calm.\n\nTheir plan is called BLUEBIRD77.\n", to: "data/notes/A-002.md")
    try folder.append("A-001,Talk about BLUEBIRD77,Somebody,2026-12-01,\n", to: "data/plans.csv")
    let row = try lines(folder, "data/plans.csv")
    let outcome = try snapshot(folder)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("data/plans.csv:\(row):7: error: '"), "\(outcome.errors)")
    #expect(outcome.errors.contains("; the value is at data/notes/A-002.md:3\n"), "\(outcome.errors)")
    #expect(!outcome.errors.uppercased().contains("BLUEBIRD"))
  }

  @Test(arguments: ["", "{{#sender}}{{{content}}}{{/sender}}"])
  func `a frame of one's own that does not always show the content is refused by check`(content: String) throws {
    let folder = try StarterFolder()
    let frame = Self.frame.replacing("EXTRA", with: "").replacing("{{{content}}}", with: content)
    try folder.write(frame, to: "templates/customer/frame.html")
    for outcome in [try folder.run("check"), try snapshot(folder)] {
      #expect(outcome.status == 1)
      #expect(
        outcome.errors.contains(
          "p/templates/customer/frame.html:1:1: error: the file must hold {{{content}}} outside of all sections"),
        "\(outcome.errors)")
    }
  }

  private func lines(_ folder: borrowing StarterFolder, _ file: String) throws -> Int {
    try String(contentsOf: folder.url.appending(path: "p/\(file)"), encoding: .utf8).split(separator: "\n").count
  }

  @Test func `a refusal says which fact held it, by which rule and what to do, and never the value`() throws {
    let folder = try StarterFolder()
    try folder.append("A-009,Altmoor Stahl GmbH,,\n", to: "data/accounts.csv")
    let header = try String(contentsOf: folder.url.appending(path: "p/data/accounts.csv"), encoding: .utf8)
      .prefix { $0 != "\n" }
    try #require(header.hasPrefix("account_id,name,"))
    try folder.write(
      "# Context\n\nAll is well.\n\nSee [this](https://crm.example/altmoor%20stahl).\n", to: "data/customer/A-001.md")
    let outcome = try snapshot(folder)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("holds a value of accounts.name"), "\(outcome.errors)")
    #expect(outcome.errors.contains("it came in with data/customer context, line 3"), "\(outcome.errors)")
    #expect(outcome.errors.contains("(rule name_part); write it without that name"))
    #expect(!outcome.errors.lowercased().contains("altmoor"))
  }
}
