import CADBC

/// A driver with a database and a connection open, which are closed in their order.
@safe final class DriverSession {
  private let driver = UnsafeMutablePointer<AdbcDriver>.allocate(capacity: 1)
  private let database = UnsafeMutablePointer<AdbcDatabase>.allocate(capacity: 1)
  private let connection = UnsafeMutablePointer<AdbcConnection>.allocate(capacity: 1)
  private var hasDatabase = false
  private var hasConnection = false

  /// Loads a driver and connects.
  init(library: String, entryPoint: String, options: [(key: String, value: TOMLValue)]) throws(EngineProblem) {
    unsafe driver.initialize(to: AdbcDriver())
    unsafe database.initialize(to: AdbcDatabase())
    unsafe connection.initialize(to: AdbcConnection())
    var error = unsafe AdbcError()
    if let problem = unsafe cadbc_load(library, entryPoint, driver, &error) {
      throw EngineProblem(unsafe "the driver \(library) cannot be loaded: \(String(cString: problem))")
    }
    unsafe database.pointee.private_driver = unsafe driver
    unsafe connection.pointee.private_driver = unsafe driver
    try unsafe ask("open a database") { unsafe driver.pointee.DatabaseNew?(database, $0) }
    hasDatabase = true
    for (key, value) in options { try set(key, value) }
    try unsafe ask("open the database") { unsafe driver.pointee.DatabaseInit?(database, $0) }
    try unsafe ask("connect") { unsafe driver.pointee.ConnectionNew?(connection, $0) }
    hasConnection = true
    try unsafe ask("connect") { unsafe driver.pointee.ConnectionInit?(connection, database, $0) }
  }

  deinit {
    if hasConnection { _ = unsafe driver.pointee.ConnectionRelease?(connection, nil) }
    if hasDatabase { _ = unsafe driver.pointee.DatabaseRelease?(database, nil) }
    _ = unsafe driver.pointee.release?(driver, nil)
    unsafe connection.deallocate()
    unsafe database.deallocate()
    unsafe driver.deallocate()
  }

  private func set(_ key: String, _ value: TOMLValue) throws(EngineProblem) {
    try unsafe ask("take the option \(key)") { error in
      switch value {
      case .integer(let number):
        unsafe driver.pointee.DatabaseSetOptionInt?(database, key, number, error)
          ?? driver.pointee.DatabaseSetOption?(database, key, String(number), error)
      case .number(let number):
        unsafe driver.pointee.DatabaseSetOptionDouble?(database, key, number, error)
          ?? driver.pointee.DatabaseSetOption?(database, key, number.description, error)
      case .boolean(let isTrue):
        unsafe driver.pointee.DatabaseSetOption?(database, key, isTrue ? "true" : "false", error)
      case .text(let text): unsafe driver.pointee.DatabaseSetOption?(database, key, text, error)
      case .other: nil
      }
    }
  }

  /// Asks the driver for a step; what it says when it fails is the problem's words.
  private func ask(_ step: String, _ call: (UnsafeMutablePointer<AdbcError>) -> AdbcStatus?) throws(EngineProblem) {
    var error = unsafe AdbcError()
    guard let status = unsafe call(&error) else {
      throw EngineProblem("the driver cannot \(step): it has no such function")
    }
    guard status != 0 else { return }
    let words = unsafe error.message.map { unsafe String(cString: $0) }?.trimmingBlanks ?? ""
    unsafe error.release?(&error)
    throw EngineProblem("the engine cannot \(step): \(words.isEmpty ? "status \(status)" : words)")
  }

  /// Name and version of the engine, and of the driver, as far as it tells them.
  func information() -> [UInt32: String] {
    let wanted: [UInt32] = [
      EngineInformation.engine, EngineInformation.version, EngineInformation.driver, EngineInformation.driverVersion,
    ]
    var stream = unsafe ArrowArrayStream()
    var error = unsafe AdbcError()
    guard unsafe driver.pointee.ConnectionGetInfo?(connection, wanted, wanted.count, &stream, &error) == 0 else {
      unsafe error.release?(&error)
      return [:]
    }
    defer { unsafe stream.release?(&stream) }
    var batch = unsafe ArrowArray()
    guard unsafe stream.get_next?(&stream, &batch) == 0, unsafe batch.release != nil else { return [:] }
    defer { unsafe batch.release?(&batch) }
    return unsafe EngineInformation.read(batch)
  }

