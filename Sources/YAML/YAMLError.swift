/// Why a text is no YAML document.
public struct YAMLError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What is wrong, mostly in libyaml's words.
  public let problem: String
  /// Where; nil when libyaml cannot tell.
  public let mark: Node.Mark?

  /// Such as `3:1: mapping values are not allowed in this context`.
  public var description: String { mark.map { "\($0.line):\($0.column): \(problem)" } ?? problem }
}
