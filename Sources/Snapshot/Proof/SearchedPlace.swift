import Customer

/// Words in a row that tell nothing: of the customer's own tickets and goals, which a note may quote, and of the phrases
/// that every document is told with.
struct HarmlessRuns {
  private let phrases: [[UInt64]]
  private let runs: Set<UInt64>

  init(_ texts: [String]) {
    let texts = texts.map { SearchText($0) }
    phrases = texts.map(\.words)
    runs = Set(texts.flatMap { $0.runs(of: ForbiddenValue.run) })
  }

  /// Those of the customer's own.
  init(_ facts: CustomerFacts) {
    self.init((facts.support?.open ?? []).map(\.subject) + (facts.goals ?? []).map(\.goal))
  }

  func holds(run: UInt64) -> Bool { runs.contains(run) }

  func holds(words: [UInt64]) -> Bool {
    phrases.contains { phrase in
      phrase.indices.contains { phrase[$0...].starts(with: words) }
    }
  }
}

/// A part of a file, made ready to be searched thousands of times.
struct SearchedPlace {
  let name: String
  let text: SearchText
  private let positions: [UInt64: [Int]]
  private let cased: Set<UInt64>
  private let runs: Set<UInt64>
  private let windows: Set<UInt64>

  init(_ name: String, _ text: String) {
    self.name = name
    self.text = SearchText(text)
    var positions: [UInt64: [Int]] = [:]
    for (position, word) in self.text.words.enumerated() { positions[word, default: []].append(position) }
    self.positions = positions
    cased = Set(self.text.cased)
    runs = Set(self.text.runs(of: ForbiddenValue.run))
    windows = Set(Self.windows(of: self.text.letters))
  }

  func holds(
    _ value: ForbiddenValue, _ reach: ForbiddenValue.Reach, _ own: SearchText, _ harmless: [HarmlessRuns]
  ) -> Bool {
    if value.kind == .prose {
      if value.text.words.count >= ForbiddenValue.run {
        return value.runs.contains { run in runs.contains(run) && !harmless.contains { $0.holds(run: run) } }
      }
      return holdsWords(value.text, outside: own) && !harmless.contains { $0.holds(words: value.text.words) }
    }
    if reach.isCased { return cased.contains(value.text.cased[0]) && holdsWords(value.text, outside: own) }
    return holdsWords(value.text, outside: own)
      || value.text.letters.count >= ForbiddenValue.fewestLetters && holdsLetters(value.text.letters, outside: own)
  }

  /// Whether the words stand in a row anywhere but within the customer's own name.
  private func holdsWords(_ value: SearchText, outside own: SearchText) -> Bool {
    starts(of: value.words).contains { start in
      let end = start + value.words.count
      return !starts(of: own.words).contains { $0 <= start && end <= $0 + own.words.count }
    }
  }

  private func starts(of words: [UInt64]) -> [Int] {
    guard let first = words.first else { return [] }
    return (positions[first] ?? []).filter { start in
      start + words.count <= text.words.count && text.words[start..<start + words.count].elementsEqual(words)
    }
  }

  /// Whether the letters stand in a row, whatever lies between them, anywhere but within the customer's own name.
  private func holdsLetters(_ letters: [UInt8], outside own: SearchText) -> Bool {
    guard let first = Self.windows(of: Array(letters.prefix(8))).first, windows.contains(first) else { return false }
    let names = Self.starts(of: own.letters, in: text.letters)
    return Self.starts(of: letters, in: text.letters).contains { start in
      let end = start + letters.count
      return !names.contains { $0 <= start && end <= $0 + own.letters.count }
    }
  }

  private static func starts(of letters: [UInt8], in text: [UInt8]) -> [Int] {
    guard !letters.isEmpty, text.count >= letters.count else { return [] }
    return (0...(text.count - letters.count)).filter { start in
      text[start] == letters[0] && text[start..<start + letters.count].elementsEqual(letters)
    }
  }

  /// Every eight bytes in a row, by which most values are told to be absent.
  private static func windows(of letters: [UInt8]) -> [UInt64] {
    guard letters.count >= 8 else { return [] }
    var window: UInt64 = 0
    var windows: [UInt64] = []
    windows.reserveCapacity(letters.count)
    for (index, byte) in letters.enumerated() {
      window = window << 8 | UInt64(byte)
      if index >= 7 { windows.append(window) }
    }
    return windows
  }
}
