/// Rows of words, and rows of letters, that are looked for all at once: a text is read once, however many there are.
///
/// Every row of so many words is one key of a hash table, so that a text costs its own length times the number of lengths;
/// rows of letters are found by their first eight bytes and then compared.
struct WordIndex {
  /// What is looked for.
  struct Pattern: Equatable {
    /// The value that it is one writing of.
    let value: Int32
    /// The words that must begin with a capital, one bit each.
    var capitals: UInt16 = 0
    /// Whether a number sign, or a word that says that an id follows, must stand before it.
    var needsLabel = false
  }

  /// Something that was found.
  struct Hit {
    let pattern: Pattern
    let words: Range<Int>
    /// The words in a row as one hash; of letters 0.
    let sequence: UInt64
  }

  private var words: [UInt64: Int32] = [:]
  private var sequences: [Pattern] = []
  private var next: [Int32] = []
  private var lengths: Set<Int> = []
  private var openings: [UInt64: [Int32]] = [:]
  private var letters: [(letters: [UInt8], pattern: Pattern)] = []

  /// The most words that are looked for in a row.
  static let mostWords = 12
  /// The fewest bytes of letters that are looked for across the borders of words.
  static let fewestLetters = 10

  mutating func add(_ sequence: some Collection<UInt64>, _ pattern: Pattern) {
    guard (1...Self.mostWords).contains(sequence.count) else { return }
    lengths.insert(sequence.count)
    let key = SearchText.sequence(sequence)
    // A text that says one thing over and over has the same row of words in every place.
    if let newest = words[key], sequences[Int(newest)] == pattern { return }
    next.append(words[key] ?? -1)
    words[key] = Int32(sequences.count)
    sequences.append(pattern)
  }

  mutating func add(letters bytes: [UInt8], _ pattern: Pattern) {
    guard bytes.count >= Self.fewestLetters else { return }
    let opening = Self.opening(bytes[...])
    if let newest = openings[opening]?.last, letters[Int(newest)] == (bytes, pattern) { return }
    openings[opening, default: []].append(Int32(letters.count))
    letters.append((bytes, pattern))
  }

  /// Calls back for everything of the index that stands in a text.
  func search(_ text: SearchText, _ found: (Hit) -> Void) {
    let most = lengths.max() ?? 0
    for start in text.words.indices {
      var hash = SearchText.Hash()
      for end in start..<min(text.words.count, start + most) {
        hash.add(text.words[end])
        guard lengths.contains(end - start + 1), var position = words[hash.value] else { continue }
        while position >= 0 {
          found(Hit(pattern: sequences[Int(position)], words: start..<end + 1, sequence: hash.value))
          position = next[Int(position)]
        }
      }
    }
    searchLetters(text, found)
  }

  private func searchLetters(_ text: SearchText, _ found: (Hit) -> Void) {
    guard !openings.isEmpty, text.letters.count >= Self.fewestLetters else { return }
    var window: UInt64 = 0
    var word = 0
    for (index, byte) in text.letters.enumerated() {
      window = window << 8 | UInt64(byte)
      guard index >= 7, let candidates = openings[window] else { continue }
      let start = index - 7
      while text.ranges[word].upperBound <= start { word += 1 }
      for candidate in candidates {
        let (bytes, pattern) = letters[Int(candidate)]
        let end = start + bytes.count
        guard end <= text.letters.count, text.letters[start..<end].elementsEqual(bytes) else { continue }
        var last = word
        while text.ranges[last].upperBound < end { last += 1 }
        // What stands in two paragraphs is not read as one, and 1 is not the beginning of 12.
        guard text.lines[word] == text.lines[last] else { continue }
        if text.ranges[last].upperBound > end, Self.isDigit(bytes[bytes.count - 1]), Self.isDigit(text.letters[end]) {
          continue
        }
        found(Hit(pattern: pattern, words: word..<last + 1, sequence: 0))
      }
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

  private static func opening(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }
}
