import CSQLite

/// A prepared statement; the rows of a query are read one after the other.
///
/// ```swift
/// let query = try database.prepare("SELECT name, arr FROM account WHERE id = ?")
/// try query.bind([id])
/// while try query.step() { print(try query.value(0, as: String.self)) }
/// ```
@safe public final class Statement {
  /// The names of the columns of its rows; empty for a statement without any.
  public let columns: [String]

  private let connection: OpaquePointer
  private let statement: OpaquePointer

  init(_ text: String, _ connection: OpaquePointer) throws(SQLiteError) {
    var prepared: OpaquePointer?
    // One more byte than the text, so that SQLite reads up to its zero and copies nothing.
    let bytes = Array(text.utf8CString)
    let (code, rest) = unsafe bytes.withUnsafeBufferPointer { buffer in
      var tail: UnsafePointer<CChar>?
      let code = unsafe sqlite3_prepare_v2(
        connection, buffer.baseAddress, CInt(buffer.count), &prepared, &tail)
      let read = unsafe tail.map { unsafe $0 - (buffer.baseAddress ?? $0) } ?? 0
      return (code, String(decoding: text.utf8.dropFirst(read), as: UTF8.self))
    }
    guard code == SQLITE_OK else { throw unsafe SQLiteError(code, of: connection) }
    guard let statement = unsafe prepared else {
      throw SQLiteError(code: SQLITE_ERROR, message: "there is no statement")
    }
    unsafe self.connection = connection
    unsafe self.statement = statement
    columns = unsafe (0..<sqlite3_column_count(statement)).map { column in
      unsafe String(cString: sqlite3_column_name(statement, column))
    }
    // Only blanks or a comment may follow the statement; anything else would be silently ignored.
    guard try unsafe Self.isEmpty(rest, connection) else {
      throw SQLiteError(code: SQLITE_ERROR, message: "there is more than one statement")
    }
  }

  deinit { unsafe sqlite3_finalize(statement) }

  /// Whether it changes nothing in the file.
  public var onlyReads: Bool { unsafe sqlite3_stmt_readonly(statement) != 0 }

  /// Binds values to the question marks, and resets to before the first row.
  public func bind(_ values: [any SQLiteValue]) throws(SQLiteError) {
    unsafe sqlite3_reset(statement)
    unsafe sqlite3_clear_bindings(statement)
    for (index, value) in values.enumerated() {
      let code = bind(value.sqlite, at: CInt(index + 1))
      guard code == SQLITE_OK else { throw unsafe SQLiteError(code, of: connection) }
    }
  }

