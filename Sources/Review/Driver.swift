public import Health

/// What one measure did to a score between two days.
public struct MeasureMove: Sendable {
  /// The measure's definition in today's model.
  public let definition: MeasureDefinition
  /// Points of the whole score: its share of the weight times the change of what it counts.
  public let points: Double
  /// What was read on the earlier day.
  public let before: Observation
  /// What was read on the later day.
  public let after: Observation

  /// What every weighted measure did between two scores by one model, the largest falls first.
  ///
  /// Measures that were left out on either day are passed over; so where a model excludes absent measures, the points
  /// need not add up to the change of the score.
  public static func all(from before: ScoreDetail, to after: ScoreDetail, by model: Model) -> [MeasureMove] {
    let definitions = model.dimensions.flatMap(\.measures)
    return zip(definitions, model.weightShares).enumerated().compactMap { position, measure -> MeasureMove? in
      guard measure.1.weight > 0, let then = before.measures[position], let now = after.measures[position],
        let countedThen = then.counted, let countedNow = now.counted
      else { return nil }
      return MeasureMove(
        definition: measure.0, points: (countedNow - countedThen) * measure.1.weight, before: then.observation,
        after: now.observation)
    }
    .enumerated().sorted { ($0.element.points, $0.offset) < ($1.element.points, $1.offset) }.map(\.element)
  }
}

/// An account whose score moved over four weeks, with the measure that moved it most.
public struct Mover: Sendable {
  /// Over how many weeks.
  public static let weeks = 4
  /// The smallest change, in points, that makes a mover.
  public static let smallestChange = 5

  /// The position of the account in the evidence.
  public let account: Int
  /// The change of the published score over four weeks.
  public let change: Int
  /// What moved it most in the direction of the change; nil where nothing did.
  public let driver: MeasureMove?
}

extension Review {
  /// The accounts that moved over four weeks: falls first, the largest first, then rises, the largest first.
  public var movers: (falls: [Mover], rises: [Mover]) {
    let moved = accounts.compactMap { account in
      account.changes.fourWeeks.flatMap { abs($0) >= Mover.smallestChange ? (account, $0) : nil }
    }
    let session = scorer.session(on: asOf - 7 * Mover.weeks)
    func mover(_ account: AccountReview, change: Int) -> Mover {
      let moves = session.detail(of: account.account).map {
        MeasureMove.all(from: $0, to: account.detail, by: account.model)
      }
      let driver = change < 0 ? moves?.first : moves?.last
      return Mover(
        account: account.account, change: change,
        driver: driver.flatMap { ($0.points < 0) == (change < 0) && $0.points != 0 ? $0 : nil })
    }
    let falls = moved.filter { $0.1 < 0 }.sorted { ($0.1, $0.0.account) < ($1.1, $1.0.account) }
    let rises = moved.filter { $0.1 > 0 }.sorted { (-$0.1, $0.0.account) < (-$1.1, $1.0.account) }
    return (falls.map(mover), rises.map(mover))
  }
}
