import Foundation
import Testing

/// A sample of what `./dev faults` does as a whole.
@Suite struct FaultTests {
  static let canRun = ["/usr/bin/python3", "/usr/bin/cc"].allSatisfy { FileManager.default.fileExists(atPath: $0) }
  private static let scripts = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Faults").path

  private func run(_ script: String, _ arguments: String...) throws -> Program.Outcome {
    try Program.run(
      script: (["/usr/bin/python3", "\(Self.scripts)/\(script)", "\"$VIGIE\""] + arguments).joined(separator: " "),
      in: FileManager.default.temporaryDirectory)
  }

  @Test(.enabled(if: canRun, "needs python3 and a C compiler"))
  func `after a file call that fails, the next run leaves the old state or the new one`() throws {
    let outcome = try run(
      "faults.py", "--sample 9 --tasks 1 --cases publication withdrawal flag")
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(
      outcome.output.hasSuffix(
        "0 states neither old nor new after the next run, 0 untrue messages, 0 crashes, 0 debris\n"))
  }

  @Test(.enabled(if: canRun, "needs python3"))
  func `a change of the ledger by another hand is named`() throws {
    let outcome = try run("ledger_edits.py", "--changes 6")
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    #expect(outcome.output.hasSuffix(" harmless, 0 missed\n"))
  }
}
