import Foundation
import Testing

/// What `vigie digest` makes and remembers.
@Suite struct DigestTests {
  private static let people = ["csm-dana-holm", "csm-luc-perrin"]

  private func digest(_ folder: borrowing StarterFolder, _ more: [String] = []) throws -> Program.Outcome {
    try Program.run(["digest", "p"] + more, in: folder.url)
  }

  /// The endings of the files in the folder, by reader without the digest of a name.
  private func files(_ folder: borrowing StarterFolder) throws -> [String] {
    try folder.files("p/digest").keys.filter { $0 != "manifest.json" }
      .map { $0.replacing(/--[0-9a-f]{32}/, with: "") }.sorted()
  }

  private func text(_ folder: borrowing StarterFolder, _ start: String, _ end: String) throws -> String {
    let file = try folder.files("p/digest").first { $0.key.hasPrefix(start) && $0.key.hasSuffix(end) }
    return String(decoding: file?.value ?? Data(), as: UTF8.self)
  }

  @Test func `everybody is told of an edition once, and the next edition names what is new`() throws {
    let folder = try StarterFolder()
    #expect(try digest(folder).errors.hasPrefix("vigie: nothing has been published from 'p', so there is nothing"))
    #expect(try folder.run("publish").status == 0)
    let first = try digest(folder)
    #expect(first.status == 0 && first.errors.isEmpty, "\(first)")
    #expect(first.output.hasPrefix("leadership: "), "\(first.output)")
    #expect(
      first.output.contains(" new, 0 told before; the mail has no address, which vigie.yml can name under digest."))
    let kinds = [".eml", ".ics", ".slack.json", ".teams.json"]
    let all = (Self.people + ["leadership"]).flatMap { reader in kinds.map { reader + $0 } }
    #expect(try files(folder) == all)
    let mail = try text(folder, "csm-dana", ".eml")
    #expect(mail.contains("Message-ID: <2026-W47.r0.") && !mail.contains("Mirabel"))
    // Run again, nothing is left that a loop over the folder would send.
    let again = try digest(folder)
    #expect(again.output.hasPrefix("leadership: was told of 2026-W47 already; --again makes the messages once more\n"))
    #expect(try files(folder) == all.filter { $0.hasSuffix(".ics") })
    #expect(try digest(folder, ["--again"]).status == 0)
    #expect(try text(folder, "csm-dana", ".eml") == mail)
    let told = try #require(try folder.files("p")["told.jsonl"])
    #expect(told.count { $0 == 0x0A } == 3)
    // A week later the same things are open, and Luc has a flag to renew for the first time.
    #expect(try folder.run("publish", ["--as-of", "2026-11-23"]).status == 0)
    let next = try digest(folder, ["--if", "changed"])
    #expect(next.status == 0, "\(next)")
    let readers = next.output.split(separator: "\n").dropLast()
    #expect(readers.count == 3)
    #expect(
      readers.allSatisfy { $0.contains(" told before") || $0.hasSuffix("nothing new, so no message") }, "\(readers)")
    #expect(try folder.files("p")["told.jsonl"]?.count { $0 == 0x0A } == 6)
  }

  @Test func `who was told of an edition that is withdrawn hears of that, whatever else is new`() throws {
    let folder = try StarterFolder()
    for day in ["2026-11-16", "2026-11-23"] {
      #expect(try folder.run("publish", ["--as-of", day]).status == 0)
      #expect(try digest(folder).status == 0)
    }
    #expect(try Program.run(["withdraw", "2026-W48", "p", "--reason", "Half a feed"], in: folder.url).status == 0)
    #expect(try digest(folder, ["--if", "changed"]).status == 0)
    #expect(try text(folder, "csm-dana", ".eml").contains("Half a feed"))
    #expect(try digest(folder).output.hasPrefix("leadership: was told of 2026-W47 already"))
  }

  @Test func `one person's digest is made alone, and a name nobody has is refused with the nearest`() throws {
    let folder = try StarterFolder()
    _ = try folder.run("publish")
    #expect(try digest(folder, ["--csm", "dana holm", "--out", "own"]).status == 0)
    let made = try folder.files("own").keys
    #expect(made.count { $0.hasPrefix("csm-dana-holm") } == 4 && made.count == 5)
    let refused = try digest(folder, ["--csm", "Dana Holms"])
    #expect(refused.status == 1)
    #expect(refused.errors.contains("nobody called 'Dana Holms' looks after an account of that edition"))
  }

  @Test func `a run that failed is told once, with what stopped it and the edition that stands`() throws {
    let folder = try StarterFolder()
    try folder.append(
      "digest: {from: \"Vigie <v@example.org>\", leadership: [a@example.org], failed: ops@example.org}\n",
      to: "vigie.yml")
    _ = try folder.run("publish")
    try Data("read a file\np/data/x.csv:3:2: error: no day\nvigie: 1 error; nothing was written\n".utf8)
      .write(to: folder.url.appending(path: "log"))
    // The settings are broken, too: the message is made all the same.
    try folder.append("capacity: many\n", to: "vigie.yml")
    let failed = try digest(folder, ["--failed", "log", "--as-of", "2026-11-23"])
    #expect(failed.output.hasPrefix("failed: 3 lines of what stopped the run\nof 2026-W47: wrote "), "\(failed)")
    let mail = try text(folder, "failed", ".eml")
    #expect(mail.contains("To: ops@example.org\r\n") && mail.contains("Date: Mon, 23 Nov 2026 "))
    #expect(mail.contains("FAILED: the run of 23=C2=A0November=C2=A0202") && mail.contains("error: no day"))
    #expect(mail.replacing("=\r\n", with: "").contains("Readers still have the edition of 16=C2=A0November=C2=A02026."))
    #expect(try files(folder).contains("leadership.ics"), "who subscribed still finds the calendar")
    #expect(
      try digest(folder, ["--failed", "log", "--as-of", "2026-11-23"]).output.hasPrefix("failed: was told already"))
    #expect(try !files(folder).contains("failed.eml"))
  }

  @Test func `faults in what the settings say about messages are told with their place`() throws {
    let folder = try StarterFolder()
    try folder.append(
      "digest: {from: nobody, reasons: some, people: {Dana Holm: \"a@b, c@d\"}, cc: x}\n", to: "vigie.yml")
    let errors = try folder.run("check").errors
    for fault in [
      "from is 'nobody'; write an address such as ines@example.org or Ines Roth <ines@example.org>",
      "reasons is 'some'; write one of: none, mail, all",
      "the address of Dana Holm is 'a@b, c@d'; write an address", "unknown key 'cc' in digest",
    ] { #expect(errors.contains(fault), "\(errors)") }
  }

  @Test func `a flag that is private stands on its account's page and in no message`() throws {
    let folder = try StarterFolder()
    try folder.write("account_id,date,flag,csm,reason,note,private\n", to: "data/sentiment.csv")
    let recorded = try folder.record([
      "flag", "A-001", "yellow", "p", "--private", "--reason", "Told me over dinner that they leave.",
    ])
    #expect(recorded.status == 0, "\(recorded)")
    #expect(try folder.text("data/sentiment.csv")?.hasSuffix(",yes\n") ?? false)
    _ = try folder.run("publish")
    _ = try digest(folder)
    for (path, bytes) in try folder.files().merging(folder.files("p/digest"), uniquingKeysWith: { $1 }) {
      let holds = String(decoding: bytes, as: UTF8.self).contains("over dinner")
      #expect(holds == (path == "accounts/a_-001.html"), "\(path)")
    }
    #expect(
      try folder.files()["lists/green-but-yellow.csv"].map { String(decoding: $0, as: UTF8.self) }?
        .contains("see the account’s page") ?? false)
  }
}
