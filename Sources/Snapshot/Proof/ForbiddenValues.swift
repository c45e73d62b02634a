import Health

/// Gathers private values, and every form in which each can be written.
struct ForbiddenValues {
  private(set) var values: [ForbiddenValue] = []
  private(set) var index = WordIndex()
  /// For each account, the range of the values about it, if they are consecutive.
  private(set) var ofAccount: [Int: Range<Int>] = [:]

  private let ordinary: OrdinaryWords
  private let holders: [UInt64: Int]
  private let ourPeople: Set<UInt64>
  /// Values that are names of two or three characters, as they are written.
  private(set) var shortNames: [String: [Int]] = [:]
  private var seen: Set<[UInt64]> = []

  /// The numbers of consecutive words that identify a sentence: the first with two that are not ordinary, the second
  /// always.
  static let (run, longRun) = (5, 8)
  /// The fewest letters of a short sentence, and of a single word, to search for.
  static let (shortestSentence, shortestWord) = (12, 8)
  /// The maximum number of accounts that one word is the name of.
  private static let mostHolders = 3
  /// The fewest letters of a distinctive word that is not the first of a name, and of one in the genitive.
  private static let fewestLetters = 6

  /// - Parameters:
  ///   - holders: for each word, the number of accounts with it in their name.
  ///   - ourPeople: people whose names are not another account's secret.
  init(ordinary: OrdinaryWords, holders: [UInt64: Int], ourPeople: Set<UInt64>) {
    self.ordinary = ordinary
    self.holders = holders
    self.ourPeople = ourPeople
  }

  /// Records that all values from an index on are about one account.
  mutating func close(_ account: Int, from start: Int) { ofAccount[account] = start..<values.count }

  // MARK: Names

  mutating func addAccount(name: String, of account: Int) {
    let name = CompanyName(name, ordinary.words.names)
    guard let id = begin(AccountColumn.name.field, .name, name.readings, account) else { return }
    for form in name.wholes { addName(form.text, form.words, id) }
    if let short = name.short { addShortName(short, id, account) }
    let parts =
      name.parts.filter { $0.words.count > 1 || isName($0.text, $0.words.lowerBound, account) }
      + name.firsts.filter { isName($0.text, $0.words.lowerBound, account) }
      + name.others.filter { isDistinctive($0.text, $0.words.lowerBound, account) }
    guard !(name.parts + name.firsts + parts).isEmpty,
      let part = begin(AccountColumn.name.field, .namePart, name.readings, account)
    else { return }
    for form in parts { addName(form.text, form.words, part, isPart: true) }
  }

  /// Whether a word within a company's name is distinctive: long enough, with a capital, in no other account's name and
  /// not a common word.
  private func isDistinctive(_ text: SearchText, _ word: Int, _ account: Int) -> Bool {
    text.isCapital[word] && text.length(of: word) >= Self.fewestLetters && holders[text.words[word]] == 1
      && !text.isNumber(word) && !ordinary.isCommon(text.words[word], for: account)
  }

  private mutating func addShortName(_ short: String, _ id: Int32, _ account: Int) {
    let words = SearchText(short).words
    // `IT`, `HR` and `EU` identify nobody.
    if words.count == 1, ordinary.words.abbreviations.contains(words[0]) || ordinary.isCommon(words[0], for: account) {
      return
    }
    shortNames[short, default: []].append(Int(id))
    values[Int(id)].isTold = true
  }

  /// Whether one word of a company's name identifies it.
  private func isName(_ text: SearchText, _ word: Int, _ account: Int) -> Bool {
    (holders[text.words[word]] ?? 0) <= Self.mostHolders && !ordinary.contains(text.words[word], for: account)
      && !text.isNumber(word)
  }

  mutating func addPeople(_ field: String, _ cell: String?, of account: Int) {
    guard let cell, !cell.isEmpty else { return }
    addAddresses(field, cell, of: account)
    let people = ordinary.words.names.people(in: cell).filter { !$0.utf8.contains(UInt8(ascii: "@")) }
    // Next to others, a part without a capital says what somebody does.
    for person in people where people.count == 1 || person.unicodeScalars.contains(where: \.properties.isUppercase) {
      addPerson(field, person, of: account)
    }
  }

