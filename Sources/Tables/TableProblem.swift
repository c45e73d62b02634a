public import Findings

/// Why a table cannot be read at all.
public struct TableProblem: Error, Hashable {
  /// The facts.
  public enum Kind: Hashable, Sendable {
    /// The file could not be opened or read; the system's own words.
    case unreadable(String)
    /// The file begins with the byte-order mark of UTF-16.
    case utf16
    /// A byte that cannot stand at its place in UTF-8.
    case notUTF8(byte: UInt8)
    /// A quoted cell that never ends.
    case unclosedQuote
    /// Nothing in the file, not even a header line.
    case empty
    /// The query was refused; the database's own words.
    case query(String)
  }

  /// What is wrong.
  public let kind: Kind
  /// The line, from 1.
  public let line: Int?
  /// The position in the line, from 1: in bytes for `notUTF8`, in Unicode scalars else.
  public let column: Int?

  /// Takes a fact and a place.
  public init(_ kind: Kind, line: Int? = nil, column: Int? = nil) {
    self.kind = kind
    self.line = line
    self.column = column
  }

  /// The problem in words.
  public func finding(file: String) -> Finding {
    Finding(.error, file: file, line: line, column: column, words)
  }

  private var words: Message {
    switch kind {
    case .unreadable(let reason): "cannot be read: \(reason)"
    case .utf16: "the file is UTF-16; save it as UTF-8 (in Excel: CSV UTF-8)"
    case .notUTF8(let byte):
      "byte \(column ?? 0) of the line, 0x\(hexadecimal(byte)), is not UTF-8; save the file as UTF-8 (an older Excel export: iconv -f WINDOWS-1252 -t UTF-8)"
    case .unclosedQuote: "the quoted cell that begins here never ends; close it with '\"'"
    case .empty: "the file is empty; its first line must name the columns"
    case .query(let reason): "the query was refused: \(reason)"
    }
  }

  private func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.utf8.count < 2 ? "0" + digits : digits
  }
}
