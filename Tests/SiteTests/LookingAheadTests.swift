import Foundation
import Health
import Testing

@testable import Site

/// What the pages of the example say about what is to come, next to `report.json`.
@Suite struct LookingAheadTests {
  private struct Report: Decodable {
    struct Quarter: Decodable {
      let quarter: String
      let accounts: Int
      let arr: Double
      let expected: Double
      let low: Double
      let high: Double
    }

    let forecast: [Quarter]?
  }

  private func files(_ language: String = "en") async throws -> [String: [UInt8]] {
    let asOf = try #require(Day(year: 2026, month: 11, day: 16))
    return try await ExampleSite.files(
      of: ExampleSite.repository.appending(path: "examples/portfolio"), asOf: asOf, version: "Vigie",
      language: language)
  }

  private func text(_ page: String, in files: [String: [UInt8]]) throws -> String {
    String(decoding: try #require(files[page]), as: UTF8.self)
  }

  @Test func `the retention page and the front page tell the forecast of the report`() async throws {
    let files = try await files()
    let report = try JSONDecoder().decode(Report.self, from: Data(try #require(files["report.json"])))
    let quarters = try #require(report.forecast)
    #expect(quarters.map(\.quarter) == ["2026-Q4", "2027-Q1"])
    let formats = Formats(try ExampleSite.words("en"), around: Day(number: 20_773))
    func money(_ amount: Double) -> String { formats.money(amount, currency: "EUR") }
    let page = try text("retention.html", in: files)
    for quarter in quarters {
      #expect(quarter.low <= quarter.expected && quarter.expected <= quarter.high && quarter.high <= quarter.arr)
      let row = [
        formats.whole(quarter.accounts), money(quarter.arr), money(quarter.expected),
        "\(money(quarter.low))\u{2060}–\u{2060}\(money(quarter.high))",
      ]
      #expect(row.allSatisfy { page.contains(">\($0)<") }, "\(row)")
    }
    let (expected, arr) = quarters.reduce((0.0, 0.0)) { ($0.0 + $1.expected, $0.1 + $1.arr) }
    let front = try text("index.html", in: files)
    #expect(front.contains("\(money(expected)) of \(money(arr)) expected"), "\(money(expected)) \(money(arr))")
  }

  @Test func `bands, lists, curves, decisions and the portfolio have their sections, in both languages`() async throws {
    for language in ["en", "fr"] {
      let files = try await files(language)
      let sections = [
        ("retention.html", ["forecast", "staying"]), ("backtest.html", ["worth", "drift"]),
        ("decisions.html", ["acted"]),
      ]
      for (page, ids) in sections {
        let html = try text(page, in: files)
        for id in ids { #expect(html.contains("<section id=\"\(id)\""), "\(language) \(page) \(id)") }
        let text = try #require(html.firstRange(of: "<main")).lowerBound
        #expect(!html[text...].contains("{{"), "\(language) \(page) has a place that nothing filled")
      }
    }
  }
}
