import Foundation
import Health
import HostileFixture
import Review
import Tables
import Testing
import ZipFixture

@testable import Site

/// The workbooks of the lists.
@Suite struct ListWorkbookTests {
  private static let asOf = Day(number: 20_773)

  private static func files(_ language: String) async throws -> [String: [UInt8]] {
    try await ExampleSite.files(
      of: ExampleSite.repository.appending(path: "examples/portfolio"), asOf: asOf, version: "Vigie", language: language
    )
  }

  /// The rows of a sheet by the heads of their columns, each cell with what the file says it is.
  private static func rows(
    _ bytes: [UInt8], sheet: Int? = nil, ending: String = "xlsx", layout: TableLayout = TableLayout()
  ) throws -> [[String: (text: String, kind: String)]] {
    let file = FileManager.default.temporaryDirectory.appending(path: "vigie-list-\(UUID().uuidString).\(ending)")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(bytes).write(to: file)
    var layout = layout
    layout.sheet = sheet.map { .number($0) }
    var reader = try TableReader(file: file.path, layout: layout)
    var rows: [[String: (text: String, kind: String)]] = []
    while try reader.advance() {
      rows.append(
        Dictionary(
          uniqueKeysWithValues: reader.header.indices.map { cell in
            let text = reader.withCell(cell) { String(decoding: $0, as: UTF8.self) }
            return (
              reader.header[cell], (text, reader.isDay(cell) ? "day" : reader.isNumber(cell) ? "number" : "text")
            )
          }))
    }
    return rows
  }

  @Test(arguments: ["en", "fr"])
  func `every figure of a list's workbook is that of report.json`(language: String) async throws {
    let files = try await Self.files(language)
    let words = try ExampleSite.words(language)
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(files["report.json"] ?? [])) as? [String: Any])
    let accounts = Dictionary(
      uniqueKeysWithValues: (report["accounts"] as? [[String: Any]] ?? []).map { ($0["id"] as? String ?? "", $0) })
    let lists = report["lists"] as? [String: [[String: Any]]] ?? [:]
    var figures = 0
    for (number, list) in ListID.allCases.enumerated() {
      let rows = try Self.rows(try #require(files["lists/\(list.rawValue).xlsx"]))
      let all = try Self.rows(try #require(files["lists/all-lists.xlsx"]), sheet: number + 2)
      #expect(rows.map { $0.mapValues(\.text) } == all.map { $0.mapValues(\.text) })
      #expect(rows.count == lists[list.rawValue]?.count)
      func head(_ column: ListColumn) -> String { words.code(.column, column.rawValue) }
      for row in rows {
        let id = row[head(.accountID)]
        #expect(id?.kind == "text")
        let account = try #require(accounts[id?.text ?? ""])
        let item = try #require(lists[list.rawValue]?.first { $0["account"] as? String == id?.text })
        let numbers: [(ListColumn, Any?)] = [
          (.arr, account["arr"]), (.score, account["score"]), (.points, account["points"]),
          (.exposure, account["exposure"]), (.weeks, item["weeks"]),
        ]
        for (column, value) in numbers {
          let cell = try #require(row[head(column)])
          let value = (value as? NSNumber)?.doubleValue
          #expect(
            Double(cell.text) == value && (value == nil || cell.kind == "number"), "\(column) of \(id?.text ?? "")")
          figures += 1
        }
        for (column, value) in [(ListColumn.since, item["since"]), (.decisionDue, item["due"])] {
          let cell = try #require(row[head(column)])
          guard let value = value as? String else { continue }
          #expect(cell.text == value && cell.kind == "day", "\(column) of \(id?.text ?? "")")
          figures += 1
        }
        let band = try #require(account["band"] as? String)
        #expect(row[head(.band)]?.text == words.code(.band, band))
        #expect(row[head(.name)]?.text == account["name"] as? String)
      }
    }
    #expect(figures > 200)
  }

  @Test func `the CSV is written for the spreadsheets of the language`() async throws {
    let files = try await Self.files("fr")
    let text = String(decoding: files["lists/green-but-yellow.csv"] ?? [], as: UTF8.self)
    #expect(text.hasPrefix("\u{FEFF}\"account_id\";\"name\";\"csm\";\"arr\""))
    let (english, french) = (try await Self.files("en"), files)
    for list in ListID.allCases {
      let name = "lists/\(list.rawValue).csv"
      let one = try Self.rows(try #require(english[name]), ending: "csv")
      let other = try Self.rows(try #require(french[name]), ending: "csv")
      #expect(one.map { $0["exposure"]?.text } == other.map { $0["exposure"]?.text.replacing(",", with: ".") })
      #expect(one.map { $0["account_id"]?.text } == other.map { $0["account_id"]?.text })
    }
  }

  @Test func `no text of a hostile portfolio becomes a formula of a workbook`() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "vigie-books-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try HostilePortfolio(texts: HostileTexts.distinct(HostileTexts.own)).write(to: folder)
    let files = try await ExampleSite.files(of: folder, asOf: Self.asOf, version: "Vigie")
    let books = files.filter { $0.key.hasSuffix(".xlsx") }
    #expect(books.count == ListID.allCases.count + 1)
    for (path, bytes) in books {
      for (name, part) in try Zip.texts(bytes) where name.hasPrefix("xl/worksheets/") {
        #expect(!part.contains("<f>") && !part.contains("<f "), "\(path), \(name)")
        // Links lead to pages of the site, whatever the accounts are called.
        for target in part.matches(of: /Target="([^"]*)"/) {
          #expect(target.output.1.hasPrefix("../accounts/") || target.output.1.hasPrefix("../lists/"), "\(path)")
        }
      }
    }
    let texts = try Zip.texts(try #require(books["lists/all-lists.xlsx"]))["xl/sharedStrings.xml"]
    #expect(texts?.contains(">=") ?? false, "a text that looks like a formula stays whole")
  }

  @Test(arguments: [
    ("42", "42"), ("00042", "'00042"), ("3050000010100000", "'3050000010100000"), ("12345678901", "12345678901"),
    ("123456789012", "'123456789012"), ("12E5", "'12E5"), ("3-12", "'3-12"), ("1/2", "'1/2"), ("A-001", "A-001"),
    ("-7", "'-7"), ("", ""), ("C1001", "C1001"), ("12 34", "'12 34"),
  ])
  func `an id that a spreadsheet would read as another value gets an apostrophe`(id: String, written: String) {
    var table = SpreadsheetTable(header: [])
    table.add(id: id)
    #expect(String(decoding: table.bytes, as: UTF8.self) == "\u{FEFF}\"\(written)\"\r\n")
  }

  @Test func `a link is whole where the site has an address, since a downloaded workbook has no neighbours`()
    async throws
  {
    let folder = FileManager.default.temporaryDirectory.appending(path: "vigie-address-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(at: ExampleSite.repository.appending(path: "examples/portfolio"), to: folder)
    let settings = folder.appending(path: "vigie.yml")
    let text = try String(contentsOf: settings, encoding: .utf8)
    try (text.replacing(/(?m)^site_url:.*$/, with: "") + "\nsite_url: https://health.example.org/\n").write(
      to: settings, atomically: true, encoding: .utf8)
    let files = try await ExampleSite.files(of: folder, asOf: Self.asOf, version: "Vigie")
    let parts = try Zip.texts(try #require(files["lists/green-but-yellow.xlsx"]))
    #expect(
      parts["xl/worksheets/_rels/sheet1.xml.rels"]?.contains("Target=\"https://health.example.org/accounts/") ?? false)
  }
}
