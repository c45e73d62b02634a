import Foundation
import Testing

/// What the commands that add rows never do to a table.
@Suite struct RecordSafetyTests {
  private static let flag = ["flag", "A-003", "yellow", "p", "--reason", "Why."]
  private static let table = "data/sentiment.csv"

  /// Runs a command that must refuse and leave every file unchanged.
  private func refused(_ folder: borrowing StarterFolder, _ arguments: [String] = flag) throws -> [String] {
    let before = try folder.files("p")
    let outcome = try folder.record(arguments)
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    #expect(try folder.files("p") == before)
    return outcome.errors.split(separator: "\n").map(String.init)
  }

  @Test(arguments: [true, false])
  func `twenty at once all land whole`(exists: Bool) throws {
    let folder = try StarterFolder()
    let path = folder.url.appending(path: "p/" + Self.table)
    if !exists { try FileManager.default.removeItem(at: path) }
    let before = exists ? try folder.text(Self.table) ?? "" : "account_id,date,flag,csm,reason,note,private\n"
    let notes = (1...20).map { "note \($0), \(String(repeating: "long ", count: 2000))" }
    let outcomes = try Program.runAtOnce(notes.map { Self.flag + ["--note", $0] + StarterFolder.asOf }, in: folder.url)
    #expect(outcomes.map(\.status) == [Int32](repeating: 0, count: 20), "\(outcomes.map(\.errors))")
    let after = try folder.text(Self.table) ?? ""
    #expect(after.hasPrefix(before))
    let rows = after.dropFirst(before.count).split(separator: "\n").map(String.init)
    #expect(Set(rows) == Set(notes.map { "A-003,2026-11-16,yellow,Luc Perrin,Why.,\"\($0)\"" + (exists ? "" : ",") }))
    #expect(rows.count == 20)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.appending(path: "p/data").path).count == 7)
  }

  @Test func `a flag lands beside a mapped file, which stays as it is, and both are read`() throws {
    let folder = try StarterFolder()
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "p/exports"), withIntermediateDirectories: true)
    try FileManager.default.moveItem(
      at: folder.url.appending(path: "p/" + Self.table), to: folder.url.appending(path: "p/exports/flags.csv"))
    try folder.append("\nsources: {sentiment: [{file: exports/flags.csv}]}\n", to: "vigie.yml")
    let before = try folder.text("exports/flags.csv")
    let outcome = try folder.record(Self.flag)
    #expect(outcome.status == 0)
    #expect(
      outcome.output.contains("\nbefore: green of 2026-10-28 by Luc Perrin, 19 days old and fresh\nnow: yellow of "))
    #expect(try folder.text("exports/flags.csv") == before)
    #expect(
      try folder.text(Self.table)
        == "account_id,date,flag,csm,reason,note,private\nA-003,2026-11-16,yellow,Luc Perrin,Why.,,\n")
  }

  @Test func `a table of which the settings say how it is read is refused`() throws {
    let folder = try StarterFolder()
    try folder.append("\nsources: {sentiment: [{file: data/sentiment.csv}]}\n", to: "vigie.yml")
    #expect(
      try refused(folder) == [
        "vigie: the rows of data/sentiment.csv are another program's, because vigie.yml says how they are read; give that "
          + "file another name there, and Vigie keeps its own rows of sentiment in data/sentiment.csv; nothing was written"
      ])
  }

  @Test func `a portfolio that cannot be read is told, and nothing is written`() throws {
    let folder = try StarterFolder()
    try folder.edit("data/measures.csv", "account_id", "acount_id")
    let lines = try refused(folder)
    #expect(lines.first == "data/measures.csv:1: error: the column 'account_id' is missing; did you mean 'acount_id'?")
    #expect(lines.last?.hasSuffix("; nothing was written") == true)
  }

  @Test func `an account that is not there is answered with the nearest`() throws {
    let folder = try StarterFolder()
    #expect(
      try refused(folder, ["flag", "Osterby Tool", "red", "p"])
        == ["vigie: there is no account 'Osterby Tool'; did you mean 'Osterby Tools' (A-002)?"])
  }

  @Test func `a link is refused`() throws {
    let folder = try StarterFolder()
    let path = folder.url.appending(path: "p/" + Self.table)
    try FileManager.default.moveItem(at: path, to: folder.url.appending(path: "elsewhere.csv"))
    try FileManager.default.createSymbolicLink(
      at: path, withDestinationURL: folder.url.appending(path: "elsewhere.csv"))
    #expect(
      try refused(folder) == [
        "vigie: p/data/sentiment.csv is a symbolic link, and Vigie does not write through links; "
          + "put the file itself there; nothing was written"
      ])
  }

  @Test func `what is no text is refused`() throws {
    let folder = try StarterFolder()
    let before = try folder.text(Self.table)
    let outcome = try Program.run(
      script: #""$VIGIE" flag A-003 yellow p --note "$(printf 'caf\351')""#, in: folder.url)
    #expect(
      outcome == .refusal("vigie: argument 6 is not UTF-8; set the terminal to UTF-8; nothing was written"))
    #expect(try folder.text(Self.table) == before)
  }

  /// The limit is 512 bytes, which the row crosses, or which the file already exceeds; at the limit the system
  /// also sends a signal, which must not end the program before it can report.
  @Test(arguments: [
    (400, "there is no room for the row in p/data/sentiment.csv, on a full disk or at a limit"),
    (2000, "cannot write p/data/sentiment.csv: File too large"),
    (0, "there is no room for the row in p/data/sentiment.csv, on a full disk or at a limit"),
  ])
  func `a full disk leaves the table as it was`(size: Int, reason: String) throws {
    let folder = try StarterFolder()
    let header = "account_id,date,flag,csm,reason,note\n"
    let path = folder.url.appending(path: "p/" + Self.table)
    let before = size == 0 ? nil : header + String(repeating: "\n", count: size - header.utf8.count)
    try FileManager.default.removeItem(at: path)
    if let before { try folder.write(before, to: Self.table) }
    let note = String(repeating: "x", count: 600)
    let outcome = try Program.run(
      script: """
        ulimit -f 1
        exec env --default-signal=XFSZ "$VIGIE" flag A-003 green p --note \(note) --as-of 2026-11-16
        """, in: folder.url)
    #expect(outcome == .refusal("vigie: \(reason); nothing was written"))
    #expect(try folder.text(Self.table) == before)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.url.appending(path: "p/data").path).count
        == (before == nil ? 6 : 7))
  }
}
