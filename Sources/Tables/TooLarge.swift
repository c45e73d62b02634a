import Files
import Findings

extension Limits {
  /// That a table is beyond a limit, at a place in its file.
  func problem(_ setting: Setting, line: Int? = nil, column: Int? = nil) -> TableProblem {
    TableProblem(.tooLarge(setting, limit: self[setting]), line: line, column: column)
  }
}

extension Limits.Setting {
  /// What a table has too much of, and which setting lets it.
  func words(_ limit: Int) -> Message {
    switch self {
    case .table: "the table has more than \(limit) MiB; \(advice)"
    case .rows: "the table has more than \(limit) rows; \(advice)"
    case .columns: "the row has more than \(limit) columns; \(advice)"
    case .row:
      "the row that begins here has more than \(limit) MiB; look for a quotation mark that nothing closes, or else \(advice)"
    case .cell: "the cell that begins here has more than \(limit) KiB; \(advice)"
    case .querySteps:
      "the query takes SQLite more than \(limit) million steps; look for a join or a recursion without a condition, or else \(advice)"
    }
  }

  /// How to let more through.
  var advice: Message { "raise \(rawValue) under limits in vigie.yml if it should be read" }
}
