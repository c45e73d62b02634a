public import Health

/// The effect of one measure on a score between two days.
public struct MeasureMove: Sendable {
  /// The measure's definition in today's model.
  public let definition: MeasureDefinition
  /// Points of the whole score: its share of the weight times the change in what it counts.
  public let points: Double
  /// The reading on the earlier day.
  public let before: Observation
  /// The reading on the later day.
  public let after: Observation

  /// The effect of every weighted measure between two scores by one model, the largest falls first.
  ///
  /// Measures excluded on either day are skipped, so when a model excludes absent measures, the points need not add up
  /// to the change of the score.
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
    .sorted { $0.points < $1.points }
  }
}

extension [MeasureMove] {
  /// The largest move in the direction of the score's change, given falls first; nil when nothing moved that way.
  func driver(isFall: Bool) -> MeasureMove? {
    (isFall ? first : last).flatMap { $0.points != 0 && ($0.points < 0) == isFall ? $0 : nil }
  }
}

/// An account whose score moved, with the measure that moved it most.
public struct Mover: Sendable {
  /// The smallest change over four weeks, in points, that makes a mover.
  public static let smallestChange = Direction.fallInFourWeeks
  /// The smallest fall over thirteen weeks that makes a mover of an account that moved less in four: slow falls cost as
  /// much as fast ones.
  public static let smallestSlowFall = Direction.fallInThirteenWeeks

  /// The position of the account in the evidence.
  public let account: Int
  /// The number of weeks over which it moved: a month, or a quarter for a slow fall.
  public let weeks: Int
  /// The change of the published score over those weeks.
  public let change: Int
  /// What moved it most in the direction of the change; nil when nothing did.
  public let driver: MeasureMove?
}

extension Review {
  /// The accounts that moved: falls first, the largest first, then rises, the largest first; of equal ones by exposure.
  public func movers(since earlier: EarlierDays) -> (falls: [Mover], rises: [Mover]) {
    let moved = byExposure.compactMap { account -> Mover? in
      guard let move = account.changes.move, let session = earlier.days.first(where: { $0.weeks == move.weeks }) else {
        return nil
      }
      let moves = session.scorer.detail(of: account.account).map {
        MeasureMove.all(from: $0, to: account.detail, by: account.model)
      }
      return Mover(
        account: account.account, weeks: move.weeks, change: move.change,
        driver: moves?.driver(isFall: move.change < 0))
    }
    func largestFirst(_ isListed: (Mover) -> Bool) -> [Mover] {
      moved.filter(isListed).sorted { abs($0.change) > abs($1.change) }
    }
    return (largestFirst { $0.change < 0 }, largestFirst { $0.change > 0 })
  }
}

extension AccountReview {
  /// The measure that moved the score most in one direction over a week; nil when none did.
  public func driverOfWeek(isFall: Bool) -> MeasureMove? {
    detailWeekBefore.flatMap { MeasureMove.all(from: $0, to: detail, by: model).driver(isFall: isFall) }
  }
}

extension ScoreChanges {
  /// The change that makes a mover, and over how many weeks; nil when it is too small.
  var move: (weeks: Int, change: Int)? {
    if let change = fourWeeks, abs(change) >= Mover.smallestChange {
      return (ScoreChanges.spans[1], change)
    }
    if let change = thirteenWeeks, change <= -Mover.smallestSlowFall {
      return (ScoreChanges.spans[2], change)
    }
    return nil
  }
}
