import Health
import Review

/// The sentence that an edition leads with.
struct Headline: Composer {
  let tell: Telling

  /// How many accounts the headline names for each way to change.
  private static let mostNamed = 2

  /// That of this edition: better or worse, since when, and who; without a day to compare with, or without scores, where
  /// the portfolio stands.
  var today: String {
    let today = review.today
    let level = sentence(today.bands, atRisk: today.atRisk)
    guard today.bands.total.count > 0 else { return level }
    if today.bands.isUnscored {
      let hasMeasures = evidence.series.contains { $0.lastDay != nil }
      return words(
        .headlineWhy, ["headline": level, "why": words(hasMeasures ? .whyTooLittleFresh : .whyNoMeasures)])
    }
    let change = tell.change
    guard change.before.total.count > 0, !change.before.isUnscored else { return level }
    let course = words(
      .headlineSince,
      [
        "tendency": words.code(.tendency, change.verdict.rawValue), "date": formats.near(change.since),
        "greens": greens(before: change.before, now: today.bands),
      ])
    let steps = stepWords(change, most: Self.mostNamed)
    return steps.isEmpty ? course : words(.headlineNames, ["headline": course, "names": steps])
  }

  /// That of any edition: without scores nothing is told as green, and nothing as at risk.
  func sentence(_ bands: BandSplit, atRisk: AmountSum) -> String {
    let total = bands.total
    if total.count == 0 { return words(.headlineEmpty) }
    if bands.isUnscored { return words.count(.headlineUnscored, total.count) }
    let amount =
      atRisk.isComplete
      ? money(atRisk.known) : atRisk.amount.map { words(.atLeast, ["n": money($0)]) } ?? words(.amountUnknown)
    return words.withUnknown(
      words.count(.headline, bands[.green].count, ["accounts": formats.whole(total.count), "at_risk": amount]), atRisk)
  }

  /// `26 of 41 green, down from 28 of 42`.
  private func greens(before: BandSplit, now: BandSplit) -> String {
    let (then, today) = (before[.green].count, now[.green].count)
    let isSameTotal = before.total.count == now.total.count
    func of(_ greens: Int, _ bands: BandSplit) -> String {
      words(.greensOf, ["n": formats.whole(greens), "accounts": formats.whole(bands.total.count)])
    }
    let phrase: Phrase =
      today < then ? .greensDown : today > then ? .greensUp : isSameTotal ? .greensSame : .greensChanged
    return words(phrase, ["now": of(today, now), "before": isSameTotal ? formats.whole(then) : of(then, before)])
  }

  /// Who changed and how: `Gustavsholm Frakt AB (€117k) left; Otter Creek Packaging LLC (€91k) fell out of green`.
  func stepWords(_ change: PortfolioChange, most: Int) -> String {
    PortfolioChange.Step.allCases.compactMap { step in
      let accounts = change[step]
      guard !accounts.isEmpty else { return nil }
      return words.count(
        step.phrase, accounts.count, ["names": words.some(accounts.map { name($0.name, withARR: $0.arr) }, most: most)])
    }
    .joined(separator: words(.clauseSeparator))
  }
}

extension PortfolioChange.Step {
  fileprivate var phrase: CountPhrase {
    switch self {
    case .lost: .stepLost
    case .gone: .stepGone
    case .turnedRed: .stepTurnedRed
    case .leftGreen: .stepLeftGreen
    case .lostScore: .stepLostScore
    case .turnedGreen: .stepTurnedGreen
    case .leftRed: .stepLeftRed
    }
  }
}
