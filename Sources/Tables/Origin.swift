import Files
import Workbooks

/// What rows come from; a further kind of file is a case here and a reader of its own.
enum Origin: ~Copyable {
  case csv(CSVReader)
  case workbook(SheetRows)
  case query(QueryRows, row: Int)
  case answer(AnswerRows)

  /// Opens a file by what it is.
  init(path: String, layout: TableLayout, limits: Limits) throws(TableProblem) {
    switch FileKind(ofFile: path) {
    case .workbook: self = try Self.workbook(path, layout.sheet, limits)
    default:
      self = .csv(
        try CSVReader.open(path: path, delimiter: layout.delimiter, encoding: layout.encoding, limits: limits))
    }
  }

  /// The sheets of a workbook; nil for a file that is none.
  static func sheets(of path: String) throws(TableProblem) -> [(name: String, isHidden: Bool)]? {
    guard FileKind(ofFile: path) == .workbook else { return nil }
    do throws(WorkbookProblem) {
      return try Workbook(path: path).sheets.map { ($0.name, $0.isHidden) }
    } catch {
      throw TableProblem(.workbook(error))
    }
  }

  private static func workbook(
    _ path: String, _ wanted: TableLayout.Sheet?, _ limits: Limits
  ) throws(TableProblem) -> Origin {
    var names: [String] = []
    do throws(WorkbookProblem) {
      let workbook = try Workbook(path: path, limits: limits)
      let sheets = workbook.sheets
      let index =
        switch wanted {
        case nil: sheets.firstIndex { !$0.isHidden } ?? 0
        case .number(let number):
          sheets.firstIndex { $0.name == String(number) } ?? (sheets.indices.contains(number - 1) ? number - 1 : nil)
        case .named(let name): sheets.firstIndex { $0.name.lowercased() == name.lowercased() }
        }
      names = sheets.map(\.name)
      guard let index else { throw WorkbookProblem.noSheet }
      return .workbook(SheetRows(rows: try workbook.rows(ofSheet: index), name: sheets[index].name))
    } catch {
      throw TableProblem(error == .noSheet ? .noSheet(names) : .workbook(error))
    }
  }

  mutating func advance() throws(TableProblem) -> Bool {
    switch consume self {
    case .csv(var reader):
      let advanced = Swift.Result { () throws(TableProblem) in try reader.advance() }
      self = .csv(reader)
      return try advanced.get()
    case .workbook(var sheet):
      let advanced = Swift.Result { () throws(WorkbookProblem) in try sheet.rows.advance() }
      self = .workbook(sheet)
      do throws(WorkbookProblem) { return try advanced.get() } catch { throw TableProblem(.workbook(error)) }
    case .query(let rows, let row):
      self = .query(rows, row: row + 1)
      return row + 1 < rows.count
    case .answer(var answer):
      let advanced = Swift.Result { () throws(TableProblem) in try answer.reader.advance() }
      answer.row += 1
      self = .answer(answer)
      return try advanced.get()
    }
  }

  var count: Int {
    switch self {
    case .csv(let reader): reader.count
    case .workbook(let sheet): sheet.rows.count
    case .query(let rows, _): rows.header.count
    case .answer(let answer): answer.reader.count
    }
  }

  var line: Int {
    switch self {
    case .csv(let reader): reader.line
    case .workbook(let sheet): sheet.rows.row
    case .query(_, let row): row + 1
    case .answer(let answer): answer.row
    }
  }

  func position(of cell: Int) -> (line: Int, column: Int) {
    switch self {
    case .csv(let reader): reader.position(of: cell)
    case .workbook(let sheet): (sheet.rows.row, cell + 1)
    case .query(_, let row): (row + 1, cell + 1)
    case .answer(let answer): (answer.row, cell + 1)
    }
  }

