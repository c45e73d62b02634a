import ArgumentParser
import Findings
import Foundation

/// Why a command did nothing, in words; the program then ends with status 1.
struct Refusal: Error {
  private let reasons: [String]
  private let saysNothingWritten: Bool

  /// - Parameter saysNothingWritten: whether the reader must be told that the last site stands.
  init(_ reason: String, saysNothingWritten: Bool = false) {
    self.init(reasons: [reason], saysNothingWritten: saysNothingWritten)
  }

  private init(reasons: [String], saysNothingWritten: Bool) {
    self.reasons = reasons
    self.saysNothingWritten = saysNothingWritten
  }

  /// Every reason in one line.
  var words: String { (reasons + (saysNothingWritten ? ["nothing was written"] : [])).joined(separator: "; ") }

  /// Two refusals as one.
  func and(_ other: Refusal) -> Refusal {
    Refusal(
      reasons: reasons + other.reasons, saysNothingWritten: saysNothingWritten || other.saysNothingWritten)
  }
}

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
  } catch let refusal as Refusal {
    printError(onOneLine("vigie: \(refusal.words)"))
    throw ExitCode(1)
  }
}

/// What is going on, on a terminal only and only when it takes longer than a second.
struct Progress: Sendable {
  private let start = ContinuousClock.now
  private let isShown = isatty(STDERR_FILENO) == 1

  func show(_ words: String) {
    guard isShown, ContinuousClock.now - start > .seconds(1) else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K\(words)".utf8))
  }

  /// Clears the line.
  func end() {
    guard isShown else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
  }
}

/// A number with its thousands set apart, for the terminal.
func grouped(_ number: Int) -> String {
  var digits = String(number)
  var groups: [String] = []
  while digits.utf8.count > 3 {
    groups.insert(String(digits.suffix(3)), at: 0)
    digits.removeLast(3)
  }
  return ([digits] + groups).joined(separator: ",")
}
