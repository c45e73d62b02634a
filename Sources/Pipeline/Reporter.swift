public import Findings

/// Where a run sends what it finds on its way and how far it is; what stops it is thrown instead.
public struct Reporter: Sendable {
  /// What a run is busy with.
  public enum Stage: Sendable {
    case reading, scoring, fitting
    case rendering(done: Int, of: Int)
  }

  private let warning: @Sendable (String) -> Void
  private let stage: @Sendable (Stage) -> Void

  /// Takes what happens with a line that readers must see, and with a new stage.
  public init(
    warning: @escaping @Sendable (String) -> Void, stage: @escaping @Sendable (Stage) -> Void = { _ in }
  ) {
    self.warning = warning
    self.stage = stage
  }

  /// Nobody listens.
  public static let silent = Reporter(warning: { _ in })

  /// Says one line.
  func warn(_ line: String) { warning(line) }

  /// Says findings, one a line.
  public func warn(_ findings: [Finding]) {
    for finding in findings { warning(onOneLine(finding.description)) }
  }

  /// Says what begins now.
  public func begin(_ stage: Stage) { self.stage(stage) }
}
