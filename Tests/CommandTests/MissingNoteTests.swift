import Foundation
import Testing

/// What is missing and holds nothing up, or was published in spite of a guard, stays told.
@Suite struct MissingNoteTests {
  private func page(_ name: String, of folder: borrowing Harbour) throws -> String {
    try folder.text("site/\(name)").replacing("\u{A0}", with: " ")
  }

  private func expectFirst(_ sentence: String, in folder: borrowing Harbour) throws {
    let index = try page("index.html", of: folder)
    let place = try #require(index.range(of: sentence), "\(index.prefix(3000))")
    #expect(place.lowerBound < (try #require(index.range(of: "<h1"))).lowerBound)
    #expect(try page("data-quality.html", of: folder).contains(sentence))
    #expect(try page("digest.txt", of: folder).contains(sentence))
  }

  @Test func `a revision says what the publication before it was published in spite of`() throws {
    let folder = try Harbour()
    try folder.publish("2026-11-10")
    try folder.dropRows(of: "C-4")
    try folder.write(Harbour.table(["C-1", "C-2", "C-3"]), to: "data/accounts.csv")
    #expect(try folder.publish("2026-11-17", "--accept", "vanished", "--reason", "not known yet").status == 0)
    try folder.write(Harbour.table(["C-1", "C-2", "C-3"]).replacing("72000", with: "72500"), to: "data/accounts.csv")
    let revised = try folder.publish("2026-11-17", "--revise", "a price")
    #expect(revised.status == 0, "\(revised)")
    try expectFirst("1 customer of 2026-W46 is no longer in the accounts table.", in: folder)
    #expect(!(try page("index.html", of: folder).contains("is still in no row")))
    try expectFirst("Published all the same: “not known yet”.", in: folder)
    // The same again is the same publication.
    #expect(
      try folder.publish("2026-11-17", "--revise", "a price").output.contains(
        "\nrevision 1 of 2026-W47 stands as it was published, "))
  }

  @Test func `a customer that an edition was published without stays named until something explains it`() throws {
    let folder = try Harbour()
    try folder.publish("2026-11-10")
    try folder.dropRows(of: "C-4")
    try folder.write(Harbour.table(["C-1", "C-2", "C-3"]), to: "data/accounts.csv")
    try folder.publish("2026-11-17", "--accept", "vanished", "--reason", "not known yet")
    let next = try folder.publish("2026-11-24")
    #expect(next.status == 0, "\(next)")
    try expectFirst("1 customer of earlier editions is still missing from the accounts table.", in: folder)
    #expect(try page("index.html", of: folder).contains("Teviot Foods (C-4), €45,000, last in 2026-W46."))
    #expect(
      try page("retention.html", of: folder).contains(
        "Gross retention is 72.7% if it is lost, and 100.0% if it is not."))
    try folder.write("title: Harbour\ndeparted: {C-4: a test account}\n", to: "vigie.yml")
    try folder.publish("2026-11-24", "--revise", "known")
    #expect(!(try page("index.html", of: folder).contains("is still in no row")))
  }

  @Test func `a feed that an edition was published without stays named`() throws {
    let folder = try Harbour()
    try folder.publish("2026-11-10")
    try folder.write("account_id,date,flag,csm,reason\n", to: "data/sentiment.csv")
    #expect(try folder.publish("2026-11-17", "--accept", "feed-went-back", "--reason", "later").status == 0)
    #expect(try folder.publish("2026-11-24").status == 0)
    try expectFirst("1 feed still ends earlier than it did.", in: folder)
  }

  @Test(arguments: [("2026-12-24", "", "starts on 24 Dec 2026"), ("2022-02-01", "2023-11-20", "left on 20 Nov 2023")])
  func `a customer that a day in its row takes out is named`(starts: String, ends: String, words: String) throws {
    let folder = try Harbour()
    try folder.publish("2026-11-17")
    let row = "C-4,Teviot Foods,Iris Vale,45000,100,\(starts),2027-02-01,\(ends)\n"
    try folder.write(Harbour.table(["C-1", "C-2", "C-3"]) + row, to: "data/accounts.csv")
    let published = try folder.publish("2026-11-24")
    #expect(published.status == 0, "\(published)")
    try expectFirst("1 customer of 2026-W47 is not counted, because of a date in its row.", in: folder)
    #expect(try page("index.html", of: folder).contains("Teviot Foods (C-4), €45,000: \(words)."))
  }

  @Test func `a row that is taken out of a table that only grows is missed`() throws {
    let folder = try Harbour()
    let head = "account_id,date,kind,arr_before,arr_after\n"
    try folder.write(head + "C-2,2026-06-01,renewed,30000,30000\nC-9,2026-06-01,churned,1,0\n", to: "data/outcomes.csv")
    let gone = "C-9,Orme Tools,Iris Vale,1,50,2022-01-01,2026-12-01,\n"
    try folder.write(Harbour.table(Harbour.accounts.map(\.id)) + gone, to: "data/accounts.csv")
    try folder.publish("2026-11-17")
    try folder.write(head + "C-2,2026-06-01,renewed,30000,30000\n", to: "data/outcomes.csv")
    try folder.write(Harbour.table(Harbour.accounts.map(\.id)), to: "data/accounts.csv")
    #expect(try folder.publish("2026-11-24").status == 0)
    try expectFirst("1 table has fewer rows than in 2026-W47", in: folder)
    #expect(try page("index.html", of: folder).contains("1 of 2 rows."))
  }

  @Test func `a renewal that was in doubt and has lost its day is named, and a lapsed one stands first`() throws {
    let folder = try Harbour()
    let table = Harbour.table(Harbour.accounts.map(\.id))
    let lapsed = table.replacing("72000,100,2022-02-01,2027-02-01", with: "72000,100,2022-02-01,2026-11-10")
    try folder.write(lapsed, to: "data/accounts.csv")
    try folder.publish("2026-11-17")
    let sentence = "1 renewal has lapsed: its date has passed and no outcome is on record."
    #expect(try page("index.html", of: folder).contains(sentence))
    #expect(try page("digest.txt", of: folder).contains(sentence + " Halden Freight."))
    try folder.write(lapsed.replacing("2026-11-10", with: "9999-12-31"), to: "data/accounts.csv")
    try folder.publish("2026-11-24")
    try expectFirst(
      "1 customer whose renewal was in doubt in 2026-W47 now has no renewal date and no outcome.", in: folder)
    #expect(try page("index.html", of: folder).contains("Halden Freight (C-1), €72,000."))
  }

  @Test func `renewal days that are known of few are missed`() throws {
    let folder = try Harbour()
    let table = Harbour.table(Harbour.accounts.map(\.id)).replacing("renews_on", with: "contract_end")
    try folder.write(table, to: "data/accounts.csv")
    #expect(try folder.run("build", "p", "--as-of", "2026-11-24").status == 0)
    #expect(try page("index.html", of: folder).contains("The renewal date is unknown for 4 of 4 active accounts."))
  }

  @Test func `rows of a customer that departed are refused and hold nothing up`() throws {
    let folder = try Harbour()
    try folder.publish("2026-11-17")
    try folder.write(Harbour.table(["C-1", "C-2", "C-3"]), to: "data/accounts.csv")
    try folder.write("title: Harbour\ndeparted: {C-4: a test account, C-1: a slip}\n", to: "vigie.yml")
    let outcome = try folder.publish("2026-11-24")
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.errors.contains("the account 'C-4' is among departed in vigie.yml, and its rows count nowhere"))
    #expect(outcome.errors.contains("departed names 'C-1', which still has a row of accounts and counts"))
  }

  @Test func `a site that no ledger knows, and an archive that is gone, stop the next edition`() throws {
    let folder = try Harbour()
    try folder.publish("2026-11-10")
    try folder.publish("2026-11-17")
    try FileManager.default.removeItem(at: folder.url.appending(path: "p/archive/2026-W46.zip"))
    let chained = try folder.publish("2026-11-24")
    #expect(
      chained.status == 1 && chained.errors.contains("/archive/2026-W46.zip is missing; put it back"), "\(chained)")
    for name in ["archive", "history.sqlite"] {
      try FileManager.default.removeItem(at: folder.url.appending(path: "p/\(name)"))
    }
    let site = try folder.files().filter { $0.key.hasPrefix("site/") }
    let anew = try folder.publish("2026-11-24")
    #expect(anew.status == 1 && anew.errors.contains("neither history.sqlite nor archive/ knows of any"), "\(anew)")
    #expect(try folder.files().filter { $0.key.hasPrefix("site/") } == site)
  }

  @Test func `a reason of several lines is one, and nobody says today what is of a day to come`() throws {
    let folder = try Harbour()
    try folder.publish("2026-11-17")
    try folder.write(Harbour.table(["C-1", "C-2", "C-3"]), to: "data/accounts.csv")
    try folder.dropRows(of: "C-4")
    let outcome = try folder.publish("2026-11-24", "--accept", "vanished", "--reason", "a\nb")
    #expect(outcome.status == 0, "\(outcome)")
    #expect(try page("digest.txt", of: folder).contains("Published all the same: “a b”."))
    let flag = try Program.run(
      ["flag", "C-1", "red", "p", "--reason", "left", "--as-of", "2099-11-20"], in: folder.url)
    #expect(flag.status == 1 && flag.errors.contains("2099-11-20 has not come; today is "), "\(flag)")
  }

  @Test func `a customer whose row is refused is named as the last edition knew it`() throws {
    let folder = try Harbour()
    try folder.publish("2026-11-17")
    try folder.write(
      Harbour.table(Harbour.accounts.map(\.id)).replacing("Teviot Foods", with: "#N/A"), to: "data/accounts.csv")
    let refused = try folder.publish(
      "2026-11-24", "--accept", "account-refused", "--accept", "rows-refused", "--reason", "x")
    #expect(refused.errors.contains("Known from the last edition: Teviot Foods (C-4), €45,000."))
    #expect(try page("retention.html", of: folder).contains("Gross retention is 72.7% if it is lost"))
    // The next edition has not forgotten it.
    #expect(try folder.run("check", "p", "--as-of", "2026-11-25").errors.contains("Teviot Foods (C-4), €45,000."))
  }
}
