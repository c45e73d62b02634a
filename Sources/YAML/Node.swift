/// A value in a YAML document, with its place.
public struct Node: Sendable {
  /// The place where a value begins, both numbers counted from 1; columns count characters.
  public struct Mark: Equatable, Sendable {
    /// The line.
    public let line: Int
    /// The column.
    public let column: Int
  }

  /// A value that is neither a list nor a mapping.
  public struct Scalar: Sendable {
    /// The text, whatever type YAML would give it.
    public let string: String
  }

  /// Keys with values, in the order of the file; no key occurs twice.
  public struct Mapping: Sendable, Sequence {
    /// A key and its value.
    public typealias Element = (key: Node, value: Node)

    private let entries: [Element]

    /// Creates a mapping; no key may occur twice.
    public init(_ entries: [Element]) { self.entries = entries }

    /// Whether there is no key.
    public var isEmpty: Bool { entries.isEmpty }

    /// The entries in the order of the file.
    public func makeIterator() -> IndexingIterator<[Element]> { entries.makeIterator() }

    /// The value of a key.
    public subscript(key: String) -> Node? { entries.first { $0.key.scalar?.string == key }?.value }
  }

  enum Content: Sendable {
    case scalar(Scalar)
    case sequence([Node])
    case mapping(Mapping)
  }

  let content: Content

  /// The place where the value begins.
  public let mark: Mark

  /// The text; nil for a list or a mapping.
  public var scalar: Scalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }

  /// The items of a list; nil for anything else.
  public var sequence: [Node]? {
    if case .sequence(let items) = content { items } else { nil }
  }

  /// The entries of a mapping; nil for anything else.
  public var mapping: Mapping? {
    if case .mapping(let mapping) = content { mapping } else { nil }
  }
}
