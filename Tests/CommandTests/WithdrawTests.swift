import Foundation
import Testing

/// `vigie withdraw`: an edition taken back in the open.
@Suite struct WithdrawTests {
  private func page(_ name: String, of folder: borrowing Harbour) throws -> String {
    String(decoding: try folder.files()["site/\(name)"] ?? Data(), as: UTF8.self)
  }

  private func site(of folder: borrowing Harbour) throws -> [String: Data] {
    try folder.files().filter { $0.key.hasPrefix("site/") }
  }

  /// An edition of 2026, and one of 2062 that an older Vigie let pass.
  private func slipped() throws -> Harbour {
    let folder = try Harbour()
    try folder.publish("2026-11-17")
    let slip = try folder.publish("2062-11-24", "--accept", "future", "--accept", "no-accounts", "--reason", "x")
    #expect(slip.status == 0, "\(slip)")
    return folder
  }

  @Test func `a slip in the year is taken back, and readers have the site of the newest edition that stands`() throws {
    let folder = try slipped()
    let blocked = try folder.publish("2026-11-24")
    #expect(blocked.status == 0 && blocked.output.contains("stays the site of 2062-W47, which is newer"), "\(blocked)")
    #expect(
      blocked.errors.contains(
        "the site is that of 2062-W47, a week that has not come; take it back with: vigie withdraw 2062-W47 --reason \"why\""
      ),
      "\(blocked.errors)")
    let archived = try folder.files().filter { $0.key.hasPrefix("archive/") }

