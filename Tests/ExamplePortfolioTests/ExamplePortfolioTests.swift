import Foundation
import Testing

@testable import example_portfolio

@Suite struct ExamplePortfolioTests {
  private let files = Dictionary(
    ExamplePortfolio.files(seed: ExamplePortfolio.seed).map { ($0.path, $0.text) }, uniquingKeysWith: { $1 })

  @Test func `the same seed writes the same bytes`() {
    let again = ExamplePortfolio.files(seed: ExamplePortfolio.seed)
    #expect(again.count == files.count)
    for file in again { #expect(files[file.path].map { Array($0.utf8) } == Array(file.text.utf8), "\(file.path)") }
  }

  @Test func `another seed changes the weeks and leaves the stories`() {
    let other = Dictionary(
      ExamplePortfolio.files(seed: 1).map { ($0.path, $0.text) }, uniquingKeysWith: { $1 })
    #expect(other["data/measures.csv"] != files["data/measures.csv"])
    #expect(other["data/risks.csv"] == files["data/risks.csv"])
    #expect(other["data/reviews.csv"] == files["data/reviews.csv"])
  }

  @Test func `the folder that is kept is what the seed gives`() throws {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    for (path, text) in files {
      let kept = try Data(contentsOf: package.appending(path: "examples/portfolio/\(path)"))
      #expect(kept == Data(text.utf8), "\(path) is not what the generator writes")
    }
  }

  @Test func `the example stays small enough to keep`() {
    let size = files.values.reduce(0) { $0 + $1.utf8.count }
    #expect(size > 100_000 && size < 800_000)
  }

  @Test func `all ids are told once`() {
    let ids = (stories + steadyAccounts + lostAccounts).map(\.id)
    #expect(ids.count == 55)
    #expect(Set(ids).count == ids.count)
  }

  @Test func `enough accounts are lost for a verdict, and 41 are left`() {
    let all = stories + steadyAccounts + lostAccounts
    #expect(all.count { $0.ended != nil } == lostAccounts.count)
    #expect(lostAccounts.count >= 12)
    #expect(all.count - lostAccounts.count == 41)
  }

  @Test func `a note has no table, and no heading of a day alone`() {
    for note in Notes.all {
      for line in note.text.split(separator: "\n") {
        #expect(!line.contains("|"), "\(note.account): \(line)")
        #expect(!line.hasPrefix("#") || line.count > "## 2026-11-16 ".count, "\(note.account): \(line)")
      }
    }
  }

  @Test func `a review of the quarter comes once a quarter`() throws {
    let rows = try #require(files["data/touchpoints.csv"]).split(separator: "\n").map { $0.split(separator: ",") }
    for (account, reviews) in Dictionary(grouping: rows.filter { $0[2] == "qbr" }, by: { $0[0] }) {
      let days = reviews.map { day(of: $0[1]) }.sorted()
      for (earlier, later) in zip(days, days.dropFirst()) {
        #expect(later - earlier >= 75, "\(account): \(earlier) and \(later)")
      }
    }
  }

  private func day(of text: Substring) -> Day {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return Day(parts[0], parts[1], parts[2])
  }

  @Test func `nothing is known after the day of the report`() {
    for account in stories + steadyAccounts + lostAccounts {
      var days = account.flags.map(\.day) + account.risks.map(\.seen) + account.risks.compactMap(\.closed)
      days += account.touchpoints.map(\.day) + account.outcomes.map(\.day) + account.reviews.map(\.day)
      days += account.tickets.map(\.opened) + account.tickets.compactMap(\.closed)
      #expect(days.allSatisfy { $0 <= account.lastDay }, "\(account.id)")
    }
  }
}

@Suite struct DayTests {
  @Test func `a day prints as it was written`() {
    let days: [Day] = ["1970-01-01", "2024-02-29", "2025-12-31", "2026-11-16"]
    #expect(days.map(\.description) == ["1970-01-01", "2024-02-29", "2025-12-31", "2026-11-16"])
    #expect(days[0].number == 0)
    #expect(days[3].dayFirst == "16/11/2026")
  }

  @Test func `a weekend moves to its Friday`() {
    #expect(Timeline.asOf.weekday == 0)
    #expect(Timeline.lastSunday.workingDay == ("2026-11-13" as Day))
    #expect(Timeline.asOf.workingDay == Timeline.asOf)
  }

  @Test func `29 February comes back as 1 March`() {
    #expect(("2024-02-29" as Day).adding(years: 1) == ("2025-03-01" as Day))
  }
}

@Suite struct CurveTests {
  @Test func `a curve is straight between its days and flat outside`() {
    let curve: Curve = ["2026-01-01": 10, "2026-01-11": 20]
    #expect(curve.value(on: "2025-01-01") == 10)
    #expect(curve.value(on: "2026-01-06") == 15)
    #expect(curve.value(on: "2027-01-01") == 20)
  }
}

@Suite struct TableTests {
  @Test func `a cell with a delimiter or a quotation mark is quoted`() {
    var table = Table("t.csv", columns: ["a", "b", "c"], delimiter: ";")
    table.append("x;y", "say \"no\"", nil)
    #expect(table.text == "a;b;c\n\"x;y\";\"say \"\"no\"\"\";\n")
  }
}
