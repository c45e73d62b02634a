/// Why a text is not a YAML document.
public struct YAMLError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What is wrong, mostly in libyaml's words.
  public let problem: String
  /// The place; nil when libyaml does not know it.
  public let mark: Node.Mark?

  /// The error as text, such as `3:1: mapping values are not allowed in this context`.
  public var description: String { mark.map { "\($0.line):\($0.column): \(problem)" } ?? problem }
}
