import Files
import SQLite

/// The result of a query on a SQLite file, as text, row after row.
struct QueryRows {
  let header: [String]
  /// What functions of the query could not read.
  var unreadable: [UnreadableCells] = []
  /// What is wrong with rows of the files that the query reads.
  var faults: [FileFault] = []
  private var isUndisturbed = true
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// Whether a cell is a number by what it was made of; nil where texts and numbers are read alike.
  private var areNumbers: [Bool]?

  /// Runs one query on a file that is opened read-only.
  init(path: String, query: String, _ limits: Limits) throws(TableProblem) {
    // SQLite's own message for a missing file is about a database that cannot be opened.
    do throws(FileError) { _ = try OpenFile.toReadAll(path) } catch { throw TableProblem(.unreadable(error.reason)) }
    if let cut = Database.cut(path) {
      throw TableProblem(.damaged("it has \(cut.found) bytes of \(cut.wanted)"))
    }
    do throws(SQLiteError) {
      let database = try Database(path, .reading)
      try self.init(database, query: query, keepsTypes: false, limits)
      isUndisturbed = database.isUndisturbed
    } catch {
      throw Self.excess(error, limits) ?? TableProblem(QueryRows.problem(error, path: path))
    }
    guard isUndisturbed else { throw TableProblem(.locked) }
  }

  /// Runs one query.
  ///
  /// - Parameter keepsTypes: whether what is a number to SQLite is one, however texts are to be read.
  init(_ database: Database, query: String, keepsTypes: Bool, _ limits: Limits) throws(SQLiteError) {
    // Statements do not keep the connection, and with it goes the limit.
    defer { withExtendedLifetime(database) {} }
    database.limit(steps: limits.amount(of: .querySteps), bytesOfRow: limits.amount(of: .row))
    let rows = try database.prepare(query)
    guard rows.onlyReads else { throw SQLiteError("it writes, and a source is only read") }
    header = rows.columns
    areNumbers = keepsTypes ? [] : nil
    while try rows.step() {
      if !header.isEmpty, ends.count / header.count >= limits[.rows] { throw Self.tooLarge(.rows) }
      for column in 0..<header.count {
        let cell = rows.cell(column)
        QueryRows.append(cell, to: &bytes)
        if bytes.count - (ends.last ?? 0) > limits.amount(of: .cell) { throw Self.tooLarge(.cell) }
        ends.append(bytes.count)
        if keepsTypes { areNumbers?.append(cell.isNumber) }
      }
      if bytes.count > limits.amount(of: .table) { throw Self.tooLarge(.table) }
    }
  }

  /// The SHA-256 of names and cells: of what was read, wherever the database keeps it.
  var digest: String {
    let names = Digest.sha256(Array(header.map { "\($0.utf8.count):\($0)" }.joined().utf8))
    let places = Digest.sha256(Array(ends.map { String($0) }.joined(separator: " ").utf8))
    return Digest.sha256(Array("\(names)\n\(places)\n\(Digest.sha256(bytes))".utf8))
  }

  /// The number of rows.
  var count: Int { header.isEmpty ? 0 : ends.count / header.count }

  /// The bytes of a cell.
  func cell(_ column: Int, ofRow row: Int) -> ArraySlice<UInt8> {
    let index = row * header.count + column
    return bytes[(index > 0 ? ends[index - 1] : 0)..<ends[index]]
  }

  /// Whether a cell is a number, whatever the settings say about numbers.
  func isNumber(_ column: Int, ofRow row: Int) -> Bool { areNumbers?[row * header.count + column] ?? false }

  /// That the result is beyond a limit, until the caller makes a problem of the table of it.
  private static func tooLarge(_ setting: Limits.Setting) -> SQLiteError { SQLiteError(setting.rawValue) }

  /// The limit because of which a query was stopped; nil for every other error.
  static func excess(_ error: SQLiteError, _ limits: Limits) -> TableProblem? {
    if error.isOutOfSteps { return limits.problem(.querySteps) }
    if error.isTooLong { return limits.problem(.row) }
    return Limits.Setting(rawValue: error.message).map { limits.problem($0) }
  }

  /// Whether SQLite refuses the file or the query.
  private static func problem(_ error: SQLiteError, path: String) -> TableProblem.Kind {
    switch error.kind {
    case .busy: .locked
    case .unopenable: .unopenable
    case .damaged where error.isNoDatabase: otherKind(of: path)
    case .damaged where error.isDamage: .damaged(error.message)
    case .damaged, .other: .query(error.message)
    }
  }

  private static func otherKind(of path: String) -> TableProblem.Kind {
    guard let kind = FileKind(ofFile: path), kind != .sqlite else { return .notDatabase }
    return .otherKind(kind)
  }

  private static func append(_ cell: SQLiteCell, to bytes: inout [UInt8]) {
    switch cell {
    case .null: break
    case .integer(let number): bytes.append(contentsOf: String(number).utf8)
    case .real(let number): bytes.append(contentsOf: "\(number)".utf8)
    case .text(let text): bytes.append(contentsOf: text.utf8)
    case .blob(let data): bytes.append(contentsOf: String(decoding: data, as: UTF8.self).utf8)
    }
  }
}

extension SQLiteCell {
  fileprivate var isNumber: Bool {
    switch self {
    case .integer, .real: true
    case .null, .text, .blob: false
    }
  }
}
