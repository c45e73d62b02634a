import Spelling

/// A text in the spelling used for comparison: its words, and all its letters without anything between them.
///
/// Accents, case (by Unicode's full folding), invisible characters, full-width forms, letters with strokes and every
/// kind of space and punctuation are removed, so that `ČAPEK&nbsp;&amp; Synové` (decoded) and `Capek  synove` are the
/// same two words. Words are kept as 64-bit FNV-1a hashes: a collision could only refuse a file.
struct SearchText {
  /// How ambiguous letters are read.
  enum Reading {
    /// Each as the Latin letter without its accents and strokes, if it has one.
    case plain
    /// `ü`, `ø` and `å` as two letters, as written by people whose keyboards lack them.
    case transcribed
    /// Cyrillic and Greek letters as the Latin ones that they look like.
    case looks
  }

  /// What stands between a word and the one before it, from nothing to the end of a sentence.
  enum Gap: UInt8, Comparable {
    case joined, blank, comma, mark, sentence

    static func < (left: Gap, right: Gap) -> Bool { left.rawValue < right.rawValue }
  }

  /// The words in order.
  private(set) var words: [UInt64] = []
  /// Only letters and digits, as UTF-8.
  private(set) var letters: [UInt8] = []
  /// The range of each word in `letters`.
  private(set) var ranges: [Range<Int>] = []
  /// For each word, the number of line breaks before it.
  private(set) var lines: [Int32] = []
  /// For each word, whether it begins with a capital.
  private(set) var isCapital: [Bool] = []
  /// For each word, whether it has capitals and digits of ASCII only.
  private(set) var isUpper: [Bool] = []
  /// For each word, whether a number sign is directly before it.
  private(set) var isNumbered: [Bool] = []
  /// For each word, what is before it.
  private(set) var gaps: [Gap] = []

  /// A line at least so long was broken by an editor and not by its author.
  private static let wrappedLine = 50

