import Foundation
import Publishing
import Testing

/// The exit statuses of every command: 0 done, 1 refused, 64 wrong usage, 75 somebody else is at it.
@Suite struct StatusTests {
  /// A command line for each status that a command can end with, on a published starter; `preview` ends by a signal.
  static let commands: [(name: String, done: String, refused: String, wrong: String)] = [
    ("build", "build p", "build nowhere", "build p --as-of yesterday"),
    ("publish", "publish p", "publish p --revise why --fail-if green>=0", "publish p --fail-if green"),
    ("check", "check p", "check p --fail-if green>=0", "check p --format xml"),
    ("brief", "brief A-001 p", "brief Nobody p", "brief"),
    ("explain", "explain A-001 p", "explain Nobody p", "explain"),
    ("compare", "compare 2026-W46 2026-W47 p", "compare 2026-W40 2026-W47 p", "compare 2026-W47"),
    ("backtest", "backtest p", "backtest p --fail-if n>=0", "backtest p --fail-if many"),
    ("tune", "tune p", "tune nowhere", "tune p --horizon 60"),
    ("flag", "flag A-001 red p --reason Why", "flag Nobody red p --reason Why", "flag A-001 blue p"),
    (
      "review", "review A-001 p --list green-but-yellow --decision both --anyway",
      "review Nobody p --list green-but-yellow --decision both --anyway", "review A-001 p --list all --decision both"
    ),
    ("snapshot", "snapshot A-001 p", "snapshot Nobody p", "snapshot p"),
    ("sheet", "sheet p --as-of 2026-11-16", "sheet p --csm Nobody", "sheet p p"),
    ("collect", "collect p/sheets/2026-11-16.xlsx p", "collect p/vigie.yml p", "collect"),
    ("digest", "digest p", "digest p --csm Nobody", "digest p --if never"),
    ("verify", "verify p/archive", "verify p/vigie.yml", "verify"),
    ("withdraw", "withdraw 2026-W47 p --reason Why", "withdraw 2026-W40 p --reason Why", "withdraw 2026-W47 p"),
    ("init", "init new", "init p", "init new p"),
    ("import", "import p/data/tickets.csv p --dry-run", "import nowhere.csv p", "import"),
    ("doctor", "doctor p", "doctor nowhere", "doctor p p"),
    ("preview", "preview --help", "preview nowhere --no-open", "preview p --port many"),
  ]

  /// Adds the day of the starter where a command asks for one and the line names none.
  private func run(_ line: String, in folder: borrowing StarterFolder, _ more: String...) throws -> Program.Outcome {
    var words = line.split(separator: " ").map(String.init)
    let dated = ["build", "publish", "check", "brief", "explain", "backtest", "tune", "flag", "review", "snapshot"]
    if let command = words.first, dated.contains(command), !words.contains("--as-of"), words.count > 1 {
      words += StarterFolder.asOf
    }
    return try Program.run(words + more, in: folder.url)
  }

  /// A starter with two editions, made once.
  private static let twice = Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "vigie-status-\(UUID().uuidString)")
    let starter = try StarterFolder()
    try starter.write("ticket_id,account_id,opened_on\nT-1,A-001,2026-11-02\n", to: "data/tickets.csv")
    for day in ["2026-11-09", "2026-11-16"] {
      #expect(try Program.run(["publish", "p", "--as-of", day], in: starter.url).status == 0)
    }
    #expect(try Program.run(["sheet", "p", "--as-of", "2026-11-16"], in: starter.url).status == 0)
    try FileManager.default.copyItem(at: starter.url.appending(path: "p"), to: folder)
    return folder
  }

  private func published() throws -> StarterFolder {
    let folder = try StarterFolder()
    let place = folder.url.appending(path: "p")
    try FileManager.default.removeItem(at: place)
    try FileManager.default.copyItem(at: try Self.twice.get(), to: place)
    return folder
  }

  @Test(arguments: commands)
  func `a command ends with 0, 1 or 64, and says nothing but faults with --quiet`(
    name: String, done: String, refused: String, wrong: String
  ) throws {
    let folder = try published()
    let before = try folder.files("p")
    let failed = try run(refused, in: folder)
    #expect(failed.status == 1, "\(refused): \(failed)")
    #expect(failed.errors.split(separator: "\n").last?.hasPrefix("vigie: ") == true, "\(refused): \(failed.errors)")
    let misspelt = try run(wrong, in: folder)
    #expect(misspelt.status == 64 && misspelt.output.isEmpty, "\(wrong): \(misspelt)")
    #expect(misspelt.errors.hasPrefix("Error: "), "\(wrong): \(misspelt.errors)")
    #expect(try folder.files("p") == before, "\(name) that was refused changed something")
    let passed = try run(done, in: folder)
    #expect(passed.status == 0, "\(done): \(passed)")
    #expect(!passed.output.contains("\u{1B}"), "nothing is coloured")
    // The last line closes; results stay, and of two equal runs both may have nothing to write.
    if name != "preview" {
      let quiet = try run(done, in: try published(), "--quiet")
      #expect(quiet.status == 0, "\(done) --quiet: \(quiet)")
      let results = ["brief", "explain", "compare", "backtest", "tune", "import"]
      #expect(quiet.output.isEmpty != results.contains(name), "\(done) --quiet: \(quiet.output)")
      // These say first what they looked at, and end with their result.
      if !["backtest", "tune"].contains(name) {
        #expect(quiet.output.utf8.count < passed.output.utf8.count, "\(done): no closing line\n\(passed.output)")
      }
    }
  }

  @Test func `every command is in the table`() throws {
    let folder = try StarterFolder()
    let help = try Program.run(["--help"], in: folder.url).output
    let lines = help.split(separator: "\n").drop { !$0.hasPrefix("SUBCOMMANDS:") }.dropFirst()
    let names = lines.compactMap { line in
      line.hasPrefix("  ") && !line.hasPrefix("   ") ? line.split(separator: " ").first.map(String.init) : nil
    }
    #expect(Set(names).subtracting(["See"]) == Set(Self.commands.map(\.name)))
  }

  @Test func `who finds another at work ends with 75 and changes nothing`() throws {
    let folder = try published()
    let before = try folder.files("p")
    let held = try Publication.open(folder.url.appending(path: "p/site").path)
    for line in ["build p --out p/site", "publish p --revise why", "withdraw 2026-W47 p --reason why"] {
      let outcome = try run(line, in: folder)
      #expect(outcome.status == 75, "\(line): \(outcome)")
      #expect(outcome.output.isEmpty, "\(line): \(outcome)")
    }
    held.abandon()
    #expect(try folder.files("p") == before)
  }
}
