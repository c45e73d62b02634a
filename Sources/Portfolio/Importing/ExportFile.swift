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
  /// Whether the settings name it as it is, since a pattern would mean others, too.
  var isNamedExactly = false
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

  /// Whether nearly all rows of an older export are here as well, by their first column.
  func repeats(_ other: ExportFile) -> Bool {
    guard let key = header.indices.first, !other.rows.isEmpty else { return true }
    let own = Set(rows.map { $0[key] })
    return 10 * other.rows.count { own.contains($0[key]) } >= 9 * other.rows.count
  }

  /// Whether hardly any two rows have the same in a column.
  func areDistinct(_ column: Int) -> Bool {
    let cells = cells(column)
    return !cells.isEmpty && 10 * Set(cells).count >= 9 * cells.count
  }

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
  /// The pattern by which the settings name this file and later exports of the same kind: what is `*` in it is a day or a
  /// moment in its name, written so that later ones sort behind; the name itself where there is none.
  var pattern: String {
    guard !isNamedExactly else { return name }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    let last = String(parts.last ?? "")
    let general = last.replacing(
      /([0-9]{4}[-_.]?[0-9]{2}(?:[-_.]?[0-9]{2})?)(?:[T_-][0-9]{4,6})?(?![0-9])|[0-9]+/
    ) { match in
      Self.sortsByTime(String(match.output.1 ?? match.output.0)) ? "*" : String(match.output.0)
    }
    let stem = general.prefix { $0 != "*" }
    guard general != last, general.count(where: { $0 == "*" }) == 1, stem.contains(where: \.isLetter) else {
      return name
    }
    return (parts.dropLast().map(String.init) + [general]).joined(separator: "/")
  }

  /// Whether digits are a day or a month with its year first, or a moment in seconds or milliseconds since 1970.
  private static func sortsByTime(_ text: String) -> Bool {
    let digits = text.prefix(10).filter(\.isNumber)
    if text.allSatisfy(\.isNumber), text.count == 10 || text.count == 13 { return text.hasPrefix("1") }
    guard (6...8).contains(digits.count), let year = Int(digits.prefix(4)), (1990...2100).contains(year),
      let month = Int(digits.dropFirst(4).prefix(2)), (1...12).contains(month)
    else { return false }
    return digits.count == 6 || Int(digits.suffix(2)).map { (1...31).contains($0) } ?? false
  }
}
