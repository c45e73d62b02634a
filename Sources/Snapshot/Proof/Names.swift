import Health

/// The forms in which people write a company's name.
enum CompanyName {
  /// The name in every reading, also with `and` for `&`.
  static func spellings(of name: String, _ readings: [SearchText]) -> [SearchText] {
    var spellings = readings
    if name.unicodeScalars.contains(where: { "&+\u{FF06}".unicodeScalars.contains($0) }) {
      for word in PersonName.companions.prefix(3) {
        let joined = name.unicodeScalars.map { "&+\u{FF06}".unicodeScalars.contains($0) ? " \(word) " : String($0) }
        spellings += SearchText.readings(of: joined.joined())
      }
    } else if let text = readings.first {
      let kept = text.words.indices.filter { !PersonName.companions.contains(text.text(of: $0)) }
      if kept.count < text.words.count {
        spellings.append(
          SearchText(
            kept.map { text.isCapital[$0] ? text.text(of: $0).capitalizedFirst : text.text(of: $0) }.joined(
              separator: " ")))
      }
    }
    // In a script without spaces, the legal form is part of the word.
    let bare = ["株式会社", "有限会社", "合同会社"].reduce(name) { $0.replacing($1, with: " ") }
    return bare == name ? spellings : spellings + SearchText.readings(of: bare)
  }

  /// The words of a company's name without its legal form: `Altmoor Stahl` in `Altmoor Stahl GmbH`.
  static func withoutLegalForm(_ name: SearchText) -> Range<Int> {
    var range = name.words.indices
    let words = range.map { name.text(of: $0) }
    while let form = legalForms.first(where: {
      $0.count < range.count && words[range].suffix($0.count).elementsEqual($0)
    }) {
      range = range.lowerBound..<range.upperBound - form.count
    }
    if let form = legalForms.first(where: { $0.count < range.count && $0[0].count > 1 && words[range].starts(with: $0) }
    ) {
      range = range.lowerBound + form.count..<range.upperBound
    }
    // `Weißhaupt &` is none.
    while range.count > 1, PersonName.companions.contains(words[range.upperBound - 1]) { range.removeLast() }
    return range
  }

  private static let legalForms: [[String]] = """
    gmbh co kg|gmbh|mbh|ggmbh|ag co kgaa|ag|kgaa|co kg|kg|ohg|gbr|ug|eg|ek|e k|ev|se co kg|se|s a r l|s a s|s p a|s a|sas|\
    sasu|sarl|eurl|sci|scop|snc|sa|ltd|limited|plc|p l c|llc|l l c|llp|lp|inc|incorporated|corp|corporation|co ltd|co|\
    company|compagnie|cie|spa|srl|s r l|sl|s l|slu|bv|b v|nv|n v|bvba|vof|cv|ab|as|asa|aps|a s|oy|oyj|ou|sia|uab|sp z o o|\
    spolka akcyjna|zrt|kft|nyrt|doo|d o o|dd|sro|s r o|spol s r o|pty|pty ltd|pvt|pvt ltd|private limited|kk|k k|ltda|\
    holding|holdings|group|groupe|gruppe|international|株式会社|有限会社|合同会社
    """.split(separator: "|").map { $0.split(separator: " ").map { SearchText($0).text(of: 0) } }
    .sorted { $0.count > $1.count }
}

/// The people named in a cell, and how texts name them.
enum PersonName {
  /// Words between two names.
  static let companions = ["and", "et", "und", "y", "with", "avec", "plus"]

  /// The people in a cell, one text each; a group or a role, which has words without a capital, is none.
  static func people(in cell: String, mayBeLowercase: Bool) -> [String] {
    let commas = cell.split(separator: ",", omittingEmptySubsequences: false)
    // `Smith, Jane` is one person with the family name first, `Ann Smith, Bob Lee` are two.
    let isReversed =
      commas.count == 2 && SearchText(commas[0]).words.count == 1 && SearchText(commas[1]).words.count <= 2
    let parts = cell.split { ";/&+\n()|".contains($0) || $0 == "," && !isReversed }.flatMap { part in
      part.split(separator: " ").split { companions.contains($0.lowercased()) }.map { $0.joined(separator: " ") }
    }
    return parts.filter { part in
      let text = SearchText(part)
      guard !part.contains("@"), (1...6).contains(text.words.count) else { return false }
      // Particles such as `de` and `van` have no capital; a short word of capitals is a role such as CFO.
      let small = text.words.indices.filter { !text.isCapital[$0] && text.length(of: $0) > 3 }
      let isRole = text.words.count == 1 && part.utf8.count <= 4 && part.utf8.allSatisfy { (65...90).contains($0) }
      let hasCapital = text.isCapital.contains(true)
      return !isRole && (small.isEmpty && hasCapital || mayBeLowercase && !hasCapital && text.words.count < 4)
    }
  }

