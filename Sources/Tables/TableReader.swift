public import Files
import Workbooks

/// Rows of text cells, one after the other, from a file or from a query.
public struct TableReader: ~Copyable {
  /// The names of the columns, from the row that names them or the query, without superfluous blanks.
  public let header: [String]
  /// The places of the column names in the file; empty for a query.
  public let headerPositions: [(line: Int, column: Int)]
  /// The dialect of the row that names the columns of a CSV file; nil for anything else.
  public let dialect: CSVDialect?
  /// What the words of other programs mean, by the position of their column.
  public var meanings: [Int: ValueMap] = [:]
  private let headerBytes: [[UInt8]]
  private var origin: Origin
  private let limits: Limits
  private var rows = 0

  /// Opens a file and finds the row that names its columns.
  ///
  /// - Parameters:
  ///   - limits: how much of it is read.
  ///   - needed: how many columns a row must name to be the header. Where none names so many, it is the row that names
  ///     most of them, and the first where none names any.
  ///   - named: how many of them a row names.
  public init(
    file path: String, layout: TableLayout = TableLayout(), limits: Limits = Limits(), needed: Int = 0,
    named: ([String]) -> Int = { _ in 0 }
  ) throws(TableProblem) {
    var origin = try Origin(path: path, layout: layout, limits: limits)
    if let wanted = layout.header {
      guard try origin.advance(to: wanted) else { throw TableProblem(.noHeader(row: wanted)) }
      var most = (named(origin.names), origin.count)
      // The first line may show another delimiter than the table has.
      for delimiter in origin.delimiters(layout).dropFirst() {
        var other = try Origin(path: path, layout: layout.with(delimiter), limits: limits)
        guard try other.advance(to: wanted), (named(other.names), other.count) > most else { continue }
        most = (named(other.names), other.count)
        origin = other
      }
    } else {
      guard try origin.advance() else { throw TableProblem(.empty) }
      var most = named(origin.names)
      for delimiter in most < needed ? origin.delimiters(layout) : [] {
        let (line, count) = try Origin(path: path, layout: layout.with(delimiter), limits: limits).header(named)
        guard count > most else { continue }
        most = count
        origin = try Origin(path: path, layout: layout.with(delimiter), limits: limits)
        _ = try origin.advance(to: line)
      }
    }
    if origin.endsInsideQuotes {
      let place = origin.position(of: origin.count - 1)
      throw TableProblem(.unclosedQuote, line: place.line, column: place.column)
    }
    header = origin.names
    headerPositions = (0..<origin.count).map { origin.position(of: $0) }
    dialect = origin.ofCSV { $0.dialect }
    headerBytes = header.map { Array($0.utf8) }
    self.origin = origin
    self.limits = limits
  }

  /// Runs a query on a SQLite file, opened read-only.
  public init(sqlite path: String, query: String, limits: Limits = Limits()) throws(TableProblem) {
    self.init(try QueryRows(path: path, query: query, limits), limits)
  }

  /// Runs a query over files, each a table of texts.
  public init(
    query: String, over files: [QueriedFile], functions: [QueryFunction], limits: Limits = Limits()
  ) throws(TableProblem) {
    self.init(try QueryRows(query, over: files, functions: functions, limits), limits)
  }

  /// Reads the answer of an engine.
  ///
  /// - Parameters:
  ///   - csv: the names of the columns and the rows, as CSV with commas in UTF-8.
  ///   - areNumbers: which columns are numbers by their type.
  public init(answer csv: [UInt8], areNumbers: [Bool], limits: Limits = Limits()) throws(TableProblem) {
    let origin = Origin.answer(try AnswerRows(csv: csv, areNumbers: areNumbers, limits))
    header = origin.names
    headerPositions = []
    dialect = nil
    headerBytes = header.map { Array($0.utf8) }
    self.origin = origin
    self.limits = limits
  }

  private init(_ rows: QueryRows, _ limits: Limits) {
    self.limits = limits
    header = rows.header.map { CellParsing.text($0) }
    headerPositions = []
    dialect = nil
    headerBytes = header.map { Array($0.utf8) }
    origin = .query(rows, row: -1)
  }

  /// The names of the sheets of a workbook, and whether they are hidden; nil for a file that is no workbook.
  public static func sheets(ofWorkbook path: String) throws(TableProblem) -> [(name: String, isHidden: Bool)]? {
    try Origin.sheets(of: path)
  }

  /// The SHA-256 of all that a query gives; nil for a file, which is its own.
  ///
  /// A database file says little about what is read from it: rows can be in a journal beside it, or in another file.
  public var resultDigest: String? { origin.digest }

  /// Moves to the next row; false at the end.
  public mutating func advance() throws(TableProblem) -> Bool {
    guard try origin.advance() else { return false }
    rows += 1
    guard rows <= limits[.rows] else { throw limits.problem(.rows, line: line) }
    return true
  }

