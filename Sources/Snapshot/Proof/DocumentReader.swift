import Customer
import Health
import Review

/// Something found in a passage of a file.
struct Occurrence {
  let rule: ProofRule
  let field: String
  /// What was found.
  let key: UInt64
  let line: Int
  /// The number of the word in its line, from 0.
  let word: Int
  /// Whether it is private beyond doubt.
  let isCertain: Bool
  /// Whether it counts only in text from data, because the document's own phrases use the word too.
  var needsData = false
  /// The cell that it is from.
  var source: PrivateEvidence.Source?
}

/// Reads the passages of one customer's file.
struct DocumentReader {
  let scan: ProofScan
  let evidence: PrivateEvidence
  let account: Int32
  let ownNames: [[UInt64]]
  let ownWords: Set<UInt64>
  let harmless: Set<UInt64>
  let ownTexts: [[UInt64]]
  let score: Int?
  let goals: Set<Double>
  let adoption: Set<Double>
  let idNumbers: Set<Double>
  let written: Set<UInt64>

  init(_ scan: ProofScan, _ facts: CustomerFacts, _ account: Int) {
    self.scan = scan
    evidence = scan.evidence
    self.account = Int32(account)
    let data = scan.review.evidence
    let names = Set([facts.name, data.accounts[account].name])
    let readings = names.flatMap({ SearchText.readings(of: $0) })
    ownNames = readings.flatMap { name -> [[UInt64]] in
      let core = CompanyName.withoutLegalForm(name)
      return core.count > 1 ? [name.words, Array(name.words[core])] : [name.words]
    }.filter { !$0.isEmpty }
    ownWords = Set(readings.flatMap(\.words))
    let texts = Set(
      (facts.support?.open ?? []).map(\.subject) + (facts.goals ?? []).flatMap { [$0.goal, $0.unit ?? ""] }
        + data.ticketRows(of: account).compactMap(\.subject) + data.goals[account].map(\.goal))
    harmless = ProofScan.runs(of: texts)
    ownTexts = (texts.flatMap({ SearchText.readings(of: $0) }) + readings).map(\.words)
    score = scan.review.review(of: account)?.score.published
    goals = Set(facts.goalNumbers).union(scan.knownNumbers)
    adoption = Set(facts.adoptionNumbers)
    idNumbers = Set(WrittenNumbers(data.accounts[account].id.text).all.map(\.value))
    let words = [facts.words?.context, facts.words?.learned, facts.words?.conversation].compactMap { $0 }
    written = Set(addresses(in: words.joined(separator: "\n")).map { PrivateEvidence.address(SearchText($0)) })
  }

  /// The private values in a passage.
  func occurrences(in passage: ProofScan.Passage) -> [Occurrence] {
    let decoded = Decoding.complete(passage.text)
    return (decoded == passage.text ? [passage.text] : [passage.text, decoded]).flatMap { text in
      SearchText.readings(of: text).flatMap { words(in: $0, passage) }
        + SearchText.readings(of: ViewWords.withColourWords(text)).flatMap { passage.isRead ? view(in: $0) : [] }
        + lines(of: text, passage)
    }
  }

  // MARK: Words

  private func words(in text: SearchText, _ passage: ProofScan.Passage) -> [Occurrence] {
    var found: [Occurrence] = []
    let isKnown = mask(scan.known, text)
    let isOwnName = mask(ownNames, text)
    let stems = text.words.indices.map(text.withoutGenitive)
    func add(
      _ rule: ProofRule, _ key: UInt64, _ range: Range<Int>, _ source: PrivateEvidence.Source, isCertain: Bool,
      needsData: Bool = false
    ) {
      guard !range.allSatisfy({ isKnown[$0] }) else { return }
      found.append(
        Occurrence(
          rule: rule, field: source.field, key: key, line: Int(text.lines[range.lowerBound]),
          word: range.lowerBound - text.start(ofLineOf: range.lowerBound),
          isCertain: isCertain, needsData: needsData, source: source))
    }
    for start in text.words.indices {
      var hash = SearchText.Hash()
      var (mayBeName, isJoined) = (true, true)
      for end in start..<min(text.words.count, start + PrivateEvidence.longWindow) {
        let range = start..<end + 1
        var stem = hash
        hash.add(text.words[end])
        isJoined = isJoined && (end == start || text.gaps[end] == .joined)
        if mayBeName, !range.allSatisfy({ isOwnName[$0] }) {
          mayBeName = evidence.nameWords.contains(text.words[end])
          var keys = mayBeName ? [hash.value] : []
          if let word = stems[end], evidence.nameWords.contains(word), range.count > 1 || text.length(of: end) >= 7 {
            stem.add(word)
            keys.append(stem.value)
          }
          for key in keys {
            guard let (source, isCertain, needsData) = name(key, range, text, passage) else { continue }
            add(.name, key, range, source, isCertain: isCertain, needsData: needsData)
          }
        }
        if isJoined, let (rule, source, isCertain) = token(hash.value, range, text, passage),
          !range.allSatisfy({ isOwnName[$0] })
        {
          add(rule, hash.value, range, source, isCertain: isCertain)
        }
        if let (source, isCertain) = sentence(hash.value, range, text) {
          add(.sentence, hash.value, range, source, isCertain: isCertain)
        }
      }
    }
    for (range, source) in letters(in: text) where !range.allSatisfy({ isOwnName[$0] }) {
      add(.name, SearchText.sequence(text.words[range]), range, source, isCertain: true)
    }
    for (key, range, source, isCertain) in people(in: text, stems, passage) where !range.allSatisfy({ isOwnName[$0] }) {
      add(.person, key, range, source, isCertain: isCertain)
    }
    for phone in text.phones where !evidence.isOwn(phone, account) {
      guard let source = evidence.tokens[phone]?.cell(notOf: account, evidence.sources) else { continue }
      add(.address, phone, 0..<1, source, isCertain: true)
    }
    return found
  }

