import Charts
import Health
import Review

/// The parts of an account's score, as rows of its page.
struct DimensionRows: Composer {
  let tell: Telling

  func rows(_ account: AccountReview, on page: inout PageBuilder) -> [DimensionRow] {
    let whole = zip(account.model.dimensions, account.detail.dimensions)
      .reduce(0.0) { $0 + ($1.1 == nil ? 0 : $1.0.weight) }
    let counted = zip(account.model.dimensions, account.detail.dimensions)
      .reduce(0.0) { $0 + ($1.1?.score == nil ? 0 : $1.0.weight) }
    let printed = printedContributions(account)
    var start = 0.0
    var first = 0
    return account.model.dimensions.enumerated().compactMap { index, dimension in
      let positions = first..<(first + dimension.measures.count)
      first = positions.upperBound
      guard let score = account.detail.dimensions[index] else { return nil }
      let share = whole > 0 ? dimension.weight / whole : 0
      let label = label(dimension.id)
      var bar = ""
      if let contribution = score.contribution {
        let weight = counted > 0 ? 100 * dimension.weight / counted : 0
        bar = page.add(
          DimensionBar(
            start: start, weight: weight, contribution: contribution,
            title: words(
              .barTitle,
              ["label": label, "points": printed[index] ?? "", "most": formats.fixed(weight, decimals: 1)])))
        start += contribution
      }
      return DimensionRow(
        label: label, score: score.score.map { formats.fixed($0, decimals: 1) } ?? words(.leftOut),
        weight: formats.percent(share, decimals: 1), contribution: printed[index] ?? words(.leftOut), bar: bar,
        measures: positions.compactMap { measureRow(account, position: $0, of: dimension, first: positions.lowerBound) }
      )
    }
  }

  /// Contributions with one decimal that add up to the printed score.
  private func printedContributions(_ account: AccountReview) -> [Int: String] {
    guard let exact = account.score.exact else { return [:] }
    let counted = account.detail.dimensions.enumerated().compactMap { index, dimension in
      dimension?.contribution.map { (index: index, points: $0) }
    }
    let rounded = apportioned(counted.map(\.points), to: exact, decimals: 1)
    return Dictionary(
      uniqueKeysWithValues: zip(counted, rounded).map { ($0.index, formats.fixed($1, decimals: 1)) })
  }

  private func measureRow(
    _ account: AccountReview, position: Int, of dimension: Dimension, first: Int
  ) -> MeasureRow? {
    let definition = dimension.measures[position - first]
    guard definition.weight > 0, let measure = account.detail.measures[position] else { return nil }
    return MeasureRow(
      label: label(definition.key), value: value(measure.observation, of: definition),
      score: measure.score.map { formats.fixed($0, decimals: 0) } ?? "",
      counted: measure.counted.map { formats.fixed($0, decimals: 0) } ?? words(.leftOut),
      weight: formats.number(definition.weight, decimals: 2), state: state(measure.observation))
  }

  private func state(_ observation: Observation) -> String {
    let word = words.code(.freshness, observation.state.rawValue)
    guard let day = observation.observedOn else { return word }
    return words(.stateSince, ["state": word, "date": formats.shortDate(day)])
  }
}
