import Foundation
import Testing

/// `vigie compare`: a comparison of two editions, or of two models.
@Suite struct CompareTests {
  private func compare(_ arguments: [String], _ folder: borrowing StarterFolder) throws -> Program.Outcome {
    try Program.run(["compare"] + arguments, in: folder.url)
  }

  @Test func `two editions are taken apart in the terminal and on a page, and neither site nor ledger changes`() throws
  {
    let folder = try StarterFolder()
    _ = try folder.run("publish", ["--as-of", "2026-11-09"])
    _ = try folder.run("publish")
    let before = try folder.files("p")
    let outcome = try compare(["2026-W46", "2026-W47", "p"], folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      outcome.output.hasPrefix("What changed from 9\u{A0}Nov\u{A0}2026 to 16\u{A0}Nov\u{A0}2026\n"), "\(outcome.output)"
    )
    #expect(
      outcome.output.contains(
        "9\u{A0}Nov\u{A0}2026 → 16\u{A0}Nov\u{A0}2026  green  yellow  red  unscored  not a customer\n"))
    let files = try folder.files("p")
    let page = String(
      decoding: try #require(files["comparisons/2026-W46-2026-W47/index.html"]), as: UTF8.self)
    #expect(page.contains("a comparison, not an edition"))
    // The page is separate, so it links only to its own cells and style.
    #expect(!page.contains("href=\"accounts/") && !page.contains("href=\"index.html\""))
    #expect(page.contains("href=\"changes/"))
    #expect(files.filter { !$0.key.hasPrefix("comparisons/") } == before)
  }

  @Test func `a model is tried out before it is adopted`() throws {
    let folder = try StarterFolder()
    try folder.write(
      "version: \"trial\"\nchanged: {expected: everyone falls}\n"
        + PublishTests.usageOnly.replacing("best: 100", with: "best: 9000"),
      to: "other.yml")
    let outcome = try compare(["--model", "p/other.yml", "p", "--as-of", "2026-11-16"], folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("What its author expected: everyone falls\n"), "\(outcome.output)")
    #expect(outcome.output.contains("band on the same day and data"))
    #expect(outcome.output.contains("not enough outcomes yet"))
    #expect(try folder.files("p")["comparisons/2026-W47-model-other/index.html"] != nil)
    #expect(try folder.files("p")["history.sqlite"] == nil)
  }

  @Test func `a model that kept its version is told from the one in force by its file`() throws {
    let folder = try StarterFolder()
    try folder.write("version: \"1\"\n" + PublishTests.usageOnly, to: "model.yml")
    try folder.write(
      "version: \"1\"\n" + PublishTests.usageOnly.replacing("best: 100", with: "best: 9000"), to: "other.yml")
    let outcome = try compare(["--model", "p/other.yml", "p", "--as-of", "2026-11-16"], folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("model 1 → model other.yml"), "\(outcome.output)")
    #expect(outcome.output.contains(", most through usage ("), "\(outcome.output)")
  }

  @Test func `two publications of one week are compared by their revisions`() throws {
    let folder = try StarterFolder()
    _ = try folder.run("publish")
    try folder.write("version: \"2\"\n" + PublishTests.usageOnly, to: "model.yml")
    _ = try folder.run("publish", ["--revise", "another model"])
    let outcome = try compare(["2026-W47-r0", "2026-W47-r1", "p"], folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("→ 2"), "\(outcome.output)")
    #expect(
      try compare(["2026-W47-r1", "2026-W47-r0", "p"], folder).errors.contains("is not earlier than 2026-W47-r0"))
    #expect(
      try compare(["2026-W47-r0", "2026-W47-r7", "p"], folder).errors
        == "vigie: there is no edition '2026-W47-r7'; of that week there is 2026-W47-r0, 2026-W47-r1\n")
  }

  @Test func `a fault in the other model is told with its line`() throws {
    let folder = try StarterFolder()
    try folder.write("version: x\ndimensons: {}\n", to: "other.yml")
    let outcome = try compare(["--model", "p/other.yml", "p", "--as-of", "2026-11-16"], folder)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("p/other.yml:2:1: error: "), "\(outcome.errors)")
    #expect(outcome.errors.contains("did you mean 'dimensions'?"))
  }

  @Test func `an edition that is not there is told with the nearest, and so is the wrong order`() throws {
    let folder = try StarterFolder()
    #expect(
      try compare(["2026-W46", "2026-W47", "p"], folder).errors
        == "vigie: nothing has been published from 'p'; see vigie publish\n")
    _ = try folder.run("publish", ["--as-of", "2026-11-09"])
    _ = try folder.run("publish")
    #expect(
      try compare(["2026-W45", "2026-W47", "p"], folder).errors.hasPrefix(
        "vigie: there is no edition '2026-W45'; did you mean"))
    #expect(
      try compare(["2026-W47", "2026-W46", "p"], folder).errors
        == "vigie: 2026-W47 is not earlier than 2026-W46; name the earlier edition first\n")
    #expect(try compare(["2026-W47"], folder).status == 64)
    // The nearest in weeks, although the letters of 2026-W47 differ as little.
    #expect(
      try compare(["2026-W37", "2026-W47", "p"], folder).errors
        == "vigie: there is no edition '2026-W37'; did you mean '2026-W46'?\n")
    #expect(try compare(["2026-w46", "2026-w47", "p"], folder).status == 0)
    let day = try compare(["2026-W46", "2026-W47", "p", "--as-of", "31/12/2026"], folder)
    #expect(day.status == 64 && day.errors.contains("write a day such as 2026-11-16"), "\(day.errors)")
  }
}
