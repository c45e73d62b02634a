import Health
import Review

/// How scores moved, and what moved them.
struct MoveWords: Composer {
  let tell: Telling

  /// `falling: −1 in a week, −4 in four, −9 in 13`.
  func directionWords(_ account: AccountReview) -> String {
    let changes: [String] = [
      account.changes.week.map { words(.inOneWeek, ["n": formats.change($0)]) },
      account.changes.fourWeeks.map { words(.inFourWeeks, ["n": formats.change($0)]) },
      account.changes.thirteenWeeks.map { words(.inThirteenWeeks, ["n": formats.change($0)]) },
    ].compactMap { $0 }
    let word = words.code(.direction, account.direction.rawValue)
    return changes.isEmpty
      ? word : words(.directionWithChanges, ["direction": word, "changes": changes.joined(separator: ", ")])
  }

  /// `−12 in 13 weeks`.
  func movedWords(_ mover: Mover) -> String {
    words(.movedInWeeks, ["n": formats.change(mover.change), "weeks": formats.whole(mover.weeks)])
  }

  /// `seat use: 62 % → 41 % (−4.2 points)`, for tables with little room.
  func shortDriverWords(_ move: MeasureMove) -> String {
    let (measure, points) = (label(move.definition.key), points(move.points))
    if move.after.state != .fresh, move.before.state == .fresh {
      let state = words.code(.freshness, move.after.state.rawValue)
      return words(.driverStopped, ["measure": measure, "state": state, "points": points])
    }
    guard let from = move.before.value, let to = move.after.value,
      value(move.before, of: move.definition) != value(move.after, of: move.definition)
    else { return words(.driverOther, ["measure": measure, "points": points]) }
    let change = measures.text(from: from, to: to, of: move.definition)
    return words(.driverMoved, ["measure": measure, "change": change, "points": points])
  }

  /// `seat use fell from 0.62 to 0.41 (−4.2 points)`.
  func driverWords(_ move: MeasureMove) -> String {
    let before = value(move.before, of: move.definition)
    let after = value(move.after, of: move.definition)
    let values: Places = [
      "measure": label(move.definition.key), "from": before, "to": after,
      "points": points(move.points),
      "state": words.code(.freshness, move.after.state.rawValue),
    ]
    if move.after.state != .fresh, move.before.state == .fresh { return words(.driverSilent, values) }
    guard let from = move.before.value, let to = move.after.value, before != after else {
      return words(.driverOther, values)
    }
    if case .percentile = review.models.unit(of: move.definition) {
      let places: Places = [
        "measure": label(move.definition.key), "from": words.ordinal(Int(from.rounded())),
        "to": words.ordinal(Int(to.rounded())), "points": points(move.points),
      ]
      return words(to < from ? .driverPlaceFell : .driverPlaceRose, places)
    }
    return words(to < from ? .driverFell : .driverRose, values)
  }

  /// `−4.2 points`, with one decimal.
  func points(_ change: Double) -> String {
    let rounded = (change * 10).rounded() / 10
    return words.count(.scorePoints, rounded, written: formats.change(change, decimals: 1))
  }
}
