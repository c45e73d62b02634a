/// Something wrong with the user's data, settings, model or templates, and its place.
///
/// Findings are values: they are collected, counted, shown on the terminal and printed on the data-quality page. They
/// name ids and columns, never notes or amounts of other rows.
public struct Finding: Hashable, Sendable {
  /// Whether something was refused or only needs a look.
  public enum Severity: String, Sendable {
    case error, warning
  }

  /// What belongs together, so that one line can tell it.
  public struct Group: Hashable, Sendable {
    /// What is counted.
    public enum Unit: Sendable {
      case accounts, cells, columns, files, rows
      /// Rows that say the same of an account that there is not, the most frequent first.
      case unmatched
    }

    /// What is counted.
    public let unit: Unit
    /// The column, table or folder that all of it is in.
    public let subject: String

    /// Creates a group from what is counted and what it is in.
    public init(_ unit: Unit, of subject: String = "") {
      self.unit = unit
      self.subject = subject
    }
  }

  /// What a finding has to do with an account whose own row is refused.
  public enum RefusedAccount: Hashable, Sendable {
    /// It is the reason why the row of the account of this id is refused.
    case cause(String)
    /// It is a row of another table, refused because the account of this id is.
    case consequence(String)
  }

  /// Whether something was refused or only needs a look.
  public let severity: Severity
  /// The file, relative to the folder that the user named.
  public let file: String
  /// The line in the file, from 1; for a query's result, the row.
  public let line: Int?
  /// The position in the line in Unicode scalars, from 1; for a query's result, the column.
  public let column: Int?
  /// The sheet of a workbook that the place is in.
  public var sheet: String?
  /// Whether the line is the number of a row of a query, which stands nowhere in a file.
  public var isOfQuery = false
  /// What is wrong and what to write instead, in lower case and without a full stop.
  public let message: Message
  /// What it is told together with where the same is wrong there; nil for what is told alone.
  public var group: Group?
  /// The account whose row is refused, where that is the cause or has this consequence.
  public var refusedAccount: RefusedAccount?
  /// Whether there can be no report because of it.
  public var stops = false
  /// The settings that would read the cell, such as `date_format: dd/MM/yyyy`, the likeliest first.
  public var settings: [String] = []

  /// Creates a finding from a severity, a place, a message and a group.
  public init(
    _ severity: Severity, file: String, line: Int? = nil, column: Int? = nil, _ message: Message, group: Group? = nil
  ) {
    self.group = group
    self.severity = severity
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }
}

extension Finding: CustomStringConvertible {
  /// `file:line:column: error: message`, which editors and continuous integration can jump to.
  public var description: String {
    "\(place): \(severity.rawValue): \(message)"
  }

  /// `file:line:column`, or `file:Sheet!D17` in a workbook, as far as it is known.
  public var place: String {
    guard let line else { return file }
    if isOfQuery { return "\(file):query:\(line)" }
    if let sheet { return "\(file):\(sheet)!\(column.map(Self.letters) ?? "")\(line)" }
    return "\(file):\(line)" + (column.map { ":\($0)" } ?? "")
  }

  /// The letters by which spreadsheets call a column: 1 is `A`, 27 is `AA`.
  private static func letters(_ column: Int) -> String {
    guard column > 0 else { return "" }
    let letter = Unicode.Scalar(UInt8(ascii: "A") + UInt8((column - 1) % 26))
    return letters((column - 1) / 26) + String(letter)
  }
}
