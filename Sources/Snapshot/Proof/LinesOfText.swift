import Health

/// Our view, short names, amounts and addresses in a document.
extension DocumentReader {
  // MARK: Our view

  func view(in text: SearchText) -> [Occurrence] {
    ViewWords.positions(in: text, score: score, isSpared: mask(ownTexts, text), isKnown: mask(scan.known, text)).map {
      Occurrence(
        rule: .view, field: "score, band or flag", key: SearchText.sequence([8, text.words[$0]]),
        line: Int(text.lines[$0]), word: $0 - text.start(ofLineOf: $0),
        isCertain: true)
    }
  }

  // MARK: Lines

  func lines(of text: String, _ passage: ProofScan.Passage) -> [Occurrence] {
    var found: [Occurrence] = []
    func add(
      _ rule: ProofRule, _ field: String, _ key: UInt64, _ line: Int, isCertain: Bool,
      _ source: PrivateEvidence.Source? = nil
    ) {
      found.append(
        Occurrence(rule: rule, field: field, key: key, line: line, word: 0, isCertain: isCertain, source: source))
    }
    for (line, part) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if passage.isRead {
        for number in WrittenNumbers(String(part)).all {
          if let (field, isCertain, source) = amount(number, passage) {
            add(.amount, field, number.value.bitPattern, line, isCertain: isCertain, source)
          }
        }
      }
      guard
        part.utf8.contains(UInt8(ascii: ".")) || part.utf8.contains(UInt8(ascii: "@"))
          || part.utf8.contains(UInt8(ascii: ")")) || part.contains(" at ") || part.contains(" arobase ")
      else { continue }
      for address in addresses(in: String(part)) {
        let words = SearchText(address)
        let key = PrivateEvidence.address(words)
        guard !scan.known.contains(words.words) else { continue }
        let source = evidence.tokens[key]?.cell(notOf: account, evidence.sources)
        let isTheirs = source != nil && !evidence.isOwn(key, account)
        guard isTheirs || !written.contains(key) else { continue }
        add(.address, source?.field ?? "a person's address", key, line, isCertain: isTheirs, source)
      }
      for token in part.split(whereSeparator: { $0.isWhitespace || "()<>[]{},;\"'|".contains($0) })
      where token.contains(".") {
        guard let domain = DomainName(token.split(separator: "@").last ?? token),
          let holders = evidence.tokens[domain.key], holders.count <= PrivateEvidence.mostHolders,
          !evidence.isOwn(domain.key, account), !evidence.ours.contains(domain.key),
          let source = holders.cell(notOf: account, evidence.sources), !scan.known.contains(SearchText(token).words)
        else { continue }
        add(.address, source.field, domain.key, line, isCertain: true, source)
      }
    }
    return found
  }

  private func amount(
    _ number: WrittenNumber, _ passage: ProofScan.Passage
  ) -> (String, isCertain: Bool, PrivateEvidence.Source?)? {
    guard !goals.contains(number.value), !passage.isLowercase || !idNumbers.contains(number.value) else { return nil }
    for (amount, source) in scan.ownAmounts[account] ?? [] {
      let (field, isExact) = (source?.field ?? "exposure", abs(number.value - amount) < 1)
      let isRounded = number.digits > 1 && amount >= 1000 && number.rounds(amount)
      guard isExact || isRounded else { continue }
      if number.hasUnit && number.digits > 1 || number.isMoney { return (field, true, source) }
      if isExact, amount >= 1000, !number.isYear,
        amount >= 10_000 && number.digits > 2 || number.isLast && number.digits > 1
      {
        return (field, false, source)
      }
    }
    guard number.digits >= 6 || number.digits >= 4 && number.isMoney, !number.isYear, !adoption.contains(number.value),
      let source = scan.othersAmounts[number.value]?.cell(notOf: account, evidence.sources)
    else { return nil }
    return (source.field, false, source)
  }
}

extension WrittenNumber {
  /// Whether it is an amount with its last digits rounded, up or down, to zeros.
  func rounds(_ amount: Double) -> Bool {
    var (step, left) = (step, (value / step).rounded())
    while left >= 10, left.truncatingRemainder(dividingBy: 10) == 0 {
      left /= 10
      step *= 10
    }
    let steps = amount / step
    return step > 1 && (left == steps.rounded() || left == steps.rounded(.down))
  }
}
