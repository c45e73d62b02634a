import CSQLite

extension Database {
  /// Lets statements of this connection call a function, which gives the same for the same values.
  ///
  /// - Parameters:
  ///   - name: as statements spell it, in any case.
  ///   - count: how many values it takes.
  public func define(
    _ name: String, taking count: Int, _ body: @escaping ([SQLiteCell]) -> SQLiteCell
  ) throws(SQLiteError) {
    let kept = unsafe Unmanaged.passRetained(Function(body)).toOpaque()
    try unsafe define(
      name, count: CInt(count), kept: kept,
      run: { context, count, values in
        guard let context = unsafe context, let kept = unsafe sqlite3_user_data(context) else { return }
        let function = unsafe Unmanaged<Function>.fromOpaque(kept).takeUnretainedValue()
        let cells = (0..<Int(count)).map { unsafe cell(values?[$0]) }
        unsafe result(function.body(cells), in: context)
      },
      free: { kept in
        guard let kept = unsafe kept else { return }
        unsafe Unmanaged<Function>.fromOpaque(kept).release()
      })
  }

  /// Forbids every later statement to change anything.
  public func forbidChanges() throws(SQLiteError) { try execute("PRAGMA query_only = ON") }
}

/// A closure as SQLite can hold it.
final class Function {
  let body: ([SQLiteCell]) -> SQLiteCell

  init(_ body: @escaping ([SQLiteCell]) -> SQLiteCell) { self.body = body }
}

private func cell(_ value: OpaquePointer?) -> SQLiteCell {
  switch unsafe sqlite3_value_type(value) {
  case SQLITE_INTEGER: return .integer(unsafe sqlite3_value_int64(value))
  case SQLITE_FLOAT: return .real(unsafe sqlite3_value_double(value))
  case SQLITE_NULL: return .null
  case let type:
    let count = unsafe Int(sqlite3_value_bytes(value))
    guard let start = unsafe sqlite3_value_blob(value) else { return type == SQLITE_BLOB ? .blob([]) : .text("") }
    let bytes = unsafe UnsafeRawBufferPointer(start: start, count: count)
    return type == SQLITE_BLOB ? .blob(unsafe Array(bytes)) : .text(unsafe String(decoding: bytes, as: UTF8.self))
  }
}

private func result(_ cell: SQLiteCell, in context: OpaquePointer) {
  // SQLite copies the data before the call returns.
  let copies = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  switch cell {
  case .null: unsafe sqlite3_result_null(context)
  case .integer(let number): unsafe sqlite3_result_int64(context, number)
  case .real(let number): unsafe sqlite3_result_double(context, number)
  case .text(let text): unsafe sqlite3_result_text(context, text, CInt(text.utf8.count), copies)
  case .blob(let bytes):
    unsafe bytes.withUnsafeBytes { unsafe sqlite3_result_blob(context, $0.baseAddress, CInt($0.count), copies) }
  }
}