  func mask(_ sequences: [[UInt64]], _ text: SearchText) -> [Bool] {
    var mask = [Bool](repeating: false, count: text.words.count)
    for sequence in sequences { for range in text.positions(of: sequence) { for word in range { mask[word] = true } } }
    return mask
  }

  private func name(
    _ key: UInt64, _ range: Range<Int>, _ text: SearchText, _ passage: ProofScan.Passage
  ) -> (PrivateEvidence.Source, isCertain: Bool, needsData: Bool)? {
    let first = range.lowerBound
    func holder(_ part: PrivateEvidence.NamePart) -> (PrivateEvidence.Source, count: Int)? {
      guard let holders = evidence.names[PrivateEvidence.key(key, part)] else { return nil }
      return holders.cell(notOf: account, evidence.sources).map { ($0, holders.count) }
    }
    if text.isShort(range), !ownWords.isSuperset(of: text.words[range]), let (source, _) = holder(.short),
      range.count > 1
        || !evidence.isEverLower(text.words[first]) && !evidence.isElsewhere(text.words[first], besides: source.account)
    {
      return (source, true, false)
    }
    if range.count > 1 {
      guard let (source, _) = holder(.whole),
        text.ranges[range.upperBound - 1].upperBound - text.ranges[first].lowerBound > 3
      else { return nil }
      let isCommon = text.words[range].allSatisfy { evidence.isCommon($0, besides: source.account) }
      let isWritten =
        range.allSatisfy { text.isCapital[$0] || text.length(of: $0) < 4 }
        && !range.dropFirst().contains { text.gaps[$0] == .sentence }
      return !isCommon || isWritten ? (source, true, false) : nil
    }
    let length = text.length(of: first)
    let isLatin = text.letters[text.ranges[first]].allSatisfy { $0 < 0x80 }
    guard length >= (isLatin ? 3 : 2), !text.isNumber(first) || length > 2 && text.isNumbered[first] else { return nil }
    let word = text.words[first]
    let isCapital = text.isCapital[first] || !isLatin
    if let (source, _) = holder(.whole) {
      let isCommon = evidence.isCommon(word, besides: source.account) || scan.phrases.contains(key)
      let isEverLower = evidence.isEverLower(word)
      if passage.isLowercase { return isCommon ? nil : (source, true, false) }
      if isCommon { return isCapital && text.isInside(first) ? (source, false, true) : nil }
      if isCapital || text.isCode(first) { return (source, !isEverLower, false) }
      return length >= 6 && !isEverLower ? (source, false, false) : nil
    }
    guard !ownWords.contains(word) else { return nil }
    if let (source, count) = holder(.first), count <= PrivateEvidence.mostHolders,
      !evidence.isCommon(word, besides: source.account), isCapital || passage.isLowercase && length >= 5
    {
      return (source, false, false)
    }
    if let (source, count) = holder(.other), count == 1, !evidence.isEverLower(word),
      isCapital && text.isInside(first) || passage.isLowercase
    {
      return (source, false, false)
    }
    return nil
  }

  /// Names whose letters are there in other words than theirs, such as `OrionWorks`.
  private func letters(in text: SearchText) -> [(Range<Int>, PrivateEvidence.Source)] {
    var found: [(Range<Int>, PrivateEvidence.Source)] = []
    var (window, word): (UInt64, Int) = (0, 0)
    for (index, byte) in text.letters.enumerated() {
      window = window << 8 | UInt64(byte)
      guard index >= 7, let candidates = evidence.nameLetters[window] else { continue }
      let start = index - 7
      while text.ranges[word].upperBound <= start { word += 1 }
      for (letters, count, source) in candidates where evidence.sources[Int(source)].account != account {
        let end = start + letters.count
        guard end <= text.letters.count, text.letters[start..<end].elementsEqual(letters) else { continue }
        var last = word
        while text.ranges[last].upperBound < end { last += 1 }
        // Text in two paragraphs is not read as one, and whole words are looked for as such.
        let areWords =
          last - word + 1 == count && text.ranges[word].lowerBound == start && text.ranges[last].upperBound == end
        guard !areWords, text.lines[word] == text.lines[last] else { continue }
        found.append((word..<last + 1, evidence.sources[Int(source)]))
      }
    }
    return found
  }
}
