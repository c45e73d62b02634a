import Foundation
import Health
import Review
import Testing

@testable import Portfolio

@Suite struct AccountColumnTests {
  /// A cell that fits a column.
  private static func cell(_ column: AccountColumn) -> String {
    switch column.kind {
    case .id: "A1"
    case .language: "fr"
    case .number, .money: "12.50"
    case .day: "2025-03-01"
    case .name, .text, .category: column.name == "currency" ? "EUR" : "some \(column.name)"
    }
  }

  private static func table(_ cell: (AccountColumn) -> String = cell) -> String {
    AccountColumn.all.map(\.name).joined(separator: ",") + "\n"
      + AccountColumn.all.map { cell($0) }.joined(separator: ",") + "\n"
  }

  @Test func `every known column is read as what it is`() throws {
    let loaded = try loaded(["data/accounts.csv": Self.table(), "data/measures.csv": "account_id,date,logins\n"])
    #expect(loaded.counts == [1, 1, 0])
    let evidence = try #require(loaded.portfolio?.evidence)
    for column in AccountColumn.all {
      let cells = try #require(evidence.cells(of: column), "\(column.name)")
      #expect(cells.texts == [Self.cell(column)])
      #expect(cells.numbers == [column.kind.isNumeric ? 12.5 : nil])
    }
    let account = evidence.accounts[0]
    #expect(account.id.text == "A1" && account.name == "some name" && account.csm == "some csm")
    #expect(account.arr == 12.5 && account.segment == "some segment")
    let day = Day(iso: "2025-03-01")
    #expect(account.startedOn == day && account.renewsOn == day && account.endedOn == day)
  }

  @Test(arguments: AccountColumn.all.filter { $0.kind.isNumeric || $0.kind == .day })
  func `a cell is refused that is not what its column holds`(column: AccountColumn) throws {
    let accounts = Self.table { $0 == column ? "soon" : Self.cell($0) }
    let loaded = try loaded(["data/accounts.csv": accounts, "data/measures.csv": "account_id,date,logins\n"])
    #expect(loaded.counts == [1, 1, 0])
    #expect(loaded.portfolio?.quality.rows.cellsRefused == 1)
    #expect(loaded.findings.contains { $0.contains("\(column.name) is 'soon'; write a") }, "\(loaded.findings)")
  }

  @Test(arguments: AccountColumn.all.map(\.name) + DerivedMeasure.allCases.map(\.rawValue), ["of", "per"])
  func `of what is known of accounts only seats can be told to customers as adoption`(name: String, key: String) throws
  {
    let sides = key == "of" ? "{of: \(name)}" : "{of: logins, per: \(name)}"
    let loaded = try loaded(["vigie.yml": "snapshot: {customer: {adoption: \(sides)}}\n"])
    let isRefused = loaded.findings.contains { $0.contains("error: ") && $0.contains("'\(name)'") }
    #expect(isRefused == (name != AccountColumn.seats.name || key == "of"), "\(loaded.findings)")
  }

  /// `RECORD_GOLDEN=1` writes the row and fails, so that nobody records by accident.
  @Test func `the documentation names every known column of accounts`() throws {
    let names = AccountColumn.all.map { "`\($0.name)`" + ($0.isRequired ? "\\*" : "") }.joined(separator: ", ")
    var text = try String(contentsOf: Self.documentation, encoding: .utf8)
    let start = try #require(text.range(of: "\n| `accounts` | ")).upperBound
    let end = try #require(text.range(of: ";", range: start..<text.endIndex)).lowerBound
    let written = text[start..<end]
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1", written != names {
      text.replaceSubrange(start..<end, with: names)
      try Data(text.utf8).write(to: Self.documentation)
      Issue.record("recorded the columns of accounts; run again without RECORD_GOLDEN")
    } else {
      #expect(written == names, "RECORD_GOLDEN=1 writes it")
    }
  }

  @Test func `the documentation names every derived measure`() throws {
    let text = try String(contentsOf: Self.documents.appending(path: "scoring.md"), encoding: .utf8)
    for measure in DerivedMeasure.allCases { #expect(text.contains("| `\(measure.rawValue)` |"), "\(measure)") }
  }

  private static let documents = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "docs")
  private static let documentation = documents.appending(path: "portfolio.md")
}
