/// Rows of text cells, one after the other, from a CSV file or from a query on a SQLite file.
public struct TableReader: ~Copyable {
  /// The names of the columns, from the first line or the query, without superfluous blanks.
  public let header: [String]
  /// The places of the column names in the file; empty for a query.
  public let headerPositions: [(line: Int, column: Int)]
  /// The dialect of the first line of a CSV file; nil for a query.
  public let dialect: CSVDialect?
  private var origin: Origin

  /// Opens a CSV file and reads its first line, from which a nil delimiter is detected.
  public init(csv path: String, delimiter: UInt8? = nil) throws(TableProblem) {
    var reader = try CSVReader.open(path: path, delimiter: delimiter)
    guard try reader.advance() else { throw TableProblem(.empty) }
    if reader.endsInsideQuotes {
      let place = reader.position(of: reader.count - 1)
      throw TableProblem(.unclosedQuote, line: place.line, column: place.column)
    }
    header = (0..<reader.count).map { CellParsing.text(reader.cell($0)) }
    headerPositions = (0..<reader.count).map { reader.position(of: $0) }
    dialect = reader.dialect
    origin = .csv(reader)
  }

  /// Runs a query on a SQLite file, opened read-only.
  public init(sqlite path: String, query: String) throws(TableProblem) {
    let rows = try QueryRows(path: path, query: query)
    header = rows.header.map { CellParsing.text($0) }
    headerPositions = []
    dialect = nil
    origin = .query(rows, row: -1)
  }

  /// The SHA-256 of all that a query gives; nil for a file, which is its own.
  ///
  /// A database file says little about what is read from it: rows can be in a journal beside it, or in another file.
  public var resultDigest: String? {
    switch origin {
    case .csv: nil
    case .query(let rows, _): rows.digest
    }
  }

  /// Moves to the next row; false at the end.
  public mutating func advance() throws(TableProblem) -> Bool {
    try origin.advance()
  }

  /// The number of cells in the current row, which may be fewer or more than the columns.
  public var count: Int {
    switch origin {
    case .csv(let reader): reader.count
    case .query: header.count
    }
  }

  /// The line on which the current row begins; for a query, the number of the row from 1.
  public var line: Int {
    switch origin {
    case .csv(let reader): reader.line
    case .query(_, let row): row + 1
    }
  }

  /// The first cell with text after its closing quote, if any.
  public var malformedCell: Int? {
    switch origin {
    case .csv(let reader): reader.malformedCell
    case .query: nil
    }
  }

  /// True when the file ends inside the current row's last cell, which is quoted.
  public var endsInsideQuotes: Bool {
    switch origin {
    case .csv(let reader): reader.endsInsideQuotes
    case .query: false
    }
  }

  /// True when the file ends in the middle of the current row: inside quotes, or without a line break and all cells.
  public var isCutOff: Bool {
    switch origin {
    case .csv(let reader): reader.endsInsideQuotes || reader.endsWithoutLineBreak && reader.count < header.count
    case .query: false
    }
  }

  /// True when a cell of the current row has more than one line.
  public var spansLines: Bool {
    switch origin {
    case .csv(let reader): reader.spansLines
    case .query: false
    }
  }

  /// The first quoted cell of the current row that runs on over a line which looks like another row, and that line.
  public var rowInside: (cell: Int, line: Int)? {
    switch origin {
    case .csv(let reader): reader.rowInside(columns: header.count)
    case .query: nil
    }
  }

  /// The place where a cell of the current row begins: line and column, both from 1, the column in Unicode scalars;
  /// for a query, the numbers of the row and the column.
  public func position(of cell: Int) -> (line: Int, column: Int) {
    switch origin {
    case .csv(let reader): reader.position(of: cell)
    case .query(_, let row): (row + 1, cell + 1)
    }
  }

  /// Passes the bytes of a cell of the current row to a closure; a cell missing from a short row is empty.
  public func withCell<Result>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    switch origin {
    case .csv(let reader):
      body(index < reader.count ? reader.cell(index) : UnsafeBufferPointer(start: nil, count: 0))
    case .query(let rows, let row):
      rows.cell(index, ofRow: row).withUnsafeBufferPointer(body)
    }
  }
}

enum Origin: ~Copyable {
  case csv(CSVReader)
  case query(QueryRows, row: Int)

  mutating func advance() throws(TableProblem) -> Bool {
    switch consume self {
    case .csv(var reader):
      let advanced = Swift.Result { () throws(TableProblem) in try reader.advance() }
      self = .csv(reader)
      return try advanced.get()
    case .query(let rows, let row):
      self = .query(rows, row: row + 1)
      return row + 1 < rows.count
    }
  }
}
