import Foundation
import Testing

/// What `vigie review` records and says.
@Suite struct ReviewTests {
  private static let header = "account_id,date,list,decision,by,note,next_step,due_on,private\n"
  private static let decision = ["--list", "green-but-yellow", "--decision"]

  @Test func `a decision lands in a new table, and the next build shows it`() throws {
    let folder = try StarterFolder()
    let outcome = try folder.record(
      ["review", "larkfield clinics", "p"] + Self.decision + ["csm_right", "--note", "Says \"no\".", "--by", "Ines"])
    #expect(
      outcome
        == Program.Outcome(
          status: 0,
          output: """
            Larkfield Clinics (A-001), green-but-yellow since 2026-11-16
            before: open, a decision is due by 2026-11-30
            now: decided until 2026-12-14
            recorded csm_right of 2026-11-16 in p/data/reviews.csv:2; no earlier row was changed

            """, errors: ""))
    #expect(
      try folder.text("data/reviews.csv")
        == Self.header + "A-001,2026-11-16,green-but-yellow,csm_right,Ines,\"Says \"\"no\"\".\",,,\n")
    #expect(try folder.run("build").output.hasPrefix("read 42 rows, used 42, refused 0; "))
    let report = try JSONSerialization.jsonObject(with: folder.files()["report.json"] ?? Data()) as? [String: Any]
    let lists = report?["lists"] as? [String: [[String: Any]]]
    let item = lists?["green-but-yellow"]?.first { $0["account"] as? String == "A-001" }
    #expect(item?["state"] as? String == "decided")
    #expect(item?["overdue"] as? Bool == false)
  }

  @Test func `a deferral is told with its day, in the current folder`() throws {
    let folder = try StarterFolder()
    let outcome = try Program.run(
      ["review", "A-001"] + Self.decision + ["defer", "--due-on", "2026-12-01"] + StarterFolder.asOf,
      in: folder.url.appending(path: "p"))
    #expect(
      outcome.output.contains("\nnow: deferred until 2026-12-01\nrecorded defer of 2026-11-16 in data/reviews.csv:2;"))
    #expect(outcome.errors.isEmpty)
  }

  @Test func `a due day before the row's own is warned of`() throws {
    let folder = try StarterFolder()
    let outcome = try folder.record(["review", "A-001", "p"] + Self.decision + ["defer", "--due-on", "2026-11-15"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("\nnow: reopened, a decision is due by 2026-11-30\n"))
    #expect(
      outcome.errors
        == "p/data/reviews.csv:2: warning: the due day 2026-11-15 lies before 2026-11-16 and counts as that day\n")
  }

  @Test func `a row that an older one comes after is warned of`() throws {
    let folder = try StarterFolder()
    let rows = Self.header + "A-001,2026-11-20,green-but-yellow,both,,,,,\nA-001,2026-11-21,quiet,both,,,,,\n"
    try folder.write(rows, to: "data/reviews.csv")
    let outcome = try folder.record(["review", "A-001", "p"] + Self.decision + ["both"])
    #expect(
      outcome.errors
        == "p/data/reviews.csv:4: warning: a row of 2026-11-20 for the same account and list supersedes this one\n")
    #expect(outcome.output.contains("\nbefore: open, a decision is due by 2026-11-30\nnow: decided until 2026-12-14\n"))
  }

  @Test func `a list that the account is not on is refused unless the user insists`() throws {
    let folder = try StarterFolder()
    let arguments = ["review", "A-001", "p", "--list", "quiet", "--decision", "both"]
    #expect(
      try folder.record(arguments)
        == .refusal(
          "vigie: Larkfield Clinics (A-001) is not on quiet on 2026-11-16; it is on green-but-yellow, renewals; "
            + "to record the decision all the same, add --anyway; nothing was written"))
    #expect(try folder.text("data/reviews.csv") == nil)
    let outcome = try folder.record(arguments + ["--anyway"])
    #expect(outcome.status == 0)
    #expect(
      outcome.output.hasPrefix(
        "Larkfield Clinics (A-001), quiet\nbefore: not on this list\nnow: not on this list\nrecorded both "))
    #expect(try folder.text("data/reviews.csv") == Self.header + "A-001,2026-11-16,quiet,both,,,,,\n")
  }

  @Test(arguments: [
    (
      ["--list", "renewal", "--decision", "both"], "did you mean 'renewals'?"
    ),
    (
      ["--list", "quiet", "--decision", "defered"],
      "did you mean 'defer'?"
    ),
    (["--list", "quiet", "--decision", "maybe"], "write one of: score_right, csm_right, both, defer, not_pursued"),
    (["--decision", "both"], "--list"), (decision + ["both", "--data", "p"], "--data"),
    (decision + ["both", "--due-on", "tomorrow"], "--due-on"),
  ])
  func `a command line that makes no sense ends with 64`(arguments: [String], part: String) throws {
    let folder = try StarterFolder()
    let outcome = try folder.record(["review", "A-001", "p"] + arguments)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("Error: ") && outcome.errors.contains(part), "\(outcome.errors)")
    #expect(try folder.text("data/reviews.csv") == nil)
  }
}

extension StarterFolder {
  /// Runs a command that takes the portfolio after other arguments, as of the day of its data.
  func record(_ arguments: [String]) throws -> Program.Outcome {
    try Program.run(arguments + Self.asOf, in: url)
  }

  /// The text of a file of the portfolio; nil when there is none.
  func text(_ file: String) throws -> String? {
    let path = url.appending(path: "p/" + file)
    guard FileManager.default.fileExists(atPath: path.path) else { return nil }
    return String(decoding: try Data(contentsOf: path), as: UTF8.self)
  }
}
