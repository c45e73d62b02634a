import Health
import Review

/// The sentence that an edition leads with.
struct Headline: Composer {
  let tell: Telling

  /// That of this edition, which also says why no account has a score.
  var today: String {
    let today = review.today
    let headline = sentence(today.bands, atRisk: today.atRisk)
    guard today.bands.total.count > 0, today.bands.isUnscored else { return headline }
    let hasMeasures = evidence.series.contains { $0.lastDay != nil }
    return words(
      .headlineWhy, ["headline": headline, "why": words(hasMeasures ? .whyTooLittleFresh : .whyNoMeasures)])
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
}
