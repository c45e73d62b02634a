// "Direction" in docs/scoring.md.

enum Direction: String { case sharp_fall, falling, new, rising, steady }

extension World {
  /// Published score on `day` − published score `days` earlier; nil when either is missing.
  func change(of account: Account, over days: Int, to day: Day) -> Int? {
    guard isActive(account, on: day), isActive(account, on: day - days),
      let now = score(of: account, on: day).published, let then = score(of: account, on: day - days).published
    else { return nil }
    return now - then
  }

  func direction(of account: Account, on day: Day) -> Direction {
    let oneWeek = change(of: account, over: 7, to: day)
    let fourWeeks = change(of: account, over: 28, to: day)
    let quarter = change(of: account, over: 91, to: day)
    let tenure = startedOn(of: account, asSeenOn: day).map { day - $0 }
    if oneWeek ?? 0 <= -10 || fourWeeks ?? 0 <= -15 { return .sharp_fall }
    if fourWeeks ?? 0 <= -5 || quarter ?? 0 <= -10 { return .falling }
    if tenure ?? 91 < 91 || (oneWeek == nil && fourWeeks == nil && quarter == nil) { return .new }
    if fourWeeks ?? 0 >= 5 { return .rising }
    return .steady
  }

  /// The median change of the week, when it is 3 or more in size, and the measure to which most of it is due.
  func portfolioShift() -> (change: Double, measure: Name?)? {
    let moved = activeAccounts(on: asOf).filter { change(of: $0, over: 7, to: asOf) != nil }
    let changes = moved.compactMap { change(of: $0, over: 7, to: asOf) }.map(Double.init)
    guard let middle = median(changes), abs(middle) >= 3 else { return nil }
    var movement: [Name: Double] = [:]
    for account in moved {
      let now = score(of: account, on: asOf).dimensions
      let then = score(of: account, on: asOf - 7).dimensions
      let wholeWeight = now.reduce(0) { $0 + $1.weight }
      for (new, old) in zip(now, then) {
        let dimensionWeight = new.measures.reduce(0) { $0 + $1.measure.weight }
        for (after, before) in zip(new.measures, old.measures) {
          guard let a = after.counted, let b = before.counted else { continue }
          let share = new.weight * after.measure.weight / (dimensionWeight * wholeWeight)
          movement[after.measure.key, default: 0] += (a - b) * share
        }
      }
    }
    var largest: Name?
    for key in scoring.keys {
      guard let size = movement[key].map(abs) else { continue }
      if size > largest.flatMap({ movement[$0] }).map(abs) ?? -1 { largest = key }
    }
    return (middle, largest)
  }
}