    let outcome = try folder.run("withdraw", "2062-W47", "p", "--reason", "A slip in the \"year\"")
    #expect(outcome.status == 0, "\(outcome)")
    #expect(
      outcome.output.hasPrefix(
        "withdrew 2062-W47: p/archive/2062-W47.withdrawn.json\np/site is the site of 2026-W48 again: wrote "),
      "\(outcome)")
    let index = try page("index.html", of: folder)
    #expect(index.contains("2026-W48") && !index.contains("2062"))
    // What the readers have is what was archived.
    let verified = try folder.run("verify", "p/site", "--archive", "p/archive")
    #expect(verified.status == 0, "\(verified)")
    let after = try folder.files().filter { $0.key.hasPrefix("archive/") }
    #expect(after.filter { archived[$0.key] != nil } == archived && after.count == archived.count + 1)

    let chain = try folder.run("verify", "p/archive")
    #expect(chain.status == 0, "\(chain)")
    #expect(chain.output.contains(", withdrawn: A slip in the \"year\"\n"), "\(chain.output)")
    #expect(try folder.run("verify", "p/archive/2062-W47.zip").output.contains(", withdrawn: A slip in the \"year\"\n"))

    let next = try folder.publish("2026-11-25", "--revise", "one more day")
    #expect(next.status == 0 && next.output.contains("wrote "), "\(next)")
    #expect(try page("archive.html", of: folder).contains(", was withdrawn: A slip"))
    #expect(try page("feed.xml", of: folder).contains(", was withdrawn: A slip"))
    #expect(try folder.run("verify", "p/archive").status == 0)
    let compared = try folder.run("compare", "2026-W47", "2062-W47", "p")
    #expect(compared.status == 1 && compared.errors.contains("2062-W47 was withdrawn (A slip"), "\(compared)")
  }

  @Test func `a folder that must stay the same folder gets the earlier site in place`() throws {
    let folder = try Harbour()
    try folder.publish("2026-11-17")
    let first = try page("index.html", of: folder)
    try folder.publish("2026-11-24")
    func inode() throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: folder.url.path + "/p/site")[.systemFileNumber] as? Int
    }
    let before = try inode()
    let outcome = try folder.run("withdraw", "2026-W48", "p", "--reason", "x", "--in-place")
    #expect(
      outcome.status == 0 && outcome.output.contains("\np/site was written in place, file by file, "), "\(outcome)")
    #expect(try inode() == before && page("index.html", of: folder) == first)
  }

  @Test func `a week that was taken back can be published again, and follows what stands`() throws {
    let folder = try Harbour()
    try folder.publish("2026-11-10")
    let good = try site(of: folder)
    try folder.write(Harbour.table(["C-1"]), to: "data/accounts.csv")
    try folder.dropRows(of: "C-2", "C-3", "C-4")
    #expect(try folder.publish("2026-11-17", "--accept", "vanished", "--reason", "x").status == 0)
    #expect(try site(of: folder) != good)
    #expect(try folder.run("withdraw", "2026-W47", "p", "--reason", "half of it").status == 0)
    #expect(try site(of: folder) == good)

    // From the very same data, the guard holds again: what is compared is the edition that stands.
    #expect(try folder.publish("2026-11-17").errors.contains("guard vanished: 3 customers of 2026-W46"))
    try folder.write(Harbour.table(Harbour.accounts.map(\.id)), to: "data/accounts.csv")
    try folder.write(Harbour.measures(Harbour.accounts.map(\.id)), to: "data/measures.csv")
    let again = try folder.publish("2026-11-17")
    #expect(again.status == 0 && again.output.contains("\npublished revision 1 of 2026-W47, "), "\(again)")
    #expect(try page("index.html", of: folder).contains("revision 1: half of it"))
    #expect(try folder.publish("2026-11-17").output.contains("stands as it was published"))
    #expect(try folder.run("verify", "p/archive").status == 0)
  }

  @Test func `what cannot be taken back is answered, and changes nothing`() throws {
    let folder = try Harbour()
    #expect(
      try folder.run("withdraw", "2026-W47", "p", "--reason", "x")
        == .refusal("vigie: nothing has been published from 'p'; see vigie publish; nothing was written"))
    try folder.publish("2026-11-17")
    let before = try folder.files()
    for (name, answer) in [
      ("2026-W47", "2026-W47 is the only edition that stands, and readers would be left without a site; "),
      ("2026-W46", "there is no edition '2026-W46'; did you mean '2026-W47'?"),
    ] {
      let outcome = try folder.run("withdraw", name, "p", "--reason", "x")
      #expect(outcome.status == 1 && outcome.errors.hasPrefix("vigie: \(answer)"), "\(outcome)")
    }
    #expect(try folder.run("withdraw", "2026-W47", "p").status == 64)
    #expect(try folder.run("withdraw", "2026-W47", "p", "--reason", " ").status == 64)
    #expect(try folder.files() == before)

    try folder.publish("2026-11-24")
    let newest = try site(of: folder)
    let older = try folder.run("withdraw", "2026-W47", "p", "--reason", "x")
    #expect(older.output.hasSuffix("p/site stays the site of 2026-W48, which is newer\n"), "\(older)")
    #expect(try site(of: folder) == newest)
    let twice = try folder.run("withdraw", "2026-w47", "p", "--reason", "y")
    #expect(twice == .refusal("vigie: 2026-W47 was withdrawn already (x); nothing was written"))
  }

  @Test func `a record of a withdrawal that was tampered with is found`() throws {
    let folder = try Harbour()
    try folder.publish("2026-11-17")
    try folder.publish("2026-11-24")
    #expect(try folder.run("withdraw", "2026-W48", "p", "--reason", "x").status == 0)
    let record = try folder.text("archive/2026-W48.withdrawn.json")
    try folder.write(record.replacing("W48", with: "W47"), to: "archive/2026-W48.withdrawn.json")
    #expect(try folder.run("verify", "p/archive").errors.contains("it withdraws the edition 2026-W47, whose archive"))
    try folder.write(record + " ", to: "archive/2026-W48.withdrawn.json")
    #expect(try folder.run("verify", "p/archive").errors.contains("the record of the withdrawal cannot be read: "))
  }
}