  /// The number of cells in the current row, which may be fewer or more than the columns.
  public var count: Int { origin.count }

  /// The line on which the current row begins; for a query, the number of the row from 1.
  public var line: Int { origin.line }

  /// The first cell with text after its closing quote, if any.
  public var malformedCell: Int? {
    origin.ofCSV { $0.malformedCell } ?? nil
  }

  /// True when the file ends inside the current row's last cell, which is quoted.
  public var endsInsideQuotes: Bool { origin.endsInsideQuotes }

  /// True when the file ends in the middle of the current row: inside quotes, or without a line break and all cells.
  public var isCutOff: Bool {
    origin.ofCSV { $0.endsInsideQuotes || $0.endsWithoutLineBreak && $0.count < header.count } ?? false
  }

  /// True when a cell of the current row has more than one line.
  public var spansLines: Bool {
    origin.ofCSV { $0.spansLines } ?? false
  }

  /// The first quoted cell of the current row that runs on over a line which looks like another row, and that line.
  public var rowInside: (cell: Int, line: Int)? {
    origin.ofCSV { $0.rowInside(columns: header.count) } ?? nil
  }

  /// The place where a cell of the current row begins: line and column, both from 1, the column in Unicode scalars;
  /// for a query, the numbers of the row and the column.
  public func position(of cell: Int) -> (line: Int, column: Int) { origin.position(of: cell) }

  /// Passes the bytes of a cell of the current row to a closure, or what they mean where the settings say so; a cell
  /// missing from a short row is empty.
  public func withCell<Result>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if !meanings.isEmpty, let meaning = meaning(ofCell: index) { return meaning.withUnsafeBufferPointer(body) }
    return origin.withCell(index, body)
  }

  /// Passes the bytes of a cell as they are in the file.
  public func withCellAsWritten<Result>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    origin.withCell(index, body)
  }

  /// Reads the cells of a CSV file that hold the digits, sign and decimals of a number and no more; nil for all that
  /// takes a closer look, which may be a number as well.
  ///
  /// For many cells at once, since one alone costs more to reach than to read.
  public func plainNumbers(_ cells: [Int], _ format: NumberFormat, into numbers: inout [Double?]) {
    numbers.removeAll(keepingCapacity: true)
    let isRead: Void? =
      meanings.isEmpty
      ? origin.ofCSV { csv in
        for cell in cells { numbers.append(cell < csv.count ? format.plainNumber(csv.cell(cell)) : nil) }
      } : nil
    if isRead == nil { for _ in cells { numbers.append(nil) } }
  }

  /// Whether a cell is a plain number by what the file says, however its texts are to be read.
  public func isNumber(_ cell: Int) -> Bool { origin.kind(of: cell) == .number }

  /// Whether a cell is a day by what the file says, and is written as ISO days are.
  public func isDay(_ cell: Int) -> Bool { origin.kind(of: cell) == .day }

  /// What is wrong with rows of the files that a query reads.
  public var faults: [FileFault] { origin.faults }

  /// Whether a cell is an error of a workbook, such as `#REF!`, which says that there is no value.
  public func isError(_ cell: Int) -> Bool { origin.kind(of: cell) == .error }

  /// Whether a cell is a formula of which the file holds no result.
  public func hasNoResult(_ cell: Int) -> Bool { origin.kind(of: cell) == .formulaWithoutValue }

  /// The name of the sheet of a workbook.
  public var sheet: String? { origin.sheet?.name }

  /// How many of the rows so far are hidden in a workbook.
  public var hiddenRows: Int { origin.sheet?.hiddenRows ?? 0 }

  /// What functions of a query could not read.
  public var unreadable: [UnreadableCells] { origin.unreadable }

  private func meaning(ofCell index: Int) -> [UInt8]? {
    guard let map = meanings[index] else { return nil }
    return origin.withCell(index) { map.meaning(of: $0) }
  }

  /// What the current row is by its shape.
  public var shape: RowShape {
    guard let first = nextFilled(from: 0) else { return .blank }
    let (isTotal, isName) = origin.withCell(first) { cell in
      (
        RowShape.isTotal(cell),
        first < headerBytes.count && cell.first == headerBytes[first].first && cell.elementsEqual(headerBytes[first])
      )
    }
    if isTotal { return .total }
    guard let second = nextFilled(from: first + 1) else { return header.count > 1 ? .single : .record }
    if isName, second < header.count, namesColumns { return .header }
    return .record
  }

  private func nextFilled(from start: Int) -> Int? {
    var cell = start
    let count = count
    while cell < count {
      if !origin.withCell(cell, CellParsing.isBlank) { return cell }
      cell += 1
    }
    return nil
  }

  private var namesColumns: Bool {
    (0..<count).allSatisfy { cell in
      origin.withCell(cell) { bytes in
        CellParsing.isBlank(bytes) || cell < header.count && CellParsing.text(bytes) == header[cell]
      }
    }
  }
}
