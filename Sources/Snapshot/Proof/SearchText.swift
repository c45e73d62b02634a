import Foundation

/// A text in the one spelling in which texts are compared: its words, and all its letters without what lies between.
///
/// Accents, upper case, soft hyphens, zero-width signs, full-width forms and every kind of blank and punctuation are
/// gone, so that `ČAPEK&nbsp;&amp; Synové` (decoded) and `Capek  synove` are the same two words. Words are kept as
/// 64-bit FNV-1a hashes: two that agree by accident could only refuse a file.
struct SearchText {
  /// The words in order.
  private(set) var words: [UInt64] = []
  /// The same words with their upper case kept.
  private(set) var cased: [UInt64] = []
  /// Letters and digits alone, as UTF-8.
  private(set) var letters: [UInt8] = []
  /// For each word where it begins and ends in `letters`.
  private(set) var ranges: [Range<Int>] = []

  init(_ text: some StringProtocol) {
    var word = Hash()
    var casedWord = Hash()
    var start = 0
    func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
      if scalar.isASCII { return !scalar.properties.isAlphabetic && !("0"..."9").contains(scalar) }
      return !scalar.properties.isAlphabetic && scalar.properties.numericType == nil
    }
    func endWord() {
      guard letters.count > start else { return }
      words.append(word.value)
      cased.append(casedWord.value)
      ranges.append(start..<letters.count)
      start = letters.count
      word = Hash()
      casedWord = Hash()
    }
    for scalar in Self.decomposed(text).unicodeScalars {
      if !scalar.isASCII, Self.isInvisible(scalar) { continue }
      guard !isSeparator(scalar) else {
        endWord()
        continue
      }
      if scalar.isASCII {
        let byte = UInt8(scalar.value)
        let lower = (65...90).contains(byte) ? byte + 32 : byte
        letters.append(lower)
        word.add(lower)
        casedWord.add(byte)
      } else {
        for byte in scalar.properties.lowercaseMapping.utf8 {
          letters.append(byte)
          word.add(byte)
        }
        for byte in String(scalar).utf8 { casedWord.add(byte) }
      }
    }
    endWord()
  }

  /// The scalars of a word, counted in its letters.
  func length(of word: Int) -> Int {
    letters[ranges[word]].count { $0 & 0xC0 != 0x80 }
  }

  /// Whether a word is made of digits alone.
  func isNumber(_ word: Int) -> Bool { letters[ranges[word]].allSatisfy { (48...57).contains($0) } }

  /// Whether a word holds both letters and digits, as codes and ids do.
  func isCode(_ word: Int) -> Bool {
    let bytes = letters[ranges[word]]
    return bytes.contains { (48...57).contains($0) } && bytes.contains { !(48...57).contains($0) }
  }

  private static func decomposed(_ text: some StringProtocol) -> String {
    text.utf8.allSatisfy { $0 < 0x80 } ? String(text) : text.decomposedStringWithCompatibilityMapping
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: scalar != "\u{85}"
    default: false
    }
  }

  /// FNV-1a, 64 bits.
  struct Hash {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }

    mutating func add(_ other: UInt64) {
      for shift in stride(from: 0, to: 64, by: 8) { add(UInt8(truncatingIfNeeded: other >> UInt64(shift))) }
    }
  }

  /// Every run of so many words, as one hash each.
  func runs(of length: Int) -> [UInt64] {
    guard words.count >= length else { return [] }
    return (0...(words.count - length)).map { start in
      var hash = Hash()
      for word in words[start..<start + length] { hash.add(word) }
      return hash.value
    }
  }
}
