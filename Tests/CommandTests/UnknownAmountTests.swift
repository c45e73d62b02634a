import Foundation
import Testing

/// What is told where amounts are unknown, or no account has a score.
@Suite struct UnknownAmountTests {
  /// The text of a file of the site, with plain blanks.
  private func page(_ name: String, of folder: borrowing Harbour) throws -> String {
    try folder.text("site/\(name)").replacing("\u{A0}", with: " ")
  }

  private func build(_ folder: borrowing Harbour) throws {
    let outcome = try folder.run("build", "p", "--as-of", "2026-11-24", "--out", "p/site")
    #expect(outcome.status == 0, "\(outcome)")
  }

  /// The harbour with the revenue of some customers left blank, and Halden Freight doubted by its CSM.
  private func harbour(unknown: String...) throws -> Harbour {
    let folder = try Harbour()
    var table = Harbour.table(Harbour.accounts.map(\.id))
    for (id, _, arr) in Harbour.accounts where unknown.contains(id) {
      table = table.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        .map { $0.hasPrefix(id + ",") ? $0.replacing(",\(arr),", with: ",,") : $0 }.joined(separator: "\n")
    }
    try folder.write(table, to: "data/accounts.csv")
    let flags = try folder.text("data/sentiment.csv").replacing("C-1,2026-11-09,green", with: "C-1,2026-11-09,yellow")
    try folder.write(flags, to: "data/sentiment.csv")
    return folder
  }

  @Test func `an amount at risk that nobody knows is unknown, and no share of it is told`() throws {
    let folder = try harbour(unknown: "C-1")
    try build(folder)
    let headline = "No change of band since 17 November: 4 of 4 green, as before"
    let index = try page("index.html", of: folder)
    #expect(index.contains("<h1>\(headline)</h1>"), "\(index)")
    // 30,000 + 18,000 + 45,000
    #expect(index.contains("4 active accounts, at least €93k (1 account unknown) of annual recurring revenue (ARR)."))
    #expect(index.contains("<span>unknown</span> </a></dd>\n<dd>1 account, ARR of 1 unknown</dd>"))
    #expect(!index.contains("€0 of"))
    #expect(try page("digest.txt", of: folder).contains("\n\(headline)\n"))
    #expect(try page("digest.txt", of: folder).contains("- Halden Freight, ARR unknown, due on "))
    let list = try page("lists/green-but-yellow.html", of: folder)
    #expect(list.contains("1 account, an unknown amount: 1 open (ARR unknown)."), "\(list)")
    #expect(try page("segments/all.html", of: folder).contains("at least €93k (1 account unknown) of ARR."))
    let account = try page("accounts/c_-1.html", of: folder)
    #expect(account.contains("An unknown ARR renews in 69 days."), "\(account)")
    #expect(try folder.text("site/report.json").contains(#""arr_at_risk":{"arr":null,"share":null}"#))
  }

  @Test func `a sum of which some is unknown is a least one, and its share is one of what is known`() throws {
    let folder = try harbour(unknown: "C-4")
    let flags = try folder.text("data/sentiment.csv").replacing("C-4,2026-11-09,green", with: "C-4,2026-11-09,red")
    try folder.write(flags, to: "data/sentiment.csv")
    try build(folder)
    let index = try page("index.html", of: folder)
    #expect(
      index.contains("<h1>No change of band since 17 November: 4 of 4 green, as before</h1>"),
      "\(index)")
    // 72,000 of 72,000 + 30,000 + 18,000
    #expect(
      index.contains("<span>≥ €72k</span> </a></dd>\n<dd>60.0% of known ARR, 2 accounts, ARR of 1 unknown</dd>"),
      "\(index)")
    #expect(index.contains("<dd>≥ €72k on 17 Nov</dd>"), "\(index)")
    let list = try page("lists/green-but-yellow.html", of: folder)
    #expect(list.contains("2 accounts, at least €72k (1 account unknown): 2 open (≥ €72k)."))
    let report = try folder.text("site/report.json")
    #expect(report.contains(#""arr_at_risk":{"arr":72000,"share":0.6}"#), "\(report)")
  }

  @Test func `an edition keeps how much of its sums is unknown`() throws {
    let folder = try harbour(unknown: "C-1")
    #expect(try folder.publish("2026-11-17").status == 0)
    try folder.write(Harbour.table(Harbour.accounts.map(\.id)), to: "data/accounts.csv")
    #expect(try folder.publish("2026-11-24").status == 0)
    let feed = try page("feed.xml", of: folder)
    #expect(feed.contains("No change of band since 17 November: 4 of 4 green, as before<"), "\(feed)")
    #expect(feed.contains("an unknown amount of ARR is at risk (1 account unknown)<"))
    let retention = try page("retention.html", of: folder)
    // Known then 93,000, and 165,000 now: 72,000 became known.
    #expect(retention.contains("at least €93,000 (1 account unknown)") && retention.contains("€165,000"))
    #expect(retention.contains("Became known, or unknown"))
  }

  @Test func `a portfolio without scores says so, and why`() throws {
    let folder = try Harbour()
    try folder.write(Harbour.measuresHead, to: "data/measures.csv")
    try build(folder)
    let headline = "None of the 4 accounts has a score: no measures have arrived"
    let index = try page("index.html", of: folder)
    #expect(index.contains("<h1>\(headline)</h1>"), "\(index)")
    #expect(index.contains("4 active accounts, €165k a year.</p>"), "nothing is said of scores that moved")
    #expect(index.contains("<span>unknown</span> </a></dd>\n<dd>no account has a score</dd>"))
    #expect(!index.contains("No score moved"))
    let digest = try page("digest.txt", of: folder)
    #expect(digest.contains("\n\(headline)\n") && !digest.contains("accounts are green"))
    #expect(try page("feed.xml", of: folder).contains("<updated>"))
    let list = try page("lists/green-but-falling.html", of: folder)
    #expect(list.contains("No account has a score, so there is nothing to list here."))
  }

  @Test func `retention is a most while customers are gone without a word, and no one is said to be lost`() throws {
    let folder = try Harbour()
    #expect(try folder.publish("2026-11-17").status == 0)
    try folder.write(Harbour.table(["C-1", "C-2"]), to: "data/accounts.csv")
    try folder.dropRows(of: "C-3", "C-4")
    try build(folder)
    let index = try page("index.html", of: folder)
    let frame = try #require(index.range(of: #"<section id="guards" class="guards">"#))
    let end = try #require(index.range(of: "</section>"))
    let head = try #require(index.range(of: "<h1"))
    #expect(frame.lowerBound < end.lowerBound && end.lowerBound < head.lowerBound)
    // 102,000 of 165,000
    let range = "<span>61.8\u{2060}–\u{2060}100.0% <small>"
    #expect(index.contains("\(range)net</small></span> \(range)gross"), "\(index)")
    #expect(index.contains("; lower if the 2 that are missing are lost, higher if they are kept</dd>"), "\(index)")
    #expect(!index.contains("No accounts lost"))
    #expect(index.contains("No loss is on record, but 2 customers are missing from the accounts table"))
    #expect(try !page("losses/index.html", of: folder).contains("No accounts lost"))
    #expect(
      try page("retention.html", of: folder).contains("between 61.8% and 100.0% gross retention")
        || page("retention.html", of: folder).contains("Gross retention is 61.8% if they are lost"))
    // No outcome is on record, so the digest does not tell retention at all.
    #expect(try !page("digest.txt", of: folder).contains("Retention over"))
  }
}
