import Charts
import Health
import Review

/// The parts of an account's score, as rows of its page.
struct DimensionRows: Composer {
  let tell: Telling

  /// The dimensions, with their shares of the score.
  func rows(_ account: AccountReview, on page: inout PageBuilder) -> [DimensionRow] {
    let shares = shares(account)
    let printed = printedContributions(account)
    var start = 0.0
    return account.model.dimensions.enumerated().compactMap { index, dimension in
      guard let score = account.detail.dimensions[index] else { return nil }
      let label = label(dimension.id)
      let most = 100 * shares[index]
      var bar = ""
      if let contribution = score.contribution {
        bar = page.add(
          DimensionBar(
            start: start, weight: most, contribution: contribution,
            title: words(
              .barTitle,
              ["label": label, "points": printed[index] ?? "", "most": formats.fixed(most, decimals: 1)])))
        start += contribution
      }
      return DimensionRow(
        label: label, score: score.score.map { formats.fixed($0, decimals: 1) } ?? words(.leftOut),
        weight: formats.percent(shares[index], decimals: 1), contribution: printed[index] ?? words(.leftOut), bar: bar)
    }
  }

  /// The measures as a table; columns that say the same in every row are left out.
  func measures(of account: AccountReview) -> ChartTable {
    let shares = shares(account)
    var first = 0
    var rows: [[String]] = []
    for (index, dimension) in account.model.dimensions.enumerated() {
      let read = dimension.measures.enumerated().compactMap { offset, definition in
        definition.weight > 0 ? account.detail.measures[first + offset].map { (definition, $0) } : nil
      }
      first += dimension.measures.count
      guard account.detail.dimensions[index] != nil else { continue }
      let whole = read.reduce(0) { $0 + ($1.1.counted == nil ? 0 : $1.0.weight) }
      rows += read.map { definition, measure in
        let score = measure.score.map { formats.fixed($0, decimals: 0) } ?? ""
        let counted = measure.counted.map { formats.fixed($0, decimals: 0) } ?? words(.leftOut)
        let share = measure.counted == nil || whole == 0 ? 0 : shares[index] * definition.weight / whole
        return [
          label(definition.key), label(dimension.id), value(measure.observation, of: definition), score,
          formats.percent(share, decimals: 1), counted == score ? "" : counted,
          measure.observation.state == .fresh ? "" : state(measure.observation),
        ]
      }
    }
    let heads: [Phrase] = [.measure, .dimension, .value, .subScore, .shareOfScore, .counts, .state]
    let kept = heads.indices.filter { column in column < 5 || rows.contains { !$0[column].isEmpty } }
    return ChartTable(
      name: words(.measuresHeading), heads: kept.map { words(heads[$0]) },
      rows: rows.map { row in kept.map { row[$0] } })
  }

  /// The share of the score of each dimension, 0–1; 0 for one that is left out.
  private func shares(_ account: AccountReview) -> [Double] {
    let weights = zip(account.model.dimensions, account.detail.dimensions).map { $1?.score == nil ? 0 : $0.weight }
    let whole = weights.reduce(0, +)
    return weights.map { whole > 0 ? $0 / whole : 0 }
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

  private func state(_ observation: Observation) -> String {
    let word = words.code(.freshness, observation.state.rawValue)
    guard let day = observation.observedOn else { return word }
    return words(.stateSince, ["state": word, "date": formats.shortDate(day)])
  }
}
