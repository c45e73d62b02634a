import Health

/// How each kind of cell goes into the index.
extension PrivateEvidence {
  mutating func use(_ text: SearchText, _ account: Int32, isKind: Bool = false, isFact: Bool = false) {
    for (word, isCapital) in zip(text.words, text.isCapital) where !isFact || !isCapital {
      // What a customer's document may say is not elsewhere because it says it.
      if !isFact { users[word, default: Users()].add(account) }
      if isKind || !isCapital { lowerUsers[word, default: Users()].add(account) }
    }
  }

  private mutating func add(
    _ key: UInt64, _ source: Int32, to holders: WritableKeyPath<PrivateEvidence, [UInt64: Holders]>,
    isReadable: Bool = true
  ) {
    let account = sources[Int(source)].account
    self[keyPath: holders][key, default: Holders(first: source)].add(source, account, sources)
    if isReadable { owned.insert(Self.mix(key, account)) }
  }

  mutating func addName(_ name: String, _ readings: [SearchText], _ source: Int32) {
    for text in CompanyName.spellings(of: name, readings) {
      nameWords.formUnion(text.words)
      let core = CompanyName.withoutLegalForm(text)
      for range in Set([text.words.indices, core]) {
        add(SearchText.sequence(text.words[range].prefix(Self.mostWords)), source, as: .whole)
        let letters = range.flatMap { text.letters[text.ranges[$0]] }
        if letters.count >= Self.fewestLetters, range.count > 1 || letters.contains(where: { $0 >= 0x80 }) {
          nameLetters[Self.opening(letters), default: []].append((letters, range.count, source))
        }
      }
      guard let first = core.first(where: { text.length(of: $0) >= 4 && !text.isNumber($0) }), text.words.count > 1
      else { continue }
      add(SearchText.sequence([text.words[first]]), source, as: .first)
      for word in core where word > first && text.length(of: word) >= 6 && !text.isNumber(word) {
        add(SearchText.sequence([text.words[word]]), source, as: .other)
      }
    }
    let core = CompanyName.withoutLegalForm(readings[0])
    if core.lowerBound == 0, readings[0].isShort(core) {
      add(SearchText.sequence(readings[0].words[core]), source, as: .short)
    }
  }

  private mutating func add(_ key: UInt64, _ source: Int32, as part: NamePart) {
    add(Self.key(key, part), source, to: \.names)
  }

  /// The key of a name, which is another one for each way in which words belong to it.
  static func key(_ sequence: UInt64, _ part: NamePart) -> UInt64 {
    sequence ^ (part.rawValue &* 0x9E37_79B9_7F4A_7C15)
  }

  mutating func addPeople(_ cell: String, _ source: Int32, isContact: Bool) {
    for address in addresses(in: cell) { addAddress(address, source) }
    for person in PersonName.people(in: cell, mayBeLowercase: isContact) {
      for text in SearchText.readings(of: person) {
        nameWords.formUnion(text.words)
        for key in PersonName.keys(of: text) {
          add(key, source, to: \.people)
          guard isContact else { continue }
          let account = sources[Int(source)].account
          contacts.insert(Self.mix(key, account))
          let contact = people[key]?.contact
          people[key]?.contact = contact == nil || contact == account ? account : Self.nobody
        }
        for word in text.words where text.words.count > 1 { owned.insert(Self.mix(word, sources[Int(source)].account)) }
      }
    }
    for text in SearchText.readings(of: cell) { addTokens(of: text, source, isReadable: true) }
  }

  mutating func addID(_ readings: [SearchText], _ source: Int32) {
    for text in readings {
      add(SearchText.sequence(text.words), source, to: \.tokens)
      // Salesforce writes an id with three more signs in some exports.
      if text.words.count == 1, text.letters.count == 18 {
        add(SearchText.sequence([SearchText.hash(text.letters.prefix(15))]), source, to: \.tokens)
      }
      if text.words.count > 1 { add(SearchText.sequence([SearchText.hash(text.letters)]), source, to: \.tokens) }
    }
  }

  mutating func addAddress(_ address: String, _ source: Int32) {
    for text in SearchText.readings(of: address) { add(Self.address(text), source, to: \.tokens) }
    addDomain(address, source)
  }

  mutating func addDomain(_ text: String, _ source: Int32) {
    guard let domain = DomainName(text.split(separator: "@").last ?? "") else { return }
    add(domain.key, source, to: \.tokens)
    if Self.colleagues.contains(sources[Int(source)].field) { ours.insert(domain.key) }
  }

  /// The key of a mail address.
  static func address(_ text: SearchText) -> UInt64 { SearchText.sequence([7] + text.words) }

  /// The first letters of a name as one number.
  static func opening(_ letters: some Sequence<UInt8>) -> UInt64 {
    letters.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  mutating func addTokens(of text: SearchText, _ source: Int32, isReadable: Bool) {
    for run in text.codes { add(SearchText.sequence(text.words[run]), source, to: \.tokens, isReadable: isReadable) }
    for phone in text.phones { add(phone, source, to: \.tokens) }
  }

  mutating func addWindows(of text: SearchText, _ source: Int32) {
    let isRequest = sources[Int(source)].field == "tickets.subject"
    let marks = text.words.indices.map(text.isMark)
    for start in text.words.indices {
      var hash = SearchText.Hash()
      var (borders, holds) = (0, false)
      for end in start..<min(text.words.count, start + Self.longWindow) {
        hash.add(text.words[end])
        if end > start, text.gaps[end] == .sentence { borders += 1 }
        holds = holds || marks[end]
        switch end - start + 1 {
        case Self.fragment, Self.longFragment:
          if borders == 0, holds, fragments[hash.value] == nil { fragments[hash.value] = source }
        case Self.window where borders == 0:
          // What several customers ask in the same words identifies none of them.
          if let known = windows[hash.value] {
            if isRequest, known >= 0, sources[Int(known)].account != sources[Int(source)].account,
              sources[Int(known)].field == "tickets.subject"
            {
              windows[hash.value] = -1
            }
            if !isRequest, known < 0 { windows[hash.value] = source }
          } else {
            windows[hash.value] = source
          }
        case Self.longWindow where borders > 0:
          if !isRequest, crossing[hash.value] == nil { crossing[hash.value] = source }
        default: break
        }
      }
    }
  }
}
