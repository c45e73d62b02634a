import Foundation
import Health
import Oracle
import Pipeline
import Portfolio
import Publishing
import SeededRandom
import Testing

@testable import Site

/// Writes the rows of every table in another order.
@Suite struct RowOrderTests {
  @Test(arguments: ReportTests.seeds.prefix(12))
  func `where the order of rows says nothing, it changes no byte of a page`(seed: UInt64) async throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "vigie-order-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    let forms = TwoForms(seed: seed)
    var random = SplitMix64(seed: seed)
    let shuffled = Dictionary(
      uniqueKeysWithValues: forms.plain.sorted { $0.key < $1.key }.map { path, bytes in
        guard path.hasPrefix("data/") else { return (path, bytes) }
        return (path, Rows(bytes).shuffled(keeping: Self.later[path] ?? [], with: &random))
      })
    let first = try await Self.pages(of: forms.plain, in: root.appending(path: "first"), asOf: forms.asOf)
    let second = try await Self.pages(of: shuffled, in: root.appending(path: "second"), asOf: forms.asOf)
    #expect(first.keys.sorted() == second.keys.sorted(), "seed \(seed)")
    // The page on the data names lines of files.
    let other = first.filter { !$0.key.hasPrefix("data-quality") }
    for (path, bytes) in other.sorted(by: { $0.key < $1.key }) where second[path] != bytes {
      Issue.record("seed \(seed): \(path) differs: \(Self.difference(bytes, second[path] ?? []))")
    }
  }

  /// The columns that make a later row take the place of an earlier one.
  private static let later = [
    "data/measures.csv": ["date"], "data/sentiment.csv": ["date"], "data/outcomes.csv": ["date"],
    "data/reviews.csv": ["date", "list"], "data/tickets.csv": ["ticket_id"],
  ]

  private static func pages(
    of files: [String: [UInt8]], in folder: URL, asOf: String
  ) async throws -> [String: [UInt8]] {
    try TwoForms.write(files, to: folder)
    let portfolio = try PortfolioFolder(folder.path).read(asOf: try #require(Day(iso: asOf)), reporter: .silent)
    let presentation = try #require(try ReportTests.presentations.get()[portfolio.settings.locale])
    let workspace = try Workspace(PortfolioFolder(folder.path), portfolio, presentation: presentation, tool: "test")
    let site = workspace.site(of: await portfolio.review())
    let all = try site.files() + site.pages.map(site.html(of:))
    return Dictionary(uniqueKeysWithValues: all.map { ($0.path, $0.bytes) })
  }

  private static func difference(_ one: [UInt8], _ other: [UInt8]) -> String {
    let start = zip(one, other).prefix { $0 == $1 }.count
    func around(_ bytes: [UInt8]) -> String {
      String(decoding: bytes[max(0, start - 80)..<min(bytes.count, start + 80)], as: UTF8.self)
    }
    return "\(around(one))\n  and: \(around(other))"
  }
}

/// The records of a CSV file as they are written.
private struct Rows {
  private let header: [UInt8]
  private var rows: [[UInt8]] = []

  init(_ bytes: [UInt8]) {
    var isQuoted = false
    for part in bytes.split(
      omittingEmptySubsequences: false,
      whereSeparator: { byte in
        if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
        return byte == UInt8(ascii: "\n") && !isQuoted
      }) where !part.isEmpty
    { rows.append(Array(part)) }
    header = rows.isEmpty ? [] : rows.removeFirst()
  }

  /// The file with its rows in another order, except that those which are equal in some columns keep theirs.
  func shuffled(keeping columns: [String], with random: inout SplitMix64) -> [UInt8] {
    var order = Array(rows.indices)
    for last in order.indices.dropFirst().reversed() { order.swapAt(last, Int(random.next() % UInt64(last + 1))) }
    if !columns.isEmpty {
      let places = columns.compactMap { Self.cells(header).firstIndex(of: $0) }
      let keys = rows.map { row in places.map { Self.cells(row)[$0].lowercased() } }
      var waiting = Dictionary(grouping: rows.indices.reversed()) { keys[$0] }
      order = order.map { waiting[keys[$0]]?.popLast() ?? $0 }
    }
    return Array(([header] + order.map { rows[$0] }).joined(separator: [UInt8(ascii: "\n")])) + [UInt8(ascii: "\n")]
  }

  private static func cells(_ row: [UInt8]) -> [String] {
    var isQuoted = false
    return row.split(omittingEmptySubsequences: false) { byte in
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      return byte == UInt8(ascii: ",") && !isQuoted
    }.map { String(decoding: $0, as: UTF8.self) }
  }
}
