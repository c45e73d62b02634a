/// People of others in a document.
extension DocumentReader {
  func people(
    in text: SearchText, _ stems: [UInt64?], _ passage: ProofScan.Passage
  ) -> [(UInt64, Range<Int>, PrivateEvidence.Source, Bool)] {
    var found: [(UInt64, Range<Int>, PrivateEvidence.Source, Bool)] = []
    let words = text.words
    let isPart = words.indices.map { word in
      evidence.nameWords.contains(words[word]) || stems[word].map(evidence.nameWords.contains) ?? false
    }
    guard isPart.contains(true) else { return [] }
    var isCovered = [Bool](repeating: false, count: words.count)
    func forms(_ word: Int) -> [UInt64] { [words[word]] + (stems[word].map { [$0] } ?? []) }
    for first in words.indices {
      for second in first + 1..<max(first + 1, min(first + 3, words.count)) where isPart[first] && isPart[second] {
        for last in forms(second)
        where [PersonName.pair(words[first], last), PersonName.pair(last, words[first])].contains(where: {
          holder($0, isWhole: true) == nil && evidence.isOwn($0, account)
        }) {
          isCovered[first] = true
          isCovered[second] = true
        }
      }
    }
    func isName(_ word: Int) -> Bool { text.isCapital[word] && text.length(of: word) > 1 }
    /// Whether a name goes on before or behind a range.
    func goesOn(_ range: Range<Int>) -> Bool {
      range.lowerBound > 0 && text.gaps[range.lowerBound] <= .blank && isName(range.lowerBound - 1)
        && text.length(of: range.lowerBound - 1) > 3
        || range.upperBound < words.count && text.gaps[range.upperBound] <= .blank && isName(range.upperBound)
    }
    for first in words.indices where !isCovered[first] {
      for second in first + 1..<max(first + 1, min(first + 3, words.count))
      where !isCovered[second] && (isPart[first] || isPart[second]) {
        let range = first..<second + 1
        let isNear = second == first + 1
        guard !range.dropFirst().contains(where: { text.gaps[$0] > .comma }) else { break }
        let isTight = !range.dropFirst().contains { text.gaps[$0] > .blank }
        guard isNear || isTight && text.isCapital[first + 1] else { continue }
        let areCapital = text.isCapital[first] && text.isCapital[second] || passage.isLowercase
        for last in forms(second) {
          let isReversible = isNear && !goesOn(range)
          for key in [PersonName.pair(words[first], last)] + (isReversible ? [PersonName.pair(last, words[first])] : [])
          {
            guard isTight || key != PersonName.pair(words[first], last), let holders = holder(key, isWhole: true),
              let source = holders.cell(notOf: account, evidence.sources)
            else { continue }
            let family = key == PersonName.pair(words[first], last) ? second : first
            let isRole =
              holders.contact == nil && evidence.isEverLower(words[family])
              && !PrivateEvidence.colleagues.contains(source.field)
            let isRare = [first, second].contains { !evidence.isEverLower(words[$0]) }
            if !isRole, areCapital || isNear && isRare {
              found.append((key, range, source, holders.contact != nil))
            }
          }
        }
        guard isNear, isTight else { continue }
        for (letter, name) in [(first, second), (second, first)]
        where text.length(of: letter) == 1 && text.isCapital[letter] && isName(name) && text.length(of: name) > 2
          && !evidence.isCommon(words[name], besides: account)
          && !(text.text(of: letter) == "m" && evidence.isOwn(words[name], account))
        {
          for form in forms(name) {
            let key = PersonName.initial(words[letter], form)
            if let holders = holder(key), let source = holders.cell(notOf: account, evidence.sources) {
              found.append((key, range, source, false))
            }
          }
        }
      }
      guard isPart[first], isName(first), text.length(of: first) >= 3, !goesOn(first..<first + 1),
        !evidence.isOwn(words[first], account)
      else { continue }
      for form in forms(first) where !evidence.isEverLower(form) {
        for key in [PersonName.single(form)] + (text.isInside(first) ? [PersonName.family(form)] : []) {
          if let holders = holder(key), let source = holders.cell(notOf: account, evidence.sources) {
            found.append((key, first..<first + 1, source, false))
          }
        }
      }
    }
    return found
  }

  /// Who else is called so; nil when it is somebody of this customer, or too many are.
  ///
  /// - Parameter isWhole: whether it is more than a part of a name, which somebody of this customer may share.
  private func holder(_ key: UInt64, isWhole: Bool = false) -> PrivateEvidence.Holders? {
    guard let holders = evidence.people[key], !evidence.isContact(key, account) else { return nil }
    let isColleague = PrivateEvidence.colleagues.contains(evidence.sources[Int(holders.first)].field)
    guard holders.count <= PrivateEvidence.mostHolders || holders.contact != nil || isColleague else { return nil }
    let isSomebodyElses = isWhole && holders.contact.map { $0 != PrivateEvidence.nobody && $0 != account } ?? false
    return !evidence.isOwn(key, account) || isSomebodyElses ? holders : nil
  }
}
