import Foundation

/// Rows read = rows used + rows refused, over every table ("What of a table counts" in docs/scoring.md).
struct RowCounts {
  var read = 0
  var used = 0
  var refused = 0
  /// Sums and repeated headers, which are no rows of the table.
  var leftOut = 0
  /// Refused rows of accounts that the settings call departed.
  var departed = 0
  /// Of rows that are used: by column, the filled cells that could be refused alone, and those that were.
  var filled: [Name: Int] = [:]
  var refusedIn: [Name: Int] = [:]
  /// Whether a file ends in the middle of a row.
  var isCutOff = false

  static func += (a: inout RowCounts, b: RowCounts) {
    a.read += b.read
    a.used += b.used
    a.refused += b.refused
    a.departed += b.departed
    a.leftOut += b.leftOut
    a.filled.merge(b.filled, uniquingKeysWith: +)
    a.refusedIn.merge(b.refusedIn, uniquingKeysWith: +)
    a.isCutOff = a.isCutOff || b.isCutOff
  }

  /// How many cells were refused alone.
  var refusedCells: Int { refusedIn.values.reduce(0, +) }
}

/// One `data/<table>.csv`: its header and its lines.
struct TableFile {
  /// Folded.
  let columns: [Name]
  /// As they are spelled, blanks aside.
  let headers: [Name]
  let lines: [CSVRecord]
  private let required: [Name]

  /// Nil when there is no such file.
  /// - Throws: `OracleError` when a required column is missing or a known one is there twice.
  init?(_ table: String, in folder: URL, required: [Name]) throws {
    let file = folder.appendingPathComponent("data/\(table).csv")
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    let records = csvRecords([UInt8](try Data(contentsOf: file)))
    let header = records.first?.cells ?? []
    headers = header.map { Name(trimmed($0)) }
    columns = header.map { folded($0) }
    lines = Array(records.dropFirst())
    self.required = required
    for column in required where !columns.contains(column) {
      throw OracleError("\(table).csv has no column \(column.text)")
    }
    let known = required + (canonicalColumns[table] ?? [])
    for column in known where columns.filter({ $0 == column }).count > 1 {
      throw OracleError("\(table).csv has the column \(column.text) twice")
    }
  }

  /// Passes each usable line to `use`, which refuses a row by throwing `RefusedRow`, and counts.
  func forEachRow(_ use: (Cells) throws -> Void) throws -> RowCounts {
    var counts = RowCounts()
    let lastComplete = lines.lastIndex { isComplete($0.cells) && !isNoRow($0.cells) } ?? -1
    for (index, line) in lines.enumerated() {
      counts.read += 1
      let isBehind = index > lastComplete && isFooter(line.cells)
      if isNoRow(line.cells) || isBehind && (line.hasLineBreak || line.cells.count >= columns.count) {
        counts.leftOut += 1
        continue
      }
      do {
        // A file that ends in the middle of a row was cut off there.
        let isShort = line.cells.count < columns.count
        if line.isOpen || !line.hasLineBreak && isShort {
          counts.isCutOff = true
          throw RefusedRow()
        }
        let cells = try Cells(columns: columns, line: line.cells)
        try use(cells)
        counts.used += 1
        // What is wrong in a refused row is not counted on top of it.
        counts.filled.merge(cells.filled, uniquingKeysWith: +)
        counts.refusedIn.merge(cells.refused, uniquingKeysWith: +)
      } catch let refusal as RefusedRow {
        counts.refused += 1
        if refusal.isOfDeparted { counts.departed += 1 }
      }
    }
    return counts
  }

  /// Whether every required column is filled.
  private func isComplete(_ cells: [String]) -> Bool {
    required.allSatisfy { name in
      columns.firstIndex(of: name).map { cells.indices.contains($0) && !cleaned(cells[$0]).isEmpty } ?? false
    }
  }

  /// Whether one cell is filled, and it is nothing that could be the id of an account.
  private func isFooter(_ cells: [String]) -> Bool {
    let filled = cells.indices.filter { !cleaned(cells[$0]).isEmpty }
    guard filled.count == 1, columns.count > 1 else { return false }
    let isID = columns.indices.contains(filled[0]) && columns[filled[0]] == Name("account_id")
    return !isID || cleaned(cells[filled[0]]).contains(" ")
  }

  /// Whether the first filled cell is a word for a sum, or all filled cells are the names of their columns.
  private func isNoRow(_ cells: [String]) -> Bool {
    let filled = cells.enumerated().filter { !cleaned($0.element).isEmpty }
    guard let first = filled.first else { return false }
    var word = cleaned(first.element).lowercased()
    if word.hasSuffix(":") { word.removeLast() }
    if ["total", "grand total", "subtotal", "sum", "gesamt"].contains(word) { return true }
    return filled.count > 1
      && filled.allSatisfy { headers.indices.contains($0.offset) && headers[$0.offset] == Name(trimmed($0.element)) }
  }
}

/// The optional columns that have a meaning.
private let canonicalColumns: [String: [Name]] = [
  "accounts": [
    "csm", "arr", "currency", "segment", "industry", "employees", "plan", "region", "seats", "started_on", "renews_on",
    "ended_on",
  ],
  "measures": ["measure", "value"],
  "sentiment": ["csm", "reason", "note"],
  "risks": ["severity", "note", "source", "closed_on"],
  "touchpoints": ["kind", "by", "with", "note"],
  "tickets": ["closed_on", "severity", "csat", "subject"],
  "contacts": ["role", "since", "left_on"],
  "goals": ["unit", "baseline", "target", "latest", "due_on", "met_on"],
  "outcomes": ["arr_before", "arr_after", "currency", "notice_on", "reason", "avoidable", "evidence"],
  "reviews": ["by", "note", "next_step", "due_on"],
]
