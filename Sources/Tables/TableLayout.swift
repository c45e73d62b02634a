/// Where in a file a table stands, and how its bytes are written.
public struct TableLayout: Sendable {
  /// A sheet of a workbook.
  public enum Sheet: Hashable, Sendable {
    /// By its name, in any case.
    case named(String)
    /// By its place, from 1.
    case number(Int)
  }

  /// What ends a table before its file does.
  public enum Footer: Hashable, Sendable {
    /// Rows behind the last complete one are looked at by their shape.
    case byShape
    /// Nothing: every row counts.
    case none
    /// The row whose first filled cell begins with one of these texts.
    case text([String])
  }

  /// The rows that may name the columns where the layout does not say which.
  static let mostRowsBeforeHeader = 20

  /// The byte between cells; nil where the file shows it.
  public var delimiter: UInt8?
  /// How characters are bytes; nil for UTF-8, unless a byte-order mark says otherwise.
  public var encoding: TextEncoding?
  /// The sheet of a workbook; nil for the first that can be seen.
  public var sheet: Sheet?
  /// The row that names the columns, from 1; nil for the first that names all that are needed.
  public var header: Int?
  /// What ends the table.
  public var footer = Footer.byShape

  /// The same with another delimiter.
  func with(_ delimiter: UInt8?) -> TableLayout {
    var other = self
    other.delimiter = delimiter
    return other
  }

  /// A CSV file with a header in its first line.
  public init(delimiter: UInt8? = nil) { self.delimiter = delimiter }
}

/// What a row is by its shape.
public enum RowShape: Sendable {
  /// No cell is filled.
  case blank
  /// One cell is filled.
  case single
  /// The first filled cell is a word for a sum.
  case total
  /// The cells are the names of the columns.
  case header
  /// Anything else.
  case record
}

extension RowShape {
  private static let totals: Set<String> = [
    "total", "totals", "grand total", "grand totals", "subtotal", "sum", "gesamt", "gesamtsumme", "gesamtergebnis",
    "summe",
    "somme", "total général",
  ]
  /// The bytes with which a cell can begin that is such a word: its letters, blanks, quotes, and what is no ASCII.
  private static let isFirst: [Bool] = (UInt8.min...UInt8.max).map { byte in
    let isLetter = totals.contains { $0.utf8.first == byte | 0x20 }
    return isLetter || byte <= 0x20 || byte >= 0x80 || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "\"")
  }
  private static let longest = totals.map(\.utf8.count).max() ?? 0

  /// Whether a cell is a word for a sum, whatever its case, perhaps with a colon behind it.
  static func isTotal(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    // Nearly every row begins with an id, whose first letter decides.
    guard let first = cell.first, isFirst[Int(first)] else { return false }
    var word = CellParsing.trimmed(cell)
    if word.last == UInt8(ascii: ":") { word = UnsafeBufferPointer(rebasing: word.dropLast()) }
    guard word.count <= longest else { return false }
    return totals.contains(CellParsing.text(word).lowercased())
  }
}
