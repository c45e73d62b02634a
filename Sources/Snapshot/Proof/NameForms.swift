import Languages

/// The forms in which a name is written, each as consecutive words.
struct NameForms {
  /// Words for `&`.
  private let conjunctions: Set<String>
  /// Words between two people.
  private let companions: Set<String>
  private let articles: Set<String>

  /// Creates the forms from the lists of every language.
  init(_ languages: [[ProofList: [String]]]) {
    func words(_ list: ProofList) -> Set<String> { Set(languages.flatMap { $0[list, default: []] }) }
    conjunctions = words(.conjunctions)
    companions = conjunctions.union(words(.companions))
    articles = ProofWords.folded(.articles, of: languages)
  }

  /// A company's name without its legal form, such as `Altmoor Stahl` in `Altmoor Stahl GmbH`; nil when it has none.
  static func withoutLegalForm(_ name: SearchText) -> Range<Int>? {
    let words = name.words.indices.map { name.text(of: $0) }
    guard let last = words.last, lastWords.contains(last) || firstWords.contains(words[0]) else { return nil }
    var range = 0..<words.count
    var isShorter = true
    while isShorter {
      isShorter = false
      for form in legalForms where form.count < range.count {
        if words[range].suffix(form.count).elementsEqual(form) {
          range = range.lowerBound..<range.upperBound - form.count
          isShorter = true
          break
        }
      }
    }
    for form in legalForms where form.count < range.count && words[range].starts(with: form) && form[0].count > 1 {
      range = range.lowerBound + form.count..<range.upperBound
      break
    }
    return range.count < words.count ? range : nil
  }

  /// The same name with `&`, `and` and the like exchanged for each other.
  func joinings(of name: String) -> [String] {
    var parts: [[Substring]] = [[]]
    for word in name.split(separator: " ") where !word.isEmpty {
      if conjunctions.contains(word.lowercased()) {
        parts.append([])
      } else {
        let pieces = word.split(omittingEmptySubsequences: false) { "&+\u{FF06}\u{FE60}".contains($0) }
        parts[parts.count - 1].append(pieces[0])
        for piece in pieces.dropFirst() { parts.append([piece]) }
      }
    }
    let joined = parts.map { $0.filter { !$0.isEmpty }.joined(separator: " ") }
    guard joined.count > 1 else { return [] }
    return (["&"] + conjunctions.sorted()).map { joined.joined(separator: " \($0) ") }
  }

  /// Whether a word connects others and cannot end a name.
  func isConjunction(_ word: String) -> Bool { conjunctions.contains(word) }

  /// A name of two or three characters without its legal form, such as `BT`, `3M` and `H&M`; nil for others.
  ///
  /// - Parameter range: its words without the legal form.
  static func shortName(_ name: String, words range: Range<Int>, of text: SearchText) -> String? {
    let letters = text.ranges[range].reduce(0) { $0 + $1.count }
    guard letters == 2 || letters == 3 && range.count > 1, range.lowerBound == 0,
      let first = shortTokens(in: name).first, name.hasPrefix(first), SearchText(first).words.count == range.count
    else { return nil }
    return first
  }

  /// The words of a text that can be short names: only capitals, digits and `&`, two to four characters.
  static func shortTokens(in text: String) -> [String] {
    text.unicodeScalars.split { scalar in
      switch scalar {
      case "0"..."9", "A"..."Z", "a"..."z", "&": false
      default: scalar.isASCII || !scalar.properties.isAlphabetic
      }
    }.compactMap { token in
      guard (2...4).contains(token.count), token.allSatisfy({ $0 < "a" }), token.contains(where: { $0 >= "A" }),
        token.first != "&", token.last != "&"
      else { return nil }
      return String(token)
    }
  }

  /// The word by which people call a company: the first that is not an article; nil when it is too short.
  func firstWord(_ name: SearchText, in range: Range<Int>) -> Int? {
    guard let word = range.first(where: { !articles.contains(name.text(of: $0)) }) else { return nil }
    return name.length(of: word) >= 4 && !name.isNumber(word) ? word : nil
  }

  /// The people named in a cell, one text each; parts that name only a group or a role are left out.
  func people(in cell: String) -> [String] {
    let commas = cell.split(separator: ",", omittingEmptySubsequences: false)
    // `Smith, Jane` is one person with the family name first, `Ann Smith, Bob Lee` are two.
    let isReversed =
      commas.count == 2 && SearchText(commas[0]).words.count == 1 && SearchText(commas[1]).words.count <= 2
    let signs: Set<Character> =
      isReversed ? [";", "/", "&", "+", "\n", "(", ")", "|"] : [";", "/", "&", "+", "\n", "(", ")", "|", ","]
    var people: [String] = []
    for part in cell.split(whereSeparator: { signs.contains($0) }) {
      var person: [Substring] = []
      for word in part.split(separator: " ") {
        if companions.contains(word.lowercased()) {
          people.append(person.joined(separator: " "))
          person = []
        } else {
          person.append(word)
        }
      }
      people.append(person.joined(separator: " "))
    }
    return people.filter { !$0.isEmpty }
  }

  /// The people whom a cell gives more than one name, in every reading and order of their names.
  func fullNames(in cell: String) -> [UInt64] {
    people(in: cell).flatMap(SearchText.readings).filter { $0.words.count > 1 }.flatMap { person in
      Self.orders(ofPerson: person.words).map(SearchText.sequence)
    }
  }

  /// Every order in which people write a person's name: each word may come first, and middle names are omitted.
  static func orders(ofPerson words: [UInt64]) -> [[UInt64]] {
    guard words.count > 1, words.count <= 5 else { return [words] }
    var orders = words.indices.map { Array(words[$0...] + words[..<$0]) }
    if words.count > 2, let first = words.first, let last = words.last { orders += [[first, last], [last, first]] }
    return orders
  }

  private static let lastWords = Set(legalForms.compactMap(\.last))
  private static let firstWords = Set(legalForms.compactMap(\.first))

  private static let legalForms: [[String]] = """
    gmbh co kg|gmbh|mbh|ggmbh|ag co kgaa|ag|kgaa|co kg|kg|ohg|gbr|ug|eg|ek|e k|ev|se co kg|se|s a r l|s a s|s p a|s a|sas|\
    sasu|sarl|eurl|sci|scop|snc|sa|ltd|limited|plc|p l c|llc|l l c|llp|lp|inc|incorporated|corp|corporation|co ltd|co|\
    company|compagnie|cie|spa|srl|s r l|sl|s l|slu|bv|b v|nv|n v|bvba|vof|cv|ab|as|asa|aps|a s|oy|oyj|ou|sia|uab|sp z o o|\
    spolka akcyjna|zrt|kft|nyrt|doo|d o o|dd|sro|s r o|spol s r o|pty|pty ltd|pvt|pvt ltd|private limited|kk|k k|ltda|\
    holding|holdings|group|groupe|gruppe|international|株式会社|有限会社|合同会社
    """.split(separator: "|").map { $0.split(separator: " ").map { SearchText($0).text(of: 0) } }
    .sorted { $0.count > $1.count }
}
