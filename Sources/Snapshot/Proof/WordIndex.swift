/// An index that searches for many runs of words and of letters at once: a text is read only once, however many there
/// are.
///
/// Every run of a given number of words is one key of a hash table, so the cost of a text is its length times the
/// number of lengths; runs of letters are found by their first eight bytes and then compared.
struct WordIndex {
  /// One form to search for.
  struct Pattern: Equatable {
    /// The value that it is a form of.
    let value: Int32
    /// The words that must begin with a capital, one bit each.
    var capitals: UInt16 = 0
    /// Whether it must follow a number sign, or a word that announces an id.
    var needsLabel = false
  }

  /// A match.
  struct Hit {
    let pattern: Pattern
    let words: Range<Int>
    /// The matching words as one hash; 0 for letters.
    let sequence: UInt64
  }

  private var words: [UInt64: Int32] = [:]
  private var sequences: [Pattern] = []
  private var next: [Int32] = []
  private var lengths: Set<Int> = []
  private var openings: [UInt64: [Int32]] = [:]
  private var letters: [(letters: [UInt8], pattern: Pattern)] = []

  /// The maximum number of consecutive words to search for.
  static let mostWords = 12
  /// The fewest bytes of letters to search for across word boundaries.
  static let fewestLetters = 10

  mutating func add(_ sequence: some Collection<UInt64>, _ pattern: Pattern) {
    guard (1...Self.mostWords).contains(sequence.count) else { return }
    lengths.insert(sequence.count)
    let key = SearchText.sequence(sequence)
    // A text that repeats one thing over and over has the same run of words in every place.
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

  /// Calls back for every match of the index in a text.
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
        // Text in two paragraphs is not read as one, and 1 is not the beginning of 12.
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