  private mutating func addPerson(_ field: String, _ person: String, of account: Int) {
    let readings = SearchText.readings(of: person)
    guard let plain = readings.first, !plain.words.isEmpty else { return }
    if plain.words.count >= Self.run { return addProse(field, person, of: account) }
    guard !ourPeople.contains(plain.sequence), let id = begin(field, .person, readings, account) else { return }
    for text in readings {
      // `CFO Jane Smith` is Jane Smith; `Planning team` is not a person.
      let kept = text.words.indices.filter { word in
        !ordinary.words.roles.contains(text.words[word])
          && (text.isCapital[word] || !ordinary.contains(text.words[word], for: account))
      }
      guard !kept.isEmpty, kept.count == text.words.count || kept.count > 1 else { continue }
      let isOrdinary = kept.map {
        ordinary.contains(text.words[$0], for: account) || ordinary.words.roles.contains(text.words[$0])
      }
      if kept.count == 1 {
        guard !isOrdinary[0], !text.isNumber(kept[0]) else { continue }
        addName(text, kept[0]..<kept[0] + 1, id)
        continue
      }
      let needsCapitals = !isOrdinary.contains(false)
      // `Jean de La Fontaine` is searched for with its particle and without it.
      if kept.count < text.words.count { add(text.words, WordIndex.Pattern(value: id)) }
      for order in NameForms.orders(ofPerson: kept.map { UInt64($0) }) {
        let order = order.map { Int($0) }
        let words = order.map { text.words[$0] }
        let pattern = WordIndex.Pattern(value: id, capitals: needsCapitals ? UInt16(1 << order.count) - 1 : 0)
        add(words, pattern)
        if hasGenitive(text, order[order.count - 1], among: order.count, account) {
          add(SearchText.genitive(words), pattern)
        }
        if !needsCapitals { add(letters: order.flatMap { text.letters[text.ranges[$0]] }, id) }
      }
    }
  }

  mutating func addAddresses(_ field: String, _ text: String?, of account: Int?) {
    guard let text, text.utf8.contains(UInt8(ascii: "@")) else { return }
    for address in addresses(in: text) {
      let readings = SearchText.readings(of: address)
      guard let id = begin(field, .address, readings, account, isAddress: true) else { continue }
      for text in readings { addName(text, text.words.indices, id) }
    }
  }

  mutating func addID(_ field: String, _ text: String, of account: Int) {
    let readings = SearchText.readings(of: text)
    guard let id = begin(field, .id, readings, account) else { return }
    for text in readings where !text.words.isEmpty {
      let letters = text.letters
      let isNumber = letters.allSatisfy { (48...57).contains($0) }
      let isOrdinary = text.words.allSatisfy { ordinary.contains($0, for: account) }
      let isPlain =
        isNumber
        ? letters.count >= 8
        : letters.count >= 5 && !isOrdinary || text.words.count == 1 && text.isCode(0) && letters.count >= 4
      // `A-100` is only a letter and a number, but it has a capital and three digits.
      let isShort = !isPlain && letters.count { (48...57).contains($0) } >= 3 && text.isCapital[0] && !isNumber
      add(text.words, WordIndex.Pattern(value: id, capitals: isShort ? 1 : 0, needsLabel: !isPlain && !isShort))
      if isPlain { add(letters: letters, id) }
    }
  }

  /// Adds the consecutive words of a name, and its letters.
  ///
  /// - Parameter isPart: a single word of a company's name is distinguished from an ordinary word by its capital.
  private mutating func addName(_ text: SearchText, _ range: Range<Int>, _ id: Int32, isPart: Bool = false) {
    let words = text.words[range]
    guard let first = range.first else { return }
    let account = values[Int(id)].account
    var capitals: UInt16 = 0
    let isOrdinary = words.allSatisfy { ordinary.contains($0, for: account) }
    if range.count == 1 {
      let length = text.length(of: first)
      let isLatin = text.letters[text.ranges[first]].allSatisfy { $0 < 0x80 }
      if text.isNumber(first) {
        return length >= 3 ? add(words, WordIndex.Pattern(value: id, needsLabel: true)) : ()
      }
      guard length >= (isLatin ? 3 : 2) else { return }
      if isLatin && length <= 4 && !text.isCode(first) && text.isCapital[first] { capitals = 1 }
      if isOrdinary || isPart && (isLatin || text.isCapital[first]) { capitals = 1 }
    } else {
      guard text.ranges[range].reduce(0, { $0 + $1.count }) >= 4 else { return }
      if isOrdinary {
        for (bit, word) in range.enumerated() where bit < 16 && text.isCapital[word] { capitals |= 1 << UInt16(bit) }
        if capitals == 0 { capitals = 1 }
      }
    }
    add(words, WordIndex.Pattern(value: id, capitals: capitals))
    let last = range.upperBound - 1
    if text.isCapital[last], hasGenitive(text, last, among: range.count, account) {
      add(
        SearchText.genitive(words),
        WordIndex.Pattern(value: id, capitals: capitals | (range.count <= 16 ? 1 << UInt16(range.count - 1) : 0)))
    }
    if capitals == 0 { add(letters: text.ranges[range].flatMap { text.letters[$0] }, id) }
  }

