import Spelling

/// A text in the spelling used for comparison: its words, and all its letters without anything between them.
///
/// Accents, case (by Unicode's full folding), invisible characters, full-width forms, letters with strokes and every
/// kind of space and punctuation are removed, so that `ČAPEK&nbsp;&amp; Synové` (decoded) and `Capek  synove` are the
/// same two words. Words are kept as 64-bit FNV-1a hashes: a collision could only refuse a file.
struct SearchText {
  /// How ambiguous letters are read.
  enum Reading: CaseIterable {
    /// Each as the Latin letter without its accents and strokes, if it has one.
    case plain
    /// `ü`, `ø` and `å` as two letters, as written by people whose keyboards lack them.
    case transcribed
    /// Cyrillic and Greek letters as the Latin ones that they look like.
    case looks
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
  /// For each word, whether a number sign is directly before it.
  private(set) var isNumbered: [Bool] = []

  /// The text in every reading that differs from the plain one, which is first.
  static func readings(of text: String) -> [SearchText] {
    var readings = [SearchText(text)]
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return readings }
    for reading in [Reading.transcribed, .looks] {
      let other = SearchText(text, reading)
      if other.letters != readings[0].letters { readings.append(other) }
    }
    return readings
  }

  init(_ text: some StringProtocol, _ reading: Reading = .plain) {
    var word = Hash()
    var start = 0
    var line: Int32 = 0
    var capital = false
    var numbered = false
    var numberSign = false
    func endWord() {
      guard letters.count > start else { return }
      words.append(word.value)
      ranges.append(start..<letters.count)
      lines.append(line)
      isCapital.append(capital)
      isNumbered.append(numbered)
      start = letters.count
      word = Hash()
    }
    func begin(_ isUppercase: Bool) {
      guard letters.count == start else { return }
      capital = isUppercase
      numbered = numberSign
    }
    func add(_ byte: UInt8) {
      letters.append(byte)
      word.add(byte)
    }
    for scalar in Self.decomposed(text, reading) {
      if scalar.isASCII {
        let byte = UInt8(scalar.value)
        switch byte {
        case 97...122, 48...57:
          begin(false)
          add(byte)
        case 65...90:
          begin(true)
          add(byte + 32)
        default:
          endWord()
          if byte == 0x0A { line += 1 }
          numberSign = byte == UInt8(ascii: "#")
          continue
        }
      } else if Self.isInvisible(scalar) {
        continue
      } else if !scalar.properties.isAlphabetic && scalar.properties.numericType == nil {
        endWord()
        numberSign = scalar == "№" || scalar == "°"
        continue
      } else {
        // Scripts with a single case, such as Lisu, look like capitals.
        begin(reading == .looks ? !scalar.properties.isLowercase : scalar.properties.isUppercase)
        for byte in LetterForms.folded(scalar, reading).utf8 { add(byte) }
      }
      numberSign = false
    }
    endWord()
  }

  /// The length of a word in scalars.
  func length(of word: Int) -> Int {
    letters[ranges[word]].count { $0 & 0xC0 != 0x80 }
  }

  /// A word in the spelling for comparison.
  func text(of word: Int) -> String { String(decoding: letters[ranges[word]], as: UTF8.self) }

  /// Whether a word consists of digits only.
  func isNumber(_ word: Int) -> Bool { letters[ranges[word]].allSatisfy { (48...57).contains($0) } }

  /// Whether a word contains both letters and digits, like codes and ids.
  func isCode(_ word: Int) -> Bool {
    let bytes = letters[ranges[word]]
    return bytes.contains { (48...57).contains($0) } && bytes.contains { !(48...57).contains($0) }
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

    init() {}

    /// Continues a hash, for example from that of a word to that of a longer one.
    init(continuing value: UInt64) { self.value = value }

    mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }

    mutating func add(_ other: UInt64) {
      value = (value ^ other ^ (other >> 32)) &* 0x100_0000_01b3
      value ^= value >> 29
    }
  }

  /// Consecutive words as one hash.
  static func sequence(_ words: some Sequence<UInt64>) -> UInt64 {
    var hash = Hash()
    for word in words { hash.add(word) }
    return hash.value
  }

  /// A word with an `s` at its end, as in the genitive of a name.
  static func genitive(_ word: UInt64) -> UInt64 {
    var hash = Hash(continuing: word)
    hash.add(UInt8(ascii: "s"))
    return hash.value
  }

  /// Consecutive words with the last of them in the genitive.
  static func genitive(_ words: some Collection<UInt64>) -> [UInt64] {
    let words = Array(words)
    return words.dropLast() + words.suffix(1).map { genitive($0) }
  }

  /// All its words as one hash.
  var sequence: UInt64 { Self.sequence(words) }

  /// A single word's hash.
  static func word(_ text: String) -> UInt64 { SearchText(text).words.first ?? 0 }

  /// The ranges in which words occur consecutively.
  func positions(of sequence: [UInt64]) -> [Range<Int>] {
    guard let first = sequence.first, sequence.count <= words.count else { return [] }
    return (0...(words.count - sequence.count)).compactMap { start in
      words[start] == first && words[start..<start + sequence.count].elementsEqual(sequence)
        ? start..<start + sequence.count : nil
    }
  }
}
