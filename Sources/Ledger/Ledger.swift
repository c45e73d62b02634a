import GRDB
import Glibc

/// The editions as they were published, in one SQLite file.
///
/// Only publishing writes to it, one transaction an edition; a transaction is on the disk when it is over, and one that
/// was cut short by a kill or a power failure is undone by the next who opens the file. Nothing in it is ever changed.
public struct Ledger: Sendable {
  /// The file's name in the portfolio folder.
  public static let fileName = "history.sqlite"

  let queue: DatabaseQueue
  let file: String

  /// Opens a ledger to write to it, and makes it where there is none.
  public static func open(_ file: String) throws(LedgerError) -> Ledger {
    try Ledger(file, readonly: false)
  }

  /// Opens a ledger to read it; nil where nothing has been published.
  public static func read(_ file: String) throws(LedgerError) -> Ledger? {
    guard access(file, F_OK) == 0 else { return nil }
    undoWhatWasCutShort(in: file)
    return try Ledger(file, readonly: true)
  }

  /// Rolls back what a killed publication began, which a reader that may not write cannot do.
  ///
  /// A failure is left to whoever reads next, who then tells it.
  private static func undoWhatWasCutShort(in file: String) {
    guard access(file + "-journal", F_OK) == 0 else { return }
    _ = try? DatabaseQueue(path: file).read { try Int.fetchOne($0, sql: "PRAGMA user_version") }
  }

  private init(_ file: String, readonly: Bool) throws(LedgerError) {
    var configuration = Configuration()
    configuration.readonly = readonly
    configuration.busyMode = .timeout(5)
    configuration.foreignKeysEnabled = true
    // Also waits for the folder, so that not even a power failure brings an edition back from the dead or loses it.
    configuration.prepareDatabase { database in
      if !readonly { try database.execute(sql: "PRAGMA synchronous = EXTRA") }
    }
    self.file = file
    let format: Int
    let applicationID: Int32
    do {
      queue = try DatabaseQueue(path: file, configuration: configuration)
      (format, applicationID) = try queue.read { database in
        (
          try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0,
          try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        )
      }
    } catch {
      throw LedgerError(error, file: file)
    }
    let isEmpty = try checked { database in
      try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") == 0
    }
    if isEmpty, format == 0, applicationID == 0 {
      guard !readonly else { return }
      try migrate(from: 0)
      return
    }
    guard applicationID == Schema.applicationID else { throw .foreign(file: file) }
    guard format <= Schema.current else { throw .newer(file: file, format: format) }
    guard format >= 1 else { throw .damaged(file: file, reason: "its format is \(format)") }
    if !readonly { try migrate(from: format) }
  }

  private func migrate(from format: Int) throws(LedgerError) {
    do {
      try queue.inTransaction(.immediate) { database in
        // Somebody else may have done it while this one waited.
        let now = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? format
        try Schema.migrate(database, from: now)
        return .commit
      }
    } catch {
      throw LedgerError(error, file: file)
    }
  }

  /// Reads from the file, and tells what is wrong with it in words.
  func checked<Result>(_ body: (Database) throws -> Result) throws(LedgerError) -> Result {
    do {
      return try queue.read(body)
    } catch {
      throw LedgerError(error, file: file)
    }
  }
}
