import ArgumentParser
import Findings
import Foundation
import Pipeline

/// Prints findings where errors go, one a line.
func report(_ findings: [Finding]) {
  for finding in findings { printError(onOneLine(finding.description)) }
}

/// Prints a line where errors go.
func printError(_ line: String) {
  FileHandle.standardError.write(Data((line + "\n").utf8))
}

/// Runs a command; a refusal is said in words and ends the program with status 1.
///
/// What a command throws would otherwise be printed with a prefix that hides `file:line:column` from editors.
func refusing(_ command: () async throws -> Void) async throws {
  do {
    try await command()
  } catch {
    guard let refusal = Refusal(error) else { throw error }
    printError(onOneLine("vigie: \(refusal.words)"))
    throw ExitCode(1)
  }
}

extension Reporter {
  /// Prints what is found where errors go.
  static let terminal = Reporter(warning: printError)

  /// Also shows how far a run is.
  static func terminal(_ progress: Progress) -> Reporter { Reporter(warning: printError, stage: progress.show) }
}

/// What is going on, on a terminal only and only when it takes longer than a second.
struct Progress: Sendable {
  private let start = ContinuousClock.now
  private let isShown = isatty(STDERR_FILENO) == 1

  func show(_ stage: Reporter.Stage) {
    guard isShown, ContinuousClock.now - start > .seconds(1) else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K\(words(for: stage))".utf8))
  }

  private func words(for stage: Reporter.Stage) -> String {
    switch stage {
    case .reading: "reading…"
    case .scoring: "scoring…"
    case .fitting: "fitting…"
    case .rendering(let done, let count): "rendering \(grouped(done)) of \(grouped(count))"
    }
  }

  /// Clears the line.
  func end() {
    guard isShown else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
  }
}