  /// The keys of a person: pairs of names, a name with the initial of another, a family name, a name alone.
  static func keys(of text: SearchText) -> [UInt64] {
    guard text.words.count > 1 else { return [single(text.words[0])] }
    var keys: [UInt64] = []
    for first in text.words.indices {
      for second in text.words.indices where second > first {
        keys.append(pair(text.words[first], text.words[second]))
        guard text.length(of: first) > 1, text.length(of: second) > 1 else { continue }
        keys.append(initial(text.initial(of: first), text.words[second]))
        if first == 0 { keys.append(initial(text.initial(of: second), text.words[first])) }
      }
    }
    if let last = text.words.indices.last, text.length(of: last) >= 5 { keys.append(family(text.words[last])) }
    return keys
  }

  static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 { SearchText.sequence([1, first, second]) }
  static func initial(_ initial: UInt64, _ name: UInt64) -> UInt64 { SearchText.sequence([2, initial, name]) }
  static func family(_ name: UInt64) -> UInt64 { SearchText.sequence([3, name]) }
  static func single(_ name: UInt64) -> UInt64 { SearchText.sequence([4, name]) }
}

/// A domain such as `altmoor.example`, without `www` and what is before the last two or three labels.
struct DomainName {
  let key: UInt64

  /// Reads a domain from an address or a link; nil for anything else.
  init?(_ text: some StringProtocol) {
    var host = text.drop { $0.isWhitespace }[...]
    if let scheme = host.firstRange(of: "://") { host = host[scheme.upperBound...] }
    host = host.prefix { $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" }
    let labels = host.split(separator: ".")
    guard labels.count > 1, let last = labels.last, last.count >= 2, last.allSatisfy(\.isLetter) else { return nil }
    // `co.uk` is no one's.
    let size = labels.count > 2 && labels[labels.count - 2].count <= 3 && last.count == 2 ? 3 : 2
    guard labels[labels.count - min(size, labels.count)].count > 1 else { return nil }
    key = SearchText.sequence([5] + SearchText(labels.suffix(size).joined(separator: ".")).words)
  }
}

extension SearchText {
  /// The first letter of a word, as a word.
  func initial(of word: Int) -> UInt64 {
    let bytes = letters[ranges[word]]
    return Self.hash(bytes.prefix(1) + bytes.dropFirst().prefix { $0 & 0xC0 == 0x80 })
  }

  /// Whether a word can hold a sentence together with few others: a name within it, or an amount.
  func isMark(_ word: Int) -> Bool {
    if isNumber(word) {
      let digits = ranges[word].count
      if digits == 3, word > 0, isNumber(word - 1), gaps[word] <= .comma { return true }
      return digits > 4
        || digits == 4 && !letters[ranges[word]].starts(with: "19".utf8)
          && !letters[ranges[word]].starts(with: "20".utf8)
    }
    return isInside(word) && isCapital[word] && length(of: word) >= 3
  }

  /// Whether words are written like `BT`, `3M` and `H&M`: two or three signs in all, capitals and digits only.
  func isShort(_ range: Range<Int>) -> Bool {
    (2...3).contains(ranges[range.upperBound - 1].upperBound - ranges[range.lowerBound].lowerBound)
      && range.allSatisfy { isUpper[$0] } && !range.allSatisfy(isNumber)
      && !range.dropFirst().contains { gaps[$0] != .joined }
  }

  /// The first word of the line of a word.
  func start(ofLineOf word: Int) -> Int {
    let line = lines[word]
    return lines.partitioningIndex { $0 >= line }
  }

  /// Whether a word is within a sentence, where only a name has a capital.
  func isInside(_ word: Int) -> Bool { word > 0 && gaps[word] <= .comma }

  /// The runs of words that are codes: one that no language has, or several joined by signs, with letters and digits.
  var codes: [Range<Int>] {
    var codes = words.indices.filter(isCode).map { $0..<$0 + 1 }
    var start = 0
    for end in words.indices.dropFirst() + [words.count] where end == words.count || gaps[end] != .joined {
      let run = start..<end
      start = end
      guard (2...PrivateEvidence.mostWords).contains(run.count) else { continue }
      let bytes = letters[ranges[run.lowerBound].lowerBound..<ranges[run.upperBound - 1].upperBound]
      let digits = bytes.count { (48...57).contains($0) }
      if bytes.count >= 6, digits >= 3, bytes.count - digits >= 2 { codes.append(run) }
    }
    return codes
  }

  /// The keys of the telephone numbers in it.
  var phones: [UInt64] {
    var phones: [UInt64] = []
    var digits: [UInt8] = []
    for word in words.indices {
      if word > 0, !isNumber(word) || gaps[word] == .sentence { digits = [] }
      guard isNumber(word) else { continue }
      digits += letters[ranges[word]]
      let isEnd = word + 1 == words.count || !isNumber(word + 1) || gaps[word + 1] == .sentence
      if isEnd, (PrivateEvidence.phoneDigits...16).contains(digits.count) {
        phones.append(Self.sequence([6, Self.hash(digits.suffix(PrivateEvidence.phoneDigits))]))
      }
    }
    return phones
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
