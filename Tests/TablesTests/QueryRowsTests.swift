import Foundation
import SQLite
import Testing

@testable import Tables

/// Queries on a SQLite file.
@Suite struct QueryRowsTests {
  @discardableResult
  private func withDatabase<Result>(_ body: (String) throws -> Result) throws -> Result {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).db").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Database(path, .writing).execute(
      """
      create table usage (org text, sessions, share real);
      insert into usage values ('a', 12, 0.25), ('b', null, 1e21), ('ü"', -9223372036854775808, 5);
      """)
    return try body(path)
  }

  private func rows(_ path: String, _ query: String) throws -> (header: [String], rows: [[String]], places: [[Int]]) {
    var reader = try TableReader(sqlite: path, query: query)
    var rows: [[String]] = []
    var places: [[Int]] = []
    while try reader.advance() {
      rows.append((0..<reader.count).map { reader.withCell($0) { String(decoding: $0, as: UTF8.self) } })
      places.append([reader.line, reader.position(of: 1).line, reader.position(of: 1).column])
    }
    return (reader.header, rows, places)
  }

  @Test(arguments: [1, 192, 4096])
  func `a database that was cut off is damaged, since SQLite reads what is left as if it were all`(cut: Int) throws {
    try withDatabase { path in
      let whole = try Data(contentsOf: URL(fileURLWithPath: path))
      try whole.dropLast(cut).write(to: URL(fileURLWithPath: path))
      #expect(throws: TableProblem(.damaged("it has \(whole.count - cut) bytes of \(whole.count)"))) {
        _ = try TableReader(sqlite: path, query: "select * from usage").header
      }
    }
  }

  @Test func `rows come as text, nulls as blanks, numbers in a form that is read back`() throws {
    try withDatabase { path in
      let (header, rows, places) = try rows(path, "select org, sessions, share as part from usage order by org")
      #expect(header == ["org", "sessions", "part"])
      #expect(rows.map { $0[0] } == ["a", "b", "ü\""])
      #expect(rows.map { $0[1] } == ["12", "", "-9223372036854775808"])
      #expect(rows.map { CellParsing.number($0[2]) } == [0.25, 1e21, 5])
      #expect(places == [[1, 1, 2], [2, 2, 2], [3, 3, 2]])
    }
  }

  @Test func `a query without rows still has its columns`() throws {
    try withDatabase { path in
      let (header, rows, _) = try rows(path, "select org from usage where 0")
      #expect(header == ["org"])
      #expect(rows.isEmpty)
    }
  }

  @Test func `a query that the database refuses is a problem in its words`() throws {
    try withDatabase { path in
      #expect(throws: TableProblem(.query("no such table: usages"))) { try rows(path, "select * from usages") }
    }
  }

  @Test(arguments: [
    "delete from usage", "insert into usage values ('x', 1, 1)", "create table t (a)", "drop table usage",
  ])
  func `nothing is ever written`(statement: String) throws {
    try withDatabase { path in
      let before = try Data(contentsOf: URL(fileURLWithPath: path))
      #expect(throws: TableProblem.self) { try rows(path, statement) }
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
      #expect(try rows(path, "select count(*), 1 from usage").rows == [["3", "1"]])
    }
  }

  @Test func `a file that is missing or no database is a problem, and none is made`() throws {
    let missing = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).db").path
    #expect(throws: TableProblem.self) { try rows(missing, "select 1") }
    #expect(!FileManager.default.fileExists(atPath: missing))
    try withFile(Array("account_id,name\n".utf8)) { path in
      #expect(throws: TableProblem(.notDatabase)) { try rows(path, "select 1") }
    }
  }
}

