import Files
import Health
import SQLite

/// A file that a query reads as a table of texts.
public struct QueriedFile: Sendable {
  /// The name of the table.
  public let name: String
  /// The path of the file.
  public let path: String
  /// Where in the file the table stands.
  public let layout: TableLayout
  /// Columns that are blank where the file has none of that name.
  public let optional: [String]
  /// Learns whether the file has semicolons between its cells.
  public let onOpening: (@Sendable (_ hasSemicolons: Bool) -> Void)?
  /// What the words of other programs mean, by column.
  public let meanings: @Sendable (String) -> ValueMap?

  /// Names a file.
  public init(
    name: String, path: String, layout: TableLayout, optional: [String] = [],
    onOpening: (@Sendable (_ hasSemicolons: Bool) -> Void)? = nil,
    meanings: @escaping @Sendable (String) -> ValueMap?
  ) {
    self.name = name
    self.path = path
    self.layout = layout
    self.optional = optional
    self.onOpening = onOpening
    self.meanings = meanings
  }
}

/// A function that queries over files can call with texts; a blank is nil.
public struct QueryFunction: Sendable {
  /// What a function gives.
  public enum Value: Sendable {
    case none
    case text(String)
    case number(Double)
    /// Nothing, since an argument cannot be read; it is told.
    case unreadable(String)
  }

  /// As queries spell it.
  public let name: String
  /// How many values it takes.
  public let count: Int
  let body: @Sendable ([String?]) -> Value

  /// Names a function.
  public init(_ name: String, taking count: Int, _ body: @escaping @Sendable ([String?]) -> Value) {
    self.name = name
    self.count = count
    self.body = body
  }

  /// Those that read cells as a source says: `number(cell)`, and `day(cell)` as `2026-11-22`; and of such days
  /// `week(day)`, the Sunday that ends its week, and `month(day)`, the last day of its month.
  public static func reading(_ numbers: NumberFormat, _ days: DayReading) -> [QueryFunction] {
    func withDay(_ name: String, _ body: @escaping @Sendable (Day) -> Day) -> QueryFunction {
      QueryFunction(name, taking: 1) { values in
        guard let text = values[0] else { return .none }
        return Day(iso: text).map { .text(body($0).description) } ?? .unreadable(text)
      }
    }
    return [
      QueryFunction("number", taking: 1) { values in
        guard var text = values[0] else { return .none }
        return text.withUTF8 { numbers.number(CellParsing.trimmed($0)) }.map { .number($0) } ?? .unreadable(text)
      },
      QueryFunction("day", taking: 1) { values in
        guard var text = values[0] else { return .none }
        return text.withUTF8 { days.day(CellParsing.trimmed($0)) }.map { .text($0.description) } ?? .unreadable(text)
      },
      withDay("week") { $0.endOfWeek },
      withDay("month") { $0.endOfMonth },
    ]
  }
}

/// Cells that a function of a query could not read.
public struct UnreadableCells: Hashable, Sendable {
  /// The function.
  public let function: String
  /// How many there are.
  public internal(set) var count: Int
  /// The first of them.
  public let example: String
}

/// A row of a file that a query reads, with something wrong with it.
public struct FileFault: Hashable, Sendable {
  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    /// The file ends in the middle of the row.
    case cutOff
    /// The row has so many cells, and the header so many.
    case tooLong(cells: Int, columns: Int)
    /// Text follows the closing quote of a cell.
    case textAfterQuote
    /// A quoted cell has a line in it that looks like a row.
    case rowInside(line: Int)
  }

  /// The name of the file's table.
  public let table: String
  /// The line on which the row begins.
  public let line: Int
  /// What is wrong.
  public let kind: Kind

  /// Whether the query does not see the row.
  var refusesRow: Bool { if case .rowInside = kind { false } else { true } }

  init?(_ reader: borrowing TableReader, table: String) {
    if reader.isCutOff {
      kind = .cutOff
    } else if reader.count > reader.header.count {
      kind = .tooLong(cells: reader.count, columns: reader.header.count)
    } else if reader.malformedCell != nil {
      kind = .textAfterQuote
    } else if let inside = reader.rowInside {
      kind = .rowInside(line: inside.line)
    } else {
      return nil
    }
    self.table = table
    line = reader.line
  }
}

/// What happened while a query over files ran.
final class QueryLog {
  var unreadable: [String: UnreadableCells] = [:]

  func note(_ function: String, _ cell: String) {
    unreadable[function, default: UnreadableCells(function: function, count: 0, example: cell)].count += 1
  }
}

