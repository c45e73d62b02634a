public import Findings

/// The receiver of a run's warnings and progress; errors that stop the run are thrown instead.
public struct Reporter: Sendable {
  /// A stage of a run.
  public enum Stage: Sendable {
    case reading, scoring, fitting
    case rendering(done: Int, of: Int)
  }

  private let warning: @Sendable (String) -> Void
  private let notice: @Sendable (Notice) -> Void
  private let stage: @Sendable (Stage) -> Void
  /// Whether every place of a cause is told, and every cause.
  let listsAll: Bool

  /// How many findings of one step are told unless all are wanted.
  private static let mostFindings = 30

  /// Creates a reporter from closures for a warning line, for a new stage, and for what programs are told.
  ///
  /// - Parameter listsAll: whether every place of a cause is told, and every cause.
  public init(
    listsAll: Bool = false, warning: @escaping @Sendable (String) -> Void,
    notice: @escaping @Sendable (Notice) -> Void = { _ in },
    stage: @escaping @Sendable (Stage) -> Void = { _ in }
  ) {
    self.listsAll = listsAll
    self.warning = warning
    self.notice = notice
    self.stage = stage
  }

  /// A reporter that discards everything.
  public static let silent = Reporter(warning: { _ in })

  /// Reports one line.
  func warn(_ line: String) { say(.line(line), line) }

  /// Reports something that is told in one line.
  func say(_ notice: Notice, _ line: String) {
    warning(line)
    tell(notice)
  }

  /// Reports something that is no warning.
  func tell(_ notice: Notice) { self.notice(notice) }

  /// Reports findings, one per line; of too many, errors come first.
  public func warn(_ findings: [Finding]) {
    for finding in findings { tell(.finding(finding)) }
    let ranked = findings.indices.sorted { (rank(findings[$0]), $0) < (rank(findings[$1]), $1) }
    let told = listsAll ? ranked : Array(ranked.prefix(Self.mostFindings))
    for index in told.sorted() { warning(onOneLine(findings[index].description)) }
    let rest = findings.count - told.count
    if rest > 0 { warning("\(grouped(rest)) more such lines; --all lists them") }
  }

  private func rank(_ finding: Finding) -> Int { finding.severity == .error ? 0 : 1 }

  /// Reports a new stage.
  public func begin(_ stage: Stage) { self.stage(stage) }
}
