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

  /// The day from which on the observed measure is read: before its first row, an account column of the same name takes
  /// its place.
  func seriesBegins(in tables: ScoredTables) -> Day {
    guard let series else { return Day(number: .max) }
    return column == nil ? Day(number: .min) : tables.series[series].firstDay ?? Day(number: .max)
  }

  /// True when the value on a day comes from a column of the accounts table whose past values are unknown.
  func readsAccountColumn(in tables: ScoredTables, on day: Day) -> Bool {
    if let derived { return derived.readsAccountColumn }
    return column != nil && day < seriesBegins(in: tables)
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

  func readsAccountColumn(in tables: ScoredTables, on day: Day) -> Bool {
    source.readsAccountColumn(in: tables, on: day) || divisor?.readsAccountColumn(in: tables, on: day) ?? false
  }
}
