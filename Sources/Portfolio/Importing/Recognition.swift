import Findings
import Health
import Review
import Spelling
import Tables
import YAML

/// Finds out what an export is: by a preset all of whose marks it has, else by what its columns are called.
struct Recognition {
  /// What a file was taken for.
  enum Kind {
    case preset(Preset, Table)
    case named(Table, positions: [String: Int])
    /// Single events of users.
    case events(positions: [String: Int])
  }

  private static let names = ColumnNames.builtIn

  /// Those that files are known by.
  let presets: [Preset]

  /// Every name of a column that a preset has among its marks, or that is usual, folded.
  var knownColumns: Set<String> {
    Self.names.all.union(presets.flatMap { $0.marks.values.joined().joined() }.map(\.headerKeyWithoutAccents))
  }

  /// Everything that the file can be, the likeliest alone where one is.
  func kinds(of file: ExportFile, _ answers: ImportAnswers) -> [Kind] {
    let keys = Set(file.header.map(\.headerKeyWithoutAccents))
    var found: [(kind: Kind, marks: Int)] = []
    for preset in presets where answers.preset == nil || answers.preset == preset.name {
      for (table, marks) in preset.marks.sorted(by: { $0.key.rawValue < $1.key.rawValue })
      where answers.table == nil || answers.table == table {
        let has = marks.allSatisfy { mark in mark.contains { keys.contains($0.headerKeyWithoutAccents) } }
        if has && !marks.isEmpty || answers.preset == preset.name && answers.table == table {
          found.append((.preset(preset, table), marks.count))
        }
      }
    }
    let most = found.map(\.marks).max()
    let best = found.filter { $0.marks == most }.map(\.kind)
    return best.isEmpty ? named(file, answers) : best
  }

  private func named(_ file: ExportFile, _ answers: ImportAnswers) -> [Kind] {
    var found: [(kind: Kind, columns: Int)] = []
    for table in Table.allCases where answers.table == nil || answers.table == table {
      let positions = positions(in: file, of: table)
      guard Set(table.requiredColumns).isSubset(of: positions.keys), table != .measures else { continue }
      guard answers.table == table || isLike(file, table, positions) else { continue }
      found.append((.named(table, positions: positions), positions.count))
    }
    let events = Self.names.positions(in: file.header, of: "events")
    if events.count == 3, answers.table == nil || answers.table == .measures, found.allSatisfy({ $0.columns <= 3 }) {
      return [.events(positions: events)]
    }
    let measures = Self.names.positions(in: file.header, of: Table.measures.rawValue)
    if measures.count == 2, answers.table == .measures || found.isEmpty && answers.table == nil,
      file.header.indices.contains(where: { isMeasure($0, of: file, besides: measures) })
    {
      return [.named(.measures, positions: measures)]
    }
    if found.isEmpty, answers.table == nil || answers.table == .accounts { return withoutID(file).map { [$0] } ?? [] }
    let most = found.map(\.columns).max()
    return found.filter { $0.columns == most }.map(\.kind)
  }

  private func positions(in file: ExportFile, of table: Table) -> [String: Int] {
    Self.names.positions(in: file.header, of: table.rawValue)
  }

  /// A list of customers without an id, who are known by their names.
  private func withoutID(_ file: ExportFile) -> Kind? {
    var positions = positions(in: file, of: .accounts)
    guard positions["account_id"] == nil, let name = positions["name"], positions.count > 1, file.areDistinct(name)
    else {
      return nil
    }
    positions["account_id"] = name
    return .named(.accounts, positions: positions)
  }

  /// The columns that a table needs and a file has nothing for.
  func missing(in file: ExportFile, for table: Table) -> [String] {
    table.requiredColumns.filter { positions(in: file, of: table)[$0] == nil }
  }

  /// Whether what stands in the columns is what a table has there: an account and a day alone make nothing of a row.
  private func isLike(_ file: ExportFile, _ table: Table, _ positions: [String: Int]) -> Bool {
    switch table {
    case .accounts:
      let days = file.header.count { Day(iso: $0.prefix(10)) != nil }
      return days < 3 && positions["account_id"].map { file.areDistinct($0) } ?? false
    case .touchpoints: return positions["kind"] != nil || positions["note"] != nil
    case .sentiment, .outcomes:
      let column = table == .sentiment ? "flag" : "kind"
      let kind = table.wordColumns[column] ?? ""
      let cells = positions[column].map { file.cells($0) } ?? []
      let known = cells.count { table.knows($0, in: column) || Self.names.meaning(of: $0, in: kind) != nil }
      return 2 * known >= cells.count && known > 0
    default: return true
    }
  }

  /// Whether a column has a number in every filled cell, and some.
  private func isMeasure(_ column: Int, of file: ExportFile, besides known: [String: Int]) -> Bool {
    guard !known.values.contains(column) else { return false }
    let cells = file.cells(column)
    return !cells.isEmpty && cells.allSatisfy { $0.number(.plain) != nil }
  }
}

extension Table {
  /// Its columns that hold days.
  var dayColumns: Set<String> {
    let all: Set<String> = [
      "date", "started_on", "renews_on", "ended_on", "seen_on", "closed_on", "opened_on", "since", "left_on", "due_on",
      "met_on", "notice_on", "done_on",
    ]
    return all.intersection(columns)
  }

  /// Its columns that hold numbers.
  var numberColumns: Set<String> {
    let all: Set<String> = [
      "arr", "employees", "seats", "csat", "baseline", "target", "latest", "arr_before", "arr_after", "value",
    ]
    return all.intersection(columns)
  }

  /// Its columns that allow a fixed set of words, and the kind of words in `names.yml`.
  var wordColumns: [String: String] {
    switch self {
    case .sentiment: ["flag": "flag"]
    case .tickets: ["severity": "severity", "csat": "csat"]
    case .touchpoints: ["kind": "kind"]
    case .outcomes: ["kind": "outcome"]
    default: [:]
    }
  }

  /// Whether a word of such a column needs no map.
  func knows(_ word: String, in column: String) -> Bool {
    switch (self, column) {
    case (.sentiment, _): Sentiment.Flag(word: word) != nil
    case (.tickets, "severity"): Ticket.Severity(word: word) != nil
    case (.tickets, _): Double(word) != nil
    case (.touchpoints, _): TouchpointKind(word: word) != nil
    case (.outcomes, _): Outcome.Kind(word: word) != nil
    default: true
    }
  }
}

extension Recognition.Kind {
  var table: Table {
    switch self {
    case .preset(_, let table), .named(let table, _): table
    case .events: .measures
    }
  }

  var title: String {
    switch self {
    case .preset(let preset, _): preset.title
    case .named(let table, _): "columns as those of \(table.rawValue)"
    case .events: "events of users"
    }
  }
}
