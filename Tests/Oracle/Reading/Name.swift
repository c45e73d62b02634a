/// Text that is compared byte by byte: Swift's own `==` would merge two spellings of one accented id.
struct Name: Hashable, Comparable, ExpressibleByStringLiteral {
  let text: String
  private let bytes: [UInt8]

  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
  }

  init(stringLiteral text: String) { self.init(text) }

  static func == (a: Name, b: Name) -> Bool { a.bytes == b.bytes }
  static func < (a: Name, b: Name) -> Bool { a.bytes.lexicographicallyPrecedes(b.bytes) }
  func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}
