import CSQLite
import Glibc

/// A SQLite file held open by one task; closed at the end of the value's life.
@safe public final class Database {
  /// The permitted access to the file.
  public enum Access: Sendable {
    /// Reading only: the file must exist, and no statement can change it.
    case reading
    /// Reading and writing; a missing file is created.
    case writing
  }

  private let connection: OpaquePointer
  private let reading: SilentReading?
  /// What SQLite calls back, for as long as the connection is open.
  private var steps: StepLimit?

  /// Opens a file; where it is only read, nothing is left behind beside it.
  ///
  /// - Parameter wait: the number of milliseconds a call waits for another program that writes.
  /// - Throws: ``SQLiteError`` when the file cannot be opened or is not a database.
  public init(_ path: String, _ access: Access, wait: Int32 = 5_000) throws(SQLiteError) {
    try Self.refuseAllButFiles(path)
    let reading = access == .reading ? SilentReading(path) : nil
    let flags =
      switch (access, reading?.way) {
      case (.writing, _): SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
      case (.reading, .complete): SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
      case (.reading, _): SQLITE_OPEN_READONLY
      }
    let isComplete = reading?.way == .complete
    let hasLog = reading?.way == .withLog
    var opened: OpaquePointer?
    // Without locks and in exclusive mode SQLite keeps in memory what it would share through a file.
    let code = unsafe sqlite3_open_v2(
      isComplete ? reading?.immutableAddress ?? path : path, &opened, flags | SQLITE_OPEN_NOMUTEX,
      hasLog ? "unix-none" : nil)
    guard let connection = unsafe opened, code == SQLITE_OK else {
      let error = unsafe SQLiteError(code, of: opened)
      unsafe sqlite3_close_v2(opened)
      throw error
    }
    unsafe self.connection = connection
    self.reading = reading
    unsafe sqlite3_extended_result_codes(connection, 0)
    unsafe sqlite3_busy_timeout(connection, wait)
    if hasLog { try execute("PRAGMA locking_mode = EXCLUSIVE") }
    // SQLite reads the file only when it has to.
    try execute("PRAGMA schema_version")
  }

  /// SQLite would wait for ever for the other end of a pipe.
  private static func refuseAllButFiles(_ path: String) throws(SQLiteError) {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG else { return }
    throw SQLiteError(
      status.st_mode & S_IFMT == S_IFDIR ? "it is a folder" : "it is a pipe, a socket or a device, and no file")
  }

  /// Opens an empty database that is kept in memory alone.
  public init() throws(SQLiteError) {
    var opened: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX
    let code = unsafe sqlite3_open_v2(":memory:", &opened, flags, nil)
    guard let connection = unsafe opened, code == SQLITE_OK else {
      let error = unsafe SQLiteError(code, of: opened)
      unsafe sqlite3_close_v2(opened)
      throw error
    }
    unsafe self.connection = connection
    reading = nil
    unsafe csqlite_forbid_texts_in_double_quotes(connection)
  }

  deinit {
    // A statement may outlive the connection.
    unsafe sqlite3_progress_handler(connection, 0, nil, nil)
    unsafe sqlite3_close_v2(connection)
  }

  func define(
    _ name: String, count: CInt, kept: UnsafeMutableRawPointer,
    run: @escaping @convention(c) (OpaquePointer?, CInt, UnsafeMutablePointer<OpaquePointer?>?) -> Void,
    free: @escaping @convention(c) (UnsafeMutableRawPointer?) -> Void
  ) throws(SQLiteError) {
    // SQLite frees what is kept where it refuses the function, too.
    let code = unsafe sqlite3_create_function_v2(
      connection, name, count, SQLITE_UTF8 | SQLITE_DETERMINISTIC, kept, run, nil, nil, free)
    guard code == SQLITE_OK else { throw unsafe SQLiteError(code, of: connection) }
  }

  func limit(_ steps: StepLimit, bytesOfRow: Int) {
    self.steps = steps
    unsafe sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, CInt(clamping: bytesOfRow))
    unsafe sqlite3_progress_handler(
      connection, CInt(StepLimit.stride),
      { steps in
        guard let steps = unsafe steps else { return 0 }
        return unsafe Unmanaged<StepLimit>.fromOpaque(steps).takeUnretainedValue().isUsedUp() ? 1 : 0
      }, Unmanaged.passUnretained(steps).toOpaque())
  }

  /// Runs any number of statements, ignoring their rows.
  public func execute(_ statements: String) throws(SQLiteError) {
    let code = unsafe sqlite3_exec(connection, statements, nil, nil, nil)
    guard code == SQLITE_OK else { throw unsafe SQLiteError(code, of: connection) }
  }

  /// Runs one statement with values for its question marks, ignoring its rows.
  public func run(_ statement: String, _ values: [any SQLiteValue]) throws(SQLiteError) {
    try prepare(statement).run(values)
  }

  /// The first column of the first row; nil without a row.
  public func first<Value: SQLiteValue>(
    _ query: String, _ values: [any SQLiteValue] = [], as type: Value.Type = Value.self
  ) throws(SQLiteError) -> Value? {
    let statement = try prepare(query)
    try statement.bind(values)
    return try statement.step() ? try statement.value(0) : nil
  }

  /// Prepares one statement, to be run once or often.
  ///
  /// - Throws: ``SQLiteError`` when the text is not a statement, or more than one.
  public func prepare(_ text: String) throws(SQLiteError) -> Statement {
    try unsafe Statement(text, connection)
  }

  /// Runs work in a transaction: either everything is recorded or, when it throws or returns false, nothing.
  ///
  /// Other writers are kept out from the beginning.
  public func transaction(_ body: () throws -> Bool) throws {
    try execute("BEGIN IMMEDIATE")
    do {
      let isWanted = try body()
      try execute(isWanted ? "COMMIT" : "ROLLBACK")
    } catch {
      // SQLite may have rolled back by itself, for instance because the disk is full.
      if unsafe sqlite3_get_autocommit(connection) == 0 { try? execute("ROLLBACK") }
      throw error
    }
  }

  /// Runs several queries on one state of the file, whatever others write in the meantime.
  public func snapshot<Result>(_ body: () throws -> Result) throws -> Result {
    try execute("BEGIN")
    defer { try? execute("COMMIT") }
    return try body()
  }

  /// The row number of the last inserted row.
  public var lastInsertedRow: Int64 { unsafe sqlite3_last_insert_rowid(connection) }

  /// Whether a file that was opened as one that nobody else has open is still as it was then.
  public var isUndisturbed: Bool { reading?.isUndisturbed ?? true }

  /// How many bytes a file should have at least, and has, where it was cut off: SQLite reads what is left as if it were all.
  public static func cut(_ path: String) -> (wanted: Int, found: Int)? { SilentReading.cut(path) }

  /// Whether there is a table with that name.
  public func hasTable(_ name: String) throws(SQLiteError) -> Bool {
    try first("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", [name], as: Int.self) != nil
  }
}