/// Databases that other programs use, or that are not alone in their folder.
@Suite struct SharedDatabaseTests {
  /// A folder with a database in WAL mode, and the connection that has it open.
  private func withLog<Result>(_ body: (_ folder: URL, _ writer: Database) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("wal ?#%\u{FC}-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let writer = try Database(folder.appendingPathComponent("crm.db").path, .writing)
    try writer.execute("pragma journal_mode = wal; create table t (a, b); insert into t values (1, 2)")
    return try body(folder, writer)
  }

  private func count(_ folder: URL) throws -> Int {
    var reader = try TableReader(sqlite: folder.appendingPathComponent("crm.db").path, query: "select * from t")
    var count = 0
    while try reader.advance() { count += 1 }
    return count
  }

  /// A folder beside with copies of some of the files.
  private func copy(_ names: [String], from folder: URL) throws -> URL {
    let copy = folder.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
    for name in names {
      try FileManager.default.copyItem(at: folder.appendingPathComponent(name), to: copy.appendingPathComponent(name))
    }
    return copy
  }

  private func state(_ folder: URL) throws -> [String: Data] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).reduce(into: [:]) { files, name in
      files[name] = try Data(contentsOf: folder.appendingPathComponent(name))
    }
  }

  @Test func `a database in WAL mode is read with its log, and nothing is left beside it or changed`() throws {
    try withLog { folder, writer in
      let unfinished = try copy(["crm.db", "crm.db-wal"], from: folder)
      let before = try state(unfinished)
      #expect(try count(unfinished) == 1)
      #expect(try state(unfinished) == before)
      #expect(try count(folder) == 1)
      try writer.execute("pragma wal_checkpoint(truncate)")
      let finished = try copy(["crm.db"], from: folder)
      #expect(try count(finished) == 1)
      #expect(try state(finished).keys.sorted() == ["crm.db"])
    }
  }

  @Test func `a lock that stays is waited for and then named`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let writer = try Database(folder.appendingPathComponent("crm.db").path, .writing)
    try writer.execute("create table t (a, b); insert into t values (1, 2); begin exclusive")
    let start = ContinuousClock.now
    #expect(throws: TableProblem(.locked)) { try count(folder) }
    #expect(ContinuousClock.now - start > .seconds(4))
    try writer.execute("commit")
    #expect(try count(folder) == 1)
  }

  @Test func `what is no database is named for what it is`() throws {
    try withFile([0x50, 0x4B, 0x03, 0x04] + Array("xl/workbook.xml".utf8)) { path in
      #expect(throws: TableProblem(.otherKind(.workbook))) {
        _ = try TableReader(sqlite: path, query: "select 1").header
      }
    }
    #expect(throws: TableProblem(.unreadable("it is a folder"))) {
      _ = try TableReader(sqlite: "/", query: "select 1").header
    }
  }
}

/// The behaviour that both kinds of table share.
@Suite struct TableReaderTests {
  @Test func `the first line names the columns and a short row ends in blanks`() throws {
    try withFile(Array("id;name\na\n".utf8)) { path in
      var reader = try TableReader(file: path)
      #expect(reader.header == ["id", "name"])
      #expect(reader.headerPositions.map { [$0.line, $0.column] } == [[1, 1], [1, 4]])
      #expect(try reader.advance())
      #expect(reader.withCell(1) { $0.count } == 0)
      #expect(try !reader.advance())
    }
  }

  @Test func `a file without a line is empty`() throws {
    try withFile([]) { path in
      #expect(throws: TableProblem(.empty)) { _ = try TableReader(file: path).header }
    }
  }

  @Test func `a file that is missing or a folder cannot be read`() {
    #expect(throws: TableProblem(.unreadable("No such file or directory"))) {
      _ = try TableReader(file: "/no/such/file.csv").header
    }
    #expect(throws: TableProblem(.unreadable("it is a folder"))) { _ = try TableReader(file: "/").header }
    let device = "it is a pipe or a device, which may have no end"
    #expect(throws: TableProblem(.unreadable(device))) { _ = try TableReader(file: "/dev/zero").header }
    #expect(throws: TableProblem(.unreadable(device))) {
      _ = try TableReader(sqlite: "/dev/zero", query: "select 1").header
    }
  }
}