extension QueryRows {
  /// Runs one query over files, whose cells are texts without superfluous blanks, and NULL where they are blank.
  init(
    _ query: String, over files: [QueriedFile], functions: [QueryFunction], _ limits: Limits
  ) throws(TableProblem) {
    let log = QueryLog()
    let database = try Self.asked { () throws(SQLiteError) in try Database() }
    for function in functions {
      try Self.asked { () throws(SQLiteError) in
        try database.define(function.name, taking: function.count) { cells in
          let texts = cells.map(\.queried)
          switch function.body(texts) {
          case .none: return .null
          case .text(let text): return .text(text)
          case .number(let number): return .real(number)
          case .unreadable(let text):
            log.note(function.name, text)
            return .null
          }
        }
      }
    }
    var faults: [FileFault] = []
    for file in files { try Self.load(file, into: database, limits, faults: &faults) }
    try Self.asked { () throws(SQLiteError) in try database.forbidChanges() }
    do throws(SQLiteError) {
      try self.init(database, query: query, keepsTypes: true, limits)
    } catch {
      throw Self.excess(error, limits) ?? TableProblem(.query(error.message))
    }
    unreadable = log.unreadable.values.sorted { $0.function < $1.function }
    self.faults = faults
  }

  private static func load(
    _ file: QueriedFile, into database: Database, _ limits: Limits, faults: inout [FileFault]
  ) throws(TableProblem) {
    var reader = try TableReader(file: file.path, layout: file.layout, limits: limits)
    for (position, name) in reader.header.enumerated() { reader.meanings[position] = file.meanings(name) }
    let table = quoted(file.name)
    let header = columnNames(reader.header)
    let known = Set(header.map { $0.lowercased() })
    let missing = file.optional.filter { !known.contains($0.lowercased()) }
    let columns = (header + missing).map { quoted($0) + " TEXT" }.joined(separator: ", ")
    let marks = (header.map { _ in "?" } + missing.map { _ in "NULL" }).joined(separator: ", ")
    let insertion = try asked { () throws(SQLiteError) in
      try database.execute("CREATE TABLE \(table) (\(columns))")
      try database.execute("BEGIN")
      return try database.prepare("INSERT INTO \(table) VALUES (\(marks))")
    }
    var rows = FooterRows(file.layout.footer)
    file.onOpening?(reader.dialect?.delimiter == UInt8(ascii: ";"))
    var held: [[any SQLiteValue]] = []
    while try reader.advance() {
      let kind = rows.kind(of: reader)
      if kind == .row, let fault = FileFault(reader, table: file.name) {
        faults.append(fault)
        if fault.refusesRow { continue }
      }
      if kind == .held { held.append(reader.queriedCells) }
      guard kind == .row else { continue }
      held.append(reader.queriedCells)
      for row in held { try asked { () throws(SQLiteError) in try insertion.run(row) } }
      held.removeAll(keepingCapacity: true)
    }
    try asked { () throws(SQLiteError) in try database.execute("COMMIT") }
  }

  /// The names of columns in SQL: those that stand more than once have their numbers behind them, also the first, so that
  /// nobody takes it for the only one.
  static func columnNames(_ header: [String]) -> [String] {
    let all = Dictionary(grouping: header) { $0.lowercased() }.mapValues(\.count)
    var counts: [String: Int] = [:]
    return header.enumerated().map { position, name in
      guard !name.isEmpty else { return "column \(position + 1)" }
      counts[name.lowercased(), default: 0] += 1
      return (all[name.lowercased()] ?? 0) > 1 ? "\(name) (\(counts[name.lowercased()] ?? 1))" : name
    }
  }

  private static func asked<Answer>(_ question: () throws(SQLiteError) -> Answer) throws(TableProblem) -> Answer {
    do throws(SQLiteError) { return try question() } catch { throw TableProblem(.query(error.message)) }
  }

  private static func quoted(_ name: String) -> String {
    "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}

extension TableReader {
  /// The cells of the current row, one for each column.
  fileprivate var queriedCells: [any SQLiteValue] {
    header.indices.map { column in
      withCell(column) { cell -> SQLiteCell in
        CellParsing.isBlank(cell) ? .null : .text(CellParsing.text(cell, keepsLines: true))
      }
    }
  }
}

extension SQLiteCell {
  /// The cell as a function sees it.
  fileprivate var queried: String? {
    switch self {
    case .null: nil
    case .integer(let number): String(number)
    case .real(let number): "\(number)"
    case .text(let text): text
    case .blob(let bytes): String(decoding: bytes, as: UTF8.self)
    }
  }
}
