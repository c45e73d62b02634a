/// How much a measure's value can be relied on.
public enum Freshness: String, CaseIterable, Sendable {
  case fresh, stale, never
}

/// The reading of a measure for an account on a day, before it is scored.
public struct Observation: Hashable, Sendable {
  /// The value in the measure's own unit; nil when there is none.
  public let value: Double?
  /// The freshness of the value.
  public let state: Freshness
  /// The day of the last observation; nil for derived measures and account columns.
  public let observedOn: Day?

  static let never = Observation(value: nil, state: .never, observedOn: nil)
}

/// For the observed measures that are read as a rhythm, the newest day of anybody up to one day.
struct NewestDays: Sendable {
  private let days: [Int: Day]

  init(of series: Set<Int>, on day: Day, in evidence: Evidence) {
    days = series.reduce(into: [:]) { $0[$1] = evidence.series[$1].newestDay(onOrBefore: day) }
  }

  subscript(series: Int) -> Day? { days[series] }
}

extension BoundMeasure {
  /// Reads the measure for one account on a day; `peers` and `newest` hold what that day says of all accounts.
  func observe(
    _ account: Int, on day: Day, in evidence: Evidence, peers: PeerTables, newest: NewestDays
  ) -> Observation {
    if reading == .peers {
      let own = observeLatest(account, on: day, in: evidence)
      guard let value = own.value, let table = peerTable else {
        return Observation(value: nil, state: .never, observedOn: own.observedOn)
      }
      let percentile = peers.rank(of: account, value: value, isFresh: own.state == .fresh, in: table)?.percentile
      return Observation(
        value: percentile, state: percentile == nil ? .never : own.state, observedOn: own.observedOn)
    }
    guard reading.needsHistory else { return observeLatest(account, on: day, in: evidence) }
    guard let series = source.activeSeries(in: evidence, on: day) else { return .never }
    if reading == .rhythm {
      guard let feed = newest[series] else { return .never }
      return dated(rhythm(series, account: account, endingOn: feed, in: evidence), on: feed, asSeenOn: day)
    }
    guard let last = evidence.series[series].latest(of: account, onOrBefore: day)
    else { return .never }
    let value = summarise(series, account: account, endingOn: last.day, in: evidence)
    return dated(value, on: last.day, asSeenOn: day)
  }

  /// The latest value, after division, with its freshness.
  func observeLatest(_ account: Int, on day: Day, in evidence: Evidence) -> Observation {
    guard let latest = source.latest(of: account, on: day, in: evidence) else { return .never }
    let value = divided(latest.value, account: account, on: latest.observedOn ?? day, in: evidence)
    if let observedOn = latest.observedOn { return dated(value, on: observedOn, asSeenOn: day) }
    guard let value else { return .never }
    let feedIsStale = source.derived.map { evidence.feedIsStale(for: $0, on: day) } ?? false
    return Observation(value: value, state: feedIsStale ? .stale : .fresh, observedOn: nil)
  }

  private func dated(_ value: Double?, on observedOn: Day, asSeenOn day: Day) -> Observation {
    guard let value else { return Observation(value: nil, state: .never, observedOn: observedOn) }
    let isFresh = day - observedOn <= maxAge
    return Observation(value: value, state: isFresh ? .fresh : .stale, observedOn: observedOn)
  }

  private func summarise(_ series: Int, account: Int, endingOn last: Day, in evidence: Evidence) -> Double? {
    let recent = evidence.series[series].sum(of: account, endingOn: last, length: window)
    guard recent.count > 0 else { return nil }
    let mean = recent.sum / Double(recent.count)
    switch reading {
    case .mean: return divided(mean, account: account, on: last, in: evidence)
    case .sum: return divided(recent.sum, account: account, on: last, in: evidence)
    case .change:
      let before = evidence.series[series].sum(of: account, endingOn: last - window, length: baseline)
      guard before.count > 0, before.sum > 0 else { return nil }
      return 100 * (mean / (before.sum / Double(before.count)) - 1)
    case .latest, .rhythm, .peers: return nil
    }
  }

  /// The change of the share of active days, in per cent: from 60 of 84 days to 4 of 28, −80.
  ///
  /// Whoever had a rhythm and comes no more is at −100 for good, however long ago the last day was.
  private func rhythm(_ series: Int, account: Int, endingOn feed: Day, in evidence: Evidence) -> Double? {
    let observed = evidence.series[series]
    let fewest = MeasureDefinition.fewestActiveDays
    let recent = observed.activeDays(of: account, endingOn: feed, length: window)
    if recent == 0, observed.wasActive(account, for: fewest, within: baseline, upTo: feed) { return -100 }
    let before = observed.activeDays(of: account, endingOn: feed - window, length: baseline)
    guard before >= fewest else { return nil }
    return 100 * ((Double(recent) / Double(window)) / (Double(before) / Double(baseline)) - 1)
  }

  /// The value divided by the latest reading of the divisor; nil unless that is positive.
  private func divided(_ value: Double, account: Int, on day: Day, in evidence: Evidence) -> Double? {
    guard let divisor else { return value }
    guard let by = divisor.latest(of: account, on: day, in: evidence)?.value, by > 0 else { return nil }
    return value / by
  }
}