  @inline(__always)
  func withCell<Result>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    switch self {
    case .csv(let reader):
      body(index < reader.count ? reader.cell(index) : UnsafeBufferPointer(start: nil, count: 0))
    case .workbook(let sheet): sheet.withCell(index, body)
    case .query(let rows, let row):
      rows.cell(index, ofRow: row).withUnsafeBufferPointer(body)
    case .answer(let answer):
      body(index < answer.reader.count ? answer.reader.cell(index) : UnsafeBufferPointer(start: nil, count: 0))
    }
  }

  /// What only a CSV file has; nil for anything else.
  func ofCSV<Fact>(_ fact: (borrowing CSVReader) -> Fact) -> Fact? {
    switch self {
    case .csv(let reader): fact(reader)
    case .workbook: nil
    case .query: nil
    case .answer: nil
    }
  }

  /// The digest of what came, where the file's own says too little.
  var digest: String? {
    switch self {
    case .csv: nil
    case .workbook: nil
    case .answer: nil
    case .query(let rows, _): rows.digest
    }
  }

  var endsInsideQuotes: Bool { ofCSV { $0.endsInsideQuotes } ?? false }

  /// What a cell holds by what the file says; of a CSV file every cell is a text.
  func kind(of cell: Int) -> CellKind {
    switch self {
    case .csv: .text
    case .workbook(let sheet): sheet.kind(of: cell)
    case .query(let rows, let row): rows.isNumber(cell, ofRow: row) ? .number : .text
    case .answer(let answer): answer.areNumbers.indices.contains(cell) && answer.areNumbers[cell] ? .number : .text
    }
  }

  /// The sheet of a workbook, and how many rows of it have been read that are hidden.
  var sheet: (name: String, hiddenRows: Int)? {
    switch self {
    case .csv: nil
    case .query: nil
    case .answer: nil
    case .workbook(let sheet): (sheet.name, sheet.rows.hiddenRows)
    }
  }

  /// What is wrong with rows of the files that a query reads.
  var faults: [FileFault] {
    switch self {
    case .csv: []
    case .workbook: []
    case .answer: []
    case .query(let rows, _): rows.faults
    }
  }

  /// What functions of a query could not read.
  var unreadable: [UnreadableCells] {
    switch self {
    case .csv: []
    case .workbook: []
    case .answer: []
    case .query(let rows, _): rows.unreadable
    }
  }

  /// The cells of the current row as names.
  var names: [String] { (0..<count).map { withCell($0) { CellParsing.text($0) } } }

  /// The delimiters with which a header may be found: the one of the first line, and without a given one the others.
  func delimiters(_ layout: TableLayout) -> [UInt8?] {
    guard layout.delimiter == nil, let likeliest = ofCSV({ $0.delimiter }) else { return [layout.delimiter] }
    return [likeliest] + CSVDialect.delimiters.filter { $0 != likeliest }
  }

  /// Moves to the row that begins on a line; false where none does.
  mutating func advance(to wanted: Int) throws(TableProblem) -> Bool {
    repeat {
      guard try advance() else { return false }
    } while line < wanted
    return line == wanted
  }

  /// Where among the first rows the one is that names most columns, and how many it names.
  consuming func header(_ named: ([String]) -> Int) throws(TableProblem) -> (line: Int, count: Int) {
    var best = (line: 0, count: 0)
    for _ in 0..<TableLayout.mostRowsBeforeHeader {
      guard try advance() else { break }
      let count = named(names)
      if count > best.count { best = (line, count) }
    }
    return best
  }
}

/// The rows of a sheet, with its name.
struct SheetRows: ~Copyable {
  private static let unknownResult = Array("(formula without a result)".utf8)

  var rows: WorkbookRows
  let name: String

  /// Passes the bytes of a cell to a closure.
  ///
  /// A formula of which the file holds no result is no blank: something stands there that nobody knows.
  func withCell<Result>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    switch kind(of: index) {
    case .blank: body(UnsafeBufferPointer(start: nil, count: 0))
    case .formulaWithoutValue: Self.unknownResult.withUnsafeBufferPointer(body)
    default: rows.withCell(index, body)
    }
  }

  /// What a cell holds; cells behind the last of the row are blank.
  func kind(of index: Int) -> CellKind { index < rows.count ? rows.kind(of: index) : .blank }
}
