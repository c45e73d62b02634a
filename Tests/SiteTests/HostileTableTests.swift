import Foundation
import Health
import HostileFixture
import Tables
import Testing

/// The tables of the lists, filled with hostile text.
@Suite struct HostileTableTests {
  @Test func `no cell of a list's table begins a formula, and every row is whole`() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "vigie-tables-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let texts = HostileTexts.distinct(HostileTexts.own)
    try HostilePortfolio(texts: texts).write(to: folder)
    let asOf = try #require(Day(year: 2026, month: 11, day: 16))
    let files = try await ExampleSite.files(of: folder, asOf: asOf, version: "Vigie")
    let tables = files.filter { $0.key.hasSuffix(".csv") }
    #expect(tables.count == 12)
    var rows = 0
    for (path, bytes) in tables {
      let file = folder.appending(path: path.split(separator: "/").joined(separator: "-"))
      try Data(bytes).write(to: file)
      for delimiter in [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")] {
        var reader = try TableReader(file: file.path, layout: TableLayout(delimiter: delimiter))
        let columns = reader.header.count
        while try reader.advance() {
          if delimiter == UInt8(ascii: ",") {
            rows += 1
            #expect(reader.count == columns, "\(path): row of \(reader.count) cells")
          }
          for column in 0..<reader.count {
            let cell = reader.withCell(column) { String(decoding: $0, as: UTF8.self) }
            expectNoFormula(cell, path: path)
          }
        }
      }
    }
    #expect(rows > 100)
  }

  private func expectNoFormula(_ cell: String, path: String) {
    let first = cell.unicodeScalars.first { scalar in
      !scalar.properties.isWhitespace && scalar.properties.generalCategory != .control
        && scalar.properties.generalCategory != .format && scalar != "\""
    }
    guard let first, "=+-@".unicodeScalars.contains(first) else { return }
    // A plain number of ours is not a formula.
    #expect(Double(cell) != nil, "\(path): \(cell.debugDescription)")
  }
}
