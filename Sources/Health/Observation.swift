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

/// Reads one source for one account on one day after the other.
struct SourceReader {
  private let derived: DerivedMeasure?
  private let column: Double?
  private(set) var series: Series.Reader?
  /// The day from which on the series counts and no account column.
  private let seriesBegins: Day

  init(_ source: Source, account: Int, in tables: ScoredTables) {
    derived = source.derived
    column = source.column.flatMap { tables.columns[$0].numbers[account] }
    series = source.series.map { tables.series[$0].reader(of: account) }
    seriesBegins = source.seriesBegins(in: tables)
  }

  /// The latest reading on a day, of any age.
  mutating func latest(_ rows: ScoredRows, on day: Day, news: TableNews, in tables: ScoredTables)
    -> (value: Double, observedOn: Day?)?
  {
    if let derived {
      return rows.value(of: derived, on: news.day == day ? news : tables.news(of: day)).map { ($0, nil) }
    }
    guard day >= seriesBegins else { return column.map { ($0, nil) } }
    return series?.latest(onOrBefore: day).map { ($0.value, $0.day) }
  }

  /// The position of the latest observation on a day.
  mutating func position(on day: Day) -> Int? { day >= seriesBegins ? series?.position(onOrBefore: day) : nil }
}

/// Reads one measure for one account on one day after the other.
struct MeasureReader {
  private let measure: BoundMeasure
  private let account: Int
  private var source: SourceReader
  private var divisor: SourceReader?

  init(_ measure: BoundMeasure, account: Int, in tables: ScoredTables) {
    self.measure = measure
    self.account = account
    source = SourceReader(measure.source, account: account, in: tables)
    divisor = measure.divisor.map { SourceReader($0, account: account, in: tables) }
  }

  /// Reads the measure as it is to be read, on the day at an index of the sweep.
  mutating func observe(_ rows: ScoredRows, on day: Int, of sweep: Sweep) -> Observation {
    let news = sweep.days[day]
    switch measure.reading {
    case .latest: return latest(rows, news: news, in: sweep.scorer.tables)
    case .peers:
      let own = latest(rows, news: news, in: sweep.scorer.tables)
      guard let value = own.value, let table = measure.peerTable,
        let percentile = sweep.peers.percentile(
          of: account, value: value, isFresh: own.state == .fresh, in: table, on: day)
      else { return Observation(value: nil, state: .never, observedOn: own.observedOn) }
      return Observation(value: percentile, state: own.state, observedOn: own.observedOn)
    case .rhythm:
      guard let series = measure.source.series, let feed = sweep.newest[day][series] else { return .never }
      return dated(rhythm(endingOn: feed), on: feed, asSeenOn: news.day)
    case .mean, .sum, .change:
      guard let position = source.position(on: news.day), let last = source.series?.day(at: position) else {
        return .never
      }
      return dated(
        summary(from: position, last, rows, news: news, in: sweep.scorer.tables), on: last, asSeenOn: news.day)
    }
  }

  /// The latest value, after division, with its freshness.
  mutating func latest(_ rows: ScoredRows, news: TableNews, in tables: ScoredTables) -> Observation {
    let day = news.day
    guard let latest = source.latest(rows, on: day, news: news, in: tables) else { return .never }
    let value = divided(latest.value, rows, on: latest.observedOn ?? day, news: news, in: tables)
    if let observedOn = latest.observedOn { return dated(value, on: observedOn, asSeenOn: day) }
    guard let value else { return .never }
    let isStale = measure.source.derived.map { news.isStale(for: $0) } ?? false
    return Observation(value: value, state: isStale ? .stale : .fresh, observedOn: nil)
  }

  private func dated(_ value: Double?, on observedOn: Day, asSeenOn day: Day) -> Observation {
    guard let value else { return Observation(value: nil, state: .never, observedOn: observedOn) }
    let isFresh = day - observedOn <= measure.maxAge
    return Observation(value: value, state: isFresh ? .fresh : .stale, observedOn: observedOn)
  }

  private mutating func summary(
    from position: Int, _ last: Day, _ rows: ScoredRows, news: TableNews, in tables: ScoredTables
  ) -> Double? {
    guard let series = source.series else { return nil }
    var position = position
    let recent = series.sum(from: &position, endingOn: last, length: measure.window)
    guard recent.count > 0 else { return nil }
    let mean = recent.sum / Double(recent.count)
    switch measure.reading {
    case .mean: return divided(mean, rows, on: last, news: news, in: tables)
    case .sum: return divided(recent.sum, rows, on: last, news: news, in: tables)
    case .change:
      let before = series.sum(from: &position, endingOn: last - measure.window, length: measure.baseline)
      guard before.count > 0, before.sum > 0 else { return nil }
      return 100 * (mean / (before.sum / Double(before.count)) - 1)
    case .latest, .rhythm, .peers: return nil
    }
  }

  /// The change of the share of active days, in per cent: from 60 of 84 days to 4 of 28, −80.
  ///
  /// Whoever had a rhythm and comes no more is at −100 for good, however long ago the last day was.
  private mutating func rhythm(endingOn feed: Day) -> Double? {
    guard let last = source.position(on: feed), let series = source.series else { return nil }
    let (window, baseline, fewest) = (measure.window, measure.baseline, MeasureDefinition.fewestActiveDays)
    var position = last
    let recent = series.activeDays(from: &position, endingOn: feed, length: window)
    if recent == 0, series.wasActive(for: fewest, within: baseline, upTo: last) { return -100 }
    let before = series.activeDays(from: &position, endingOn: feed - window, length: baseline)
    guard before >= fewest else { return nil }
    return 100 * ((Double(recent) / Double(window)) / (Double(before) / Double(baseline)) - 1)
  }

  /// The value divided by the latest reading of the divisor; nil unless that is positive.
  private mutating func divided(
    _ value: Double, _ rows: ScoredRows, on day: Day, news: TableNews, in tables: ScoredTables
  ) -> Double? {
    guard divisor != nil else { return value }
    guard let by = divisor?.latest(rows, on: day, news: news, in: tables)?.value, by > 0 else { return nil }
    return value / by
  }
}