  /// Runs a statement that gives no rows; whether the engine took it.
  func run(_ statement: String) -> Bool {
    do throws(EngineProblem) {
      try unsafe DriverStatement(driver, connection, statement).run()
      return true
    } catch {
      return false
    }
  }

  /// The first cell of a query; nil where the engine does not answer it.
  func cell(_ query: String) -> String? {
    var csv: [UInt8] = []
    guard let rows = try? self.query(query), (try? rows.next(to: &csv)) != nil else { return nil }
    return String(decoding: csv, as: UTF8.self).trimmingBlanks
  }

  /// Runs a query.
  func query(_ text: String) throws(EngineProblem) -> DriverRows {
    try unsafe DriverStatement(driver, connection, text).rows()
  }
}

/// What ADBC calls the facts about an engine, and where a driver writes them.
enum EngineInformation {
  static let engine: UInt32 = 0
  static let version: UInt32 = 1
  static let driver: UInt32 = 100
  static let driverVersion: UInt32 = 101

  /// The texts among the facts: a column of codes, and a dense union of which the first member is text.
  static func read(_ batch: ArrowArray) -> [UInt32: String] {
    guard unsafe batch.n_children == 2, let codes = unsafe batch.children[0]?.pointee,
      let union = unsafe batch.children[1]?.pointee,
      let code = unsafe codes.buffers?[1], unsafe union.n_buffers == 2, let types = unsafe union.buffers?[0],
      let offsets = unsafe union.buffers?[1],
      unsafe union.n_children > 0, let texts = unsafe union.children[0]?.pointee, unsafe texts.n_buffers == 3,
      let starts = unsafe texts.buffers?[1],
      let letters = unsafe texts.buffers?[2]
    else { return [:] }
    var facts: [UInt32: String] = [:]
    for row in unsafe 0..<Int(batch.length)
    where unsafe types.load(fromByteOffset: row + Int(union.offset), as: Int8.self) == 0 {
      let place =
        unsafe Int(offsets.loadUnaligned(fromByteOffset: 4 * (row + Int(union.offset)), as: Int32.self))
        + Int(texts.offset)
      let start = unsafe Int(starts.loadUnaligned(fromByteOffset: 4 * place, as: Int32.self))
      let end = unsafe Int(starts.loadUnaligned(fromByteOffset: 4 * place + 4, as: Int32.self))
      guard start >= 0, end >= start else { continue }
      let fact = unsafe code.loadUnaligned(fromByteOffset: 4 * (row + Int(codes.offset)), as: UInt32.self)
      facts[fact] = unsafe String(
        decoding: UnsafeRawBufferPointer(start: letters + start, count: end - start), as: UTF8.self)
    }
    return facts
  }

  /// `PostgreSQL 15.20, ADBC PostgreSQL Driver 1.13.0`.
  static func words(_ facts: [UInt32: String]) -> String {
    let engine = [facts[engine], facts[version].map { number(ofVersion: $0) }]
    return [engine, [facts[driver], facts[driverVersion]]]
      .map { $0.compactMap(\.self).filter { isTold($0) }.joined(separator: " ") }.filter { !$0.isEmpty }
      .joined(separator: ", ")
  }

  /// Whether a driver that knows no version says so in words.
  static func isTold(_ fact: String) -> Bool { !fact.isEmpty && !fact.contains("unknown") }

  /// PostgreSQL's driver gives `150020` for 15.20.
  private static func number(ofVersion version: String) -> String {
    guard version.utf8.count == 6, let number = Int(version) else { return version }
    return "\(number / 10_000).\(number % 10_000)"
  }
}

/// A statement, released when nobody needs it.
@safe final class DriverStatement {
  private let driver: UnsafeMutablePointer<AdbcDriver>
  private let statement = UnsafeMutablePointer<AdbcStatement>.allocate(capacity: 1)
  private var isOpen = false

  init(
    _ driver: UnsafeMutablePointer<AdbcDriver>, _ connection: UnsafeMutablePointer<AdbcConnection>, _ text: String
  ) throws(EngineProblem) {
    unsafe self.driver = unsafe driver
    unsafe statement.initialize(to: AdbcStatement())
    unsafe statement.pointee.private_driver = unsafe driver
    try unsafe ask { unsafe driver.pointee.StatementNew?(connection, statement, $0) }
    isOpen = true
    try unsafe ask { unsafe driver.pointee.StatementSetSqlQuery?(statement, text, $0) }
  }

  deinit {
    if isOpen { _ = unsafe driver.pointee.StatementRelease?(statement, nil) }
    unsafe statement.deallocate()
  }

