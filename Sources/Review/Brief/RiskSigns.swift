public import Health

/// The words by which a sentence speaks of a kind of risk, in every language that there is: people mix languages.
public struct RiskSigns: Sendable {
  private struct Sign {
    let words: [String]
    let isStem: Bool
  }

  private var signs: [(kind: Risk.Kind, signs: [Sign])] = []
  private var negations: Set<String> = []

  /// How much more a sentence with such a word is worth when sentences are chosen.
  static let weight = 1.5
  /// The days for which a sentence asks for a risk: a quarter, after which it has come true or has not.
  public static let days = 7 * Trend.longestChange
  /// The key of the words for not, which take a sign back when they stand at most `reach` words before it.
  public static let negationKey = "negations"
  private static let reach = 2

  /// Creates no signs: nothing is found.
  public init() {}

  /// Creates signs from lists of words by the name of the kind of risk, such as those of several language files.
  ///
  /// A `_` stands for a blank, and a `*` at the end for any ending: `cost_cut*` is in "cost cutting".
  public init(_ lists: [[String: [String]]]) {
    signs = Risk.Kind.allCases.map { kind in
      (
        kind,
        lists.flatMap { $0[kind.rawValue] ?? [] }.map { Sign(words: plainWords(of: $0), isStem: $0.utf8.last == 0x2A) }
          .filter { !$0.words.isEmpty }
      )
    }
    negations = Set(lists.flatMap { $0[Self.negationKey] ?? [] }.flatMap { plainWords(of: $0) })
  }

  /// The kinds of risk that a text speaks of, in their order.
  func kinds(in text: String) -> [Risk.Kind] {
    guard !signs.isEmpty else { return [] }
    let words = plainWords(of: text)
    return signs.compactMap { kind, signs in signs.contains { isSaid($0, in: words) } ? kind : nil }
  }

  private func isSaid(_ sign: Sign, in words: [String]) -> Bool {
    guard words.count >= sign.words.count else { return false }
    return (0...words.count - sign.words.count).contains { start in
      let isHere = sign.words.enumerated().allSatisfy { offset, word in
        let said = words[start + offset]
        return sign.isStem && offset == sign.words.count - 1 ? said.hasPrefix(word) : said == word
      }
      return isHere && !words[max(0, start - Self.reach)..<start].contains { negations.contains($0) }
    }
  }
}

/// A sentence that speaks of a risk of which none is on record.
public struct UnrecordedRisk: Sendable {
  /// The kind of risk.
  public let kind: Risk.Kind
  /// The newest such sentence.
  public let quotation: Quotation
}

extension Review {
  /// The kinds of risk that somebody wrote of in the last `RiskSigns.days` days, while no risk of that kind is open and
  /// none was closed since; the newest sentence of each, the newest first.
  public func unrecordedRisks(
    of account: AccountReview, signs: RiskSigns, to reader: Remark.Reader
  ) -> [UnrecordedRisk] {
    let recorded = judgement.risks[account.account]
    var found: [UnrecordedRisk] = []
    let said = quotations(about: account.account, to: reader) { asOf - $0 < RiskSigns.days }.filter {
      $0.place != .risk
    }
    for quotation in said.sorted(by: { $0.date > $1.date }) {
      for kind in signs.kinds(in: quotation.text) where !found.contains(where: { $0.kind == kind }) {
        let isKnown = recorded.contains { risk in
          risk.kind == kind && (risk.isOpen(on: asOf) || risk.closedOn.map { $0 >= quotation.date } ?? false)
        }
        if !isKnown { found.append(UnrecordedRisk(kind: kind, quotation: quotation)) }
      }
    }
    return found
  }
}
