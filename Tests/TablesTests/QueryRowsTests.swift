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
      #expect(throws: TableProblem(.query("file is not a database"))) { try rows(path, "select 1") }
    }
  }
}

/// The behaviour that both kinds of table share.
@Suite struct TableReaderTests {
  @Test func `the first line names the columns and a short row ends in blanks`() throws {
    try withFile(Array("id;name\na\n".utf8)) { path in
      var reader = try TableReader(csv: path)
      #expect(reader.header == ["id", "name"])
      #expect(reader.headerPositions.map { [$0.line, $0.column] } == [[1, 1], [1, 4]])
      #expect(try reader.advance())
      #expect(reader.withCell(1) { $0.count } == 0)
      #expect(try !reader.advance())
    }
  }

  @Test func `a file without a line is empty`() throws {
    try withFile([]) { path in
      #expect(throws: TableProblem(.empty)) { _ = try TableReader(csv: path).header }
    }
  }

  @Test func `a file that is missing or a folder cannot be read`() {
    #expect(throws: TableProblem(.unreadable("No such file or directory"))) {
      _ = try TableReader(csv: "/no/such/file.csv").header
    }
    #expect(throws: TableProblem(.unreadable("it is a folder"))) { _ = try TableReader(csv: "/").header }
  }
}
