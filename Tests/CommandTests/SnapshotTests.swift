import Foundation
import Testing

@Suite struct SnapshotTests {
  private static let customer = ["--for", "customer"]

  private func snapshot(
    _ folder: borrowing StarterFolder, _ more: [String] = [], account: String = "A-001"
  ) throws -> Program.Outcome {
    // An edition has its own day.
    let day = more.contains("--edition") ? [] : StarterFolder.asOf
    return try Program.run(["snapshot", account, "p"] + day + more, in: folder.url)
  }

  private func text(_ folder: borrowing StarterFolder, _ file: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.url.appending(path: file)), as: UTF8.self)
  }

  private func name(_ folder: borrowing StarterFolder, _ ending: String) throws -> String {
    try #require(try folder.files("p/snapshots").keys.first { $0.hasSuffix(ending) })
  }

  @Test(arguments: [[], customer])
  func `the same snapshot made twice has the same bytes, and only its owner can read it`(reader: [String]) throws {
    let folder = try StarterFolder()
    let first = try snapshot(folder, reader)
    #expect(first.status == 0, "\(first.errors)")
    let files = try folder.files("p/snapshots")
    #expect(files.count == (reader.isEmpty ? 1 : 2))
    let second = try snapshot(folder, reader)
    #expect(second.output.contains("unchanged: "))
    #expect(try folder.files("p/snapshots") == files)
    for file in files.keys {
      let path = folder.url.appending(path: "p/snapshots/\(file)").path
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect(mode == 0o600)
    }
  }

  @Test func `an internal snapshot says so`() throws {
    let folder = try StarterFolder()
    #expect(try snapshot(folder, ["--out", "a.html"]).status == 0)
    #expect(try text(folder, "a.html").contains("<b>INTERNAL</b>"))
  }

  @Test(arguments: ["internal", "customer"])
  func `a past edition's snapshot comes from its archive, whatever the data say today`(reader: String) throws {
    let folder = try StarterFolder()
    #expect(try folder.run("publish").status == 0)
    let arguments = ["--edition", "2026-W47", "--for", reader, "--out", "a.html"]
    let before = try snapshot(folder, arguments)
    #expect(before.status == 0, "\(before.errors)")
    let bytes = try text(folder, "a.html")
    try folder.append("A-001,Something new,Somebody,2026-12-01,\n", to: "data/plans.csv")
    try folder.append("A-001,2026-11-15,red,Somebody,All is lost.,\n", to: "data/sentiment.csv")
    #expect(try snapshot(folder, arguments).status == 0)
    #expect(try text(folder, "a.html") == bytes)
    // Withdrawn since: it does not come back from the archive.
    if reader == "customer" {
      try folder.append("snapshot: {customer: {allow: [tickets]}}\n", to: "vigie.yml")
      #expect(try snapshot(folder, arguments).status == 0)
      #expect(try text(folder, "a.html") != bytes)
    }
  }

  @Test func `the trail lists the decisions that its edition knew of, by week, and no later ones`() throws {
    let folder = try StarterFolder()
    try folder.write(
      """
      account_id,date,list,decision,by,note,next_step,due_on
      A-001,2026-08-17,quiet,score_right,Too Early,,,
      A-001,2026-08-18,quiet,score_right,First Day,,,
      A-001,2026-11-05,green-but-yellow,csm_right,Mara Quist,She *knows* them,Ask the | sponsor,2026-12-01
      A-002,2026-11-05,quiet,both,Other Account,,,

      """, to: "data/reviews.csv")
    #expect(try folder.run("publish").status == 0)
    let arguments = ["--edition", "2026-W47", "--out", "a.html"]
    #expect(try snapshot(folder, arguments).status == 0)
    let page = try text(folder, "a.html").replacing(/\ (data-l|class)="[^"]*"/, with: "")
    let trail = try #require(page.split(separator: "id=\"trail\"").last)
    #expect(
      trail.contains(
        "<th scope=\"row\">2026-W45</th>\n<td>5\u{A0}Nov\u{A0}2026</td>\n<td>Green but yellow</td>\n<td>the CSM was right"
      ),
      "\(trail)")
    for part in [
      "Mara Quist", "She *knows* them", "Ask the | sponsor", "1\u{A0}Dec\u{A0}2026", "2026-W34", "First Day",
    ] {
      #expect(trail.contains(part), "\(part)")
    }
    for part in ["Too Early", "Other Account"] { #expect(!trail.contains(part), "\(part)") }
    // Recorded later for an earlier day: the edition did not know it, today's data do.
    try folder.append("A-001,2026-11-12,green-but-yellow,defer,Late Writer,,,\n", to: "data/reviews.csv")
    let before = try text(folder, "a.html")
    #expect(try snapshot(folder, arguments).status == 0)
    #expect(try text(folder, "a.html") == before)
    #expect(try snapshot(folder, ["--out", "draft.html"]).status == 0)
    let draft = try #require(try text(folder, "draft.html").split(separator: "id=\"trail\"").last)
    #expect(draft.contains("Late Writer"))
    #expect(draft.contains("Mara Quist"))
    let check = try Program.run(["verify", "a.html", "--archive", "p/archive"], in: folder.url)
    #expect(check.status == 0, "\(check.errors)")
  }

  @Test func `a trail without a decision says so`() throws {
    let folder = try StarterFolder()
    #expect(try folder.run("publish").status == 0)
    #expect(try snapshot(folder, ["--edition", "2026-W47", "--out", "a.html"]).status == 0)
    #expect(try text(folder, "a.html").contains("Nobody recorded a decision about this account in these weeks."))
  }

  @Test func `an archive that was touched gives no snapshot`() throws {
    let folder = try StarterFolder()
    #expect(try folder.run("publish").status == 0)
    let path = folder.url.appending(path: "p/archive/2026-W47.zip")
    var bytes = try Data(contentsOf: path)
    bytes[200] ^= 1
    try bytes.write(to: path)
    let outcome = try snapshot(folder, ["--edition", "2026-W47", "--out", "a.html"])
    #expect(outcome.status == 1)
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "a.html").path))
  }

  @Test func `an edition that is not there is refused with the nearest one`() throws {
    let folder = try StarterFolder()
    #expect(try folder.run("publish").status == 0)
    #expect(
      try snapshot(folder, ["--edition", "2026-W46"]).errors.contains(
        "there is no edition '2026-W46' in p/archive; did you mean '2026-W47'?"))
    #expect(
      try snapshot(folder, ["--edition", "2026-W47-r9"]).errors.contains(
        "there is no edition '2026-W47-r9' in p/archive; of that week there is 2026-W47"))
    for name in ["2026-w47", "2026-W47-r0"] {
      let outcome = try snapshot(folder, ["--edition", name, "--out", "a.html"])
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
  }

  @Test func `a customer's file with an internal value in it is refused, named by field, and not written`() throws {
    let folder = try StarterFolder()
    let reason = "The new director asked us twice for a bulk export"
    try folder.append("A-001,2026-11-12,yellow,Somebody,\(reason),\n", to: "data/sentiment.csv")
    try folder.write(
      "# Context\n\nAs you said, the new director asked us twice for a bulk export.\n", to: "data/customer/A-001.md")
    let outcome = try snapshot(folder, Self.customer)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("holds a value of sentiment.reason, in its text (context)"))
    #expect(outcome.errors.contains("; it came in with data/customer context"))
    #expect(!outcome.errors.contains("director"))
    #expect(try folder.files("p/snapshots") == [:])
  }

  @Test func `the record beside a customer's file says what was withheld, and holds no value`() throws {
    let folder = try StarterFolder()
    #expect(try snapshot(folder, Self.customer).status == 0)
    let record = try text(folder, "p/snapshots/" + (try name(folder, ".redaction.json")))
    for part in [
      "\"field\" : \"score\"", "\"confirmed\" : [", "\"field\" : \"accounts.name\"", "not in snapshot.customer.allow",
      "\"searched\"",
      "no customer's document has",
    ] {
      #expect(record.contains(part), "\(part)")
    }
    for account in ["A-002", "A-003"] { #expect(!record.contains(account)) }
  }

  @Test func `a file that is not Vigie's is kept unless it is to be replaced`() throws {
    let folder = try StarterFolder()
    try Data("mine".utf8).write(to: folder.url.appending(path: "a.html"))
    let refused = try snapshot(folder, ["--out", "a.html"])
    #expect(refused.status == 1 && refused.errors.contains("is not a snapshot of Vigie's for the same reader"))
    #expect(try text(folder, "a.html") == "mine")
    #expect(try snapshot(folder, ["--out", "a.html", "--replace"]).status == 0)
    #expect(try text(folder, "a.html").hasPrefix("<!doctype html>"))
  }

  @Test func `a whole book is made at once, one file an account`() throws {
    let folder = try StarterFolder()
    let outcome = try Program.run(["snapshot", "--all", "p"] + StarterFolder.asOf, in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try folder.files("p/snapshots").count == 3)
    let nobody = try Program.run(["snapshot", "--all", "--csm", "Nobody", "p"] + StarterFolder.asOf, in: folder.url)
    #expect(nobody.status == 1 && nobody.errors.contains("nobody called 'Nobody'"))
  }

  @Test func `an encrypted file is AES-256, and nothing lies beside it in the open`() throws {
    let folder = try StarterFolder()
    try Data("correct horse battery\nsecond line\n".utf8).write(to: folder.url.appending(path: "pw"))
    let outcome = try snapshot(folder, Self.customer + ["--password-file", "pw", "--out", "a.zip"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    #expect(Set(names).isSuperset(of: ["a.zip", "a.redaction.json"]) && !names.contains("a.html"))
    let zip = Array(try Data(contentsOf: folder.url.appending(path: "a.zip")))
    // Method 99 in the first header, and the extra field 0x9901 with strength 3, AES-256.
    #expect(zip[8] == 99)
    let field: [UInt8] = [0x01, 0x99, 0x07, 0x00, 0x02, 0x00, 0x41, 0x45, 0x03]
    #expect(zip.indices.dropLast(9).contains { zip[$0..<$0 + 9].elementsEqual(field) })
    #expect(!zip.indices.dropLast(8).contains { zip[$0..<$0 + 8].elementsEqual("<!doctyp".utf8) })
  }

  @Test func `a file for us never takes the place of a customer's, nor one of them without its record`() throws {
    let folder = try StarterFolder()
    #expect(try snapshot(folder, Self.customer + ["--out", "a.html"]).status == 0)
    let customers = try text(folder, "a.html")
    let internally = try snapshot(folder, ["--out", "a.html"])
    #expect(internally.status == 1 && internally.errors.contains("for the same reader"), "\(internally)")
    #expect(try text(folder, "a.html") == customers)
    #expect(try snapshot(folder, ["--out", "a.html", "--replace"]).status == 0)
    try Data("mine".utf8).write(to: folder.url.appending(path: "b.redaction.json"))
    let refused = try snapshot(folder, Self.customer + ["--out", "b.html"])
    #expect(refused.status == 1 && refused.errors.contains("b.redaction.json is there already"), "\(refused)")
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "b.html").path))
  }

  @Test func `a short password is refused`() throws {
    let folder = try StarterFolder()
    try Data("short\n".utf8).write(to: folder.url.appending(path: "pw"))
    let outcome = try snapshot(folder, ["--password-file", "pw"])
    #expect(outcome.status == 1 && outcome.errors.contains("shorter than 12 characters"))
  }

  @Test(arguments: [
    ("[goals, scores]", "unknown field 'scores' in allow"), ("[goals, tickts]", "did you mean 'tickets'?"),
    ("[score]", "'score' can never stand in a customer's document"), ("[peers]", "allow 'adoption' too"),
  ])
  func `what the settings may allow is checked`(allow: String, message: String) throws {
    let folder = try StarterFolder()
    try folder.append("snapshot: {customer: {allow: \(allow)}}\n", to: "vigie.yml")
    let outcome = try snapshot(folder)
    #expect(outcome.status == 1 && outcome.errors.contains(message), "\(outcome.errors)")
  }

  @Test(arguments: [
    "{of: weekly_active_users, per: arr}", "{of: days_since_contact, per: seats}", "{of: mrr, per: seats}",
    "{of: weekly_active_users, per: invoice_total}", "{of: annualRevenue}", "{of: montant-facture}",
  ])
  func `adoption is no way round what may be allowed`(adoption: String) throws {
    let folder = try StarterFolder()
    try folder.append("snapshot: {customer: {adoption: \(adoption)}}\n", to: "vigie.yml")
    let outcome = try snapshot(folder)
    #expect(outcome.status == 1 && outcome.errors.contains("can never stand in a customer's document"), "\(outcome)")
  }

  @Test(arguments: [
    (
      "{of: weekly_activ_users, per: seats}", 5,
      "no measure is called 'weekly_activ_users'; did you mean 'weekly_active_users'?"
    ),
    ("{of: weekly_active_users, per: seat}", 31, "no measure is called 'seat'; did you mean 'seats'?"),
    // A column of the user's own may be revenue, so only seats counts.
    ("{of: weekly_active_users, per: outlay}", 31, "'outlay' is a column of accounts, of which only 'seats' may stand"),
  ])
  func `a measure of adoption that there is not stops snapshot and check`(
    adoption: String, column: Int, message: String
  ) throws {
    let folder = try StarterFolder()
    let settings = try text(folder, "p/vigie.yml").split(separator: "\n", omittingEmptySubsequences: false).count
    try folder.append("snapshot: {customer: {adoption: \(adoption)}}\n", to: "vigie.yml")
    let lines = try text(folder, "p/data/accounts.csv").split(separator: "\n")
    let rows = [lines[0] + ",outlay"] + lines.dropFirst().map { $0 + ",7321" }
    try folder.write(rows.joined(separator: "\n") + "\n", to: "data/accounts.csv")
    let place = "vigie.yml:\(settings):\("snapshot: {customer: {adoption: ".utf8.count + column + 1): error: "
    for outcome in [try snapshot(folder, Self.customer), try folder.run("check")] {
      #expect(outcome.status == 1 && outcome.errors.contains(place + message), "\(outcome.errors)")
    }
  }

  @Test func `what names no file that could be made is wrong use`() throws {
    let folder = try StarterFolder()
    try Data("correct horse battery\n".utf8).write(to: folder.url.appending(path: "pw"))
    for (arguments, message) in [
      (["A-001", "p", "--out", "a.txt"], "a snapshot ends in .html, .pdf, .zip, not in '.txt'"),
      (["A-001", "p", "--out", "a.pdf"], "'a.pdf' is to be a PDF: add --pdf"),
      (["A-001", "p", "--out", "a.zip"], "'a.zip' is to be an encrypted ZIP: add --password-file"),
      (["A-001", "p", "--out", "a.html", "--password-file", "pw"], "--password-file makes a ZIP"),
      (["A-001", "p", "--edition", "2026-W47", "--as-of", "2026-11-16"], "either --edition or --as-of"),
      (["--all", "p", "--out", "pw"], "--all makes many files: name a folder for them, not 'pw'"),
      (["--all", "p", "--out", "a.html"], "--all makes many files: name a folder for them, not 'a.html'"),
      (["--all", "A-001", "p"], "leave out 'A-001', or leave out --all"),
      (["p"], "'p' is the folder of a portfolio: name the account before it, by its id or its name"),
      (["A-001", "p", "--out", ".html"], "'.html' is an ending without a name"),
      (["A-001", "p", "--out", "x/.pdf", "--pdf"], "'x/.pdf' is an ending without a name"),
      (["A-001", "p", "--out", "p"], "'p' is a folder: name the file in it, such as 'p/qbr.html'"),
      (["A-001", "p", "--out", "x/"], "'x/' is a folder: name the file in it, such as 'x/qbr.html'"),
    ] {
      let outcome = try Program.run(["snapshot"] + arguments, in: folder.url)
      #expect(outcome.status == 64 && outcome.errors.contains(message), "\(arguments): \(outcome.errors)")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    #expect(names.allSatisfy { !$0.hasPrefix("a.") })
  }

  @Test func `an account is found by words of its name, and both name and id are said`() throws {
    let folder = try StarterFolder()
    for (typed, meant) in [
      ("clinics", "'Larkfield Clinics' (A-001)"), ("mirabel cafe", "'Café Mirabel' (A-003)"),
      ("larkfield-clinics", "'Larkfield Clinics' (A-001)"), ("a 1", "'A-001' (Larkfield Clinics)"),
    ] {
      let outcome = try snapshot(folder, account: typed)
      #expect(outcome.status == 1 && outcome.errors.contains("did you mean \(meant)?"), "\(outcome.errors)")
    }
    // What differs in a letter or a digit is somebody else's.
    for typed in ["A-0O1", "A-011", "larkfeld"] {
      #expect(try snapshot(folder, account: typed).errors == "vigie: there is no account '\(typed)'\n")
    }
  }

  @Test func `a heading that is none of the three is told with the nearest one`() throws {
    let folder = try StarterFolder()
    for (heading, nearest) in [("Contxt", "Context"), ("Contextes", "Contexte"), ("Apris", "Appris")] {
      try folder.write("# \(heading)\n\nText.\n", to: "data/customer/A-001.md")
      let errors = try snapshot(folder).errors
      #expect(
        errors.contains(
          "data/customer/A-001.md:1:3: error: the heading '\(heading)' is none of Context or Contexte, Learned or "
            + "Appris, Conversation, and what follows it is left out; did you mean '\(nearest)'?"), "\(errors)")
    }
  }

  @Test(arguments: ["en", "fr"])
  func `what a document prints over a part heads that part in its file`(language: String) throws {
    let folder = try StarterFolder()
    try folder.edit("vigie.yml", "locale: en", "locale: \(language)")
    #expect(try snapshot(folder, Self.customer + ["--out", "a.html"]).status == 0)
    let headings = try text(folder, "a.html").split(separator: "<h2").dropFirst().map { part in
      String(part.prefix { $0 != "<" }.drop { $0 != ">" }.dropFirst())
    }
    try #require(headings.count == 5, "\(headings)")
    let parts = [(headings[0], "Alpha"), (headings[2], "Beta"), (headings[4], "Gamma")]
    // As saved by Notepad.
    let lines = parts.map { "# \($0.0)\r\n\r\n\($0.1) is said here.\r\n" }.joined()
    try folder.write("\u{FEFF}" + lines, to: "data/customer/A-001.md")
    let outcome = try snapshot(folder, Self.customer + ["--out", "a.html"])
    #expect(outcome.status == 0 && !outcome.errors.contains("data/customer"), "\(outcome.errors)")
    let sections = try text(folder, "a.html").split(separator: "<h2").dropFirst()
    for (heading, word) in parts {
      #expect(sections.contains { $0.contains(heading) && $0.contains("\(word) is said here.") }, "\(heading)")
    }
  }

  @Test func `a document is in the language of its customer`() throws {
    let folder = try StarterFolder()
    let accounts = try text(folder, "p/data/accounts.csv").split(separator: "\n")
    for spelling in ["fr", "FR", "fr-CA", "fr_FR"] {
      let lines = [accounts[0] + ",locale"] + accounts.dropFirst().map { $0 + "," + spelling }
      try folder.write(lines.joined(separator: "\n") + "\n", to: "data/accounts.csv")
      #expect(try snapshot(folder, Self.customer + ["--out", "a.html"]).status == 0)
      #expect(try text(folder, "a.html").contains("<html lang=\"fr\">"))
    }
    let lines = [accounts[0] + ",locale"] + accounts.dropFirst().map { $0 + ",fra" }
    try folder.write(lines.joined(separator: "\n") + "\n", to: "data/accounts.csv")
    let outcome = try snapshot(folder, Self.customer + ["--out", "b.html"])
    let column = accounts[1].count + 2
    #expect(
      outcome.errors.contains(
        "data/accounts.csv:2:\(column): warning: locale is 'fra', a language that customers' documents cannot be in; "
          + "did you mean 'fr'?"))
    #expect(outcome.status == 1 && outcome.errors.contains("there is no language file 'words/fra.yml'"))
  }

  @Test(.enabled(if: hasPDFEngine))
  func `a PDF made twice has the same bytes, and is searched like the file`() throws {
    let folder = try StarterFolder()
    for name in ["a", "b"] {
      let outcome = try snapshot(folder, Self.customer + ["--pdf", "--out", "\(name).html"])
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
    #expect(
      try Data(contentsOf: folder.url.appending(path: "a.pdf"))
        == (try Data(contentsOf: folder.url.appending(path: "b.pdf"))))
    #expect(try text(folder, "a.redaction.json").contains("\"PDF text\""))
  }

  @Test func `without an engine the command to install one is named`() throws {
    let folder = try StarterFolder()
    let outcome = try Program.run(
      ["snapshot", "A-001", "p", "--pdf"] + StarterFolder.asOf, in: folder.url, environment: ["PATH": "/nowhere"])
    #expect(outcome.status == 1 && outcome.errors.contains("apt-get install chromium poppler-utils"))
  }

  static var hasPDFEngine: Bool {
    let programs = FileManager.default
    return ["chromium", "pdftotext"].allSatisfy { programs.isExecutableFile(atPath: "/usr/bin/\($0)") }
  }
}
