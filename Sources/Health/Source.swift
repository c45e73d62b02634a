/// The place where a name used by a model finds its values.
struct Source: Hashable, Sendable {
  let series: Int?
  let derived: DerivedMeasure?
  let column: Int?

  /// Looks a name up among derived measures, observed measures and account columns.
  init(_ name: String, in evidence: Evidence) {
    derived = DerivedMeasure(rawValue: name)
    series = derived == nil ? evidence.series.firstIndex { $0.name == name } : nil
    column = derived == nil ? evidence.column(named: name) : nil
  }

  /// The position of the observed measure, from the day of its first row on: before that, an account column of the same
  /// name takes its place.
  func activeSeries(in evidence: Evidence, on day: Day) -> Int? {
    guard let series else { return nil }
    if column != nil, evidence.series[series].firstDay.map({ $0 > day }) ?? true { return nil }
    return series
  }

  /// True when the value on a day comes from a column of the accounts table whose past values are unknown.
  func readsAccountColumn(in evidence: Evidence, on day: Day) -> Bool {
    if let derived { return derived.readsAccountColumn }
    return column != nil && activeSeries(in: evidence, on: day) == nil
  }

  /// The latest reading of an account on a day, of any age.
  func latest(of account: Int, on day: Day, in evidence: Evidence) -> (value: Double, observedOn: Day?)? {
    if let derived { return evidence.value(of: derived, account: account, on: day).map { ($0, nil) } }
    if let series = activeSeries(in: evidence, on: day) {
      return evidence.series[series].latest(of: account, onOrBefore: day).map { ($0.value, $0.day) }
    }
    return column.flatMap { evidence.columns[$0].numbers[account] }.map { ($0, nil) }
  }
}

/// How a measure is read, with its names looked up.
///
/// It holds only plain numbers, so passing it around millions of times counts no references.
struct BoundMeasure: Sendable {
  let reading: Reading
  let window: Int
  let baseline: Int
  let maxAge: Int
  let whenAbsent: AbsenceRule
  let source: Source
  let divisor: Source?
  let dimension: Int
  /// The index into the peer tables of a day, for a measure that is read against peers.
  let peerTable: Int?

  init(_ definition: MeasureDefinition, source: Source, divisor: Source?, dimension: Int, peerTable: Int?) {
    reading = definition.reading
    window = definition.window
    baseline = definition.baseline
    maxAge = definition.maxAge
    whenAbsent = definition.whenAbsent
    self.source = source
    self.divisor = divisor
    self.dimension = dimension
    self.peerTable = peerTable
  }

  func readsAccountColumn(in evidence: Evidence, on day: Day) -> Bool {
    source.readsAccountColumn(in: evidence, on: day) || divisor?.readsAccountColumn(in: evidence, on: day) ?? false
  }
}
