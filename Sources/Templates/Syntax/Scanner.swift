/// Splits a template into text and tags, and removes the lines that contain only a tag.
struct Scanner {
  private let source: ArraySlice<UInt8>
  private var delimiters = Delimiters()
  private var offset: Int
  /// Whether the next output is the first on its line.
  private var isAtLineStart = true
  private(set) var tokens: [Token] = []
  private(set) var faults: [SyntaxFault] = []

  init(_ bytes: [UInt8]) {
    source = bytes[...]
    // A byte-order mark comes from an editor and is not part of the page.
    offset = bytes.starts(with: SourcePosition.byteOrderMark) ? SourcePosition.byteOrderMark.count : 0
  }

  mutating func scan() {
    while let start = source.firstIndex(of: delimiters.open, from: offset) {
      guard let tag = delimiters.tag(at: start, in: source) else {
        faults.append(SyntaxFault(kind: .unclosedTag, offset: start))
        return
      }
      if tag.mayStandAlone, let line = lineHoldingOnly(tag.range) {
        appendText(upTo: line.lowerBound)
        append(tag, indentation: Array(source[line.lowerBound..<start]))
        offset = line.upperBound
      } else {
        appendText(upTo: start)
        beginLine()
        append(tag, indentation: nil)
        offset = tag.range.upperBound
      }
    }
    appendText(upTo: source.endIndex)
  }

  /// The line a tag is alone on, with its line break, or nil when something else is there too.
  private func lineHoldingOnly(_ tag: Range<Int>) -> Range<Int>? {
    var start = tag.lowerBound
    while start > offset, Byte.isBlank(source[start - 1]) { start -= 1 }
    let isFirst = start == offset && isAtLineStart
    guard isFirst || (start > offset && source[start - 1] == Byte.lineFeed) else { return nil }
    let end = source[tag.upperBound...].firstIndex { !Byte.isBlank($0) } ?? source.endIndex
    let rest = source[end...]
    if rest.isEmpty { return start..<end }
    if rest.first == Byte.lineFeed { return start..<(end + 1) }
    return rest.starts(with: [Byte.carriageReturn, Byte.lineFeed]) ? start..<(end + 2) : nil
  }

  private mutating func append(_ tag: Tag, indentation: [UInt8]?) {
    func add(_ content: Token.Content) { tokens.append(Token(content: content, offset: tag.range.lowerBound)) }
    switch tag.content {
    case .comment: break
    case .delimiters(let open, let close): delimiters = Delimiters(open: open, close: close)
    case .escaped(let name): add(.escaped(name: name))
    case .unescaped(let name): add(.unescaped(name: name))
    case .open(let name, let inverted): add(.open(name: name, inverted: inverted))
    case .close(let name): add(.close(name: name))
    case .partial(let name): add(.partial(name: name, indentation: indentation))
    case .malformed(let kind): faults.append(SyntaxFault(kind: kind, offset: tag.range.lowerBound))
    }
  }

  private mutating func appendText(upTo end: Int) {
    while offset < end {
      beginLine()
      let lineFeed = source[offset..<end].firstIndex(of: Byte.lineFeed)
      let pieceEnd = lineFeed.map { $0 + 1 } ?? end
      tokens.append(Token(content: .text(source[offset..<pieceEnd]), offset: offset))
      isAtLineStart = lineFeed != nil
      offset = pieceEnd
    }
  }

  private mutating func beginLine() {
    if isAtLineStart { tokens.append(Token(content: .lineStart, offset: offset)) }
    isAtLineStart = false
  }
}
