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
      "# Context\n\nAll is well.\n\n# Learned\n\n\nOne thing.\nSo the director asked us twice for a bulk export.\n",
      to: "data/customer/A-001.md")
    let outcome = try snapshot(folder)
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.contains(
        "data/customer/A-001.md:9:4: error: 'larkfield-clinics-2026-11-16-draft' holds a value of "),
      "\(outcome.errors)")
    #expect(
      outcome.errors.contains("; the value is at data/sentiment.csv:\(row):34 (rule sentence)"), "\(outcome.errors)")
    #expect(!outcome.errors.contains("director"))
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
      "data/customer/A-001.md:3:4: error: ", "data/customer/A-001.md:5:4: error: ",
      "data/customer/A-001.md:9:1: error: ",
      "data/plans.csv:\(row):7: error: ",
    ] {
      #expect(told.count { $0.hasPrefix("\(place)") } == 1, "\(place) in \(outcome.errors)")
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
    #expect(outcome.errors.contains("; the value is at data/notes/A-002.md:3:1 (rule code)"), "\(outcome.errors)")
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
    #expect(outcome.errors.contains("(rule name); write it without that name"))
    #expect(!outcome.errors.lowercased().contains("altmoor"))
  }

  // MARK: Evidence is what was read

  private func texts(_ folder: borrowing StarterFolder) throws -> [(String, String, String)] {
    let reason = "Their new director Quill wants to leave for Contoso before summer."
    return [
      ("data/accounts.csv", "A-009,Osby Works,Dana Holm,abc,,,,,,,,,,\"\(reason)\"\n", "a row with one cell too many"),
      ("data/touchpoints.csv", "A-002,soon,call,Dana Holm,,\(reason)\n", "a bad date"),
      ("data/touchpoints.csv", "A-999,2026-11-02,call,Dana Holm,,\(reason)\n", "an unknown account"),
      ("data/touchpoints.csv", "A-002,2027-11-02,call,Dana Holm,,\(reason)\n", "a later day"),
      ("data/sentiment.csv", "A-002,2026-11-02,\(reason),Dana Holm,,\n", "a flag that is none"),
    ]
  }

  @Test func `what is in a row that was refused is private all the same`() throws {
    let folder = try StarterFolder()
    for (file, row, what) in try texts(folder) {
      let before = try String(contentsOf: folder.url.appending(path: "p/\(file)"), encoding: .utf8)
      try folder.append(row, to: file)
      try folder.write(
        "# Context\n\nTheir new director Quill wants to leave for Contoso before summer.\n",
        to: "data/customer/A-001.md")
      let outcome = try snapshot(folder)
      #expect(outcome.status == 1 && outcome.errors.contains("(rule sentence)"), "\(what): \(outcome.errors)")
      try folder.write(before, to: file)
    }
    #expect(try snapshot(folder).status == 0)
  }

  @Test func `the name of a customer whose row was refused is private`() throws {
    let folder = try StarterFolder()
    try folder.append("A-009,Altmoor Stahl GmbH,Dana Holm,1,,,,,,,not a day,,,one too many\n", to: "data/accounts.csv")
    try folder.write("# Context\n\nAs we did with Altmoor Stahl.\n", to: "data/customer/A-001.md")
    let outcome = try snapshot(folder)
    let row = try lines(folder, "data/accounts.csv")
    #expect(outcome.status == 1, "\(outcome.errors)")
    #expect(outcome.errors.contains("data/customer/A-001.md:3:16: error: "), "\(outcome.errors)")
    #expect(outcome.errors.contains("the value is at data/accounts.csv:\(row):7"), "\(outcome.errors)")
  }

  @Test(arguments: ["A-002.MD", "A-999.md", "A-002.txt", "old/A-002.md", "A-002"])
  func `a note that no account gets is private all the same`(name: String) throws {
    let folder = try StarterFolder()
    try folder.write("Their new director wants to leave\nfor Contoso before summer.\n", to: "data/notes/\(name)")
    try folder.write(
      "# Learned\n\n- Their new director wants\n- to leave for Contoso before summer\n", to: "data/customer/A-001.md")
    let outcome = try snapshot(folder)
    #expect(outcome.status == 1 && outcome.errors.contains("data/notes/\(name):1:1"), "\(outcome.errors)")
  }

  @Test func `where a note cannot be read, no customer's document is made`() throws {
    let folder = try StarterFolder()
    try folder.write("x", to: "data/notes/A-002.md")
    let path = folder.url.appending(path: "p/data/notes/A-002.md")
    try Data([0x50, 0x4B, 0x03, 0x04, 0, 1, 2, 3]).write(to: path)
    let outcome = try snapshot(folder)
    #expect(outcome.status == 1 && outcome.errors.contains("no customer's document is made"), "\(outcome.errors)")
    #expect(outcome.errors.contains("(data/notes/A-002.md)"), "\(outcome.errors)")
    // Another encoding than UTF-8 is read all the same.
    try Data(
      "Leur directeur veut partir d\u{E9}j\u{E0} avant le printemps prochain".unicodeScalars.map { UInt8($0.value) }
    ).write(to: path)
    try folder.write("# Context\n\nLeur directeur veut partir déjà avant le printemps.\n", to: "data/customer/A-001.md")
    #expect(try snapshot(folder).errors.contains("(rule sentence)"))
  }

  // MARK: Everyday words

  @Test func `fragments of everyday words are no evidence`() throws {
    let folder = try StarterFolder()
    try folder.append("A-001,Train the night shift,Plant manager,2026-12-01,\n", to: "data/plans.csv")
    try folder.append(
      "A-002,2026-11-02,call,Dana Holm,,Plant manager: not in today. Offline mode.\n", to: "data/touchpoints.csv")
    let outcome = try snapshot(folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  @Test func `what is only suspicious is confirmed once for its line, and recorded`() throws {
    let folder = try StarterFolder()
    try folder.write("# Context\n\nAs the Osterby people do.\n", to: "data/customer/A-001.md")
    let refused = try snapshot(folder)
    #expect(refused.status == 1, "\(refused.errors)")
    let message = try #require(
      refused.errors.firstMatch(
        of: /data\/customer\/A-001\.md:3:8: error: .*\(rule name\); remove it, or confirm this line with (.*)\n/))
    #expect(refused.errors.contains("waits for its author to confirm 1 line"))
    try folder.append("\(message.output.1)\n", to: "vigie.yml")
    let made = try snapshot(folder)
    #expect(made.status == 0, "\(made.errors)")
    let record = try #require(try folder.files("p/snapshots").first { $0.key.hasSuffix(".redaction.json") })
    #expect(String(decoding: record.value, as: UTF8.self).contains("\"source\" : \"data/customer context\""))
    // Another line with the same word is not confirmed.
    try folder.write("# Context\n\nAsk the Osterby people.\n", to: "data/customer/A-001.md")
    #expect(try snapshot(folder).status == 1)
  }
}