  /// Moves to the next row; false after the last.
  public func step() throws(SQLiteError) -> Bool {
    switch unsafe sqlite3_step(statement) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw unsafe SQLiteError(code, of: connection)
    }
  }

  /// Runs a statement to its end, with values for its question marks.
  public func run(_ values: [any SQLiteValue]) throws(SQLiteError) {
    try bind(values)
    while try step() {}
    unsafe sqlite3_reset(statement)
  }

  /// The contents of a column of the row, as SQLite stores them.
  public func cell(_ column: Int) -> SQLiteCell {
    let column = CInt(column)
    switch unsafe sqlite3_column_type(statement, column) {
    case SQLITE_INTEGER: return .integer(unsafe sqlite3_column_int64(statement, column))
    case SQLITE_FLOAT: return .real(unsafe sqlite3_column_double(statement, column))
    case SQLITE_TEXT: return .text(String(decoding: bytes(column), as: UTF8.self))
    case SQLITE_BLOB: return .blob(bytes(column))
    default: return .null
    }
  }

  /// The contents of a column of the row, converted to the caller's type.
  ///
  /// - Throws: ``SQLiteError`` with the code `SQLITE_MISMATCH` when it holds something else.
  public func value<Value: SQLiteValue>(_ column: Int, as type: Value.Type = Value.self) throws(SQLiteError) -> Value {
    let cell = cell(column)
    guard let value = Value(cell) else {
      throw SQLiteError(code: SQLITE_MISMATCH, message: "the column \(columns[column]) holds \(cell)")
    }
    return value
  }

  /// The contents of the column with that name.
  public func value<Value: SQLiteValue>(_ name: String, as type: Value.Type = Value.self) throws(SQLiteError) -> Value {
    guard let column = columns.firstIndex(of: name) else {
      throw SQLiteError(code: SQLITE_ERROR, message: "no such column: \(name)")
    }
    return try value(column)
  }

  /// Adds the names, types and contents of all columns of the row that hold something, in an unambiguous form.
  ///
  /// - Parameter leftOut: columns that are not wanted.
  public func appendRow(to bytes: inout [UInt8], except leftOut: Set<String> = []) {
    for (index, name) in columns.enumerated() where !leftOut.contains(name) {
      let column = CInt(index)
      let type = unsafe sqlite3_column_type(statement, column)
      guard type != SQLITE_NULL else { continue }
      bytes.append(contentsOf: name.utf8)
      bytes.append(0)
      bytes.append(UInt8(truncatingIfNeeded: type))
      switch type {
      case SQLITE_INTEGER: append(UInt64(bitPattern: unsafe sqlite3_column_int64(statement, column)), to: &bytes)
      case SQLITE_FLOAT: append(unsafe sqlite3_column_double(statement, column).bitPattern, to: &bytes)
      default:
        let count = unsafe Int(sqlite3_column_bytes(statement, column))
        append(UInt64(count), to: &bytes)
        if let start = unsafe sqlite3_column_blob(statement, column) {
          unsafe bytes.append(contentsOf: UnsafeRawBufferPointer(start: start, count: count))
        }
      }
    }
    bytes.append(0x0A)
  }

  private func append(_ number: UInt64, to bytes: inout [UInt8]) {
    for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(shift))) }
  }

  private func bytes(_ column: CInt) -> [UInt8] {
    let count = unsafe Int(sqlite3_column_bytes(statement, column))
    guard let start = unsafe sqlite3_column_blob(statement, column) else { return [] }
    return unsafe Array(UnsafeRawBufferPointer(start: start, count: count))
  }

  private func bind(_ cell: SQLiteCell, at index: CInt) -> CInt {
    // SQLite copies the data before the call returns.
    let copies = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    switch cell {
    case .null: return unsafe sqlite3_bind_null(statement, index)
    case .integer(let number): return unsafe sqlite3_bind_int64(statement, index, number)
    case .real(let number): return unsafe sqlite3_bind_double(statement, index, number)
    case .text(let text):
      var text = text
      return text.withUTF8 { bytes in
        unsafe bytes.withMemoryRebound(to: CChar.self) {
          unsafe sqlite3_bind_text(statement, index, $0.baseAddress ?? emptyText, CInt($0.count), copies)
        }
      }
    case .blob(let bytes):
      guard !bytes.isEmpty else { return unsafe sqlite3_bind_zeroblob(statement, index, 0) }
      return unsafe bytes.withUnsafeBytes {
        unsafe sqlite3_bind_blob(statement, index, $0.baseAddress, CInt($0.count), copies)
      }
    }
  }

  private static func isEmpty(_ text: String, _ connection: OpaquePointer) throws(SQLiteError) -> Bool {
    var prepared: OpaquePointer?
    let code = unsafe sqlite3_prepare_v2(connection, text, -1, &prepared, nil)
    defer { unsafe sqlite3_finalize(prepared) }
    guard code == SQLITE_OK else { throw unsafe SQLiteError(code, of: connection) }
    return unsafe prepared == nil
  }
}

/// The address to bind an empty text with: without one SQLite would bind NULL.
nonisolated(unsafe) private let emptyText: UnsafePointer<CChar> = {
  let zero = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
  unsafe zero.initialize(to: 0)
  return unsafe UnsafePointer(zero)
}()
