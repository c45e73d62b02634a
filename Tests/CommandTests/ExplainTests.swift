import Foundation
import Testing

/// The arithmetic that `vigie explain` shows.
@Suite struct ExplainTests {
  @Test(arguments: ["A-001", "A-002", "A-003"])
  func `the points add up to the sums and the sums to the score`(account: String) throws {
    let folder = try StarterFolder()
    let outcome = try Program.run(["explain", account, "p"] + StarterFolder.asOf, in: folder.url)
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    var measures = 0
    var dimensions = 0
    var scores: [Int] = []
    var open = 0
    for line in outcome.output.split(separator: "\n") {
      guard let points = line.split(separator: " ").last.flatMap({ hundredths($0) }), line.contains("%") else {
        continue
      }
      if line.hasPrefix("  ") {
        open += points
        measures += 1
      } else if line.hasPrefix("score ") {
        scores.append(points)
      } else {
        #expect(open == points, "\(line)")
        open = 0
        dimensions += points
      }
    }
    #expect(measures > 8)
    #expect(scores == [dimensions])
  }

  @Test func `an account is found by its name in any case`() throws {
    let folder = try StarterFolder()
    let outcome = try Program.run(["explain", "larkfield CLINICS", "p"] + StarterFolder.asOf, in: folder.url)
    #expect(outcome.output.hasPrefix("Larkfield Clinics (A-001) on 2026-11-16\n"))
  }

  @Test func `an unknown account is answered with the nearest`() throws {
    let folder = try StarterFolder()
    let outcome = try Program.run(["explain", "A-01", "p"] + StarterFolder.asOf, in: folder.url)
    #expect(
      outcome
        == Program.Outcome(
          status: 1, output: "",
          errors: "vigie: there is no account 'A-01'; did you mean 'A-001' (Larkfield Clinics)?\n"))
  }

  /// `12.34` as 1234; nil for anything else.
  private func hundredths(_ text: Substring) -> Int? {
    let parts = text.split(separator: ".")
    guard parts.count == 2, parts[1].utf8.count == 2, let whole = Int(parts[0]), let rest = Int(parts[1]) else {
      return nil
    }
    return 100 * whole + rest
  }
}
