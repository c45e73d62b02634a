import Archive
import Foundation
import Testing

/// The files that a snapshot makes, replaces and leaves, and the messages about them.
@Suite struct SnapshotPlaceTests {
  private static let edition = ["--edition", "2026-W47"]
  private static let customer = ["--for", "customer"]

  private func snapshot(
    _ folder: borrowing StarterFolder, _ more: [String] = [], account: String = "A-001"
  ) throws -> Program.Outcome {
    let day = more.contains("--edition") ? [] : StarterFolder.asOf
    return try Program.run(["snapshot", account, "p"] + day + more, in: folder.url)
  }

  private func names(_ folder: borrowing StarterFolder) throws -> [String] {
    try folder.files("p/snapshots").keys.sorted()
  }

  @Test func `a draft never takes the place of what was published`() throws {
    let folder = try StarterFolder()
    #expect(try folder.run("publish").status == 0)
    #expect(try snapshot(folder, Self.customer + Self.edition).status == 0)
    let published = try folder.files("p/snapshots")
    #expect(try snapshot(folder, Self.customer).status == 0)
    #expect(
      try names(folder) == [
        "larkfield-clinics-2026-11-16-draft.html", "larkfield-clinics-2026-11-16-draft.redaction.json",
        "larkfield-clinics-2026-11-16.html", "larkfield-clinics-2026-11-16.redaction.json",
      ])
    for (name, bytes) in published { #expect(try folder.files("p/snapshots")[name] == bytes, "\(name)") }
  }

