import Foundation
import Testing

@testable import Engines

/// Drivers that fail, in a process of their own.
@Suite struct EngineProcessTests {
  /// What was built beside the tests.
  private static func built(_ name: String) throws -> String {
    let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe").split(separator: "/")
    return "/" + own.dropLast().joined(separator: "/") + "/" + name
  }

  private func answer(
    _ mode: String, rows: Int = 3, seconds: Int = 20, _ change: (inout EngineQuestion) -> Void = { _ in }
  ) throws -> EngineAnswer {
    let address = EngineAddress(
      driver: try Self.built("libFakeDriver.so"), options: ["mode": mode, "password": "hunter2", "rows": String(rows)])
    var question = EngineQuestion(
      try ReadOnlyQuery("select 1"), of: try EnginePlaces(environment: [:]).connection(address), zone: "UTC",
      seconds: seconds)
    change(&question)
    return try question.answer(program: try Self.built("vigie"))
  }

  @Test func `an answer comes as canonical CSV`() throws {
    let answer = try answer("rows")
    #expect(
      String(decoding: answer.csv, as: UTF8.self) == """
        "account_id","date","logins"
        A0000001,2024-10-06,2
        A0000002,2024-10-05,1
        A0000003,2024-10-04,0

        """)
    #expect(answer.columns.map(\.isNumber) == [false, false, true])
    #expect(answer.rowCount == 3)
  }

  @Test func `a driver that talks all the time does not stand in the way`() throws {
    #expect(try answer("chatter").rowCount == 3)
  }

  @Test func `rows come in as many batches as the driver likes`() throws {
    #expect(try answer("rows", rows: 200_000).rowCount == 200_000)
  }

  @Test(arguments: [
    ("crash", "the driver crashed (Segmentation fault)"),
    ("panic", "the driver crashed (Aborted): panic: the runtime of the driver gave up"),
    ("exit", "the driver ended its process with status 3"),
    ("stop", "the rows stopped coming: the server went away"),
    ("no schema", "the rows stopped coming: the server went away"),
    ("cannot open", "the engine cannot open the database: the door is locked"),
    ("refuse", "the query was refused: there is no table of that name, says …"),
    ("no buffers", "the driver gives the column 'logins' in another layout than it says"),
    ("short column", "the driver gives fewer cells of the column 'date' than it says"),
    ("too few columns", "the driver gives 2 columns in place of 3"),
    ("not utf-8", "the driver gives a text that is not UTF-8"),
    ("backwards", "the driver gives a text of no length"),
    (
      "odd type",
      "the column 'logins' is of type interval, which is no cell of a table; cast it in the query to a text, a number or a day"
    ),
  ])
  func `a driver that fails is told with what it did`(mode: String, words: String) throws {
    let problem = #expect(throws: EngineProblem.self) { try answer(mode, rows: 100_000) }
    // Swift's own runtime may add a line about a crash.
    #expect(problem?.words.hasPrefix(words) ?? false, "\(problem?.words ?? "")")
  }

  @Test func `a driver that hangs is ended`() throws {
    let start = ContinuousClock.now
    let problem = #expect(throws: EngineProblem.self) { try answer("hang", seconds: 1) }
    #expect(
      problem?.words
        == "the engine has not answered in 1 seconds; let the query give less, or raise timeout of the source")
    #expect(ContinuousClock.now - start < .seconds(10))
  }

  @Test func `memory, rows and bytes have a limit`() throws {
    let memory = #expect(throws: EngineProblem.self) { try answer("memory") { $0.memory = 256 << 20 } }
    #expect(memory?.words == "the rows stopped coming: no memory is left")
    let rows = #expect(throws: EngineProblem.self) { try answer("rows", rows: 11) { $0.mostRows = 10 } }
    #expect(rows?.words == "the answer has more than 10 rows; let the query sum them up by account and week")
    let bytes = #expect(throws: EngineProblem.self) { try answer("rows", rows: 11) { $0.mostBytes = 100 } }
    #expect(bytes?.words == "the answer has more than 100 bytes; name fewer columns")
  }

  @Test func `what is no driver is told`() throws {
    let program = try Self.built("vigie")
    for (library, words) in [
      (try Self.built("vigie"), "cannot be loaded"), ("/etc/hostname", "cannot be loaded"),
      ("/nowhere.so", "there is no file"),
    ] {
      let problem = #expect(throws: EngineProblem.self) {
        let connection = try EnginePlaces(environment: [:]).connection(EngineAddress(driver: library))
        _ = try EngineQuestion(try ReadOnlyQuery("select 1"), of: connection, zone: "UTC").answer(program: program)
      }
      #expect(problem?.words.contains(words) ?? false)
    }
  }
}
