import CSQLite
import Glibc

/// Why SQLite refused.
public struct SQLiteError: Error, Equatable, Sendable, CustomStringConvertible {
  /// SQLite's primary result code.
  public let code: Int32

  /// SQLite's own words, such as `no such table: usages`.
  public let message: String

  /// Why a statement is not run, in words of ours.
  public init(_ message: String) { self.init(code: SQLITE_ERROR, message: message) }

  /// The message.
  public var description: String { message }

  /// What the code means to the user of the file.
  public var kind: Kind {
    switch code {
    case SQLITE_NOTADB, SQLITE_CORRUPT, SQLITE_CONSTRAINT, SQLITE_MISMATCH: .damaged
    case SQLITE_BUSY, SQLITE_LOCKED: .busy
    case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM: .unopenable
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
    /// It can be opened only where more may be written than it is.
    case unopenable
    case other
  }

  init(code: Int32, message: String) {
    self.code = code
    self.message = message
  }

  /// Whether the file is no database at all.
  public var isNoDatabase: Bool { code == SQLITE_NOTADB }

  /// Whether the file is a database of which a part cannot be read.
  public var isDamage: Bool { code == SQLITE_CORRUPT }

  /// Whether the statement was stopped because it went beyond ``Database/limit(steps:bytesOfRow:)``.
  public var isOutOfSteps: Bool { code == SQLITE_INTERRUPT }

  /// Whether a text, or a row, is longer than it may be.
  public var isTooLong: Bool { code == SQLITE_TOOBIG }

  init(_ code: Int32, of connection: OpaquePointer?) {
    // SQLite takes a page that the disk does not give for damage of the file.
    let isUnread = code & 0xFF == SQLITE_CORRUPT && errno == EIO
    let code = isUnread ? SQLITE_IOERR : code & 0xFF
    let words =
      unsafe isUnread ? sqlite3_errstr(code) : connection.flatMap { unsafe sqlite3_errmsg($0) } ?? sqlite3_errstr(code)
    var message = unsafe words.map { unsafe String(cString: $0) } ?? "error \(code)"
    let reason = unsafe isUnread ? EIO : connection.map { unsafe sqlite3_system_errno($0) } ?? 0
    if reason != 0, [SQLITE_CANTOPEN, SQLITE_IOERR].contains(code), let words = unsafe strerror(reason) {
      message += unsafe ": \(String(cString: words))"
    }
    self.init(code: code, message: message)
  }
}
