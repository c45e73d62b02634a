public import Findings

/// The receiver of a run's warnings and progress; errors that stop the run are thrown instead.
public struct Reporter: Sendable {
  /// A stage of a run.
  public enum Stage: Sendable {
    case reading, scoring, fitting
    case rendering(done: Int, of: Int)
  }

  private let warning: @Sendable (String) -> Void
  private let stage: @Sendable (Stage) -> Void

  /// Creates a reporter from closures for a warning line and for a new stage.
  public init(
    warning: @escaping @Sendable (String) -> Void, stage: @escaping @Sendable (Stage) -> Void = { _ in }
  ) {
    self.warning = warning
    self.stage = stage
  }

  /// A reporter that discards everything.
  public static let silent = Reporter(warning: { _ in })

  /// Reports one line.
  func warn(_ line: String) { warning(line) }

  /// Reports findings, one per line.
  public func warn(_ findings: [Finding]) {
    for finding in findings { warning(onOneLine(finding.description)) }
  }

  /// Reports a new stage.
  public func begin(_ stage: Stage) { self.stage(stage) }
}
