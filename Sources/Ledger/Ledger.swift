import Files
import Glibc
import SQLite

/// The published editions, in one SQLite file.
///
/// Only publishing writes to it, in one transaction per edition; a completed transaction is on the disk, and one cut
/// short by a kill or a power failure is undone the next time the file is opened. Nothing in it is ever changed.
public struct Ledger: Sendable {
  /// The file's name in the portfolio folder.
  public static let fileName = "history.sqlite"

  let file: String

  /// Opens a ledger for writing, and creates it if there is none.
  public static func open(_ file: String) throws(LedgerError) -> Ledger {
    try requireOwn(file)
    do { _ = try Database(file, .writing) } catch { throw LedgerError(error, file: file) }
    return try Ledger(file, readonly: false)
  }

  /// Opens a ledger for reading; nil when nothing has been published.
  public static func read(_ file: String) throws(LedgerError) -> Ledger? {
    guard try requireOwn(file) else { return nil }
    try undoWhatWasCutShort(in: file)
    return try Ledger(file, readonly: true)
  }

  /// Whether there is a ledger; refuses what SQLite would write through: a second name of somebody's file, in the place
  /// of the ledger or of one of the files that SQLite makes beside it.
  @discardableResult
  private static func requireOwn(_ file: String) throws(LedgerError) -> Bool {
    do throws(FileError) {
      for ending in ["-journal", "-wal", "-shm", ""] {
        let path = file + ending
        guard let status = try EntryStatus(path: path), status.kind != .link || !ending.isEmpty else { continue }
        switch status.kind {
        case .file where status.linkCount == 1: continue
        case .file: throw .secondName(path)
        case .folder: throw .notAFile(path, what: "a folder")
        case .link, .other: throw .link(path)
        }
      }
      return try isThere(file)
    } catch {
      throw .unusable(file: file, reason: "\(error)")
    }
  }

  /// Rolls back an unfinished transaction of a killed publication, which a read-only connection cannot do.
  private static func undoWhatWasCutShort(in file: String) throws(LedgerError) {
    guard mayBeThere(file + "-journal") else { return }
    do {
      _ = try Database(file, .writing).first("PRAGMA user_version", as: Int.self)
    } catch  where error.kind == .unopenable {
      // Who may only read is told so by what is read next.
    } catch {
      throw LedgerError(error, file: file)
    }
  }

  private init(_ file: String, readonly: Bool) throws(LedgerError) {
    self.file = file
    let (format, applicationID, isEmpty) = try checked { database in
      (
        try database.first("PRAGMA user_version") ?? 0, try database.first("PRAGMA application_id") ?? 0,
        try database.first("SELECT count(*) FROM sqlite_master") == 0
      )
    }
    if isEmpty, format == 0, applicationID == 0 {
      if !readonly { try migrate(from: 0) }
      return
    }
    guard applicationID == Schema.applicationID else { throw .foreign(file: file) }
    guard format <= Schema.current else { throw .newer(file: file, format: format) }
    guard format >= 1 else { throw .damaged(file: file, reason: "its format is \(format)") }
    if !readonly { try migrate(from: format) }
  }

  private func migrate(from format: Int) throws(LedgerError) {
    do {
      let database = try openedForWriting()
      try database.transaction {
        // Another process may have done it during the wait.
        try Schema.migrate(database, from: try database.first("PRAGMA user_version") ?? format)
        return true
      }
    } catch {
      throw LedgerError(error, file: file)
    }
  }

  /// The file, opened for adding to it.
  func openedForWriting() throws(SQLiteError) -> Database {
    let database = try Database(file, .writing)
    // EXTRA also syncs the folder, so that a power failure can neither revive an edition nor lose one.
    try database.execute("PRAGMA foreign_keys = ON; PRAGMA synchronous = EXTRA")
    return database
  }

  /// Reads from the file and turns errors into words.
  func checked<Result>(_ body: (Database) throws -> Result) throws(LedgerError) -> Result {
    do {
      let database = try Database(file, .reading)
      return try database.snapshot { try body(database) }
    } catch {
      throw LedgerError(error, file: file)
    }
  }
}
