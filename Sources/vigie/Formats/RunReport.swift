import Files
import Findings
import FoundationEssentials
import Glibc
import Pipeline
import Synchronization

/// What a run says, for people as it goes, and at its end for other programs.
final class RunReport: Sendable {
  private let options: ReportOptions
  private let output: OutputOptions
  /// Whether standard output is for a program, so that people are told elsewhere.
  private let isForPrograms: Bool
  private let notices = Mutex<[Notice]>([])
  private let lines = Mutex<[String]>([])

  /// - Parameter isJSON: whether the result itself is for programs.
  init(_ options: ReportOptions, _ output: OutputOptions, isJSON: Bool = false) {
    self.options = options
    self.output = output
    isForPrograms = isJSON || options.format != .text
  }

  /// Takes what a run finds.
  func reporter(_ progress: Progress?, listsAll: Bool) -> Reporter {
    let isText = options.format == .text
    return Reporter(
      listsAll: listsAll && isText, warning: { if isText { printError($0) } },
      notice: { notice in
        self.notices.withLock { $0.append(notice) }
        // A gate that holds is said by the refusal.
        if case .gate(_, let holds, let words) = notice, holds != true { self.tell(words) }
      },
      stage: { progress?.show($0) })
  }

  /// Says how the run went.
  func say(_ line: String) {
    lines.withLock { $0.append(line) }
    if !output.quiet { tell(line) }
  }

  private func tell(_ line: String) {
    if isForPrograms { printError(onOneLine("vigie: " + line)) } else { print(onOneLine(line)) }
  }

  /// Prints a result that was asked for.
  func show(_ text: String) {
    guard isForPrograms else { return print(text) }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) { printError(onOneLine(String(line))) }
  }

  /// Runs a command and then tells other programs about it, whether it was refused or not.
  ///
  /// - Parameters:
  ///   - command: its name.
  ///   - guards: whether it looks at the guards.
  func telling(
    _ command: String, of portfolio: PortfolioOptions, guards: Bool, _ run: (RunReport) async throws -> Void
  ) async throws {
    do {
      try await run(self)
      try tell(command, of: portfolio, guards: guards, refusal: nil)
    } catch {
      guard let refusal = Refusal(error) else { throw error }
      try tell(command, of: portfolio, guards: guards, refusal: refusal.words)
      throw error
    }
  }

  private func tell(_ command: String, of portfolio: PortfolioOptions, guards: Bool, refusal: String?) throws {
    let diagnostics = Diagnostic.all(
      notices.withLock { $0 }, guards: guards, refusal: refusal, path: portfolio.path(of:))
    let text =
      switch options.format {
      case .text: ""
      case .github: gitHubAnnotations(diagnostics)
      case .sarif: try sarif(diagnostics)
      case .junit: junit(diagnostics, command: command)
      }
    if !text.isEmpty { _ = writeAll(Array(text.utf8), to: STDOUT_FILENO) }
    let fromWorkflow =
      options.format == .github ? ProcessInfo.processInfo.environment["GITHUB_STEP_SUMMARY"] : nil
    guard let file = options.summary ?? fromWorkflow else { return }
    let summary = stepSummary(diagnostics, command: command, lines: lines.withLock { $0 })
    let descriptor = open(file, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o666)
    defer { close(descriptor) }
    // What was done stands, whoever hears of it.
    guard descriptor >= 0, writeAll(Array(summary.utf8), to: descriptor) == 0 else {
      return printError(onOneLine("vigie: cannot write the summary to '\(file)'"))
    }
  }
}

extension PortfolioOptions {
  /// The path of a file of the portfolio as the working directory names it.
  func path(of file: String) -> String {
    guard !file.hasPrefix("/") else { return file }
    for base in [folder, dataFolder].compactMap({ $0 }) {
      let path = base == "." ? file : "\(base.hasSuffix("/") ? String(base.dropLast()) : base)/\(file)"
      if access(path, F_OK) == 0 { return path }
    }
    return file
  }
}
