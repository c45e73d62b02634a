import Foundation
import Testing

/// `vigie publish`: the site in place and the edition on record.
@Suite struct PublishTests {
  @Test func `publishing records the edition and marks the site as published`() throws {
    let folder = try StarterFolder()
    let outcome = try folder.run("publish")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("\npublished 2026-W47, fingerprint "), "\(outcome.output)")
    let index = String(decoding: try folder.files()["index.html"] ?? Data(), as: UTF8.self)
    #expect(index.contains(" · published · "))
    #expect(try folder.files("p")["history.sqlite"] != nil)
  }

  @Test func `a build is a draft and records nothing`() throws {
    let folder = try StarterFolder()
    _ = try folder.run("build")
    let index = String(decoding: try folder.files()["index.html"] ?? Data(), as: UTF8.self)
    #expect(index.contains(" · draft · "))
    #expect(try folder.files("p")["history.sqlite"] == nil)
  }

  @Test func `publishing again changes nothing, and other data asks for a reason`() throws {
    let folder = try StarterFolder()
    _ = try folder.run("publish")
    let site = try folder.files()
    let again = try folder.run("publish")
    #expect(again.output.contains("\n2026-W47 stands as it was published, "), "\(again.output)")
    #expect(try folder.files() == site)

    try folder.append("\nOne more line.\n", to: "data/notes/A-001.md")
    let refused = try folder.run("publish")
    #expect(refused.status == 1)
    #expect(
      refused.errors.hasSuffix(
        "vigie: 2026-W47 has been published from other inputs; to publish it again, say why: --revise \"reason\"; "
          + "what differs: A-001.md; nothing was written\n"), "\(refused.errors)")
    #expect(try folder.files() == site)

    let revised = try folder.run("publish", ["--revise", "a note came late"])
    #expect(revised.output.contains("\npublished revision 1 of 2026-W47, "), "\(revised.output)")
    let index = String(decoding: try folder.files()["index.html"] ?? Data(), as: UTF8.self)
    #expect(index.contains("revision 1: a note came late"))
  }

  @Test func `a draft leaves the published site to its readers`() throws {
    let folder = try StarterFolder()
    _ = try folder.run("publish")
    let site = try folder.files()
    let draft = try folder.run("build", ["--as-of", "2026-11-17"])
    #expect(
      draft.output.hasPrefix(
        "p/site stays the published edition, and p/draft gets the draft; --out p/site replaces it\n"),
      "\(draft.output)")
    #expect(try folder.files() == site)
    let page = String(decoding: try folder.files("p/draft")["index.html"] ?? Data(), as: UTF8.self)
    #expect(page.contains(" · draft · "))

    #expect(try folder.run("build", ["--out", "p/site"]).status == 0)
    let verified = try Program.run(["verify", "p/site"], in: folder.url)
    #expect(
      verified.output.contains(
        "p/site: a draft that vigie build made, and no edition; vigie publish puts an edition there\n"),
      "\(verified.output)")
    // A draft may follow a draft.
    #expect(try folder.run("build", ["--as-of", "2026-11-17"]).output.hasSuffix(": p/site/index.html\n"))
  }

  @Test(arguments: [
    ("\r\n", "", "line ends", "write the line '* -text' into .gitattributes"),
    ("\n", "\u{FEFF}", "a byte-order mark", "an editor makes it when it saves a file"),
  ])
  func `what a tool changed in the data is named`(
    lineEnd: String, mark: String, difference: String, advice: String
  ) throws {
    let folder = try StarterFolder()
    _ = try folder.run("publish")
    let table = String(decoding: try folder.files("p/data")["accounts.csv"] ?? Data(), as: UTF8.self)
    try folder.write(mark + table.replacing("\n", with: lineEnd), to: "data/accounts.csv")
    let errors = try folder.run("publish").errors
    #expect(errors.contains("; what differs: accounts.csv in \(difference) alone; "), "\(errors)")
    #expect(errors.contains(advice), "\(errors)")
  }

  @Test func `a later build shows what was published before`() throws {
    let folder = try StarterFolder()
    _ = try folder.run("publish", ["--as-of", "2026-11-02"])
    _ = try folder.run("build", ["--out", "p/site"])
    let archive = String(decoding: try folder.files()["archive.html"] ?? Data(), as: UTF8.self)
    #expect(archive.contains("2026-W45"))
    let account = String(decoding: try folder.files()["accounts/a_-001.html"] ?? Data(), as: UTF8.self)
    #expect(account.contains("class=\"published\""))
  }

  @Test func `the next edition says what changed, why, and where the last one is kept`() throws {
    let folder = try StarterFolder()
    _ = try folder.run("publish", ["--as-of", "2026-11-09"])
    try folder.write("version: \"2\"\n" + Self.usageOnly, to: "model.yml")
    _ = try folder.run("publish")
    let files = try folder.files().mapValues { String(decoding: $0, as: UTF8.self) }
    let changes = try #require(files["changes.html"])
    #expect(changes.contains("What changed from 9\u{A0}Nov\u{A0}2026 to 16\u{A0}Nov\u{A0}2026"))
    #expect(changes.contains("<h2>The model changed</h2>") && changes.contains("→ 2</td>"))
    #expect(files["index.html"]?.contains("href=\"changes.html\"") ?? false)
    let archive = try #require(files["archive.html"])
    #expect(archive.contains("id=\"2026-w46\"") && archive.contains(">2026-W46.zip<"))
    #expect(!archive.contains(".zip\"") && archive.contains("The archives are not part of this site."))
    let account = try #require(files["accounts/a_-001.html"])
    #expect(account.contains("href=\"../archive.html#2026-w46\""))
    #expect(account.contains("In the edition of 9\u{A0}November\u{A0}2026: "))
    #expect(account.contains(">model 2</text>"))
  }

  /// A model of one measure that the starter's data feeds.
  static let usageOnly = """
    dimensions:
      usage:
        weight: 1
        measures:
          weekly_active_users: {worst: 0, best: 100}

    """

  @Test func `a damaged ledger is told in words and stops the publication`() throws {
    let folder = try StarterFolder()
    _ = try folder.run("publish")
    let site = try folder.files()
    try folder.write("no database", to: "history.sqlite")
    let outcome = try folder.run("publish", ["--as-of", "2026-11-09"])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("history.sqlite is damaged"), "\(outcome.errors)")
    #expect(try folder.files() == site)
  }

  @Test func `every edition is archived, chained to the one before, and bears its fingerprint on every page`() throws {
    let folder = try StarterFolder()
    _ = try folder.run("publish", ["--as-of", "2026-11-02"])
    _ = try folder.run("publish")
    let files = try folder.files("p/archive")
    #expect(files.keys.sorted() == ["2026-W45.zip", "2026-W47.zip"])
    let verified = try Program.run(["verify", "p/archive"], in: folder.url)
    #expect(verified.status == 0, "\(verified.errors)")
    #expect(verified.output.contains("p/archive: 2 editions, each following the one that it names"))
    let marks = verified.output.split(separator: ", fingerprint ").dropFirst().map { String($0.prefix(19)) }
    let last = try #require(marks.last)
    #expect(marks.count == 2 && marks.first != last)
    let pages = try folder.files().filter { $0.key.hasSuffix(".html") }
    #expect(pages.count > 20)
    for (path, page) in pages {
      #expect(String(decoding: page, as: UTF8.self).contains("Fingerprint \(last)."), "\(path)")
    }
    // The same inputs published elsewhere give the same archives.
    let again = try StarterFolder()
    _ = try again.run("publish", ["--as-of", "2026-11-02"])
    _ = try again.run("publish")
    #expect(try again.files("p/archive") == files)
  }

  /// Publishes two editions; returns the ledger as it was after the first.
  @discardableResult
  private func publishTwo(_ folder: borrowing StarterFolder) throws -> Data {
    _ = try folder.run("publish", ["--as-of", "2026-11-09"])
    let ledger = try #require(try folder.files("p")["history.sqlite"])
    _ = try folder.run("publish")
    return ledger
  }

  @Test func `what is in the place of an archive and is none stays there`() throws {
    let folder = try StarterFolder()
    try folder.write("my own file", to: "archive/2026-W47.zip")
    let before = try folder.files("p")
    let outcome = try folder.run("publish")
    #expect(outcome.status == 1 && outcome.errors.contains("archive/2026-W47.zip"), "\(outcome)")
    #expect(try folder.files("p")["archive/2026-W47.zip"] == before["archive/2026-W47.zip"])
    #expect(try folder.files("p")["site/index.html"] == nil)
  }

  @Test func `a ledger that is missing beside archives stops the publication`() throws {
    let folder = try StarterFolder()
    try publishTwo(folder)
    try FileManager.default.removeItem(at: folder.url.appending(path: "p/history.sqlite"))
    let before = try folder.files("p")
    let outcome = try folder.run("publish")
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.hasPrefix(
        "vigie: p/archive/2026-W46.zip is an edition that history.sqlite does not know; put the ledger back"),
      "\(outcome.errors)")
    #expect(try folder.files("p") == before)
  }

  @Test func `an archive that is not on record is never replaced, nor passed over by the next week`() throws {
    let folder = try StarterFolder()
    let firstLedger = try publishTwo(folder)
    try firstLedger.write(to: folder.url.appending(path: "p/history.sqlite"))
    let before = try folder.files("p/archive")
    let nextWeek = try folder.run("publish", ["--as-of", "2026-11-23"])
    #expect(nextWeek.status == 1 && nextWeek.errors.contains("2026-W47.zip is an edition that"), "\(nextWeek)")
    // From the very same data it is recorded, as after a kill; from other data it is another edition.
    try folder.append("\nOne more line.\n", to: "data/notes/A-001.md")
    let other = try folder.run("publish")
    #expect(other.status == 1 && other.errors.contains("2026-W47.zip is an edition that"), "\(other)")
    #expect(try folder.files("p/archive") == before)
    try folder.edit("data/notes/A-001.md", "\nOne more line.\n", "")
    #expect(try folder.run("publish").status == 0)
    #expect(try folder.files("p/archive") == before)
  }

  @Test func `an edition follows only what was published`() throws {
    let folder = try StarterFolder()
    try publishTwo(folder)
    // Another publication of the same week, from another folder, in place of the real one.
    let forger = try StarterFolder()
    _ = try forger.run("publish", ["--as-of", "2026-11-09"])
    try forger.edit("vigie.yml", "title: ", "title: Forged ")
    _ = try forger.run("publish")
    let forged = try #require(try forger.files("p/archive")["2026-W47.zip"])
    #expect(try folder.files("p/archive")["2026-W47.zip"] != forged)
    try forged.write(to: folder.url.appending(path: "p/archive/2026-W47.zip"))
    let outcome = try folder.run("publish", ["--as-of", "2026-11-23"])
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.contains("p/archive/2026-W47.zip is not the edition that was published"), "\(outcome.errors)")
    #expect(try folder.files("p/archive")["2026-W48.zip"] == nil)
  }

  @Test func `a week that is filled in later leaves the site of the newest in place`() throws {
    let folder = try StarterFolder()
    try publishTwo(folder)
    let site = try folder.files()
    let outcome = try folder.run("publish", ["--as-of", "2026-10-26"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("p/site stays the site of 2026-W47, which is newer\n"), "\(outcome.output)")
    #expect(outcome.output.contains("\npublished 2026-W44, "), "\(outcome.output)")
    #expect(try folder.files() == site)
    #expect(try Program.run(["verify", "p/archive"], in: folder.url).status == 0)
  }

  @Test func `a publication that was killed leaves the old state or the new one, and the next run goes on`() throws {
    let folder = try StarterFolder()
    _ = try folder.run("publish", ["--as-of", "2026-11-02"])
    // Fifty moments, spread over slightly more than the duration of a publication.
    let start = ContinuousClock.now
    _ = try folder.run("publish", ["--as-of", "2026-11-09", "--out", "elsewhere"])
    let whole = start.duration(to: .now) / .seconds(1)
    let before = try state(of: folder)
    #expect(before == State(isOnRecord: false, isArchived: false, isLive: false))
    let ledger = try folder.files("p")["history.sqlite"]
    for moment in 1...50 {
      let seconds = String(format: "%.3f", 1.2 * whole * Double(moment) / 50)
      _ = try Program.run(
        script: "timeout -s KILL \(seconds) \"$VIGIE\" publish p --as-of 2026-11-16", in: folder.url)
      for place in ["p/archive", "p/site"] {
        let verified = try Program.run(["verify", place], in: folder.url)
        #expect(
          verified.status == 0 || verified.errors.contains("was cut short; the next run of vigie publish"),
          "\(place) after \(seconds) s: \(verified.errors)")
      }
      let state = try state(of: folder)
      // The ledger decides: what it has recorded is archived, and what is live is on record.
      #expect(!state.isOnRecord || state.isArchived, "after \(seconds) s: \(state)")
      #expect(!state.isLive || state.isOnRecord, "after \(seconds) s: \(state)")
      // If it was not cut short, the next moment must start from the old state again.
      guard state.isOnRecord, moment < 50 else { continue }
      try FileManager.default.removeItem(at: folder.url.appending(path: "p/archive/2026-W47.zip"))
      try? FileManager.default.removeItem(at: folder.url.appending(path: "p/history.sqlite-journal"))
      try #require(ledger).write(to: folder.url.appending(path: "p/history.sqlite"))
      _ = try folder.run("build", ["--as-of", "2026-11-02", "--out", "p/site"])
    }
    let last = try folder.run("publish")
    #expect(last.status == 0, "\(last.errors)")
    #expect(try state(of: folder) == State(isOnRecord: true, isArchived: true, isLive: true))
    #expect(try folder.files("p/archive").keys.sorted() == ["2026-W45.zip", "2026-W46.zip", "2026-W47.zip"])
    #expect(try Program.run(["verify", "p/site", "--archive", "p/archive"], in: folder.url).status == 0)
  }

  /// The parts of edition 2026-W47 that exist.
  private struct State: Equatable {
    let isOnRecord: Bool
    let isArchived: Bool
    let isLive: Bool
  }

  private func state(of folder: borrowing StarterFolder) throws -> State {
    let index = String(decoding: try folder.files()["index.html"] ?? Data(), as: UTF8.self)
    // Compared with a week before, so that it only uses what is on record.
    let compared = try Program.run(
      ["compare", "2026-W46", "2026-W47", "p", "--out", "compared"], in: folder.url)
    return State(
      isOnRecord: compared.status == 0, isArchived: try folder.files("p/archive").keys.contains("2026-W47.zip"),
      isLive: index.contains("2026-W47") && index.contains(" · published · "))
  }
}
