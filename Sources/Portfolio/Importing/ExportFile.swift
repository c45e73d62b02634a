import Findings
import Spelling
import Tables

/// A file, or a sheet of a workbook, as it is looked at to find out what it is.
struct ExportFile {
  /// So many rows show how a column is written.
  private static let mostRows = 5_000

  /// The path by which it is opened.
  let path: String
  /// The name that the settings give it.
  let name: String
  /// Where the table stands in it.
  private(set) var layout = TableLayout()
  /// The columns, and the line that names them.
  let header: [String]
  let headerLine: Int
  /// The first rows, each with one text a column.
  let rows: [[String]]
  /// The positions of the columns that a workbook says are numbers or days, so that no format is needed.
  let typed: Set<Int>
  /// Whether a text file has semicolons between its cells, as programs write where a comma is the decimal sign.
  let hasSemicolons: Bool
  /// Whether a row begins as the footer of a report of Salesforce does.
  let hasSalesforceFooter: Bool

  /// Looks at a file.
  ///
  /// - Parameter known: the names of columns by which the row that names them is found, folded.
  init(_ path: String, name: String, sheet: TableLayout.Sheet?, encoding: TextEncoding?, known: Set<String>)
    throws(TableProblem)
  {
    self.path = path
    self.name = name
    layout.sheet = sheet
    layout.encoding = encoding
    var reader = try TableReader(file: path, layout: layout, needed: .max) { names in
      Set(names.map(\.headerKeyWithoutAccents)).intersection(known).count
    }
    header = reader.header
    headerLine = reader.headerPositions.first?.line ?? 1
    hasSemicolons = reader.dialect?.delimiter == UInt8(ascii: ";")
    var rows: [[String]] = []
    var texts: Set<Int> = []
    var filled: Set<Int> = []
    var footer = FooterRows(.byShape)
    var isSalesforce = false
    while rows.count < Self.mostRows, try reader.advance() {
      let row = reader.header.indices.map { column in reader.withCell(column) { CellParsing.text($0) } }
      if footer.kind(of: reader) != .row {
        isSalesforce =
          isSalesforce || row.contains { $0.hasPrefix("Confidential Information") || $0.hasPrefix("Grand Totals") }
        continue
      }
      for column in header.indices where !reader.withCell(column, CellParsing.isBlank) {
        filled.insert(column)
        if !reader.isNumber(column), !reader.isDay(column) { texts.insert(column) }
      }
      rows.append(row)
    }
    self.rows = rows
    typed = filled.subtracting(texts)
    hasSalesforceFooter = isSalesforce
  }

  /// The filled cells of a column.
  func cells(_ column: Int) -> [String] { Self.filled(rows.lazy.map { $0[column] }) }

  /// The cells that are neither blank nor a sign for no value.
  static func filled(_ cells: some Sequence<String>) -> [String] {
    cells.filter { cell in
      !cell.isEmpty && !Array(cell.utf8).withUnsafeBufferPointer { CellParsing.isPlaceholder($0) }
    }
  }

  /// The position of a column, compared as headers are.
  func position(of name: String) -> Int? {
    header.firstIndex { $0.headerKey == CellParsing.text(name).headerKey }
  }
}

extension ExportFile {
  /// The pattern by which the settings name this file and later exports of the same kind: what looks like a day or a
  /// counter in its name is `*`.
  var pattern: String {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    let last = String(parts.last ?? "")
    let general = last.replacing(/[0-9]{4}[-_.]?[0-9]{2}([-_.]?[0-9]{2})?([T_-][0-9]{4,6})?/, with: "*")
      .replacing(/\ ?\([0-9]+\)/, with: "*").replacing(/[0-9]{6,}/, with: "*").replacing(/\*\*+/, with: "*")
    guard general != last, general.first(where: { $0.isLetter }) != nil else { return name }
    return (parts.dropLast().map(String.init) + [general]).joined(separator: "/")
  }
}
