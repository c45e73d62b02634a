import Foundation
import Testing

/// The exact answers to typical mistakes.
@Suite struct MistakeTests {
  private static let keys =
    "version, changed, bands, coverage_floor, dimensions, caps, segments, models, expansion, fitted, labels"

  @Test func `a misspelt column stops the build and is told once`() throws {
    let folder = try StarterFolder()
    try folder.edit("data/sentiment.csv", "flag", "flga")
    let outcome = try folder.run("build")
    #expect(
      outcome
        == .refusal(
          "data/sentiment.csv:1: error: the column 'flag' is missing; did you mean 'flga'?",
          "data/sentiment.csv:1:17: warning: sentiment has no column 'flga'; did you mean 'flag'?",
          "vigie: 1 error; read 37 rows, used 37, refused 0; nothing was written"))
  }

  @Test func `a misspelt column of accounts does not make every other row a stray`() throws {
    let folder = try StarterFolder()
    try folder.edit("data/accounts.csv", "name", "nmae")
    let outcome = try folder.run("build")
    #expect(
      outcome
        == .refusal(
          "data/accounts.csv:1: error: the column 'name' is missing; did you mean 'nmae'?",
          "vigie: 1 error; read 38 rows, used 38, refused 0; nothing was written"))
  }

  @Test func `a refused account is told in one line, with the rows that went with it`() throws {
    let folder = try StarterFolder()
    try folder.edit("data/accounts.csv", "Café Mirabel", "")
    let outcome = try folder.run("build")
    #expect(outcome.status == 0)
    let lines = outcome.errors.split(separator: "\n")
    #expect(lines.prefix { $0.hasPrefix("guard ") }.count == 2, "what is missing comes first")
    #expect(
      lines.dropFirst(2) == [
        "data/accounts.csv:4:7: error: name is blank; 12 rows of other tables are refused with it"
      ])
  }

  @Test func `a slip in an optional cell costs the cell, and strict stops at it`() throws {
    let folder = try StarterFolder()
    try folder.edit("data/accounts.csv", "9500", "9 500")
    let outcome = try folder.run("build")
    #expect(outcome.status == 0)
    let finding =
      "data/accounts.csv:4:31: error: arr is '9 500'; write a plain number such as 1234.5; thousands: \" \" reads it\n"
    #expect(outcome.errors == finding && outcome.output.contains("refused 0 and 1 cell;"), "\(outcome)")
    let strict = try folder.run("build", ["--strict"])
    #expect(strict.status == 1 && strict.errors.contains(finding), "\(strict)")
  }

  @Test func `ten thousand bad cells print a few lines, and every place only where all are wanted`() throws {
    let folder = try StarterFolder()
    let columns = (1...60).map { "m\($0)" }
    let rows = (0..<170).map { row in "A-001,2026-11-12," + columns.map { _ in "4.2 h\(row)" }.joined(separator: ",") }
    try folder.write(
      (["account_id,date," + columns.joined(separator: ",")] + rows).joined(separator: "\n") + "\n",
      to: "data/measures.csv")
    let outcome = try folder.run("check")
    let lines = outcome.errors.split(separator: "\n")
    #expect((20..<40).contains(lines.count), "\(lines.count)")
    #expect(lines.contains { $0.hasSuffix(" more such lines; --all lists them") })
    let all = try folder.run("check", ["--all"])
    #expect(all.errors.split(separator: "\n").count { $0.contains(" error: m1 is '4.2 h") } == 170)
  }

  @Test func `an impossible date refuses its row and the build goes on`() throws {
    let folder = try StarterFolder()
    try folder.edit("data/touchpoints.csv", "2026-09-22", "2026-02-30")
    let outcome = try folder.run("build")
    #expect(outcome.status == 0)
    #expect(
      outcome.errors == "data/touchpoints.csv:2:7: error: date is '2026-02-30'; write a day such as 2026-02-28\n")
    #expect(
      outcome.output
        == "read 41 rows, used 40, refused 1; as of 2026-11-16, the day of --as-of; wrote 72 files, left 0 unchanged, removed 0: p/site/index.html\n"
    )
  }

  @Test func `strict makes one refused row reason enough to stop`() throws {
    let folder = try StarterFolder()
    try folder.edit("data/touchpoints.csv", "2026-09-22", "2026-02-30")
    let outcome = try folder.run("build", ["--strict"])
    #expect(
      outcome
        == .refusal(
          "data/touchpoints.csv:2:7: error: date is '2026-02-30'; write a day such as 2026-02-28",
          "vigie: 1 error; read 41 rows, used 40, refused 1; nothing was written"))
    #expect(try folder.files().isEmpty)
  }

  @Test func `an unknown key of the model is named with its place and the keys there are`() throws {
    let folder = try StarterFolder()
    try folder.append("colour: red\n", to: "model.yml")
    let outcome = try folder.run("build")
    let text = try String(contentsOf: folder.url.appending(path: "p/model.yml"), encoding: .utf8)
    let line = text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
    #expect(
      outcome
        == .refusal(
          "model.yml:\(line):1: error: unknown key 'colour' in the model; known: \(Self.keys)",
          "vigie: 1 error; read 41 rows, used 41, refused 0; nothing was written"))
  }

  @Test func `no cell breaks a line of the terminal or commands it`() throws {
    let folder = try StarterFolder()
    try folder.edit("data/sentiment.csv", ",yellow,", ",\"\u{1B}[31mred\u{9B}\ndata/x.csv:1: error: made up\",")
    let outcome = try folder.run("build")
    #expect(
      outcome.errors
        == "data/sentiment.csv:3:18: error: flag is ' [31mred  data/x.csv:1: error: made up'; "
        + "write one of: green, yellow, red\n")
  }

  @Test func `a note that cannot be read stops the build`() throws {
    let folder = try StarterFolder()
    try folder.write("", to: "data/notes/A-002.md/x")
    let outcome = try folder.run("build")
    #expect(
      outcome
        == .refusal(
          "data/notes/A-002.md: error: cannot be read: it is a folder",
          "vigie: 1 error; read 41 rows, used 41, refused 0; nothing was written"))
  }

  @Test func `a misspelt template file is told and the build goes on`() throws {
    let folder = try StarterFolder()
    try folder.write("x", to: "templates/acount.md")
    let outcome = try folder.run("build")
    #expect(outcome.status == 0)
    #expect(
      outcome.errors
        == "p/templates/acount.md: warning: no page uses a template of this name; did you mean 'account.md'?\n")
  }

  @Test(arguments: ["build", "check"])
  func `an unknown name in a template is told with line and column`(command: String) throws {
    let folder = try StarterFolder()
    try folder.write("# {{name}}\n  {{nmae}}\n", to: "templates/account.md")
    let outcome = try folder.run(command)
    #expect(
      outcome
        == .refusal(
          "p/templates/account.md:2:3: error: unknown name 'nmae'; did you mean 'name'?",
          "vigie: 1 problem in the templates; nothing was written"))
  }

  @Test(arguments: ["build", "check"])
  func `all faults of settings, model, data and templates are told in one run`(command: String) throws {
    let folder = try StarterFolder()
    try folder.edit("vigie.yml", "title:", "titel:")
    try folder.edit("model.yml", "version:", "vesion:")
    try folder.edit("data/sentiment.csv", "flag", "flga")
    try folder.edit("data/touchpoints.csv", "2026-09-22", "2026-02-30")
    try folder.write("{{nmae}}", to: "templates/account.md")
    try folder.write("{{/x}}", to: "templates/list.md")
    let outcome = try folder.run(command)
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    let lines = outcome.errors.split(separator: "\n")
    for part in [
      "vigie.yml:", "unknown key 'titel' in the settings; did you mean 'title'?",
      "unknown key 'vesion' in the model; did you mean 'version'?", "data/sentiment.csv:1: error: the column 'flag'",
      "data/touchpoints.csv:2:7: error: date is '2026-02-30'", "p/templates/account.md:1:1: error: unknown name 'nmae'",
      "p/templates/list.md:1:1: error: ",
    ] {
      #expect(lines.contains { $0.contains(part) }, "\(part) is missing from\n\(outcome.errors)")
    }
    let counts = "vigie: 5 errors; read 37 rows, used 36, refused 1"
    #expect(lines.last == "\(counts); 2 problems in the templates; nothing was written")
  }
}
