/// What pages of a site were made of: the digest of the inputs of each by its path.
///
/// The next build leaves a page alone whose inputs have the same digest, and makes all others.
public struct MadePages: Sendable {
  private(set) var digests: [String: String] = [:]

  /// No page, so that all are made.
  public static let none = MadePages()

  private init() {}

  /// Reads what ``text`` gave; anything else names no page that has a digest.
  public init(_ text: some StringProtocol) {
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1)
      if parts.count == 2 { digests[String(parts[1])] = String(parts[0]) }
    }
  }

  /// A line for each page, in the order of the bytes of their paths.
  public var text: String {
    digests.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { "\($1) \($0)\n" }.joined()
  }

  subscript(path: String) -> String? { digests[path] }

  mutating func add(_ digest: String, of path: String) { digests[path] = digest }
}
