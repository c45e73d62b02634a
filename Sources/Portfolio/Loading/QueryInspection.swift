import Findings
import Health
import Review
import Synchronization
import Tables

/// What the columns hold that a query over files reads by `number("Amount")` or `day(at)`: a function sees one cell at a time,
/// and a column shows more than a cell.
///
/// Each such call is to a function of its own, which reads as `number` and `day` do and notes what it is given. So only cells
/// count that the query asks for.
final class QueryInspection: Sendable {
  private struct Column {
    var readings = ColumnReadings()
    var filled = 0
    var refused = 0
    var first: String?
    var settings: [String] = []
    var foreign: String?
  }

  /// The query with the calls to functions of their own.
  let query: String
  private let names: [String]
  private let areNumbers: [Bool]
  private let file: String
  private let numbers: NumberFormat
  private let days: DayReading
  private let otherOrder: DayReading?
  private let saysDecimal: Bool
  private let currency: String
  private let columns: Mutex<[Column]>
  private let hasSemicolons = Mutex(false)

  /// Looks at the columns that a query reads.
  init(_ source: TableSource, query: String, _ context: ReadingContext) {
    file = source.file
    numbers = source.cells.numbers
    days = source.days(context)
    otherOrder = source.cells.days.count == 1 ? days.otherOrder : nil
    saysDecimal = source.cells.saysDecimal
    currency = context.currency
    var names: [String] = []
    var areNumbers: [Bool] = []
    self.query = query.replacing(/(?i)\b(number|day)\s*\(\s*(\x22[^\x22]+\x22|[a-z_][a-z0-9_.]*)\s*\)/) { match in
      let function = match.output.1.lowercased()
      let column = String(match.output.2)
      let known = names.indices.first { names[$0] == column && areNumbers[$0] == (function == "number") }
      if known == nil {
        names.append(column)
        areNumbers.append(function == "number")
      }
      return Self.name(of: known ?? names.count - 1) + "(\(column))"
    }
    self.names = names
    self.areNumbers = areNumbers
    columns = Mutex(names.map { _ in Column() })
  }

  private static func name(of column: Int) -> String { ["read", "column", String(column)].joined(separator: "_") }

  /// Notes whether a file of the query has semicolons between its cells, so that a point may part thousands.
  func note(hasSemicolons: Bool) { if hasSemicolons { self.hasSemicolons.withLock { $0 = true } } }

  /// A function for each column.
  var functions: [QueryFunction] {
    names.indices.map { column in
      QueryFunction(Self.name(of: column), taking: 1) { values in
        guard var text = values[0] else { return .none }
        return text.withUTF8 { self.value(of: CellParsing.trimmed($0), in: column) }
      }
    }
  }

  private func value(of cell: UnsafeBufferPointer<UInt8>, in index: Int) -> QueryFunction.Value {
    let number = areNumbers[index] ? numbers.number(cell) : nil
    let day = areNumbers[index] ? nil : days.day(cell)
    let isRead = number != nil || day != nil
    let looksAtPoints =
      areNumbers[index] && !saysDecimal && hasSemicolons.withLock { $0 } && NumberFormat.hasPoint(cell)
    columns.withLock { columns in
      columns[index].filled += 1
      if looksAtPoints { columns[index].readings.note(pointIn: 0, cell) }
      if areNumbers[index], isRead, columns[index].foreign == nil, let sign = NumberFormat.currency(in: cell),
        !means(sign, currency)
      {
        columns[index].foreign = CellParsing.text(cell)
      }
      if !areNumbers[index], let otherOrder {
        columns[index].readings.note(day: 0, isRead: isRead, isReadInOtherOrder: otherOrder.day(cell) != nil)
      }
      guard !isRead else { return }
      columns[index].refused += 1
      guard columns[index].first == nil else { return }
      columns[index].first = CellParsing.text(cell)
      columns[index].settings = areNumbers[index] ? numbers.suggestions(for: cell) : days.suggestions(for: cell)
    }
    return number.map { .number($0) } ?? day.map { .text($0.description) } ?? .none
  }

  /// The name of a column without the quotes that SQL has around it.
  private func shown(_ index: Int) -> String { names[index].filter { $0 != "\u{22}" } }

  /// What stops the build: columns that can be read in two ways, or that are read in the wrong one.
  var stops: [Finding] {
    columns.withLock { columns in
      columns.indices.flatMap { index in
        columns[index].readings.findings(file: file, days: days) { _ in shown(index) }
      }
    }
  }

  /// A line for each column with cells that cannot be read, or with the sign of another currency.
  var findings: [Finding] {
    columns.withLock { columns in
      columns.indices.flatMap { index in
        var found: [Finding] = []
        if let first = columns[index].first {
          var finding = Finding(
            .error, file: file,
            "\(shown(index)) is '\(first)', which the query cannot read; cells like it count as blank (\(columns[index].refused) of \(columns[index].filled))",
            group: Finding.Group(.cells, of: shown(index)))
          finding.settings = columns[index].settings
          found.append(finding)
        }
        if let foreign = columns[index].foreign {
          found.append(
            Finding(
              .warning, file: file,
              "\(shown(index)) is '\(foreign)', and amounts are read as \(currency) whatever sign stands beside them; say which currency it is with fx() in the query"
            ))
        }
        return found
      }
    }
  }

  /// How many cells each column has that cannot be read.
  func counts(of table: Table) -> [DataQuality.Column] {
    columns.withLock { columns in
      columns.indices.filter { columns[$0].refused > 0 }.map { index in
        var column = DataQuality.Column(table: table, name: shown(index))
        column.filled = columns[index].filled
        column.refused = columns[index].refused
        return column
      }
    }
  }
}
