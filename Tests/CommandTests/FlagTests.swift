import Foundation
import Testing

/// What `vigie flag` records and says.
@Suite struct FlagTests {
  private static let table = "data/sentiment.csv"

  @Test func `a flag lands behind the others, and the score is no other for it`() throws {
    let folder = try StarterFolder()
    let before = try folder.text(Self.table) ?? ""
    let outcome = try folder.record(
      ["flag", "A-003", "yellow", "p", "--reason", "Chef leaves.", "--note", "Says Inès, \"soon\"."])
    #expect(
      outcome
        == Program.Outcome(
          status: 0,
          output: """
            Café Mirabel (A-003), score 75, green
            before: green of 2026-10-28 by Luc Perrin, 19 days old and fresh
            now: yellow of 2026-11-16 by Luc Perrin, which differs from the score's green
            recorded in p/data/sentiment.csv:6; no earlier row was changed

            """, errors: ""))
    #expect(
      try folder.text(Self.table)
        == before + "A-003,2026-11-16,yellow,Luc Perrin,Chef leaves.,\"Says Inès, \"\"soon\"\".\"\n")
    #expect(
      try Program.run(["explain", "A-003", "p"] + StarterFolder.asOf, in: folder.url).output
        .contains("published 75: green"))
  }

  @Test(arguments: [
    ("A-002", "green", "a flag that differs from the score asks for a reason; record it again with --reason"),
    ("A-002", "yellow", "a yellow flag asks for a reason; record it again with --reason"), ("A-003", "green", nil),
  ])
  func `a reason is asked for where the flag differs or is not green`(account: String, flag: String, warning: String?)
    throws
  {
    let folder = try StarterFolder()
    let outcome = try folder.record(["flag", account, flag, "p"])
    #expect(outcome.status == 0)
    #expect(outcome.errors == (warning.map { "p/data/sentiment.csv:6: warning: \($0)\n" } ?? ""))
    #expect(try folder.record(["flag", account, flag, "p", "--reason", "Because."]).errors.isEmpty)
  }

  @Test func `an account without flag or score is told as one`() throws {
    let folder = try StarterFolder()
    try folder.edit("data/accounts.csv", "2027-06-01,", "2027-06-01,2026-11-01")
    try FileManager.default.removeItem(at: folder.url.appending(path: "p/" + Self.table))
    let outcome = try folder.record(["flag", "A-003", "green", "p", "--csm", "Dana"])
    #expect(
      outcome.output == """
        Café Mirabel (A-003), not active on 2026-11-16, so without a score
        before: no flag
        now: green of 2026-11-16 by Dana, with no score to compare it with
        recorded in p/data/sentiment.csv:2; no earlier row was changed

        """)
    #expect(
      try folder.text(Self.table)
        == "account_id,date,flag,csm,reason,note,private\nA-003,2026-11-16,green,Dana,,,\n")
  }

  @Test func `a table without a column for the manager takes flags all the same`() throws {
    let folder = try StarterFolder()
    try folder.write("account_id,date,flag\n", to: Self.table)
    #expect(try folder.record(["flag", "A-003", "green", "p"]).status == 0)
    #expect(try folder.text(Self.table) == "account_id,date,flag\nA-003,2026-11-16,green\n")
    #expect(
      try folder.record(["flag", "A-003", "green", "p", "--csm", "Dana"])
        == .refusal(
          "vigie: p/data/sentiment.csv has no column 'csm'; add it to the end of its first line, or leave that out; "
            + "nothing was written"))
  }

  @Test func `a flag of an earlier day is warned of`() throws {
    let folder = try StarterFolder()
    let outcome = try Program.run(
      ["flag", "A-001", "green", "p", "--as-of", "2026-10-20"], in: folder.url)
    #expect(outcome.output.contains("\nbefore: green of 2026-10-12 by Dana Holm, 8 days old and fresh\n"))
    #expect(
      outcome.errors
        == "p/data/sentiment.csv:6: warning: a row of 2026-11-10 for the same account supersedes this one\n")
  }

  @Test func `a colour that is none ends with 64`() throws {
    let folder = try StarterFolder()
    let outcome = try folder.record(["flag", "A-001", "yelow", "p"])
    #expect(outcome.status == 64)
    #expect(outcome.errors.hasPrefix("Error: The value 'yelow' is invalid for '<flag>': did you mean 'yellow'?\n"))
  }
}
