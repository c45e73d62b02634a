import CSQLite

/// Why SQLite refused.
public struct SQLiteError: Error, Equatable, Sendable, CustomStringConvertible {
  /// SQLite's primary result code.
  public let code: Int32

  /// SQLite's own words, such as `no such table: usages`.
  public let message: String

  /// The message.
  public var description: String { message }

  /// What the code means to the user of the file.
  public var kind: Kind {
    switch code {
    case SQLITE_NOTADB, SQLITE_CORRUPT, SQLITE_CONSTRAINT, SQLITE_MISMATCH: .damaged
    case SQLITE_BUSY, SQLITE_LOCKED: .busy
    case SQLITE_ERROR where message.contains("no such"): .damaged
    default: .other
    }
  }

  /// The possible faults of a file.
  public enum Kind: Sendable {
    /// It is not a database, or its contents are corrupt.
    case damaged
    /// Another program is writing to it.
    case busy
    case other
  }

  init(code: Int32, message: String) {
    self.code = code
    self.message = message
  }

  init(_ code: Int32, of connection: OpaquePointer?) {
    let words = unsafe connection.flatMap { unsafe sqlite3_errmsg($0) } ?? sqlite3_errstr(code)
    self.init(code: code & 0xFF, message: unsafe words.map { unsafe String(cString: $0) } ?? "error \(code)")
  }
}
