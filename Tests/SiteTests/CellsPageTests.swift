import EvidenceFixture
import Foundation
import Health
@testable import Pipeline
import Publishing
import Review
import Testing

@testable import Site

/// What the pages say of cells that were refused, are signs for no value, or cannot be read, and of exchange rates.
@Suite struct CellsPageTests {
  /// A page of a site of three accounts without scores, the last of which ends on a day that cannot be read.
  private func page(
    _ path: String, _ quality: DataQuality = DataQuality(feeds: [], findings: []), rates: [String: Double] = [:]
  )
    async throws -> String
  {
    var world = World(["a", "b", "c"])
    world.accounts[0] = Account(id: AccountID("a"), name: "Halden Freight", unreadable: [.arr, .renewsOn])
    world.accounts[2] = Account(id: AccountID("c"), name: "Norby Dental", arr: 5, unreadable: [.endedOn])
    let model = Model(MeasureDefinition(key: "score", maxAge: 35, curve: .identity))
    let judgement = Judgement(
      sentiment: RowsByAccount(accounts: 3), risks: RowsByAccount(accounts: 3), reviews: RowsByAccount(accounts: 3))
    let review = await Review(world.scorer(model), judgement: judgement, rules: Review.Rules())
    let words = try ExampleSite.words("en")
    let context = Context(
      review: review, quality: quality, title: "T", currency: "EUR", rates: rates, words: words, rubric: [:],
      questionRules: [], tool: "Vigie")
    let site = Site(
      context, templates: try Presentation(.builtIn, language: "en", around: today).templates, assets: [])
    let found = try #require(site.pages.first { $0.path == path })
    return String(decoding: site.html(of: found).bytes, as: UTF8.self).replacing("\u{A0}", with: " ")
  }

  @Test func `accounts with cells that cannot be read are named on the front page, and with their columns`()
    async throws
  {
    let index = try await page("index.html")
    #expect(index.contains("<strong>2 accounts have a day or an ARR that cannot be read.</strong>"), "\(index)")
    #expect(index.contains("Halden Freight: arr, renews_on; Norby Dental: ended_on."))
    #expect(index.contains("data-quality.html#unreadable"))
    let quality = try await page("data-quality.html")
    let rows = try #require(quality.components(separatedBy: #"id="unreadable""#).last)
    #expect(rows.contains("Halden Freight") && rows.contains("arr, renews_on") && rows.contains("ended_on"))
  }

  @Test func `refused cells and placeholders are counted by column`() async throws {
    var column = DataQuality.Column(table: .tickets, name: "severity")
    (column.refused, column.filled, column.placeholders) = (3, 1200, 45)
    let quality = try await page("data-quality.html", DataQuality(feeds: [], findings: [], columns: [column]))
    let cells = try #require(
      quality.components(separatedBy: #"id="cells""#).last?.components(separatedBy: "</section>").first)
    let texts = cells.matches(of: /<t[hd][^>]*>([^<]*)<\/t[hd]>/).map { String($0.output.1) }
    #expect(
      texts == ["Table", "Column", "Refused", "Of filled", "Placeholders", "tickets", "severity", "3", "1,200", "45"])
    #expect(try await !page("data-quality.html").contains(#"id="cells""#))
  }

  @Test func `the rates that amounts are converted at are told`() async throws {
    let quality = try await page("data-quality.html", rates: ["USD": 0.92, "NOK": 0.085])
    let rates = try #require(
      quality.components(separatedBy: #"id="rates""#).last?.components(separatedBy: "</section>").first)
    let texts = rates.matches(of: /<t[hd][^>]*>([^<]*)<\/t[hd]>/).map { String($0.output.1) }
    #expect(texts == ["Currency", "Rate", "NOK", "0.085 EUR", "USD", "0.92 EUR"])
    #expect(try await !page("data-quality.html").contains(#"id="rates""#))
  }
}
