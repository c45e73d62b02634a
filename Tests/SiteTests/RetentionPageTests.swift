import EvidenceFixture
import Foundation
import Health
@testable import Pipeline
import Publishing
import Review
import Testing

@testable import Site

/// What the pages of retention, renewals and segments say, each figure with the accounts behind it.
@Suite struct RetentionPageTests {
  private func pages() async throws -> [String: String] {
    let asOf = try #require(Day(year: 2026, month: 11, day: 16))
    return try await ExampleSite.files(
      of: ExampleSite.repository.appending(path: "examples/portfolio"), asOf: asOf, version: "Vigie"
    ).filter { $0.key.hasSuffix(".html") }.mapValues { String(decoding: $0, as: UTF8.self) }
  }

  @Test func `the bridge over 12 months names every account that it counts, and folds all but the largest`()
    async throws
  {
    let page = try #require(try await pages()["retention.html"])
    func rows(_ id: String) throws -> [[String]] {
      let start = try #require(page.range(of: "id=\"\(id)\"")).upperBound
      let end = try #require(page.range(of: "</section>", range: start..<page.endIndex)).lowerBound
      var tables: [[String]] = []
      for table in page[start..<end].components(separatedBy: "<tbody>").dropFirst() {
        let body: String = table.components(separatedBy: "</tbody>")[0]
        tables.append(Array(body.components(separatedBy: "<tr")[1...]))
      }
      return tables
    }
    // The fold of the waterfall: two ends, and between them the kinds of change that there are.
    let sums = try #require(try rows("yearbridge").first)
    func count(_ row: String) -> Int? { row.firstMatch(of: /<td>(\d+).accounts?<\/td>/).flatMap { Int($0.output.1) } }
    let counts = try sums.map { try #require(count($0), "\($0)") }
    // 51 + 2 new − 12 lost; nobody shrank, so there is no such row.
    #expect(counts.count == 5 && counts.first == 51 && counts.last == 41)
    let steps = try rows("yearsteps")
    #expect(steps.map(\.count) == [12, 28], "five a kind: 5 of 12 lost, 2 new, 5 of 26 that grew")
    #expect(counts.dropFirst().dropLast().reduce(0, +) == steps.joined().count)
    #expect(page.contains("51 accounts on 16\u{A0}November\u{A0}2025, 41 today: 2 new, 12 lost."))
  }

  /// 130 customers of which 120 left in the last year, each with an ARR of its own.
  private func site(language: String = "en") async throws -> Site {
    var world = World((0..<130).map { "a\($0 + 100)" })
    for account in world.accounts.indices {
      world.accounts[account] = Account(
        id: world.accounts[account].id, name: "=Customer \(account)", arr: Double(1000 + account),
        startedOn: today - 900, endedOn: account < 120 ? today - 30 : nil)
    }
    world.outcomes = (0..<120).map {
      let row = Outcome(
        date: today - 30, kind: .churned, arrBefore: Double(1000 + $0) + 0.5, arrAfter: 0, isAvoidable: false,
        evidence: Remark("Insolvent."))
      return ($0, row)
    }
    let judgement = Judgement(
      sentiment: RowsByAccount(accounts: 130), risks: RowsByAccount(accounts: 130),
      reviews: RowsByAccount(accounts: 130))
    let model = Model(MeasureDefinition(key: "score", maxAge: 35, curve: .identity))
    let review = await Review(world.scorer(model), judgement: judgement, rules: Review.Rules())
    let context = Context(
      review: review, quality: DataQuality(feeds: [], findings: []), title: "T", currency: "EUR",
      words: try ExampleSite.words(language), rubric: [:], questionRules: [], tool: "Vigie")
    let templates = try Presentation(.builtIn, language: language, around: today).templates
    return Site(context, templates: templates, assets: [])
  }

  @Test func `of many changes the largest are named, the rest is summed, and the table has every one`() async throws {
    let site = try await site()
    let files = Dictionary(uniqueKeysWithValues: try site.files().map { ($0.path, $0.bytes) })
    let found = try #require(site.pages.first { $0.path == "retention.html" })
    let page = String(decoding: site.html(of: found).bytes, as: UTF8.self)
    let section = try #require(page.components(separatedBy: "id=\"yearsteps\"").last)
      .components(separatedBy: "</section>")[0]
    let rows = section.components(separatedBy: "<tbody>").dropFirst().map {
      $0.components(separatedBy: "</tbody>")[0].components(separatedBy: "<tr").dropFirst()
    }
    #expect(rows.map(\.count) == [5, 46], "five, 45 more, and the sum of the others")
    // The 70 smallest had 1000.5, 1001.5 … 1069.5: 72,450 in all.
    let sum = try #require(rows.last?.last)
    #expect(sum.contains("70 more accounts") && sum.contains("−€72,450"), "\(sum)")
    #expect(section.contains("115 smaller changes") && section.contains("href=\"retention.csv\""))
    let unavoidable = try #require(page.components(separatedBy: "id=\"unavoidable\"").last)
      .components(separatedBy: "</section>")[0]
    #expect(unavoidable.components(separatedBy: "<tr").count - 2 == 51 && unavoidable.contains("70 more accounts"))
    let lines = String(decoding: try #require(files["retention.csv"]), as: UTF8.self).components(separatedBy: "\r\n")
    #expect(lines.count == 122 && lines.last == "")
    #expect(
      lines[0].hasSuffix(
        "\"since\",\"kind\",\"account_id\",\"name\",\"arr_before\",\"arr_after\",\"change\",\"outcome\",\"outcome_date\""
      ))
    // The largest comes first; a name that a spreadsheet would calculate is text.
    #expect(lines[1] == "2025-11-16,\"churn\",\"a219\",\"'=Customer 119\",1119.5,,-1119.5,\"churned\",2026-10-17")
    let sums = lines.dropFirst().dropLast().compactMap { Double($0.components(separatedBy: ",")[6]) }
    #expect(sums.count == 120 && sums.reduce(0, +) == -127_200)
  }

  @Test func `every block of the renewals leads to the accounts that it counts`() async throws {
    let files = try await pages()
    let page = try #require(files["retention.html"])
    let blocks = page.matches(
      of: /<a href="(renewals\/[^"#]+)#([^"]+)" aria-label="[^"]*: (\d+).accounts?, ([^"]+)">/)
    #expect(blocks.count > 10)
    var total = 0
    for block in blocks {
      let target = try #require(files[String(block.output.1)])
      let start = try #require(target.range(of: "<section id=\"\(block.output.2)\"")).upperBound
      let end = try #require(target.range(of: "</section>", range: start..<target.endIndex)).lowerBound
      let rows = target[start..<end].components(separatedBy: "<tr").count - 2
      #expect("\(rows)" == block.output.3 && target[start..<end].contains(block.output.4))
      total += rows
    }
    #expect(total == 41, "every active account renews in some quarter")
  }

  @Test func `a segment says which dimension drags it, and who is lowest`() async throws {
    let page = try #require(try await pages()["segments/mid-market.html"])
    let start = try #require(page.range(of: "id=\"drags\"")).upperBound
    let section = page[start...].components(separatedBy: "</section>")[0]
    let rows = section.matches(
      of: /<th scope="row">([a-z]+)<\/th>\n<td[^>]*>([0-9.]+)<\/td>\n<td[^>]*>([0-9.]+)<\/td>/)
    #expect(rows.count == 5)
    let differences = try rows.map { try #require(Double($0.output.2)) - #require(Double($0.output.3)) }
    #expect(differences == differences.sorted(), "what drags most comes first")
    #expect(section.contains("What drags most: \(rows[0].output.1), "))
    #expect(section.components(separatedBy: "href=\"../accounts/").count - 1 == 15)
    // No band without accounts has a row.
    #expect(!page.contains("<td class=\"n\">0</td>\n<td class=\"n\">€0</td>"))
  }

  @Test func `segments add up to the last row, all accounts`() async throws {
    let page = try #require(try await pages()["segments/index.html"])
    let table = page.components(separatedBy: "id=\"placed\"")[0]
    let accounts = table.matches(of: /data-l="Accounts">(\d+)</).compactMap { Int($0.output.1) }
    #expect(accounts.count == 4 && accounts.dropLast().reduce(0, +) == accounts.last)
    #expect(table.contains("<tr class=\"sum\">") && table.contains("All accounts"))
  }
}
