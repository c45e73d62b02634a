/// The problems of a template and its partials, each once however often a partial is included.
struct FaultLog {
  /// Nobody reads more, and each is looked for among all before it.
  private static let most = 1_000

  private var found: [TemplateProblem] = []

  mutating func record(_ problem: @autoclosure () -> TemplateProblem) {
    guard found.count < Self.most else { return }
    let problem = problem()
    if !found.contains(problem) { found.append(problem) }
  }

  /// File by file in the order they were met, each in the order of its text.
  var problems: [TemplateProblem] {
    var files: [String] = []
    for problem in found where !files.contains(problem.template) { files.append(problem.template) }
    return files.flatMap { file in
      found.filter { $0.template == file }.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
    }
  }
}