  /// Whether a word at the end of a name is recognised with an `s`: `Altmoors` is Altmoor's, `Orions` could be
  /// anything.
  private func hasGenitive(_ text: SearchText, _ word: Int, among words: Int, _ account: Int?) -> Bool {
    let letters = text.letters[text.ranges[word]]
    guard letters.last.map({ $0 < 0x80 && !"sxz".utf8.contains($0) && $0 > 57 }) ?? false else { return false }
    return words > 1
      || letters.count >= Self.fewestLetters && !ordinary.contains(SearchText.genitive(text.words[word]), for: account)
  }

  // MARK: Sentences

  mutating func addProse(_ field: String, _ text: String?, of account: Int?) {
    guard let text, !text.isEmpty else { return }
    addAddresses(field, text, of: account)
    let readings = SearchText.readings(of: text)
    guard let id = begin(field, .sentence, readings, account) else { return }
    for reading in readings { addRuns(reading, id) }
    for sentence in text.split(whereSeparator: { ".!?;:\n\r".contains($0) }) {
      for reading in SearchText.readings(of: String(sentence)) where reading.words.count < Self.run {
        addShort(reading, id, account)
      }
    }
    for whole in readings {
      for word in whole.words.indices where whole.isCode(word) && whole.length(of: word) >= 6 {
        let code = SearchText(whole.text(of: word))
        guard let id = begin(field, .code, [code], account) else { continue }
        add(code.words, WordIndex.Pattern(value: id))
        add(letters: code.letters, id)
      }
    }
  }

  private mutating func addRuns(_ text: SearchText, _ id: Int32) {
    let words = text.words
    guard words.count >= Self.run else { return }
    for start in 0...(words.count - Self.run) {
      let run = words[start..<start + Self.run]
      if run.count(where: { !ordinary.words.ordinary.contains($0) }) >= 2 { add(run, WordIndex.Pattern(value: id)) }
      if start + Self.longRun <= words.count { add(words[start..<start + Self.longRun], WordIndex.Pattern(value: id)) }
    }
  }

  private mutating func addShort(_ text: SearchText, _ id: Int32, _ account: Int?) {
    guard let first = text.words.first else { return }
    if text.words.count == 1 {
      guard text.letters.count >= Self.shortestWord, !ordinary.contains(first, for: account), !text.isNumber(0)
      else { return }
    } else {
      guard text.letters.count >= Self.shortestSentence,
        text.words.contains(where: { !ordinary.words.ordinary.contains($0) })
      else { return }
    }
    add(text.words, WordIndex.Pattern(value: id))
  }

  /// Adds a cell of a column without a rule of its own.
  mutating func addAttribute(_ column: String, _ text: String?, of account: Int, isFreeText: Bool) {
    guard let text else { return }
    let field = "accounts.\(column)"
    let words = SearchText(text)
    guard isFreeText || words.words.count >= Self.run else { return addAddresses(field, text, of: account) }
    let looksLikeAPerson =
      (2...4).contains(words.words.count) && !words.isCapital.contains(false)
      && words.words.allSatisfy { !ordinary.words.ordinary.contains($0) }
      && !words.letters.contains { (48...57).contains($0) }
    if looksLikeAPerson { addPeople(field, text, of: account) } else { addProse(field, text, of: account) }
  }

  // MARK: Keeping

  /// Creates a value; nil when it is empty or already known.
  private mutating func begin(
    _ field: String, _ rule: ProofRule, _ readings: [SearchText], _ account: Int?, isAddress: Bool = false
  ) -> Int32? {
    guard let text = readings.first, !text.words.isEmpty else { return nil }
    var hash = SearchText.Hash()
    for byte in field.utf8 { hash.add(byte) }
    for byte in rule.rawValue.utf8 { hash.add(byte) }
    let key = [text.sequence, hash.value, UInt64(truncatingIfNeeded: account ?? -1)]
    guard seen.insert(key).inserted else { return nil }
    values.append(
      ForbiddenValue(field: field, rule: rule, account: account, isAddress: isAddress, sequence: text.sequence))
    return Int32(values.count - 1)
  }

  private mutating func add(_ words: some Collection<UInt64>, _ pattern: WordIndex.Pattern) {
    // A name that is too long to search for as a whole is recognised by its beginning.
    index.add(Array(words.prefix(WordIndex.mostWords)), pattern)
    values[Int(pattern.value)].isTold = true
  }

  private mutating func add(letters: [UInt8], _ id: Int32) { index.add(letters: letters, WordIndex.Pattern(value: id)) }
}
