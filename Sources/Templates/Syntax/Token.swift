/// A piece of a template: text, or a tag with the offset of its first byte.
struct Token {
  enum Content {
    /// The start of a line that is shown, where a partial's indentation goes.
    case lineStart
    case text(ArraySlice<UInt8>)
    case escaped(name: [UInt8])
    case unescaped(name: [UInt8])
    case open(name: [UInt8], inverted: Bool)
    case close(name: [UInt8])
    /// A partial; the indentation is the text before it when it has its own line, nil when it is within a line.
    case partial(name: [UInt8], indentation: [UInt8]?)
  }

  let content: Content
  let offset: Int
}
