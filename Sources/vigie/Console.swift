import ArgumentParser
import Files
import Findings
import Glibc
import Pipeline

/// Prints findings to standard error, one per line.
func report(_ findings: [Finding]) {
  for finding in findings { printError(onOneLine(finding.description)) }
}

/// Prints a line to standard error.
func printError(_ line: String) {
  write(line + "\n")
}

/// Writes to standard error; output that cannot be written, because nobody reads it or the disk is full, is lost.
private func write(_ text: String) {
  _ = writeAll(Array(text.utf8), to: STDERR_FILENO)
}

/// Runs a command; a refusal is printed in words and ends the program with status 1, or with 75 where another program is at
/// work and the same may succeed in a moment (EX_TEMPFAIL of sysexits.h).
///
/// Otherwise the error would be printed with a prefix that hides `file:line:column` from editors.
func refusing(_ command: () async throws -> Void) async throws {
  do {
    try await command()
  } catch {
    guard let refusal = Refusal(error) else { throw error }
    printError(onOneLine("vigie: \(refusal.words)"))
    throw ExitCode(refusal.isTemporary ? 75 : 1)
  }
}

extension Reporter {
  /// A reporter that prints warnings to standard error.
  static let terminal = Reporter(warning: printError)

  /// Also shows how far a run is, where that is wanted.
  ///
  /// - Parameter listsAll: whether every place of a cause is told, and every cause.
  static func terminal(_ progress: Progress?, listsAll: Bool) -> Reporter {
    Reporter(listsAll: listsAll, warning: printError, stage: { progress?.show($0) })
  }
}

/// The current stage, shown only on a terminal and only when it takes longer than a second.
struct Progress: Sendable {
  private let start = ContinuousClock.now
  private let isShown = isatty(STDERR_FILENO) == 1

  func show(_ stage: Reporter.Stage) {
    guard isShown, ContinuousClock.now - start > .seconds(1) else { return }
    write("\r\u{1B}[K\(words(for: stage))")
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
    write("\r\u{1B}[K")
  }
}
