import CSQLite

/// A SQLite file held open by one task; closed at the end of the value's life.
@safe public final class Database {
  /// What may be done to the file.
  public enum Access: Sendable {
    /// Only reading: the file must be there, and no statement can change it.
    case reading
    /// Reading and writing; a file that is not there is made.
    case writing
  }

  private let connection: OpaquePointer

  /// Opens a file.
  ///
  /// - Parameter wait: for how many milliseconds a call waits for another program that writes.
  /// - Throws: ``SQLiteError`` when the file cannot be opened or is no database.
  public init(_ path: String, _ access: Access, wait: Int32 = 5_000) throws(SQLiteError) {
    let flags =
      switch access {
      case .reading: SQLITE_OPEN_READONLY
      case .writing: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
      }
    var opened: OpaquePointer?
    let code = unsafe sqlite3_open_v2(path, &opened, flags | SQLITE_OPEN_NOMUTEX, nil)
    guard let connection = unsafe opened, code == SQLITE_OK else {
      let error = unsafe SQLiteError(code, of: opened)
      unsafe sqlite3_close_v2(opened)
      throw error
    }
    unsafe self.connection = connection
    unsafe sqlite3_extended_result_codes(connection, 0)
    unsafe sqlite3_busy_timeout(connection, wait)
    // SQLite looks at the file no earlier than it has to.
    try execute("PRAGMA schema_version")
  }

  deinit { unsafe sqlite3_close_v2(connection) }

  /// Runs any number of statements whose rows do not matter.
  public func execute(_ statements: String) throws(SQLiteError) {
    let code = unsafe sqlite3_exec(connection, statements, nil, nil, nil)
    guard code == SQLITE_OK else { throw unsafe SQLiteError(code, of: connection) }
  }

  /// Runs one statement whose rows do not matter, with values for its question marks.
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
  /// - Throws: ``SQLiteError`` when the text is no statement, or more than one.
  public func prepare(_ text: String) throws(SQLiteError) -> Statement {
    try unsafe Statement(text, connection)
  }

  /// Runs work of which either everything is recorded or, when it throws or answers false, nothing.
  ///
  /// Other writers are kept out from the beginning.
  public func transaction(_ body: () throws -> Bool) throws {
    try execute("BEGIN IMMEDIATE")
    do {
      let isWanted = try body()
      try execute(isWanted ? "COMMIT" : "ROLLBACK")
    } catch {
      // SQLite may have rolled back by itself, for instance on a full disk.
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

  /// The number of the row that was inserted last.
  public var lastInsertedRow: Int64 { unsafe sqlite3_last_insert_rowid(connection) }

  /// Whether there is a table of that name.
  public func hasTable(_ name: String) throws(SQLiteError) -> Bool {
    try first("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", [name], as: Int.self) != nil
  }
}
