/// A template as a tree: sections hold what is between their tags.
struct Node: Sendable {
  enum Content: Sendable {
    case lineStart
    case text(ArraySlice<UInt8>)
    case escaped(name: [UInt8])
    case unescaped(name: [UInt8])
    case section(name: [UInt8], inverted: Bool, body: [Node])
    /// The indentation is nil when the tag shares its line.
    case partial(name: [UInt8], indentation: [UInt8]?)
  }

  let content: Content
  /// Where the tag begins in its file.
  let offset: Int
}
