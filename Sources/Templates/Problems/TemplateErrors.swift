/// All problems of a template and the partials it includes.
public struct TemplateErrors: Error, Sendable, Equatable, CustomStringConvertible {
  /// The problems, file by file in the order they were met; never empty.
  public let problems: [TemplateProblem]

  /// The problems, one a line.
  public var description: String {
    problems.map(\.description).joined(separator: "\n")
  }
}
