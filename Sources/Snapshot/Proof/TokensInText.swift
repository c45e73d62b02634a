import Health

/// Ids, codes and private sentences in a document.
extension DocumentReader {
  private static let labels = Set(
    ["ticket", "tickets", "account", "client", "customer", "compte", "case", "id", "no", "nr", "request"].map {
      SearchText.hash($0.utf8)
    })

  func token(
    _ key: UInt64, _ range: Range<Int>, _ text: SearchText, _ passage: ProofScan.Passage
  ) -> (ProofRule, PrivateEvidence.Source, isCertain: Bool)? {
    guard let holders = evidence.tokens[key], !evidence.isOwn(key, account) else { return nil }
    guard let source = holders.cell(notOf: account, evidence.sources) else {
      // Only our own notes about this customer hold it.
      return (.code, evidence.sources[Int(holders.first)], false)
    }
    guard source.field.hasSuffix("_id") else {
      return holders.count <= PrivateEvidence.mostHolders ? (.code, source, true) : nil
    }
    let letters = text.letters[text.ranges[range.lowerBound].lowerBound..<text.ranges[range.upperBound - 1].upperBound]
    let digits = letters.count { (48...57).contains($0) }
    let first = range.lowerBound
    let isLabelled =
      text.isNumbered[first] || text.words[max(0, first - 2)..<first].contains(where: Self.labels.contains)
    let isPlain =
      if digits == letters.count {
        digits >= 8 || passage.isLowercase && digits >= 4 && !letters.starts(with: "20".utf8)
      } else if digits == 0 {
        letters.count >= 5 && !evidence.isEverLower(text.words[first]) && (text.isCapital[first] || passage.isLowercase)
      } else {
        letters.count >= 4 || passage.isLowercase
      }
    return isPlain || isLabelled ? (.id, source, true) : nil
  }

  // MARK: Sentences

  func sentence(
    _ key: UInt64, _ range: Range<Int>, _ text: SearchText
  ) -> (PrivateEvidence.Source, isCertain: Bool)? {
    let number: Int32? =
      switch range.count {
      case PrivateEvidence.window: evidence.windows[key]
      case PrivateEvidence.longWindow: evidence.crossing[key]
      case PrivateEvidence.fragment, PrivateEvidence.longFragment: evidence.fragments[key]
      default: nil
      }
    guard let number, number >= 0, !harmless.contains(key), !scan.phrases.contains(key) else { return nil }
    let source = evidence.sources[Int(number)]
    if range.count <= PrivateEvidence.longFragment {
      guard source.account != account else { return nil }
      let isLong = range.count == PrivateEvidence.longFragment
      if range.contains(where: { isPerson($0, of: source.account, text) }) { return (source, true) }
      return isLong && range.contains { holds($0, of: source.account, text) } ? (source, false) : nil
    }
    // Fragments that many use can follow each other by chance.
    let isRare = range.contains { !text.isNumber($0) && !evidence.isElsewhere(text.words[$0], besides: source.account) }
    guard range.count == PrivateEvidence.window || isRare else { return nil }
    return (source, true)
  }

  /// Whether a word is part of the name of a person of that account, and of none of this one.
  private func isPerson(_ word: Int, of account: Int32, _ text: SearchText) -> Bool {
    evidence.isOwn(text.words[word], account) && !evidence.isOwn(text.words[word], self.account)
      && !evidence.isEverLower(text.words[word])
  }

  /// Whether a word is an amount, or a name that only that account's texts hold.
  private func holds(_ word: Int, of account: Int32, _ text: SearchText) -> Bool {
    if text.isNumber(word) { return text.isMark(word) }
    return text.length(of: word) >= 4 && !evidence.isEverLower(text.words[word])
      && !evidence.isElsewhere(text.words[word], besides: account)
  }
}
