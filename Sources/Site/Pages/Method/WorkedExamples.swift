import Health
import Review

/// The score of one account of the edition, worked out step by step.
struct WorkedExamples: Composer {
  let tell: Telling

  /// The account at the head of the list that the product is about, or else the most urgent one; nil without any score.
  private var account: AccountReview? {
    let divergences = review[.greenButYellow].compactMap { review.review(of: $0.account) }
    return (divergences + review.byExposure).first { $0.score.published != nil }
  }

  func example(on page: inout PageBuilder) -> WorkedExample? {
    guard let account, let exact = account.score.exact, let published = account.score.published else { return nil }
    let facts = evidence.accounts[account.account]
    let parts = zip(account.model.dimensions, account.detail.dimensions).map { (dimension: $0, score: $1) }
    let whole = parts.reduce(0) { $0 + ($1.score?.contribution == nil ? 0 : $1.dimension.weight) }
    let points = apportioned(parts.compactMap { $0.score?.contribution }, to: exact, decimals: 1)
    var rest = points[...]
    var first = 0
    var dimensions: [WorkedDimension] = []
    for (dimension, score) in parts {
      let positions = first..<(first + dimension.measures.count)
      first = positions.upperBound
      guard let value = score?.score, score?.contribution != nil, let own = rest.popFirst() else { continue }
      dimensions.append(
        WorkedDimension(
          label: label(dimension.id),
          measures: zip(positions, dimension.measures).compactMap { measureWords(account, at: $0, $1) }
            .joined(separator: words(.clauseSeparator)),
          score: formats.fixed(value, decimals: 1), share: formats.percent(dimension.weight / whole, decimals: 1),
          points: formats.fixed(own, decimals: 1)))
    }
    let isDivergence = review[.greenButYellow].contains { $0.account == account.account }
    return WorkedExample(
      title: words(.workedTitle, ["name": facts.name]),
      lead: words(isDivergence ? .workedDivergence : .workedExposure, ["id": facts.id.text]),
      account: AccountRows(tell: tell).row(account, drawsHistory: false, on: &page), dimensions: dimensions,
      total: words(
        .workedTotal,
        [
          "exact": formats.fixed(exact, decimals: 1), "score": String(published),
          "band": words.code(.band, account.score.band.rawValue),
        ]))
  }

  /// `seats in use 92 % counts 98`.
  private func measureWords(_ account: AccountReview, at position: Int, _ definition: MeasureDefinition) -> String? {
    guard definition.weight > 0, let measure = account.detail.measures[position] else { return nil }
    return words(
      .workedMeasure,
      [
        "measure": label(definition.key), "value": value(measure.observation, of: definition),
        "counted": measure.counted.map { formats.fixed($0, decimals: 0) } ?? words(.leftOut),
      ])
  }
}
