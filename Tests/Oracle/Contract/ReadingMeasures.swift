// "Reading a measure" in docs/scoring.md.

enum State: String { case fresh, stale, never }

/// A measure read on a day: `value` is nil exactly when the state is never.
struct Reading {
  let value: Double?
  let state: State
  let observedOn: Day?
}

struct MeasureDay: Hashable {
  let measure: Name
  let day: Day
}

/// The meaning of a name on a day.
enum Source { case dated, derived, accountColumn }

struct ReadingKey: Hashable {
  let account: Name
  let of: Name
  let per: Name?
  let maxAge: Int
  let day: Day
}

extension World {
  /// The source of a name: a dated measure replaces an account column from the day of its first row, for every account.
  func source(of name: Name, on day: Day) -> Source {
    if derivedNames.contains(name) { return .derived }
    if let first = portfolio.firstObservation[name], first <= day { return .dated }
    return portfolio.accountColumns.contains(column(name)) ? .accountColumn : .dated
  }

  func read(_ measure: Measure, of account: Account, on day: Day) -> Reading {
    if measure.read == .peers { return readAmongPeers(measure, of: account, on: day) }
    if measure.read == .rhythm { return readRhythm(measure, of: account, on: day) }
    switch source(of: measure.of, on: day) {
    case .derived, .accountColumn:
      // An attribute whose dated namesake has not begun has no mean, sum, change or rhythm.
      let value = measure.read == .latest ? standing(measure.of, of: account, on: day) : nil
      let divided = value.flatMap { divide($0, by: measure.per, of: account, on: day) }
      let state: State = divided == nil ? .never : isFromDeadFeed(measure.of, on: day) ? .stale : .fresh
      return Reading(value: divided, state: state, observedOn: nil)
    case .dated:
      let observations = (account.observations[measure.of] ?? []).filter { $0.day <= day }
      guard let last = observations.last else { return Reading(value: nil, state: .never, observedOn: nil) }
      let value = self.value(of: observations, read: measure, on: last)
      let divided = value.flatMap { divide($0, by: measure.per, of: account, on: last.day) }
      let state: State = divided == nil ? .never : day - last.day <= measure.maxAge ? .fresh : .stale
      return Reading(value: divided, state: state, observedOn: last.day)
    }
  }

  private func value(of observations: [Observation], read measure: Measure, on last: Observation) -> Double? {
    let window = observations.filter { isWithin($0.day, last: measure.window, of: last.day) }.map(\.value)
    let before = last.day - measure.window
    let baseline = observations.filter { isWithin($0.day, last: measure.baseline, of: before) }.map(\.value)
    switch measure.read {
    case .latest, .peers, .rhythm: return last.value
    case .mean: return mean(window)
    case .sum: return window.reduce(0, +)
    case .change:
      guard let now = mean(window), let then = mean(baseline), then > 0 else { return nil }
      return 100 * (now / then - 1)
    }
  }

  /// How often somebody comes: active days in the window against those in the baseline, in per cent.
  ///
  /// Both end by the newest day of anybody, so that absence counts and a dead feed goes stale.
  private func readRhythm(_ measure: Measure, of account: Account, on day: Day) -> Reading {
    guard source(of: measure.of, on: day) == .dated, let newest = newestObservation(of: measure.of, on: day) else {
      return Reading(value: nil, state: .never, observedOn: nil)
    }
    let activeDays = (account.observations[measure.of] ?? []).filter { $0.day <= newest && $0.value > 0 }.map(\.day)
    let now = activeDays.filter { isWithin($0, last: measure.window, of: newest) }.count
    let before = activeDays.filter { isWithin($0, last: measure.baseline, of: newest - measure.window) }.count
    let everCame = activeDays.contains { last in
      activeDays.filter { isWithin($0, last: measure.baseline, of: last) }.count >= 4
    }
    let value: Double?
    if now == 0, everCame {
      value = -100
    } else if before < 4 {
      value = nil
    } else {
      value = 100 * (Double(now) / Double(measure.window) / (Double(before) / Double(measure.baseline)) - 1)
    }
    let state: State = value == nil ? .never : day - newest <= measure.maxAge ? .fresh : .stale
    return Reading(value: value, state: state, observedOn: newest)
  }

