import Foundation
import Health
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
