public import Health

/// What was said about an account since a day: at most a few sentences.
public struct Said: Sendable {
  /// The first day that counts.
  public let since: Day
  /// True when that is the day of the last edition, whose own day counts: much is written down after it was made.
  public let isSinceEdition: Bool
  /// The sentences, the newest first.
  public let quotations: [Quotation]

  /// The number of sentences: as many as are read before a call.
  public static let most = 3
  /// What the subject of a ticket is worth: most name a request and say nothing about the customer.
  static let ticketWeight = 0.5
  /// The days that count where no edition was published: four weeks.
  public static let days = 28
}

extension Review {
  /// The sentences since the last edition that say most, or of the last `Said.days` days without one.
  ///
  /// An extract as H. P. Edmundson made it (“New Methods in Automatic Extracting”, Journal of the ACM 16, 1969): a
  /// sentence is worth the sum of its key words, more with a cue word, and more the later it was said.
  ///
  /// - Key words: Σ idf over its different words ÷ √ of their number, with idf = log₂((1 + N) ÷ df) after K. Spärck Jones
  ///   (“A Statistical Interpretation of Term Specificity”, 1972), the logarithm read off the binary digits. N and df count the sentences about the account of the
  ///   year before and the new ones, so that what is said for the first time weighs most.
  /// - Cue words: × `RiskSigns.weight` where it has words of a risk.
  /// - Place: × `Said.ticketWeight` for the subject of a ticket, and × 1 on the as-of day down to × ½ after `Said.days`.
  ///
  /// Sentences are taken one after the other, each weighed by the share of its words that those before it lack, as in
  /// maximal marginal relevance (J. Carbonell, J. Goldstein, SIGIR 1998). Of equal ones the later day comes first, then
  /// the order of ``quotations(about:to:on:)``. What stands on the account's page anyway, the latest flag and the notes of
  /// open risks, is not said twice.
  public func said(of account: AccountReview, signs: RiskSigns, to reader: Remark.Reader) -> Said {
    let edition = sinceLastEdition?.before.asOf
    let since = edition ?? asOf - (Said.days - 1)
    let shown = ([account.sentiment?.reason, account.sentiment?.note] + account.openRisks.map(\.note))
      .compactMap { $0?.words(for: reader) }
    let new = quotations(about: account.account, to: reader) { $0 >= since }.filter { quotation in
      !shown.contains { $0.utf8.contains(quotation.text.utf8) }
    }
    return Said(
      since: since, isSinceEdition: edition != nil,
      quotations: extract(new, from: account.account, since: since, signs: signs, to: reader))
  }

  private func extract(
    _ new: [Quotation], from account: Int, since: Day, signs: RiskSigns, to reader: Remark.Reader
  ) -> [Quotation] {
    let bags = new.map { Set(wordCodes(of: $0.text)) }
    var chosen: [Int] = []
    var known: Set<UInt64> = []
    if new.count <= Said.most {
      chosen = Array(new.indices)
    } else {
      let earlier = quotations(about: account, to: reader) { $0 < since && since - $0 <= Retention.days }
      var found: [UInt64: Int] = [:]
      for bag in bags + earlier.map({ Set(wordCodes(of: $0.text)) }) {
        for word in bag { found[word, default: 0] += 1 }
      }
      let count = Double(1 + bags.count + earlier.count)
      let worth = zip(new, bags).map { quotation, bag in
        // Sets have no order, and sums of doubles depend on it.
        let weights = bag.map { roughLogarithm(count / Double(found[$0, default: 1])) }
        let key = weights.sorted().reduce(0, +) / Double(bag.count).squareRoot()
        let cue = signs.kinds(in: quotation.text).isEmpty ? 1 : RiskSigns.weight
        let place = quotation.place == .ticket ? Said.ticketWeight : 1
        let age = Double(min(asOf - quotation.date, Said.days)) / Double(Said.days)
        return key * cue * place * (1 - age / 2)
      }
      while chosen.count < Said.most {
        let best = new.indices.filter { !chosen.contains($0) }.map { index in
          (index, worth[index] * Double(bags[index].subtracting(known).count) / Double(bags[index].count))
        }
        .max { ($0.1, new[$0.0].date, -$0.0) < ($1.1, new[$1.0].date, -$1.0) }
        guard let best, best.1 > 0 else { break }
        chosen.append(best.0)
        known.formUnion(bags[best.0])
      }
    }
    return chosen.sorted { (-new[$0].date.number, $0) < (-new[$1].date.number, $1) }.map { new[$0] }
  }
}

/// The binary logarithm as a straight line between powers of two, after Mitchell (1962): 3 has 1.5.
///
/// It orders words as well as an exact one, and is the same on every machine.
private func roughLogarithm(_ number: Double) -> Double { Double(number.exponent) + number.significand - 1 }
