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
  /// Whether every place of a cause is told, and every cause.
  let listsAll: Bool

  /// How many findings of one step are told unless all are wanted.
  private static let mostFindings = 30

  /// Takes what happens with a line that readers must see, and with a new stage.
  ///
  /// - Parameter listsAll: whether every place of a cause is told, and every cause.
  public init(
    listsAll: Bool = false, warning: @escaping @Sendable (String) -> Void,
    stage: @escaping @Sendable (Stage) -> Void = { _ in }
  ) {
    self.listsAll = listsAll
    self.warning = warning
    self.stage = stage
  }

  /// Nobody listens.
  public static let silent = Reporter(warning: { _ in })

  /// Says one line.
  func warn(_ line: String) { warning(line) }

  /// Says findings, one a line; where there are too many, warnings give way first.
  public func warn(_ findings: [Finding]) {
    let ranked = findings.indices.sorted { (rank(findings[$0]), $0) < (rank(findings[$1]), $1) }
    let told = listsAll ? ranked : Array(ranked.prefix(Self.mostFindings))
    for index in told.sorted() { warning(onOneLine(findings[index].description)) }
    let rest = findings.count - told.count
    if rest > 0 { warning("\(grouped(rest)) more such lines; all are listed by: vigie check --all") }
  }

  private func rank(_ finding: Finding) -> Int { finding.severity == .error ? 0 : 1 }

  /// Says what begins now.
  public func begin(_ stage: Stage) { self.stage(stage) }
}
