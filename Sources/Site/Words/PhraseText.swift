/// The values of a phrase's placeholders, by name; they are so few that a linear search is faster than hashing.
struct Places: ExpressibleByDictionaryLiteral {
  private let pairs: [(name: String, value: String)]

  init(_ pairs: [(name: String, value: String)]) {
    self.pairs = pairs
  }

  init(dictionaryLiteral elements: (String, String)...) {
    pairs = elements.map { (name: $0.0, value: $0.1) }
  }

  subscript(name: String) -> String? { pairs.first { $0.name == name }?.value }
}

/// A phrase split at its placeholders.
struct PhraseText {
  private enum Piece {
    case text(String)
    case place(String)
  }

  private let pieces: [Piece]

  /// Splits a phrase such as `{n} of {all}`.
  init(_ phrase: String) {
    var pieces: [Piece] = []
    var rest = Substring(phrase)
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
      let close = rest.utf8[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
      pieces.append(.place(String(rest[rest.utf8.index(after: open)..<close])))
      rest = rest[rest.utf8.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    self.pieces = pieces
  }

  /// The phrase with its placeholders filled; one without a value stays as it is, so that a mistake is visible.
  func filled(_ values: Places, n: String? = nil) -> String {
    var result = ""
    for piece in pieces {
      switch piece {
      case .text(let text): result += text
      case .place("n") where n != nil: result += n ?? ""
      case .place(let name): result += values[name] ?? "{\(name)}"
      }
    }
    return result
  }
}
