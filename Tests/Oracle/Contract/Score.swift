import Foundation

// "The score" in docs/scoring.md.

struct MeasureScore {
  let measure: Measure
  let reading: Reading
  /// The sub-score of the value; nil for never.
  let score: Double?
  /// What it counts; nil when left out.
  let counted: Double?
}

struct DimensionScore {
  let id: Name
  let weight: Double
  let measures: [MeasureScore]
  let score: Double?
  let contribution: Double?
  let coverage: Double
}

struct Score {
  let dimensions: [DimensionScore]
  /// S, unrounded; nil when every dimension is left out.
  let exact: Double?
  let low: Double?
  let high: Double?
  let coverage: Double
  let published: Int?
  /// Nil is unscored.
  let band: Band?
  let uncappedBand: Band?
  /// Only when it binds.
  let cap: Cap?
}

struct ScoreKey: Hashable {
  let account: Name
  let day: Day
  let isRescoring: Bool
}

extension World {
  /// The score on a day under today's model.
  /// - Parameter isRescoring: whether to leave out what reads account columns, as in the backtest.
  func score(of account: Account, on day: Day, isRescoring: Bool = false) -> Score {
    let key = ScoreKey(account: account.id, day: day, isRescoring: isRescoring)
    if let known = scores[key] { return known }
    let score = computeScore(of: account, on: day, isRescoring: isRescoring)
    scores[key] = score
    return score
  }

  private func computeScore(of account: Account, on day: Day, isRescoring: Bool) -> Score {
    let model = model(of: account)
    let isLeftOut = { [self] (measure: Measure) in isRescoring && readsAccountColumn(measure, on: day) }
    let weighted = model.weighted(without: isLeftOut).map { dimension in
      (
        dimension,
        dimension.measures.map { measure in
          let reading = read(measure, of: account, on: day)
          let score = reading.value.map { subScore(of: $0, through: measure.points) }
          return MeasureScore(
            measure: measure, reading: reading, score: score,
            counted: counted(score, reading.state, measure.whenAbsent))
        }
      )
    }
    // D = Σ w·s ÷ Σ w over what counts; dimensions without anything that counts are left out.
    let dimensionScores = weighted.map { average($1.map { ($0.measure.weight, $0.counted) }) }
    let exact = average(zip(weighted, dimensionScores).map { ($0.0.weight, $1) })
    let weightThatCounts = zip(weighted, dimensionScores).reduce(0) { $0 + ($1.1 == nil ? 0 : $1.0.0.weight) }
    let dimensions = zip(weighted, dimensionScores).map { pair, score in
      DimensionScore(
        id: pair.0.id, weight: pair.0.weight, measures: pair.1, score: score,
        contribution: score.map { pair.0.weight * $0 / weightThatCounts },
        coverage: average(pair.1.map { ($0.measure.weight, $0.reading.state == .fresh ? 1 : 0) }) ?? 0)
    }
    let coverage = average(dimensions.map { ($0.weight, $0.coverage) }) ?? 0
    func bound(_ absent: Double) -> Double? {
      average(
        weighted.map { dimension, measures in
          (
            dimension.weight,
            average(measures.map { ($0.measure.weight, $0.reading.state == .fresh ? $0.score : absent) })
          )
        })
    }

    let isCovered = coverage >= model.coverageFloor - 1e-9
    let published = isCovered ? exact.map { Int(floor($0 + 0.5 + 1e-9)) } : nil
    let uncapped = published.map { model.band(of: $0) }
    let cap = uncapped.flatMap { band in
      worstCap(of: model, for: account, on: day, isLeftOut: isLeftOut).flatMap {
        $0.band.rawValue > band.rawValue ? $0 : nil
      }
    }
    return Score(
      dimensions: dimensions, exact: exact, low: bound(0), high: bound(100), coverage: coverage, published: published,
      band: cap?.band ?? uncapped, uncappedBand: uncapped, cap: cap)
  }

  /// The worst cap whose measure's value, fresh or stale, is strictly beyond its limit; of equal ones the first.
  private func worstCap(
    of model: Model, for account: Account, on day: Day, isLeftOut: (Measure) -> Bool
  ) -> Cap? {
    let matching = model.caps.filter { cap in
      guard let measure = model.measures.first(where: { $0.key == cap.measure }), !isLeftOut(measure),
        let value = read(measure, of: account, on: day).value
      else { return false }
      return cap.above.map { value > $0 } ?? false || cap.below.map { value < $0 } ?? false
    }
    let worst = matching.map(\.band.rawValue).max()
    return matching.first { $0.band.rawValue == worst }
  }
}

extension Model {
  /// The band of the whole number that is shown, so that band and number always agree.
  func band(of published: Int) -> Band {
    Double(published) >= green ? .green : Double(published) >= yellow ? .yellow : .red
  }
}

/// Σ weight·value ÷ Σ weight over the pairs with a value; nil when there are none.
func average(_ pairs: [(weight: Double, value: Double?)]) -> Double? {
  let there = pairs.compactMap { pair in pair.value.map { (pair.weight, $0) } }
  guard !there.isEmpty else { return nil }
  return there.reduce(0) { $0 + $1.0 * $1.1 } / there.reduce(0) { $0 + $1.0 }
}
