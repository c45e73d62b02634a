import Foundation

/// Rows read = rows used + rows refused, over every table ("What of a table counts" in docs/scoring.md).
struct RowCounts {
  var read = 0
  var used = 0
  var refused = 0

  static func += (a: inout RowCounts, b: RowCounts) {
    a.read += b.read
    a.used += b.used
    a.refused += b.refused
  }
}

/// One `data/<table>.csv`: its header and its lines.
struct TableFile {
  let columns: [Name]
  let lines: [[String]]

  /// Nil when there is no such file.
  /// - Throws: `OracleError` when a required column is missing.
  init?(_ table: String, in folder: URL, required: [Name]) throws {
    let file = folder.appendingPathComponent("data/\(table).csv")
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    let records = csvRecords([UInt8](try Data(contentsOf: file)))
    columns = (records.first ?? []).map { Name($0) }
    lines = Array(records.dropFirst())
    for column in required where !columns.contains(column) {
      throw OracleError("\(table).csv has no column \(column.text)")
    }
  }

  /// Passes each usable line to `use`, which refuses a row by throwing `RefusedRow`, and counts.
  func forEachRow(_ use: (Cells) throws -> Void) throws -> RowCounts {
    var counts = RowCounts()
    for line in lines {
      counts.read += 1
      do {
        try use(Cells(columns: columns, line: line))
        counts.used += 1
      } catch is RefusedRow {
        counts.refused += 1
      }
    }
    return counts
  }
}
