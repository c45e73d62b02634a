import Foundation
import Testing

/// Findings, guards and gates as other programs are told them.
@Suite struct FormatTests {
  /// A starter with a row of nobody, whose name has everything that the formats have signs for.
  private func withRowOfNobody() throws -> StarterFolder {
    let folder = try StarterFolder()
    try folder.append("\"<b>&%0A::x, \"\"y\"\"\",2026-11-10,1\n", to: "data/measures.csv")
    return folder
  }

  @Test func `github shows a finding at its line, and people are told elsewhere`() throws {
    let outcome = try withRowOfNobody().run(
      "check", ["--format", "github", "--fail-if", "overdue > 10", "--fail-if", "nrr > 5"])
    #expect(outcome.status == 0, "\(outcome)")
    let lines = outcome.output.split(separator: "\n")
    let first = try #require(lines.first)
    #expect(first.hasPrefix("::error file=p/data/measures.csv,line="), "\(first)")
    #expect(
      first.hasSuffix(
        ",col=1,title=vigie%3A no-account-has-the-account::no account has the account_id '<b>&%250A::x, \"y\"'"),
      "\(first)")
    #expect(lines.count == 1, "\(outcome.output)")
    #expect(outcome.errors.contains("vigie: 'overdue > 10' does not hold: overdue is 0\n"), "\(outcome.errors)")
    #expect(!outcome.errors.contains("measures.csv"), "\(outcome.errors)")
  }

  private struct Log: Decodable {
    struct Run: Decodable {
      struct Result: Decodable {
        struct Text: Decodable, Equatable { let text: String }
        struct Location: Decodable {
          struct Physical: Decodable {
            struct Artifact: Decodable { let uri: String }
            struct Region: Decodable { let startLine: Int, startColumn: Int? }
            let artifactLocation: Artifact
            let region: Region?
          }
          let physicalLocation: Physical
        }
        let ruleId: String
        let level: String
        let kind: String
        let message: Text
        let locations: [Location]?
      }
      let results: [Result]
    }
    let version: String
    let runs: [Run]
  }

  @Test func `sarif has every finding with its place, and every guard and gate with its answer`() throws {
    let folder = try withRowOfNobody()
    let outcome = try folder.run("check", ["--format", "sarif", "--fail-if", "green >= 0", "--fail-if", "grr unknown"])
    #expect(outcome.status == 1, "\(outcome)")
    let log = try JSONDecoder().decode(Log.self, from: Data(outcome.output.utf8))
    let results = try #require(log.runs.first).results
    #expect(log.version == "2.1.0")
    let found = try #require(results.first { $0.ruleId == "no-account-has-the-account" })
    let place = try #require(found.locations?.first).physicalLocation
    #expect(place.artifactLocation.uri == "p/data/measures.csv" && place.region?.startColumn == 1)
    #expect(found.level == "error" && found.message.text == "no account has the account_id '<b>&%0A::x, \"y\"'")
    #expect(results.contains { $0.ruleId == "gate/green" && $0.level == "error" })
    #expect(results.contains { $0.ruleId == "guard/vanished" && $0.kind == "pass" && $0.level == "none" })
    #expect(results.last?.ruleId == "refused")
    #expect(
      outcome.errors.hasSuffix("vigie: 'green >= 0' holds: green is 2; nothing was written\n"), "\(outcome.errors)")
  }

  @Test func `junit has a failure for what is wrong, and is XML whatever the data say`() throws {
    let outcome = try withRowOfNobody().run("check", ["--format", "junit"])
    let document = try #require(outcome.output.range(of: "<testsuite name=\"vigie check\" tests=\"9\" failures=\"1\""))
    #expect(document.lowerBound > outcome.output.startIndex)
    #expect(
      outcome.output.contains(
        "message=\"no account has the account_id '&lt;b&gt;&amp;%0A::x, &quot;y&quot;'\"/>"), "\(outcome.output)")
    #expect(outcome.output.contains("<testcase classname=\"vigie\" name=\"guard/future\"/>"))
  }

  @Test func `a guard that stops a publication is an error, and an accepted one a warning`() throws {
    let folder = try StarterFolder()
    try folder.edit("data/accounts.csv", "A-001", "A-001\",")
    let stopped = try folder.run("publish", ["--format", "github"])
    #expect(stopped.status == 1, "\(stopped)")
    #expect(stopped.output.contains("::error title=vigie%3A guard/account-refused::"), "\(stopped.output)")
    #expect(stopped.output.contains("::error title=vigie%3A refused::"), "\(stopped.output)")
  }

  @Test func `the summary goes to the file that the workflow names, and is added to what is there`() throws {
    let folder = try withRowOfNobody()
    let file = folder.url.appending(path: "summary.md")
    try Data("before\n".utf8).write(to: file)
    _ = try folder.run("check", ["--format", "github"], environment: ["GITHUB_STEP_SUMMARY": file.path])
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text.hasPrefix("before\n## vigie check: needs a look\n"), "\(text)")
    #expect(text.contains("1 error, 0 warnings"), "\(text)")
    #expect(text.contains("| error | p/data/measures\\.csv\\:"), "\(text)")
    #expect(!text.contains("<b>"), "\(text)")
  }

  @Test func `a backtest tells its gates as well`() throws {
    let folder = try StarterFolder()
    let outcome = try folder.run("backtest", ["--format", "junit", "--fail-if", "auc < 0.6"])
    #expect(outcome.status == 0, "\(outcome)")
    #expect(outcome.output.contains("<testcase classname=\"vigie\" name=\"gate/auc\">"), "\(outcome.output)")
    #expect(
      try folder.run("backtest", ["--format", "junit", "--json"]).errors.hasPrefix(
        "Error: --json and --format junit both want standard output; give one of them\n"))
  }
}
