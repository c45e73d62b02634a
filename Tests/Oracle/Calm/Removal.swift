import SeededRandom

/// The tables of a portfolio in a form that can be taken apart.
struct Tables {
  /// By the name of the table: the records, the header first.
  var records: [String: [[String]]] = [:]

  init(_ files: [String: String]) {
    for (path, text) in files where path.hasPrefix("data/") {
      let name = String(path.dropFirst("data/".count).dropLast(".csv".count))
      records[name] = csvRecords(Array(text.utf8)).map(\.cells)
    }
  }

  var files: [String: String] {
    Dictionary(
      uniqueKeysWithValues: records.map { name, lines in
        ("data/\(name).csv", lines.map { $0.map { quoted($0) }.joined(separator: ",") + "\n" }.joined())
      })
  }

  func place(of column: Name, in table: String) -> Int? {
    records[table]?.first?.firstIndex { folded($0) == column }
  }

  /// A cell as it is read; nil where it is blank.
  func cell(_ column: Name, of line: Int, in table: String) -> String? {
    guard let lines = records[table], let index = place(of: column, in: table), index < lines[line].count else {
      return nil
    }
    let text = cleaned(lines[line][index])
    return text.isEmpty ? nil : text
  }

  func without(_ removal: Removal) -> Tables {
    var rest = self
    switch removal {
    case .file(let table): rest.records[table] = nil
    case .row(let table, let line): rest.records[table]?.remove(at: line)
    case .cell(let table, let line, let column):
      if let index = place(of: column, in: table) { rest.records[table]?[line][index] = "cannot be read" }
    }
    return rest
  }

  /// Without the rows that are dated after a day, which are news to come.
  func upTo(_ day: Day) -> Tables {
    var rest = self
    for (table, lines) in records {
      let column: Name = ["risks": "seen_on", "tickets": "opened_on", "contacts": "since"][table] ?? "date"
      rest.records[table] = lines.indices.filter { line in
        line == 0 || cell(column, of: line, in: table).flatMap { Day(iso: $0) }.map { $0 <= day } ?? true
      }.map { lines[$0] }
    }
    return rest
  }
}

/// What goes missing.
enum Removal: CustomStringConvertible {
  case file(String)
  case row(String, Int)
  /// It is there and cannot be read.
  case cell(String, Int, Name)

  var table: String {
    switch self {
    case .file(let table), .row(let table, _), .cell(let table, _, _): table
    }
  }

  var line: Int? {
    switch self {
    case .file: nil
    case .row(_, let line), .cell(_, let line, _): line
    }
  }

  var column: Name? {
    if case .cell(_, _, let column) = self { column } else { nil }
  }

  /// `row of tickets`, or `csat of tickets`.
  var kind: String { "\(column?.text ?? (line == nil ? "file" : "row")) of \(table)" }

  var description: String { kind + (line.map { ", line \($0 + 1)" } ?? "") }

  /// Each file in turn that may be missing, and some of the rows and of the cells of every table.
  static func sample(of tables: Tables, with random: inout SplitMix64) -> [Removal] {
    var removals: [Removal] = []
    for (table, lines) in tables.records.sorted(by: { $0.key < $1.key }) where lines.count > 1 {
      if table != "accounts", table != "measures" { removals.append(.file(table)) }
      for _ in 0..<2 { removals.append(.row(table, random.int(1...(lines.count - 1)))) }
      for (column, kind) in (optionalColumns[table] ?? [:]).sorted(by: { $0.key < $1.key }) where kind.mayBeRefused {
        let filled = lines.indices.dropFirst().filter { tables.cell(Name(column), of: $0, in: table) != nil }
        if !filled.isEmpty { removals.append(.cell(table, random.pick(filled), Name(column))) }
      }
    }
    return removals
  }
}
