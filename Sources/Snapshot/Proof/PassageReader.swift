import Customer
import FoundationEssentials
import Health
import Review

/// Something found in a passage of a file.
struct Occurrence {
  struct Key: Hashable {
    let rule: ProofRule
    let field: String
  }

  let key: Key
  let line: Int
  /// Whether it is also a word of the document's own phrases, so that it counts only in text from data.
  let isPhrase: Bool
  /// The row of the words that were found.
  var source: Leak.Source?
}

/// Reads the passages of one customer's file.
struct PassageReader {
  private let scan: ProofScan
  private let account: Int
  private let ownNames: [[UInt64]]
  private let ownWords: Set<UInt64>
  private let ownShortNames: Set<String>
  private let ownTexts: [SearchText]
  private let harmless: Set<UInt64>
  private let people: Set<UInt64>
  private let score: Int?
  private let spared: (own: Set<Double>, others: Set<Double>)
  private let idNumbers: Set<Double>
  private let written: Set<String>

  init(_ scan: ProofScan, _ facts: CustomerFacts, _ account: Int) {
    self.scan = scan
    self.account = account
    let review = scan.knowledge.review
    let evidence = review.evidence
    let names = [facts.name, evidence.accounts[account].name].flatMap(SearchText.readings)
    ownNames = names.flatMap { name -> [[UInt64]] in
      let part = NameForms.withoutLegalForm(name).flatMap { $0.count > 1 ? Array(name.words[$0]) : nil }
      return [name.words] + (part.map { [$0] } ?? [])
    }.filter { !$0.isEmpty }.flatMap { [$0, SearchText.genitive($0)] }
    ownWords = Set(names.flatMap(\.words).flatMap { [$0, SearchText.genitive($0)] })
    ownShortNames = Set([facts.name, evidence.accounts[account].name].flatMap(NameForms.shortTokens))
    let texts =
      (facts.support?.open ?? []).map(\.subject) + (facts.goals ?? []).flatMap { [$0.goal, $0.unit ?? ""] }
      + evidence.ticketRows(of: account).compactMap(\.subject) + evidence.goals[account].map(\.goal)
    let own = Set(texts).flatMap(SearchText.readings)
    harmless = ProofScan.runs(of: own)
    ownTexts = own + names
    people = Self.people(scan.knowledge, account)
    score = review.review(of: account)?.score.published
    let goals = Set(facts.goalNumbers.map { $0.rounded() }).union(scan.knownNumbers)
    spared = (goals, goals.union(facts.adoptionNumbers.map { $0.rounded() }))
    idNumbers = Set(
      WrittenNumbers(evidence.accounts[account].id.text, scan.knowledge.words.money).all.map { $0.value.rounded() })
    written = Set(
      addresses(
        in: [facts.words?.context, facts.words?.learned, facts.words?.conversation]
          .compactMap { $0 }.joined(separator: "\n")))
  }

  /// The people of a customer: its contacts, and those named in its meetings and plans, except a contact of exactly
  /// one other customer, who may be there by mistake; a first name alone belongs to many people.
  private static func people(_ knowledge: PrivateKnowledge, _ account: Int) -> Set<UInt64> {
    let evidence = knowledge.review.evidence
    let names = knowledge.words.names
    let contacts = Set(evidence.contacts[account].map(\.name))
    let named = evidence.touchpoints[account].compactMap(\.with) + knowledge.plans[account].compactMap(\.owner)
    let others = Set(named).subtracting(contacts).flatMap(names.people).filter { person in
      !names.fullNames(in: person).contains {
        knowledge.contactHolders[$0].map { $0 >= 0 && $0 != account } ?? false
      }
    }
    // The whole name in every order, and each of its parts alone.
    return Set(
      (contacts.flatMap(names.people) + others).flatMap(SearchText.readings).flatMap { person in
        (NameForms.orders(ofPerson: person.words) + person.words.map { [$0] }).flatMap {
          [SearchText.sequence($0), SearchText.sequence(SearchText.genitive($0))]
        }
      })
  }

