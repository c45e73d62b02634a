import Templates

/// HTML with holes: what a piece of marked Markdown becomes, whatever its values are.
struct Skeleton: Sendable {
  /// What a hole takes.
  enum Content: Sendable, Equatable {
    /// A value, as text.
    case text(Int)
    /// A value, as part of an address.
    case address(Int)
    /// A figure of the page.
    case figure(Int, isBlock: Bool)
    /// The figure whose number is a value.
    case figureOfValue(Int, isBlock: Bool)
    /// The heading above the piece.
    case heading
  }

  /// A hole, before the byte at a place.
  struct Hole: Sendable {
    let place: Int
    let content: Content

    /// The number of the value that it takes; nil when it takes none.
    var value: Int? {
      switch content {
      case .text(let number), .address(let number), .figureOfValue(let number, _): number
      case .figure, .heading: nil
      }
    }
  }

  private var html: [UInt8] = []
  private(set) var holes: [Hole] = []

  /// Takes HTML apart at the marks of figures and, where it was made of marked text, at those of values.
  init(_ marked: [UInt8], hasMarks: Bool) {
    html.reserveCapacity(marked.count)
    var position = 0
    while position < marked.count {
      let byte = marked[position]
      guard byte == 0x3C || hasMarks && (byte == Mark.value[0] || byte == Mark.address[0]),
        let (content, length) = Self.mark(at: marked[position...], hasMarks: hasMarks)
      else {
        html.append(byte)
        position += 1
        continue
      }
      holes.append(Hole(place: html.count, content: content))
      position += length
    }
  }

  private static func mark(at bytes: ArraySlice<UInt8>, hasMarks: Bool) -> (content: Content, length: Int)? {
    for (tag, isBlock) in [(Mark.figure, false), (Mark.blockFigure, true)] where bytes.starts(with: tag) {
      guard let end = bytes.firstIndex(of: 0x3E) else { return nil }
      let number = bytes[(bytes.startIndex + tag.count)..<end]
      let length = end + 1 - bytes.startIndex
      if let figure = Int(String(decoding: number, as: UTF8.self)) {
        return (.figure(figure, isBlock: isBlock), length)
      }
      guard hasMarks, let value = Mark.number(of: number, between: Mark.value, and: Mark.valueEnd) else { return nil }
      return (.figureOfValue(value, isBlock: isBlock), length)
    }
    if bytes.starts(with: Mark.heading.utf8) { return (.heading, Mark.heading.utf8.count) }
    for (begin, end, isAddress) in [
      (Mark.value, Mark.valueEnd, false), (Mark.address, Mark.addressEnd, true),
    ] where bytes.starts(with: begin) {
      let digits = bytes.dropFirst(begin.count).prefix { (0x30...0x39).contains($0) }
      let whole = bytes.prefix(begin.count + digits.count + end.count)
      guard let number = Mark.number(of: whole, between: begin, and: end) else { return nil }
      return (isAddress ? .address(number) : .text(number), whole.count)
    }
    return nil
  }

  /// Appends the HTML with its holes filled.
  func fill(_ filling: Filling, forAttribute: Bool = false, into output: inout [UInt8]) {
    var position = 0
    for hole in holes {
      output.append(contentsOf: html[position..<hole.place])
      position = hole.place
      switch hole.content {
      case .text(let number):
        appendEscaped(filling.value(number), escapingApostrophe: forAttribute, to: &output)
      case .address(let number): output.append(contentsOf: filling.value(number))
      case .heading: output.append(contentsOf: filling.heading)
      case .figure(let number, let isBlock):
        append(filling.figures[number], isBlock: isBlock, at: &position, to: &output)
      case .figureOfValue(let number, let isBlock):
        guard let figure = filling.figure(of: number) else { continue }
        append(figure, isBlock: isBlock, at: &position, to: &output)
      }
    }
    output.append(contentsOf: html[position...])
  }

  /// Appends a figure; a block ends its line, and one line end is enough.
  private func append(_ figure: [UInt8], isBlock: Bool, at position: inout Int, to output: inout [UInt8]) {
    output.append(contentsOf: figure)
    if isBlock, figure.last == 0x0A, position < html.count, html[position] == 0x0A { position += 1 }
  }

  /// Whether every hole can take what it is given: an address takes a value without special characters, a figure has to
  /// be there.
  func accepts(_ filling: Filling) -> Bool {
    holes.allSatisfy { hole in
      switch hole.content {
      case .text, .heading: true
      case .address(let number): Self.isPlainAddress(filling.value(number))
      case .figure(let number, _): filling.figures.indices.contains(number)
      case .figureOfValue(let number, _): filling.figure(of: number) != nil
      }
    }
  }

  /// Whether a value is written in an address as it is, and no address becomes one of another kind by it.
  private static func isPlainAddress(_ value: ArraySlice<UInt8>) -> Bool {
    value.first != UInt8(ascii: "/")
      && value.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
          || "-._/#".utf8.contains(byte)
      }
  }
}

/// What a skeleton is filled with.
struct Filling {
  private let text: MarkedText
  /// The number of the first value of the piece, and of the head of the table that it is a row of.
  private let first: Int
  private let head: Range<Int>
  let figures: [[UInt8]]
  /// The heading above, escaped.
  let heading: [UInt8]

  /// Figures alone.
  init(figures: [[UInt8]]) { self.init(MarkedText(), first: 0, figures: figures, heading: []) }

  init(_ text: MarkedText, first: Int, head: Range<Int> = 0..<0, figures: [[UInt8]], heading: [UInt8]) {
    self.text = text
    self.first = first
    self.head = head
    self.figures = figures
    self.heading = heading
  }

  /// A value by its number in the piece; those of the head of a table come first.
  func value(_ number: Int) -> ArraySlice<UInt8> {
    text.values[text.range(of: number < head.count ? head.lowerBound + number : first + number - head.count)]
  }

  /// The figure whose number is a value, if there is one.
  func figure(of number: Int) -> [UInt8]? {
    guard let figure = Int(String(decoding: value(number), as: UTF8.self)), figures.indices.contains(figure) else {
      return nil
    }
    return figures[figure]
  }
}
