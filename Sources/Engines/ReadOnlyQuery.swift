/// One statement that reads.
public struct ReadOnlyQuery: Hashable, Sendable {
  /// The statement, without a semicolon at its end.
  public let text: String
  /// Whether the statement says in which order its rows come.
  public let isOrdered: Bool

  /// Takes a statement; refuses several, and what does not begin with `SELECT` or `WITH`.
  public init(_ text: String) throws(EngineProblem) {
    var scanner = SQLScanner(text)
    let words = scanner.words()
    guard let first = words.first?.word, first == "select" || first == "with" else {
      throw EngineProblem("the query must begin with SELECT or WITH, since a source is only read", isOfSettings: true)
    }
    guard !scanner.hasMore else {
      throw EngineProblem("the query has more than one statement; write one", isOfSettings: true)
    }
    let writing = Set(["insert", "delete", "merge", "into"] + (first == "with" ? ["update"] : []))
    if let word = words.first(where: { writing.contains($0.word) })?.word {
      throw EngineProblem(
        "the query has the word \(word.uppercased()) in it, and a source is only read; put it in double quotes if it is a name",
        isOfSettings: true)
    }
    self.text = text.unicodeScalars.count == scanner.end ? text : String(text.unicodeScalars.prefix(scanner.end))
    isOrdered = zip(words, words.dropFirst()).contains { $0 == ("order", 0) && $1 == ("by", 0) }
  }
}

/// Finds the words of a statement that stand in no text, name in quotes or comment.
private struct SQLScanner {
  private let text: [Unicode.Scalar]
  private var position = 0
  /// Where the first statement ends.
  private(set) var end: Int
  /// Whether something follows the first statement.
  private(set) var hasMore = false

  init(_ text: String) {
    self.text = Array(text.unicodeScalars)
    end = self.text.count
  }

  private func begins(_ words: String) -> Bool { text[position...].starts(with: words.unicodeScalars) }

  /// The words in small letters, each with the number of parentheses round it.
  mutating func words() -> [(word: String, depth: Int)] {
    var words: [(word: String, depth: Int)] = []
    var depth = 0
    while position < text.count {
      let scalar = text[position]
      if begins("--") {
        skip(to: "\n")
      } else if begins("/*") {
        skip(to: "*/")
      } else if scalar == "'" || scalar == "\"" || scalar == "`" {
        position += 1
        skip(to: String(scalar))
        if end < text.count { hasMore = true }
      } else if scalar.properties.isWhitespace {
        position += 1
      } else if scalar == ";" {
        end = min(end, position)
        position += 1
      } else if end < text.count {
        hasMore = true
        position = text.count
      } else if scalar == "$", let tag = dollarTag {
        position += tag.count
        skip(to: String(String.UnicodeScalarView(tag)))
      } else if Self.isOfWord(scalar) {
        let start = position
        while position < text.count, Self.isOfWord(text[position]) { position += 1 }
        words.append((String(String.UnicodeScalarView(text[start..<position])).lowercased(), depth))
      } else {
        if scalar == "(" { depth += 1 }
        if scalar == ")" { depth -= 1 }
        position += 1
      }
    }
    return words
  }

  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_"
  }

  /// The mark that begins and ends a text in dollar signs, such as `$$` or `$body$`.
  private var dollarTag: [Unicode.Scalar]? {
    guard let end = text[(position + 1)...].firstIndex(where: { !Self.isOfWord($0) }), text[end] == "$" else {
      return nil
    }
    return Array(text[position...end])
  }

  private mutating func skip(to mark: String) {
    while position < text.count, !begins(mark) { position += 1 }
    position = min(position + mark.unicodeScalars.count, text.count)
  }
}