  /// Of any account, active or not; nil before the first.
  private func newestObservation(of measure: Name, on day: Day) -> Day? {
    let key = MeasureDay(measure: measure, day: day)
    if let known = newestObservations[key] { return known }
    let newest = portfolio.accounts.compactMap { $0.observations[measure]?.last { $0.day <= day }?.day }.max()
    newestObservations[key] = .some(newest)
    return newest
  }

  /// A quotient; nil when the divisor is missing, 0 or negative.
  private func divide(_ value: Double, by divisor: Name?, of account: Account, on day: Day) -> Double? {
    guard let divisor else { return value }
    guard let other = standing(divisor, of: account, on: day), other > 0 else { return nil }
    return value / other
  }

  /// The latest value of a name on a day, of any age; an attribute as it is.
  private func standing(_ name: Name, of account: Account, on day: Day) -> Double? {
    switch source(of: name, on: day) {
    case .derived: derived(name, of: account, on: day)
    case .dated: account.observations[name]?.last { $0.day <= day }?.value
    case .accountColumn: account.columns[column(name)].flatMap { writtenNumber($0) }
    }
  }

  /// Mid-rank percentile among the active accounts that are fresh, always including the account itself.
  private func readAmongPeers(_ measure: Measure, of account: Account, on day: Day) -> Reading {
    let own = readLatest(measure, of: account, on: day)
    guard let ownValue = own.value else { return own }
    let everyone = activeAccounts(on: day).compactMap { other -> (segment: Name, value: Double)? in
      let reading = readLatest(measure, of: other, on: day)
      guard let value = reading.value, reading.state == .fresh || other.id == account.id else { return nil }
      return (segment(of: other).id, value)
    }
    let inSegment = everyone.filter { $0.segment == segment(of: account).id }
    let cohort = inSegment.count >= 20 ? inSegment : everyone
    guard cohort.count >= 20 else { return Reading(value: nil, state: .never, observedOn: own.observedOn) }
    let smaller = Double(cohort.filter { $0.value < ownValue }.count)
    let equal = Double(cohort.filter { $0.value == ownValue }.count)
    let percentile = 100 * (smaller + equal / 2) / Double(cohort.count)
    return Reading(value: percentile, state: own.state, observedOn: own.observedOn)
  }

  private func readLatest(_ measure: Measure, of account: Account, on day: Day) -> Reading {
    let key = ReadingKey(account: account.id, of: measure.of, per: measure.per, maxAge: measure.maxAge, day: day)
    if let known = ownReadings[key] { return known }
    let latest = Measure(
      key: measure.key, of: measure.of, per: measure.per, read: .latest, window: measure.window,
      baseline: measure.baseline, maxAge: measure.maxAge, weight: measure.weight, whenAbsent: measure.whenAbsent,
      points: measure.points)
    let reading = read(latest, of: account, on: day)
    ownReadings[key] = reading
    return reading
  }
}

/// The sub-score: piecewise linear through the points, flat outside.
func subScore(of value: Double, through points: [(x: Double, score: Double)]) -> Double {
  guard let first = points.first, let last = points.last else { return 0 }
  if value <= first.x { return first.score }
  if value >= last.x { return last.score }
  for (left, right) in zip(points, points.dropFirst()) where value >= left.x && value <= right.x {
    return left.score + (right.score - left.score) * (value - left.x) / (right.x - left.x)
  }
  return last.score
}

/// Silence is never good news; nil is "left out".
func counted(_ score: Double?, _ state: State, _ whenAbsent: WhenAbsent) -> Double? {
  switch (state, whenAbsent) {
  case (.fresh, _): score
  case (.stale, .cap): min(score ?? 50, 50)
  case (.never, .cap): 50
  case (_, .exclude): nil
  case (_, .zero): 0
  }
}