  /// The private values in a part.
  func occurrences(in passage: ProofScan.Passage) -> [Occurrence] {
    var occurrences: [Occurrence.Key: Occurrence] = [:]
    func add(_ rule: ProofRule, _ field: String, line: Int, isPhrase: Bool = false, source: Leak.Source? = nil) {
      let key = Occurrence.Key(rule: rule, field: field)
      guard occurrences[key].map({ $0.isPhrase && !isPhrase }) ?? true else { return }
      occurrences[key] = Occurrence(key: key, line: line, isPhrase: isPhrase, source: source)
    }
    let decoded = Decoding.complete(passage.text)
    for text in decoded == passage.text ? [passage.text] : [passage.text, decoded] {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      for reading in SearchText.readings(of: text) {
        var masks: [Range<Int>]?
        scan.knowledge.index.search(reading) { hit in
          let value = scan.knowledge.values[Int(hit.pattern.value)]
          guard tells(hit, value, in: reading, isLowercase: passage.isLowercase) else { return }
          if value.rule != .sentence {
            let own = masks ?? ownNames.flatMap(reading.positions)
            masks = own
            guard
              !own.contains(where: { $0.lowerBound <= hit.words.lowerBound && hit.words.upperBound <= $0.upperBound })
            else { return }
          }
          add(
            value.rule, value.field, line: Int(reading.lines[hit.words.lowerBound]), isPhrase: isPhrase(hit, reading),
            source: Leak.Source(account: value.account, sequence: value.sequence))
        }
        if passage.isRead, let position = judgement(in: reading) {
          add(.view, "score, band or flag", line: Int(reading.lines[position]))
        }
      }
      if passage.isRead, let worded = Telltales.withColourWords(text) {
        let reading = SearchText(worded)
        if let position = judgement(in: reading) {
          add(.view, "score, band or flag", line: Int(reading.lines[position]))
        }
      }
      for (line, part) in lines.enumerated() where !scan.knowledge.shortNames.isEmpty {
        for token in NameForms.shortTokens(in: String(part)) {
          guard let holders = scan.knowledge.shortNames[token], !ownShortNames.contains(token),
            !scan.known.contains(SearchText(token).sequence), !holders.contains(where: isOwnOrKnown)
          else { continue }
          let value = holders.first.map { scan.knowledge.values[$0] }
          add(
            .name, "accounts.name", line: line,
            source: value.map { Leak.Source(account: $0.account, sequence: $0.sequence) })
        }
      }
      if passage.isRead {
        // In addresses and file names, the number in the customer's own id is part of that id.
        let (own, others) =
          passage.isLowercase ? (spared.own.union(idNumbers), spared.others.union(idNumbers)) : spared
        for (line, part) in lines.enumerated() {
          guard part.unicodeScalars.contains(where: { $0.properties.numericType == .decimal }) else { continue }
          let numbers = WrittenNumbers(String(part), scan.knowledge.words.money).all
          for field in scan.knowledge.amounts.fields(
            in: numbers, of: account, spared: own, sparedForOthers: others)
          { add(.amount, field, line: line) }
        }
      }
      for (line, part) in lines.enumerated() {
        let written = self.written
        if addresses(in: String(part)).contains(where: {
          !written.contains($0) && !scan.known.contains(SearchText($0).sequence)
        }) {
          add(.address, "a person's address", line: line)
        }
      }
    }
    return Array(occurrences.values)
  }

  private func isOwnOrKnown(_ value: Int) -> Bool {
    scan.knowledge.values[value].account == account || scan.known.contains(scan.knowledge.values[value].sequence)
  }

  // MARK: Rules

  private func tells(
    _ hit: WordIndex.Hit, _ value: ForbiddenValue, in text: SearchText, isLowercase: Bool
  ) -> Bool {
    let isOfThis = value.account == account
    if isOfThis && value.isOwn { return false }
    if scan.known.contains(value.sequence) || scan.known.contains(hit.sequence) { return false }
    let first = hit.words.lowerBound
    let needsCapitals = !(isLowercase && value.rule == .namePart)
    for bit in 0..<min(16, hit.words.count) where needsCapitals && hit.pattern.capitals & 1 << UInt16(bit) != 0 {
      guard text.isCapital[first + bit] else { return false }
    }
    if hit.pattern.needsLabel, !hasLabel(first, text) { return false }
    switch value.rule {
    case .person: return !people.contains(hit.sequence) && !people.contains(value.sequence)
    case .namePart: return !text.words[hit.words].allSatisfy(ownWords.contains)
    case .sentence, .code:
      return !harmless.contains(hit.sequence) && !harmless.contains(value.sequence)
        && !scan.phrases.contains(hit.sequence)
    case .name, .id, .address, .amount, .view: return true
    }
  }

  /// Whether a name could be a phrase of the document: one of its words, or consecutive words of one.
  private func isPhrase(_ hit: WordIndex.Hit, _ text: SearchText) -> Bool {
    if hit.words.count > 1 { return scan.phrases.contains(hit.sequence) }
    return scan.vocabulary.contains(text.words[hit.words.lowerBound])
  }

  private func hasLabel(_ word: Int, _ text: SearchText) -> Bool {
    text.isNumbered[word] || text.words[max(0, word - 2)..<word].contains(where: scan.knowledge.words.idLabels.contains)
  }

  /// The word at which a text expresses our view in other than the customer's own words.
  private func judgement(in text: SearchText) -> Int? {
    let telltales = scan.knowledge.words.telltales
    let nobody = [Bool](repeating: false, count: text.words.count)
    guard telltales.position(in: text, score: score, isSpared: nobody, isKnown: nobody) != nil else { return nil }
    func marked(_ texts: [SearchText]) -> [Bool] {
      var isMarked = nobody
      for own in texts {
        for range in text.positions(of: own.words) { for position in range { isMarked[position] = true } }
      }
      return isMarked
    }
    return telltales.position(
      in: text, score: score, isSpared: marked(ownTexts), isKnown: marked(scan.knownTexts))
  }
}