  /// The text in every reading that differs from the plain one, which is first.
  ///
  /// - Parameter isWrapped: whether long lines may have been broken by an editor, within a sentence.
  static func readings(of text: String, isWrapped: Bool = false) -> [SearchText] {
    var readings = [SearchText(text, isWrapped: isWrapped)]
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return readings }
    for reading in [Reading.transcribed, .looks] {
      let other = SearchText(text, reading, isWrapped: isWrapped)
      if other.letters != readings[0].letters { readings.append(other) }
    }
    return readings
  }

  init(_ text: some StringProtocol, _ reading: Reading = .plain, isWrapped: Bool = false) {
    var word = Hash()
    var (start, line, lineLength): (Int, Int32, Int) = (0, 0, 0)
    var (capital, upper, numbered, numberSign) = (false, false, false, false)
    var gap = Gap.sentence
    // Whether a blank, or a line break after a line of that length, is among the signs since the last word.
    var (hasBlank, ended, broken): (Bool, Bool, Int?) = (false, false, nil)
    func endWord() {
      guard letters.count > start else { return }
      words.append(word.value)
      ranges.append(start..<letters.count)
      lines.append(line)
      isCapital.append(capital)
      isUpper.append(upper)
      isNumbered.append(numbered)
      gaps.append(gap)
      (start, word, gap, hasBlank, ended, broken) = (letters.count, Hash(), .joined, false, false, nil)
    }
    func begin(_ isUppercase: Bool) {
      guard letters.count == start else { return }
      (capital, upper, numbered) = (isUppercase, true, numberSign)
      if gap == .mark, !hasBlank { gap = .joined }
      if let length = broken, !isWrapped || isUppercase && length < Self.wrappedLine { gap = .sentence }
      if hasBlank { gap = max(gap, .blank) }
    }
    func add(_ byte: UInt8) {
      letters.append(byte)
      word.add(byte)
    }
    func sign(_ scalar: Unicode.Scalar) {
      endWord()
      lineLength += 1
      if scalar == "\n" {
        if broken != nil || ended { gap = .sentence }
        (broken, hasBlank, line, lineLength) = (lineLength, true, line + 1, 0)
      } else if scalar.properties.isWhitespace {
        if ended { gap = isShortForm(ranges.count - 1) ? .blank : .sentence }
        hasBlank = true
      } else if ".!?;…".unicodeScalars.contains(scalar) {
        (gap, ended) = (max(gap, .comma), true)
      } else if scalar == "|" || "-*•·#>".unicodeScalars.contains(scalar) && (broken != nil || words.isEmpty) {
        gap = .sentence
      } else {
        gap = max(gap, scalar == "," ? .comma : .mark)
      }
      numberSign = scalar == "#" || scalar == "№" || scalar == "°"
    }
    for scalar in Self.decomposed(text, reading) {
      if scalar.isASCII {
        let byte = UInt8(scalar.value)
        switch byte {
        case 97...122, 48...57:
          begin(false)
          if byte > 57 { upper = false }
          add(byte)
        case 65...90:
          begin(true)
          add(byte + 32)
        default:
          sign(scalar)
          continue
        }
      } else if Self.isInvisible(scalar) {
        continue
      } else if !scalar.properties.isAlphabetic && scalar.properties.numericType == nil {
        sign(scalar)
        continue
      } else {
        // Scripts with a single case, such as Lisu, look like capitals.
        begin(reading == .looks ? !scalar.properties.isLowercase : scalar.properties.isUppercase)
        upper = false
        for byte in LetterForms.folded(scalar, reading).utf8 { add(byte) }
      }
      lineLength += 1
      numberSign = false
    }
    endWord()
  }

  /// Whether a full stop after a word does not end a sentence: `J. Smith`, `Mr. Smith`.
  private func isShortForm(_ word: Int) -> Bool {
    guard word >= 0, isCapital[word] else { return false }
    return ranges[word].count == 1 || ["mr", "mrs", "ms", "dr", "mme"].contains(text(of: word))
  }

  /// A word in the spelling for comparison.
  func text(of word: Int) -> String { String(decoding: letters[ranges[word]], as: UTF8.self) }

  /// The length of a word in scalars.
  func length(of word: Int) -> Int { letters[ranges[word]].count { $0 & 0xC0 != 0x80 } }

  /// Whether a word consists of digits only.
  func isNumber(_ word: Int) -> Bool { letters[ranges[word]].allSatisfy { (48...57).contains($0) } }

  /// Whether a word is one that no language has: letters and digits mixed, or only consonants.
  func isCode(_ word: Int) -> Bool {
    let bytes = letters[ranges[word]]
    guard bytes.count >= 6, bytes.allSatisfy({ $0 < 0x80 }) else { return false }
    let digits = bytes.count { $0 < 58 }
    if digits == 0 { return !bytes.contains { "aeiouy".utf8.contains($0) } }
    let isMeasure = bytes.prefix { $0 < 58 }.count == digits && bytes.count - digits <= 4
    return bytes.count - digits >= 2 && !isMeasure
  }

  /// A word without the `s` of a genitive; nil where it has none.
  func withoutGenitive(_ word: Int) -> UInt64? {
    let bytes = letters[ranges[word]]
    guard bytes.count > 4, bytes.last == UInt8(ascii: "s") else { return nil }
    return Self.hash(bytes.dropLast())
  }

  private static func decomposed(_ text: some StringProtocol, _ reading: Reading) -> [Unicode.Scalar] {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return Array(text.unicodeScalars) }
    guard reading == .transcribed else { return Array(text.normalized(.plainDecomposed).unicodeScalars) }
    // Marks that can be written as a second letter must be seen before they are removed.
    return text.normalized(.plainComposed).unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
      if LetterForms.isTranscribed(scalar) || scalar.isASCII { return [scalar] }
      return Array(String(scalar).normalized(.plainDecomposed).unicodeScalars)
    }
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isDefaultIgnorableCodePoint { return true }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return scalar != "\u{85}"
    default: return false
    }
  }

  /// FNV-1a, 64 bits.
  struct Hash {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }

    mutating func add(_ other: UInt64) {
      value = (value ^ other ^ (other >> 32)) &* 0x100_0000_01b3
      value ^= value >> 29
    }
  }

  /// The hash of the letters of one word.
  static func hash(_ letters: some Sequence<UInt8>) -> UInt64 {
    var hash = Hash()
    for byte in letters { hash.add(byte) }
    return hash.value
  }

  /// Consecutive words as one hash.
  static func sequence(_ words: some Sequence<UInt64>) -> UInt64 {
    var hash = Hash()
    for word in words { hash.add(word) }
    return hash.value
  }

  /// All its words as one hash.
  var sequence: UInt64 { Self.sequence(words) }

  /// The ranges in which words occur consecutively, also with the last of them in the genitive.
  func positions(of sequence: [UInt64]) -> [Range<Int>] {
    guard let first = sequence.first, let last = sequence.last, sequence.count <= words.count else { return [] }
    return (0...(words.count - sequence.count)).compactMap { start in
      let end = start + sequence.count
      guard words[start] == first || sequence.count == 1, words[start..<end - 1].elementsEqual(sequence.dropLast()),
        words[end - 1] == last || withoutGenitive(end - 1) == last
      else { return nil }
      return start..<end
    }
  }
}
