import Foundation
import Testing

@testable import SQLite

/// SQLite files, checked against what the library promises.
@Suite struct DatabaseTests {
  private func withFile<Result>(_ body: (String) throws -> Result) throws -> Result {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).db").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try body(path)
  }

  @Test func `every kind of cell comes back as it was written`() throws {
    try withFile { path in
      let database = try Database(path, .writing)
      try database.execute("CREATE TABLE t (a, b, c, d, e, f, g)")
      try database.run(
        "INSERT INTO t VALUES (?, ?, ?, ?, ?, ?, ?)",
        [Int64.min, 0.1, "", "é\0\u{1F600}", [UInt8](), [0, 255] as [UInt8], String?.none])
      let row = try database.prepare("SELECT * FROM t")
      #expect(row.columns == ["a", "b", "c", "d", "e", "f", "g"])
      #expect(try row.step())
      let cells = (0..<7).map(row.cell)
      #expect(
        cells == [.integer(.min), .real(0.1), .text(""), .text("é\0\u{1F600}"), .blob([]), .blob([0, 255]), .null])
      #expect(try row.value("g", as: String?.self) == nil)
      #expect(try !row.step())
    }
  }

  @Test func `a cell of another type is an error and no crash`() throws {
    try withFile { path in
      let row = try Database(path, .writing).prepare("SELECT NULL, 'x'")
      #expect(try row.step())
      #expect(throws: SQLiteError.self) { try row.value(0, as: Int.self) }
      #expect(throws: SQLiteError.self) { try row.value(1, as: Double.self) }
      #expect(throws: SQLiteError(code: 1, message: "no such column: y")) { try row.value("y", as: Int.self) }
    }
  }

  @Test(arguments: [
    ("", "there is no statement"), ("SELECT 1; SELECT 2", "there is more than one statement"),
    ("SELEC 1", #"near "SELEC": syntax error"#),
  ])
  func `a text that is not one statement is refused`(text: String, words: String) throws {
    try withFile { path in
      let database = try Database(path, .writing)
      #expect(throws: SQLiteError(code: 1, message: words)) { try database.prepare(text) }
    }
  }

  @Test func `blanks and comments may follow a statement`() throws {
    try withFile { path in
      let seven = try Database(path, .writing).first("SELECT 7 ; -- seven\n", as: Int.self)
      #expect(seven == 7)
    }
  }

  @Test func `a transaction that throws or is not wanted leaves nothing`() throws {
    struct Stop: Error {}
    try withFile { path in
      let database = try Database(path, .writing)
      try database.execute("CREATE TABLE t (a)")
      #expect(throws: Stop.self) {
        try database.transaction {
          try database.run("INSERT INTO t VALUES (1)", [])
          throw Stop()
        }
      }
      try database.transaction {
        try database.run("INSERT INTO t VALUES (2)", [])
        return false
      }
      #expect(try database.first("SELECT count(*) FROM t") == 0)
      try database.transaction {
        try database.run("INSERT INTO t VALUES (3)", [])
        return true
      }
      #expect(try database.first("SELECT a FROM t") == 3)
    }
  }

  @Test func `a snapshot does not see what others write meanwhile`() throws {
    try withFile { path in
      let writer = try Database(path, .writing)
      try writer.execute("PRAGMA journal_mode = WAL; CREATE TABLE t (a); INSERT INTO t VALUES (1)")
      let reader = try Database(path, .reading)
      try reader.snapshot {
        #expect(try reader.first("SELECT count(*) FROM t") == 1)
        try writer.execute("INSERT INTO t VALUES (2)")
        #expect(try reader.first("SELECT count(*) FROM t") == 1)
      }
      #expect(try reader.first("SELECT count(*) FROM t") == 2)
    }
  }

  @Test func `reading neither makes nor changes a file`() throws {
    try withFile { path in
      #expect(throws: SQLiteError.self) { try Database(path, .reading) }
      #expect(!FileManager.default.fileExists(atPath: path))
      try Database(path, .writing).execute("CREATE TABLE t (a)")
      let error = #expect(throws: SQLiteError.self) { try Database(path, .reading).execute("DROP TABLE t") }
      #expect(error?.message == "attempt to write a readonly database")
    }
  }

  @Test func `a file of something else is damaged, and one that another writes to is busy`() throws {
    try withFile { path in
      try Data(
        "account_id,name\nA-1,Acme\n, and long enough to hold a header of a hundred bytes, or so it is meant".utf8
      )
      .write(to: URL(filePath: path))
      #expect(#expect(throws: SQLiteError.self) { try Database(path, .reading) }?.kind == .damaged)
    }
    try withFile { path in
      let one = try Database(path, .writing)
      try one.execute("BEGIN IMMEDIATE")
      let other = try Database(path, .writing, wait: 0)
      #expect(#expect(throws: SQLiteError.self) { try other.execute("BEGIN IMMEDIATE") }?.kind == .busy)
    }
  }
}
