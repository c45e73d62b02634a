import Customer
import Foundation
import Testing

/// What `vigie verify` says about the four kinds of snapshots, and about lookalikes.
@Suite struct VerifySnapshotTests {
  /// The basis for trusting a file: the register or, without it, making it again.
  enum Way: CaseIterable { case listed, madeAgain }

  private static let readers = ["internal", "customer"]

  @Test(arguments: readers, Way.allCases)
  func `a page that was made from an edition matches it`(reader: String, way: Way) throws {
    let folder = try published(reader)
    if way == .madeAgain { try forget(folder) }
    let outcome = try verify(folder, "a.html")
    #expect(outcome.status == 0 && outcome.errors == "", "\(outcome)")
    #expect(outcome.output.contains("a.html: matches: "))
    #expect(
      outcome.output.contains(reader == "internal" ? "made from accounts/" : "the facts of 'A-001'")
        || way == .madeAgain)
    #expect(outcome.output.contains(", in p/archive/2026-W47.zip, which is untouched"))
    #expect(outcome.output.contains("it has the same bytes") == (way == .madeAgain))
  }

  @Test(arguments: readers, Way.allCases)
  func `a byte that differs anywhere in a page is found`(reader: String, way: Way) throws {
    let folder = try published(reader)
    if way == .madeAgain { try forget(folder) }
    let bytes = try read(folder, "a.html")
    // Spread over the file, including the mark, the foot and the last byte.
    let text = String(decoding: bytes, as: UTF8.self)
    let mark = try #require(text.firstRange(of: "vigie-snapshot")).lowerBound.utf16Offset(in: text)
    for position in [0, mark + 2, mark + 30, bytes.count / 3, bytes.count / 2, bytes.count - 60, bytes.count - 1] {
      var other = bytes
      other[position] ^= 1
      try write(other, folder, "b.html")
      let outcome = try verify(folder, "b.html")
      #expect(outcome.status != 0, "byte \(position) of \(bytes.count): \(outcome.output)")
      #expect(!outcome.output.contains("matches"))
    }
    try write(Array(bytes.dropLast()), folder, "b.html")
    #expect(try verify(folder, "b.html").status != 0)
  }

  @Test(arguments: readers, Way.allCases)
  func `a forged page whose fingerprint was computed anew is found`(reader: String, way: Way) throws {
    let folder = try published(reader)
    if way == .madeAgain { try forget(folder) }
    let forged = forge(try read(folder, "a.html"), "</main>", "<p>All goals were reached.</p></main>")
    #expect(SnapshotMark.read(forged)?.isIntact == true)
    try write(forged, folder, "b.html")
    let outcome = try verify(folder, "b.html")
    #expect(outcome.status == 1 && outcome.errors.contains("b.html: error: altered: made again from "), "\(outcome)")
    #expect(!outcome.output.contains("matches"))
  }

  @Test(arguments: readers)
  func `a page that names another source, another edition or none is told as one that only claims`(
    reader: String
  ) throws {
    let folder = try published(reader)
    let bytes = try read(folder, "a.html")
    let mark = try #require(SnapshotMark.read(bytes)).mark
    let digits = String(mark.source.sha256.reversed())
    for (old, new, answer) in [
      (mark.source.sha256, digits, "only claims: edition 2026-W47 in p/archive/2026-W47.zip holds nothing"),
      (" 2026-W47 0 ", " 2026-W31 0 ", "unknown edition: there is no edition 2026-W31 in p/archive"),
      (" 2026-W47 0 ", " draft 0 ", "only claims: it says that it is "),
    ] {
      try write(forge(bytes, old, new), folder, "b.html")
      let outcome = try verify(folder, "b.html")
      #expect(outcome.status == 1 && outcome.errors.contains(answer), "\(outcome)")
    }
    let alone = try Program.run(["verify", "a.html"], in: folder.url)
    #expect(alone.status == 1 && alone.errors.contains("name the folder of the archives with --archive"), "\(alone)")
  }

  @Test func `a draft is known by what was written down, and by nothing else`() throws {
    let folder = try StarterFolder()
    let made = try Program.run(["snapshot", "A-001", "p"] + StarterFolder.asOf, in: folder.url)
    #expect(made.status == 0, "\(made.errors)")
    let file = "p/snapshots/" + (try #require(try folder.files("p/snapshots").keys.first))
    // It is in the folder of its portfolio, so nobody has to name that.
    let outcome = try Program.run(["verify", file], in: folder.url)
    #expect(outcome.status == 0 && outcome.output.contains("made from a draft"), "\(outcome)")
    try forget(folder)
    let unknown = try Program.run(["verify", file], in: folder.url)
    #expect(unknown.status == 1 && unknown.errors.contains("only claims"), "\(unknown)")
  }

  @Test(arguments: readers)
  func `a page is not vouched for by an edition that was touched`(reader: String) throws {
    let folder = try published(reader)
    let path = "p/archive/2026-W47.zip"
    var archive = try read(folder, path)
    archive[archive.count / 2] ^= 1
    try write(archive, folder, path)
    let outcome = try verify(folder, "a.html")
    #expect(outcome.status == 1 && outcome.errors.contains("its edition does not vouch for it"), "\(outcome)")
  }

  @Test(.enabled(if: SnapshotTests.hasPDFEngine), arguments: readers)
  func `a PDF matches, and one that differs or was printed from a forged page does not`(reader: String) throws {
    let folder = try published(reader, ["--pdf"])
    let outcome = try verify(folder, "a.pdf")
    #expect(outcome.status == 0 && outcome.output.contains("a.pdf: matches: "), "\(outcome)")
    #expect(outcome.output.contains("of 'A-001'"))
    let bytes = try read(folder, "a.pdf")
    for position in [0, bytes.count / 4, bytes.count / 2, bytes.count - 1] {
      var other = bytes
      other[position] ^= 1
      try write(other, folder, "b.pdf")
      #expect(try verify(folder, "b.pdf").status == 1, "byte \(position) of \(bytes.count)")
    }
    // A byte after the end changes nothing that a reader sees, so the text still shows its origin.
    try write(bytes + [0x0A], folder, "b.pdf")
    let longer = try verify(folder, "b.pdf")
    #expect(longer.errors.contains("b.pdf: error: altered: it shows the fingerprint of "), "\(longer)")
    try forget(folder)
    let unknown = try verify(folder, "a.pdf")
    #expect(unknown.status == 1 && unknown.errors.contains("only claims: a PDF can be told by its bytes alone"))
  }

  @Test(arguments: readers)
  func `an encrypted file matches, and one with another byte does not`(reader: String) throws {
    let folder = try published(reader, ["--password-file", "pw"], name: "a.zip")
    let outcome = try verify(folder, "a.zip")
    #expect(outcome.status == 0 && outcome.output.contains("a.zip: matches: "), "\(outcome)")
    var bytes = try read(folder, "a.zip")
    bytes[bytes.count / 2] ^= 1
    try write(bytes, folder, "b.zip")
    let other = try verify(folder, "b.zip")
    #expect(other.status == 1 && other.errors.contains("only claims: an encrypted file can be told by its bytes alone"))
  }

  @Test(arguments: readers)
  func `a page whose mark was taken out is told by the fingerprint that it shows, and other files are no snapshots`(
    reader: String
  ) throws {
    let folder = try published(reader)
    let page = String(decoding: try read(folder, "a.html"), as: UTF8.self)
    try write(Array(page.replacing("vigie-snapshot", with: "snapshot").utf8), folder, "b.html")
    let unmarked = try verify(folder, "b.html")
    #expect(unmarked.status == 1 && unmarked.errors.contains("b.html: error: altered: it shows the fingerprint of "))
    for (name, text) in [("c.html", "<p>Hello</p>"), ("c.pdf", "Hello"), ("c.txt", "Hello")] {
      try write(Array(text.utf8), folder, name)
      let stranger = try verify(folder, name)
      #expect(
        stranger.status == 1
          && stranger.errors.contains(
            "\(name): error: no snapshot: it bears no mark of a snapshot and is in none of 1 "),
        "\(stranger)")
      #expect(try Program.run(["verify", name], in: folder.url).status == 1)
    }
    if reader == "customer" {
      #expect(
        try verify(folder, "a.redaction.json").errors.contains("no snapshot: it is the record that stands beside one"))
    }
  }

  @Test(arguments: readers)
  func `a file is told by its bytes, whatever it is called by now`(reader: String) throws {
    let folder = try published(reader, ["--password-file", "pw"], name: "a.zip")
    try FileManager.default.moveItem(
      at: folder.url.appending(path: "a.zip"), to: folder.url.appending(path: "qbr (1).bin"))
    #expect(try verify(folder, "qbr (1).bin").output.contains(": matches: "))
    try forget(folder)
    #expect(try verify(folder, "qbr (1).bin").errors.contains("only claims: an encrypted file"))
  }

  @Test func `a folder of snapshots is verified file by file`() throws {
    let folder = try StarterFolder()
    try #require(try folder.run("publish").status == 0)
    let all = ["snapshot", "--all", "p", "--edition", "2026-W47"]
    try #require(try Program.run(all, in: folder.url).status == 0)
    let outcome = try Program.run(["verify", "p/snapshots"], in: folder.url)
    #expect(outcome.status == 0 && outcome.output.split(separator: ": matches: ").count == 4, "\(outcome)")
    let name = try #require(try folder.files("p/snapshots").keys.sorted().first)
    try folder.append(" ", to: "snapshots/\(name)")
    let altered = try Program.run(["verify", "p/snapshots"], in: folder.url)
    #expect(altered.status == 1 && altered.errors.hasPrefix("p/snapshots/\(name): error: altered: "), "\(altered)")
    #expect(altered.output.split(separator: ": matches: ").count == 3)
  }

  @Test func `what is written down is listed once, and a line that is none of ours is named`() throws {
    let folder = try published("customer")
    let register = try read(folder, "p/snapshots.jsonl")
    #expect(register.split(separator: 0x0A).count == 1)
    #expect(try Program.run(arguments("customer", [], "a.html"), in: folder.url).status == 0)
    #expect(try read(folder, "p/snapshots.jsonl") == register)
    let mode = try FileManager.default.attributesOfItem(atPath: folder.url.appending(path: "p/snapshots.jsonl").path)
    #expect(mode[.posixPermissions] as? Int == 0o600)
    try write(Array("{\"half\"".utf8), folder, "p/snapshots.jsonl")
    #expect(
      try verify(folder, "a.html").errors.contains("p/snapshots.jsonl:1: warning: the line is none that Vigie wrote"))
    // A line cut short stays on its own.
    #expect(try Program.run(arguments("customer", [], "a.html"), in: folder.url).status == 0)
    #expect(try read(folder, "p/snapshots.jsonl") == Array("{\"half\"\n".utf8) + register)
  }

  // MARK: Steps

  private func arguments(_ reader: String, _ more: [String], _ name: String) -> [String] {
    ["snapshot", "A-001", "p", "--edition", "2026-W47", "--for", reader, "--out", name] + more
  }

  /// A portfolio with one edition and a snapshot of it, `a.html` or `name`.
  private func published(_ reader: String, _ more: [String] = [], name: String = "a.html") throws -> StarterFolder {
    let folder = try StarterFolder()
    try Data("correct horse battery\n".utf8).write(to: folder.url.appending(path: "pw"))
    try #require(try folder.run("publish").status == 0)
    let made = try Program.run(arguments(reader, more, name), in: folder.url)
    try #require(made.status == 0, "\(made.errors)")
    return folder
  }

  private func verify(_ folder: borrowing StarterFolder, _ file: String) throws -> Program.Outcome {
    try Program.run(["verify", file, "--archive", "p/archive"], in: folder.url)
  }

  private func forget(_ folder: borrowing StarterFolder) throws {
    try FileManager.default.removeItem(at: folder.url.appending(path: "p/snapshots.jsonl"))
  }

  private func read(_ folder: borrowing StarterFolder, _ file: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.url.appending(path: file)))
  }

  private func write(_ bytes: [UInt8], _ folder: borrowing StarterFolder, _ file: String) throws {
    try Data(bytes).write(to: folder.url.appending(path: file))
  }

  /// The page with another text and the matching fingerprint, which anybody can compute.
  private func forge(_ bytes: [UInt8], _ old: String, _ new: String) -> [UInt8] {
    let fingerprint = SnapshotMark.read(bytes)?.fingerprint ?? ""
    let text = String(decoding: bytes, as: UTF8.self).replacing(fingerprint, with: SnapshotMark.blank)
    return SnapshotMark.sign(Array(text.replacing(old, with: new).utf8))
  }
}