  @Test(arguments: [
    ("Zakłady Łódź Søndergård Weiß", "zaklady-lodz-sondergard-weiss"), ("Đakovo Œuvre Ærø", "dakovo-oeuvre-aero"),
    ("Müllerhof, a.s.", "mullerhof-a-s"), ("東京電気", "a_-001"), ("東京 Denki", "denki"),
    ("Clinics  clinic", "clinics-clinic"),
  ])
  func `letters with strokes stay in a file's name as the letters under them`(name: String, base: String) throws {
    let folder = try StarterFolder()
    try folder.edit("data/accounts.csv", "A-001,Larkfield Clinics", "A-001,\"\(name)\"")
    let outcome = try snapshot(folder, Self.customer)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try names(folder).first == "\(base)-2026-11-16-draft.html")
  }

  @Test(.enabled(if: SnapshotTests.hasPDFEngine), arguments: ["internal", "customer"])
  func `what Vigie made is made anew when its data changed, and what somebody else wrote is kept`(
    reader: String
  ) throws {
    let folder = try StarterFolder()
    try Data("correct horse battery\n".utf8).write(to: folder.url.appending(path: "pw"))
    let kinds = [["--pdf"], ["--password-file", "pw"]]
    func make() throws -> [Program.Outcome] { try kinds.map { try snapshot(folder, ["--for", reader] + $0) } }
    for outcome in try make() { #expect(outcome.status == 0, "\(outcome.errors)") }
    try folder.write("account_id,goal\nA-001,Fewer calls\n", to: "data/goals.csv")
    for outcome in try make() {
      #expect(outcome.status == 0 && !outcome.output.contains("unchanged: "), "\(outcome)")
    }
    // It has been changed, so it is no longer ours, and nothing else of the snapshot is written either.
    let pdf = try #require(try names(folder).first { $0.hasSuffix(".pdf") })
    let before = try folder.files("p/snapshots")
    try folder.append("\n% signed by somebody\n", to: "snapshots/\(pdf)")
    try folder.write("account_id,goal\nA-001,Shorter calls\n", to: "data/goals.csv")
    let refused = try snapshot(folder, ["--for", reader, "--pdf"])
    #expect(refused.status == 1 && refused.errors.contains("\(pdf) is there already"), "\(refused)")
    for (name, bytes) in before where name != pdf { #expect(try folder.files("p/snapshots")[name] == bytes) }
    #expect(try snapshot(folder, ["--for", reader, "--pdf", "--replace"]).status == 0)
  }

  @Test func `a file from before that a refusal leaves is named`() throws {
    let folder = try StarterFolder()
    #expect(try snapshot(folder, Self.customer).status == 0)
    let first = try snapshot(folder, Self.customer, account: "A-002")
    try folder.append(
      "A-001,2026-11-12,yellow,Somebody,The director asked us twice for an export,\n", to: "data/sentiment.csv")
    try folder.write("# Context\n\nThe director asked us twice for an export.\n", to: "data/customer/A-001.md")
    let refused = try snapshot(folder, Self.customer)
    #expect(refused.status == 1)
    #expect(
      refused.errors.contains(
        "; made earlier and still there: p/snapshots/larkfield-clinics-2026-11-16-draft.html; nothing was written"),
      "\(refused.errors)")
    #expect(!first.errors.contains("still there"))
  }

  @Test(.enabled(if: SnapshotTests.hasPDFEngine))
  func `a PDF of an older page beside a new one is named, and one of the same page is not`() throws {
    let folder = try StarterFolder()
    #expect(try snapshot(folder, Self.customer + ["--pdf"]).status == 0)
    #expect(!(try snapshot(folder, Self.customer)).output.contains("made earlier"))
    try folder.write("account_id,goal\nA-001,Shorter calls\n", to: "data/goals.csv")
    let newer = try snapshot(folder, Self.customer)
    #expect(
      newer.output.contains("made earlier and left as it is: p/snapshots/larkfield-clinics-2026-11-16-draft.pdf\n"),
      "\(newer.output)")
  }

  @Test func `the last line counts what was written, left and refused`() throws {
    let folder = try StarterFolder()
    let all = ["snapshot", "--all", "p", "--for", "customer"] + StarterFolder.asOf
    func line(_ outcome: Program.Outcome) -> String {
      String(outcome.output.split(separator: "\n").first { $0.hasPrefix("read ") } ?? "")
    }
    #expect(
      line(try Program.run(all, in: folder.url)).hasSuffix("; 3 accounts: wrote 6 files, left 0 unchanged, refused 0")
    )
    try folder.append(
      "A-001,2026-11-12,yellow,Somebody,The director asked us twice for an export,\n", to: "data/sentiment.csv")
    try folder.write("# Context\n\nThe director asked us twice for an export.\n", to: "data/customer/A-001.md")
    let some = try Program.run(all, in: folder.url)
    #expect(some.status == 1 && some.errors.contains("vigie: 1 of 3 accounts has no new snapshot\n"), "\(some.errors)")
    #expect(line(some).hasPrefix("read "))
    #expect(line(some).hasSuffix(", refused 1"), "\(some.output)")
  }

  @Test(arguments: ["internal", "customer"])
  func `an account that has another id by now keeps the snapshots of its past editions`(reader: String) throws {
    let folder = try StarterFolder()
    #expect(try folder.run("publish").status == 0)
    let arguments = Self.edition + ["--for", reader, "--out", "a.html"]
    #expect(try snapshot(folder, arguments).status == 0)
    let before = try folder.files(".")["a.html"]
    for (name, bytes) in try folder.files("p/data") {
      let text = String(decoding: bytes, as: UTF8.self).replacing("A-001", with: "N-777")
      try folder.write(text, to: "data/\(name.replacing("A-001", with: "N-777"))")
    }
    for name in ["notes", "customer"] where try folder.files("p/data").keys.contains("\(name)/A-001.md") {
      try FileManager.default.removeItem(at: folder.url.appending(path: "p/data/\(name)/A-001.md"))
    }
    let unknown = try snapshot(folder, arguments, account: "N-777")
    #expect(unknown.status == 1 && unknown.errors.contains("of the account 'N-777', which was not active on its day"))
    try folder.append("aliases: {A-001: N-777}\n", to: "vigie.yml")
    let outcome = try snapshot(folder, arguments, account: "N-777")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try folder.files(".")["a.html"] == before)
    try FileManager.default.removeItem(at: folder.url.appending(path: "p/snapshots.jsonl"))
    let verified = try Program.run(["verify", "a.html", "--archive", "p/archive"], in: folder.url)
    #expect(verified.status == 0, "\(verified.errors)")
  }

  @Test func `a list of files that cannot be read is told, before anything is made`() throws {
    let folder = try StarterFolder()
    let list = folder.url.appending(path: "p/snapshots.jsonl")
    try FileManager.default.createDirectory(at: list, withIntermediateDirectories: true)
    for outcome in [try snapshot(folder), try Program.run(["verify", "p/vigie.yml"], in: folder.url)] {
      #expect(outcome.status == 1 && outcome.errors.contains("cannot read 'p/snapshots.jsonl'"), "\(outcome)")
    }
    #expect(try names(folder) == [])
  }

  @Test(arguments: ["pässwörter überall", " blank before it", "tab\tin between it"])
  func `a password that programs spell in different bytes is refused`(password: String) throws {
    let folder = try StarterFolder()
    try Data("\(password)\n".utf8).write(to: folder.url.appending(path: "pw"))
    let outcome = try snapshot(folder, ["--password-file", "pw"])
    #expect(outcome.status == 1 && outcome.errors.contains("can be spelt in more ways than one"), "\(outcome.errors)")
    #expect(!outcome.errors.contains(password))
  }

  @Test func `an edition without what customers could read says so once, and what can be made instead`() throws {
    let folder = try StarterFolder()
    try #require(try folder.run("build").status == 0)
    let archives = folder.url.appending(path: "p/archive")
    try FileManager.default.createDirectory(at: archives, withIntermediateDirectories: true)
    let id = try #require(EditionID("2026-W47"))
    _ = try ArchiveWriter(folder: archives.path).archive(site: folder.url.appending(path: "p/site").path) {
      files throws(EditionFault) in
      try EditionManifest(
        id: id, asOf: "2026-11-16", tool: "vigie test", inputs: String(repeating: "0", count: 64), previous: nil,
        files: files)
    }
    let outcome = try Program.run(["snapshot", "--all", "p", "--for", "customer"] + Self.edition, in: folder.url)
    #expect(outcome.status == 1)
    let lines = outcome.errors.split(separator: "\n").filter { $0.hasPrefix("vigie: ") }
    #expect(lines.count == 1, "\(outcome.errors)")
    for part in ["edition 2026-W47 holds no customers.json", "without --edition", "--for internal"] {
      #expect(lines.first?.contains(part) ?? false, "\(part)")
    }
    #expect(try snapshot(folder, Self.edition).status == 0)
  }
}
