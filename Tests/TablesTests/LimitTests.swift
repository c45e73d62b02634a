import Files
import Findings
import Foundation
import Glibc
import SQLite
import Testing

@testable import Tables

/// Tables larger than anybody needs, and what is no file at all.
@Suite struct LimitTests {
  private func limits(_ setting: Limits.Setting, _ value: Int) -> Limits {
    var limits = Limits()
    limits[setting] = value
    return limits
  }

  /// Why a CSV file is not read to its end.
  private func problem(_ text: String, _ limits: Limits, layout: TableLayout = TableLayout()) throws -> String? {
    try withFile(Array(text.utf8)) { path in
      do throws(TableProblem) {
        var reader = try TableReader(file: path, layout: layout, limits: limits)
        while try reader.advance() {}
        return nil
      } catch {
        return error.finding(file: "f.csv").description
      }
    }
  }

  @Test func `a cell, a row, its columns and the rows have a largest size, told where it is passed`() throws {
    let long = String(repeating: "x", count: 1025)
    #expect(
      try problem("a,b\n1,2\n3,\(long)\n", limits(.cell, 1))
        == "f.csv:3:3: error: the cell that begins here has more than 1 KiB; raise cell_kib under limits in vigie.yml if it should be read"
    )
    #expect(try problem("a,b\n3,\(long.dropLast())\n", limits(.cell, 1)) == nil)
    #expect(try problem("a,b\n3,\(long)\n", limits(.cell, 2)) == nil)
    #expect(
      try problem("a,b\n1,2\n", limits(.columns, 1))
        == "f.csv:1:3: error: the row has more than 1 columns; raise columns under limits in vigie.yml if it should be read"
    )
    #expect(
      try problem("a\n1\n2\n3\n", limits(.rows, 2))
        == "f.csv:4: error: the table has more than 2 rows; raise rows under limits in vigie.yml if it should be read")
    #expect(try problem("a\n1\n2\n", limits(.rows, 2)) == nil)
    let open = "a,b\n1,\"" + String(repeating: "words, and lines\n", count: 320_000)
    #expect(
      try problem(open, limits(.row, 1))
        == "f.csv:2: error: the row that begins here has more than 1 MiB; look for a quotation mark that nothing closes, or else raise row_mib under limits in vigie.yml if it should be read"
    )
  }

  @Test func `a file of two gibibytes that holds nothing is refused by its size, before it is read`() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "sparse-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(FileManager.default.createFile(atPath: path, contents: Data("a,b\n".utf8)))
    let file = try #require(FileHandle(forWritingAtPath: path))
    try file.truncate(atOffset: 2 << 30)
    let time = ContinuousClock().measure {
      #expect(throws: TableProblem(.tooLarge(.table, limit: 1_024))) {
        _ = try TableReader(file: path, limits: limits(.table, 1_024)).header
      }
    }
    #expect(time < .seconds(1))
  }

  @Test func `what a gzip file unpacks to has the limits of the table`() throws {
    let packed = try GzipTests.packed(Array("a\n".utf8) + [UInt8](repeating: 0x0A, count: 2 << 20))
    let problem = try withFile(packed) { path in
      #expect(throws: TableProblem.self) {
        var reader = try TableReader(file: path, limits: limits(.table, 1))
        while try reader.advance() {}
      }
    }
    #expect(problem == TableProblem(.tooLarge(.table, limit: 1)))
  }

  @Test(arguments: [
    "with recursive n(x) as (select 1 union all select x + 1 from n) select x as id from n",
    "with recursive n(x) as (select 1 union all select x + 1 from n) select count(*) as id from n",
  ])
  func `a query without an end is stopped, by its rows or by its steps`(query: String) throws {
    var limits = limits(.querySteps, 2)
    limits[.rows] = 1_000
    let problem = #expect(throws: TableProblem.self) {
      _ = try TableReader(query: query, over: [], functions: [], limits: limits).header
    }
    let expected: TableProblem.Kind =
      query.contains("count") ? .tooLarge(.querySteps, limit: 2) : .tooLarge(.rows, limit: 1_000)
    #expect(problem == TableProblem(expected))
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).db").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Database(path, .writing).execute("create table t (id)")
    #expect(throws: TableProblem(expected)) { _ = try TableReader(sqlite: path, query: query, limits: limits).header }
  }

  @Test(arguments: ["zeroblob(2000000)", "replace(zeroblob(1500000), x'00', x'0000')"])
  func `a text that a query makes has a largest size`(value: String) throws {
    let problem = #expect(throws: TableProblem.self) {
      _ = try TableReader(query: "select \(value) as id", over: [], functions: [], limits: limits(.row, 1)).header
    }
    #expect(problem == TableProblem(.tooLarge(.row, limit: 1)))
  }

  @Test func `a query within its limits gives all its rows`() throws {
    let query = "with recursive n(x) as (select 1 union all select x + 1 from n where x < 1000) select x as id from n"
    var reader = try TableReader(query: query, over: [], functions: [], limits: limits(.rows, 1_000))
    var count = 0
    while try reader.advance() { count += 1 }
    #expect(count == 1_000)
  }

  @Test func `pipes, sockets, devices and folders are named for what they are, and nothing waits for them`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "kinds-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let pipe = folder + "/pipe"
    #expect(mkfifo(pipe, 0o600) == 0)
    let socket = folder + "/socket"
    #expect(bindSocket(socket))
    let device = "it is a pipe or a device, which may have no end"
    for (path, reason) in [
      (pipe, device), (socket, "it is a socket or a device"), ("/dev/zero", device), (folder, "it is a folder"),
    ] {
      #expect(throws: TableProblem(.unreadable(reason)), "\(path)") { _ = try TableReader(file: path).header }
      #expect(throws: TableProblem(.unreadable(reason)), "\(path)") {
        _ = try TableReader(sqlite: path, query: "select 1").header
      }
      #expect(throws: SQLiteError.self) { _ = try Database(path, .writing) }
    }
  }

  /// Makes a socket with a name.
  private func bindSocket(_ path: String) -> Bool {
    let descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix($0.count - 1)) }
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
      }
    }
  }
}