  private func ask(_ call: (UnsafeMutablePointer<AdbcError>) -> AdbcStatus?) throws(EngineProblem) {
    var error = unsafe AdbcError()
    guard let status = unsafe call(&error) else { throw EngineProblem("the driver has no function for queries") }
    guard status != 0 else { return }
    let words = unsafe error.message.map { unsafe String(cString: $0) }?.trimmingBlanks ?? ""
    unsafe error.release?(&error)
    throw EngineProblem("the query was refused: \(words.isEmpty ? "status \(status)" : words)", isOfSettings: true)
  }

  func run() throws(EngineProblem) {
    try unsafe ask { unsafe driver.pointee.StatementExecuteQuery?(statement, nil, nil, $0) }
  }

  func rows() throws(EngineProblem) -> DriverRows {
    var stream = unsafe ArrowArrayStream()
    try unsafe ask { unsafe driver.pointee.StatementExecuteQuery?(statement, &stream, nil, $0) }
    guard unsafe stream.get_next != nil, unsafe stream.get_schema != nil else {
      throw EngineProblem("the driver gives no rows")
    }
    return try unsafe DriverRows(stream, of: self)
  }
}

/// The rows of a query, batch after batch.
@safe final class DriverRows {
  let columns: [ArrowColumn]
  private var stream: ArrowArrayStream
  private let statement: DriverStatement

  init(_ stream: ArrowArrayStream, of statement: DriverStatement) throws(EngineProblem) {
    var stream = unsafe stream
    var schema = unsafe ArrowSchema()
    defer { unsafe schema.release?(&schema) }
    do throws(EngineProblem) {
      guard unsafe stream.get_schema(&stream, &schema) == 0 else { throw unsafe Self.failure(&stream) }
      guard unsafe schema.format.map({ unsafe String(cString: $0) }) == "+s" else {
        throw EngineProblem("the driver gives no rows but one column")
      }
      var columns: [ArrowColumn] = []
      for index in unsafe 0..<Int(schema.n_children) {
        guard let child = unsafe schema.children?[index] else {
          throw EngineProblem("the driver leaves out a column that it names")
        }
        unsafe columns.append(try ArrowColumn(child.pointee))
      }
      guard !columns.isEmpty else { throw EngineProblem("the query gives no columns", isOfSettings: true) }
      self.columns = columns
    } catch {
      unsafe stream.release?(&stream)
      throw error
    }
    unsafe self.stream = unsafe stream
    self.statement = statement
  }

  deinit { unsafe stream.release?(&stream) }

  private static func failure(_ stream: inout ArrowArrayStream) -> EngineProblem {
    let words = unsafe stream.get_last_error?(&stream).map { unsafe String(cString: $0) }?.trimmingBlanks ?? ""
    return EngineProblem("the rows stopped coming: \(words.isEmpty ? "the driver does not say why" : words)")
  }

  /// Appends the next batch as rows of CSV; the number of rows, or nil at the end.
  func next(to out: inout [UInt8]) throws(EngineProblem) -> Int? {
    var batch = unsafe ArrowArray()
    guard unsafe stream.get_next(&stream, &batch) == 0 else { throw unsafe Self.failure(&stream) }
    guard unsafe batch.release != nil else { return nil }
    defer { unsafe batch.release?(&batch) }
    guard unsafe batch.n_children == columns.count, unsafe batch.length >= 0, unsafe batch.offset >= 0 else {
      throw EngineProblem(unsafe "the driver gives \(batch.n_children) columns in place of \(columns.count)")
    }
    var cells: [ArrowCells] = unsafe []
    for (index, column) in columns.enumerated() {
      guard let child = unsafe batch.children?[index] else {
        throw EngineProblem("the driver leaves out the column '\(column.name)'")
      }
      unsafe cells.append(try ArrowCells(column, child))
      guard unsafe cells[index].count >= Int(batch.offset + batch.length) else {
        throw EngineProblem("the driver gives fewer cells of the column '\(column.name)' than it says")
      }
    }
    for row in unsafe Int(batch.offset)..<Int(batch.offset + batch.length) {
      let start = out.count
      for unsafe(index, column) in unsafe cells.enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        try unsafe column.append(row, to: &out)
      }
      // An empty line is no row.
      if out.count == start { out.append(contentsOf: "\"\"".utf8) }
      out.append(UInt8(ascii: "\n"))
    }
    return unsafe Int(batch.length)
  }
}
