/// Something wrong with the user's data, settings, model or templates, and its place.
///
/// Findings are values: they are collected, counted, shown on the terminal and printed on the data-quality page. They
/// name ids and columns, never notes or amounts of other rows.
public struct Finding: Hashable, Sendable {
  /// Whether something was refused or only needs a look.
  public enum Severity: String, Sendable {
    case error, warning
  }

  /// Whether something was refused or only needs a look.
  public let severity: Severity
  /// The file, relative to the folder that the user named.
  public let file: String
  /// The line in the file, from 1; for a query's result, the row.
  public let line: Int?
  /// The position in the line in Unicode scalars, from 1; for a query's result, the column.
  public let column: Int?
  /// What is wrong and what to write instead, in lower case and without a full stop.
  public let message: Message

  /// Creates a finding from a severity, a place and a message.
  public init(_ severity: Severity, file: String, line: Int? = nil, column: Int? = nil, _ message: Message) {
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
    var place = file
    if let line {
      place += ":\(line)"
      if let column { place += ":\(column)" }
    }
    return "\(place): \(severity.rawValue): \(message)"
  }
}
