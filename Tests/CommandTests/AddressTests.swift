import Foundation
import OlderArchives
import SQLite
import Testing

/// What outlives an edition: the ids of its feed and the addresses of its pages.
@Suite struct AddressTests {
  private func ids(_ folder: borrowing StarterFolder) throws -> [String] {
    let feed = String(decoding: try folder.files()["feed.xml"] ?? Data(), as: UTF8.self)
    return feed.matches(of: /<id>([^<]*)<\/id>/).map { String($0.1) }
  }

  private func text(_ path: String, _ folder: borrowing StarterFolder) throws -> String? {
    try folder.files()[path].map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func `the ids of the feed stay when the title changes, and a revision has one of its own`() throws {
    let folder = try StarterFolder()
    _ = try folder.run("publish", ["--as-of", "2026-11-09"])
    let first = try ids(folder)
    let feed = try #require(first.first)
    #expect(first == [feed, feed + ":2026-W46:0"])
    try folder.edit("vigie.yml", "title: Portfolio health", "title: Harbour customers")
    _ = try folder.run("publish")
    #expect(try ids(folder) == [feed, feed + ":2026-W47:0", feed + ":2026-W46:0"])
    try folder.edit("vigie.yml", "title: Harbour customers", "title: Harbour")
    _ = try folder.run("publish", ["--revise", "another name"])
    #expect(try ids(folder) == [feed, feed + ":2026-W47:1", feed + ":2026-W46:0"])
    _ = try folder.run("build", ["--out", "draft"])
    let draft = try folder.files("draft")["feed.xml"].map { String(decoding: $0, as: UTF8.self) } ?? ""
    #expect(draft.contains("<id>\(feed)</id>"))
  }

  @Test func `the ids of two portfolios of one title differ`() throws {
    let one = try StarterFolder()
    let other = try StarterFolder()
    try other.edit("data/accounts.csv", "84000", "85000")
    for title in ["title: Portfolio health", ""] {
      _ = try one.run("publish", title.isEmpty ? ["--as-of", "2026-11-23"] : [])
      _ = try other.run("publish", title.isEmpty ? ["--as-of", "2026-11-23"] : [])
      #expect(try Set(ids(one)).isDisjoint(with: ids(other)))
    }
  }

  @Test func `links of feed and digest are absolute where the settings say where the site is`() throws {
    let folder = try StarterFolder()
    _ = try folder.run("publish")
    #expect(try text("feed.xml", folder)?.contains("rel=\"self\"") == false)
    try folder.append("site_url: https://health.example.org/weekly\narchive_url: ../archive/\n", to: "vigie.yml")
    let outcome = try folder.run("publish", ["--as-of", "2026-11-23"])
    #expect(outcome.output.contains("archive links lead out of the site, to ../archive/: upload that folder beside it"))
    #expect(try text("archive.html", folder)?.contains("href=\"../archive/2026-W47.zip\"") ?? false)
    // Where no archive lies, somebody hears of it: the site alone has no dead link without a word.
    try folder.edit("vigie.yml", "../archive/", "zips")
    #expect(
      try folder.run("publish", ["--as-of", "2026-11-30"]).errors.contains(
        "archive_url is 'zips/', where no archive lies as seen from the site, so its links are dead; upload "))
    let feed = try #require(try text("feed.xml", folder))
    #expect(feed.contains("<link rel=\"self\" href=\"https://health.example.org/weekly/feed.xml\"/>"))
    #expect(feed.contains("<link href=\"https://health.example.org/weekly/archive.html#2026-w47\"/>"))
    #expect(try text("digest.txt", folder)?.hasSuffix("\nhttps://health.example.org/weekly/\n") ?? false)
    try folder.edit("vigie.yml", "https://health.example.org/weekly", "health.example.org")
    #expect(
      try folder.run("build").errors.contains("site_url is 'health.example.org'; write the whole address, such as "))
  }

  @Test func `an account that left, one that is gone, and one with a new id are found at their old addresses`() throws {
    let folder = try StarterFolder()
    _ = try folder.run("publish", ["--as-of", "2026-11-09"])
    try folder.edit("data/accounts.csv", "2023-02-01,2027-02-01,", "2023-02-01,2027-02-01,2026-11-12")
    let accounts = try #require(try folder.text("data/accounts.csv"))
    try folder.write(
      accounts.split(separator: "\n").filter { !$0.hasPrefix("A-002,") }.joined(separator: "\n") + "\n",
      to: "data/accounts.csv")
    for file in try folder.files("p/data").keys where file.hasSuffix(".csv") {
      let text = try folder.text("data/" + file) ?? ""
      let rows = text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("A-002,") }
      try folder.write(rows.joined(separator: "\n").replacing("A-003", with: "Z-003"), to: "data/" + file)
    }
    try folder.append("aliases: {A-003: Z-003}\ndeparted: {A-002: sold}\n", to: "vigie.yml")
    let outcome = try folder.run("publish")
    #expect(outcome.status == 0, "\(outcome.errors)")

    let lost = try #require(try text("accounts/a_-001.html", folder)).replacing("\u{A0}", with: " ")
    #expect(lost.contains("Lost on 12 November 2026.") && lost.contains("href=\"../losses/a_-001.html\""))
    #expect(try folder.files()["losses/a_-001.html"] != nil)
    let gone = try #require(try text("accounts/a_-002.html", folder))
    #expect(
      gone.contains("Osterby Tools")
        && gone.contains("The edition of 9\u{A0}November\u{A0}2026 was the last with its page."))
    let renamed = try #require(try text("accounts/a_-003.html", folder))
    #expect(renamed.contains("a new id: Z-003.") && renamed.contains("href=\"../accounts/z_-003.html\""))
    #expect(try folder.files()["accounts/z_-003.html"] != nil)
    // Small, in no list, and found by the search: a loss by its own page, what is gone by its former one.
    #expect(lost.utf8.count < 8_000)
    let index = try #require(try text("accounts.js", folder)).replacing("\u{A0}", with: " ")
    #expect(index.contains("Z-003") && index.contains(#""losses/a_-001.html","A-001 · left on 12 Nov 2026"]"#))
    #expect(index.contains(#"[1,"Osterby Tools","accounts/a_-002.html",""]"#) && !index.contains("accounts/a_-001"))
    #expect(try text("accounts/index.html", folder)?.contains("Osterby") == false)
    #expect(try Program.run(["verify", "p/site", "--archive", "p/archive"], in: folder.url).status == 0)

    // The same inputs give the same again, and the addresses go on for a year after their last edition.
    let site = try folder.files()
    #expect(try folder.run("publish").output.contains("2026-W47 stands as it was published"))
    #expect(try folder.files() == site)
    let accepted = ["future", "no-accounts"].flatMap { ["--accept", $0, "--reason", "a year later"] }
    #expect(try folder.run("publish", ["--as-of", "2027-11-08"] + accepted).status == 0)
    #expect(try folder.files()["accounts/a_-002.html"] != nil)
    #expect(try folder.run("publish", ["--as-of", "2027-11-15"] + accepted).status == 0)
    #expect(try folder.files()["accounts/a_-002.html"] == nil)
  }

  @Test func `the page of somebody without accounts says who has them now`() throws {
    let folder = try StarterFolder()
    _ = try folder.run("publish", ["--as-of", "2026-11-09"])
    let path = try #require(try folder.files().keys.first { $0.hasPrefix("csms/luc-perrin--") })
    try folder.edit("data/accounts.csv", "Luc Perrin", "Nina Dahl")
    _ = try folder.run("publish")
    let page = try #require(try text(path, folder))
    #expect(page.contains("Their accounts in the edition of 9\u{A0}November\u{A0}2026, and who has them now:"))
    #expect(page.contains(">Café Mirabel</a>") && page.contains(">Nina Dahl</a>"))
    // Who comes back has the page again.
    try folder.edit("data/accounts.csv", "Nina Dahl", "Luc Perrin")
    _ = try folder.run("publish", ["--as-of", "2026-11-23"])
    #expect(try text(path, folder)?.contains("The accounts that were theirs") == false)
    let other = try #require(try folder.files().keys.first { $0.hasPrefix("csms/nina-dahl--") })
    #expect(
      try text(other, folder)?.contains("in the edition of 16\u{A0}November\u{A0}2026, and who has them now:") ?? false)
  }

  @Test func `a segment and a cell of the matrix that are gone lead to the report`() throws {
    let folder = try StarterFolder()
    try folder.write(
      """
      version: "1"
      dimensions:
        usage:
          weight: 1
          measures:
            weekly_active_users: {weight: 1, points: [[0, 0], [100, 100]]}
      segments:
        - {id: large, name: Large, when: {arr: ">= 50000"}}
        - {id: rest, name: Rest}

      """, to: "model.yml")
    let first = try folder.run("publish", ["--as-of", "2026-11-09"])
    #expect(first.status == 0, "\(first.errors)")
    #expect(try folder.files()["segments/large.html"] != nil)
    try folder.edit("model.yml", "id: large", "id: big")
    #expect(try folder.run("publish").status == 0)
    let page = try #require(try text("segments/large.html", folder))
    #expect(
      page.contains(
        "This page is not part of the current report. The edition of 9\u{A0}November\u{A0}2026 was the last that had it."
      ))
    #expect(page.contains("href=\"../index.html\""))
  }

  @Test func `a week whose last edition an older Vigie recorded keeps the ids that it had`() throws {
    let folder = try StarterFolder()
    _ = try folder.run("publish", ["--as-of", "2026-11-09"])
    // What formats before the fourth kept: nothing about feeds and pages.
    let ledger = try Database(folder.url.appending(path: "p/history.sqlite").path, .writing)
    try ledger.execute(
      """
      ALTER TABLE band DROP COLUMN arr_unknown;
      ALTER TABLE edition DROP COLUMN at_risk_accounts;
      ALTER TABLE edition DROP COLUMN at_risk_unknown;
      ALTER TABLE edition DROP COLUMN renewals_accounts;
      ALTER TABLE edition DROP COLUMN renewals_unknown;
      ALTER TABLE edition DROP COLUMN feed;
      DROP TABLE page_of_edition;
      DROP TABLE page;
      DROP TABLE book;
      DROP TABLE forecast;
      DROP TABLE renewal;
      DROP TABLE feed;
      DROP TABLE accepted;
      DROP TABLE withdrawal;
      ALTER TABLE score DROP COLUMN name;
      ALTER TABLE score DROP COLUMN newest;
      PRAGMA user_version = 3;
      """)
    for (edition, digest) in try writeUnsealed(folder.url.appending(path: "p/archive").path) {
      try ledger.execute("UPDATE edition SET archive_digest = '\(digest)' WHERE label = '\(edition)'")
    }
    _ = try folder.run("publish")
    // Of the title, as it was made then.
    let feed = "urn:vigie:19f0c97cf14ff134abe4c995f53ea915"
    #expect(try ids(folder).allSatisfy { $0.hasPrefix(feed) })
    try folder.edit("vigie.yml", "title: Portfolio health", "title: Harbour customers")
    _ = try folder.run("publish", ["--as-of", "2026-11-23"])
    #expect(try ids(folder).allSatisfy { $0.hasPrefix(feed) })
    #expect(try ids(folder).count == 4)
  }
}
