/// Figures over time, 640 × 200: lines for today's data, rings for what editions published.
public struct TrendLines: Chart {
  /// A figure on a day.
  public struct Point: Sendable {
    /// The horizontal position, from 0 at the left edge to 1 at the right.
    public var place: Double
    /// The day in words; the table has one row for each day.
    public var day: String
    /// The figure; nil for a gap.
    public var value: Double?
    /// The link of a ring; empty for none.
    public var link: String
    /// The content of a ring in words.
    public var title: String

    /// Creates a figure at a place.
    public init(place: Double, day: String = "", value: Double?, link: String = "", title: String = "") {
      self.place = place
      self.day = day
      self.value = value
      self.link = link
      self.title = title
    }
  }

  /// One figure over time.
  public struct Series: Sendable {
    /// Its name and last value, at the right end.
    public var label: String
    /// The past on today's data, in order of time.
    public var restated: [Point]
    /// What was published, in runs without a missing edition.
    public var published: [[Point]]
    /// The target and the label of its line; nil for no target.
    public var target: (value: Double, label: String)?
    /// True for a broken line, which distinguishes it from the other.
    public var isDashed: Bool

    /// Creates one figure over time.
    public init(
      label: String, restated: [Point], published: [[Point]], target: (value: Double, label: String)?, isDashed: Bool
    ) {
      self.label = label
      self.restated = restated
      self.published = published
      self.target = target
      self.isDashed = isDashed
    }
  }

  /// The figures.
  public var series: [Series]
  /// The range of the height; its ends must differ.
  public var bounds: ClosedRange<Double>
  /// The labels of heights.
  public var ticks: [(value: Double, label: String)]
  /// The label below the left end.
  public var firstLabel: String
  /// The label below the right end.
  public var lastLabel: String
  /// The chart's content in words.
  public var title: String
  /// The words of its table; nil when the figures are next to it.
  public var words: TableWords?

  /// Creates lines within `bounds`.
  public init(
    series: [Series], bounds: ClosedRange<Double>, ticks: [(value: Double, label: String)], firstLabel: String,
    lastLabel: String, title: String, words: TableWords? = nil
  ) {
    self.series = series
    self.bounds = bounds
    self.ticks = ticks
    self.firstLabel = firstLabel
    self.lastLabel = lastLabel
    self.title = title
    self.words = words
  }

  /// A row for each day, the latest first, with each figure on today's data and as published.
  public var table: ChartTable? {
    words.map { words in
      let columns = series.flatMap { [$0.restated, Array($0.published.joined())] }
        .map { points in Dictionary(points.map { ($0.day, $0.value) }, uniquingKeysWith: { $1 }) }
      let days = series.flatMap { $0.restated + $0.published.joined() }.map { ($0.day, $0.place) }
      let places = Dictionary(days, uniquingKeysWith: { $1 })
      return words.table(
        texts: places.sorted { ($1.value, $1.key) < ($0.value, $0.key) }.map { day, _ in
          [day] + columns.map { $0[day].map(words.text) ?? "" }
        })
    }
  }

  /// Appends the `<svg>` element to `bytes`, as UTF-8.
  public func append(to bytes: inout [UInt8]) {
    let hasLinks = series.contains { $0.published.contains { $0.contains { !$0.link.isEmpty } } }
    bytes.open("class=\"chart\" viewBox=\"0 0 640 200\"", title: title, hasLinks: hasLinks)
    for tick in ticks {
      bytes.markup("<path class=\"edge\" d=\"M60 ")
      bytes.number(y(of: tick.value))
      bytes.markup("H505\"/>")
      bytes.text(tick.label, "x=\"54\" text-anchor=\"end\"", y: y(of: tick.value) + 4)
    }
    for figure in series {
      guard let target = figure.target else { continue }
      bytes.markup("<path class=\"target\" d=\"M60 ")
      bytes.number(y(of: target.value))
      bytes.markup("H505\"/>")
      bytes.text(target.label, "class=\"halo\" x=\"64\"", y: y(of: target.value) - 4)
    }
    for figure in series { append(figure, to: &bytes) }
    bytes.text(firstLabel, "x=\"60\"", y: 194)
    bytes.text(lastLabel, "x=\"505\" text-anchor=\"end\"", y: 194)
    appendLabels(to: &bytes)
    bytes.markup("</svg>")
  }

  private func append(_ figure: Series, to bytes: inout [UInt8]) {
    bytes.markup("<path class=\"line\" fill=\"none\"")
    if figure.isDashed { bytes.markup(" stroke-dasharray=\"6 4\"") }
    line(figure.restated, to: &bytes)
    for run in figure.published {
      bytes.markup("<path class=\"run\" fill=\"none\"")
      line(run, to: &bytes)
      for point in run { ring(point, to: &bytes) }
    }
  }

  private func line(_ points: [Point], to bytes: inout [UInt8]) {
    bytes.markup(" d=\"")
    var path = ScorePath()
    for point in points { path.step(to: point.value.map { (x(of: point.place), y(of: $0)) }, in: &bytes) }
    path.lift(in: &bytes)
    bytes.markup("\"/>")
  }

  private func ring(_ point: Point, to bytes: inout [UInt8]) {
    guard let value = point.value else { return }
    bytes.publishedRing(x: x(of: point.place), y: y(of: value), link: point.link, title: point.title)
  }

  /// Appends the labels at the right ends, moved apart where lines end close to each other.
  private func appendLabels(to bytes: inout [UInt8]) {
    let ends = series.compactMap { figure in
      figure.restated.last { $0.value != nil }?.value.map { (label: figure.label, y: y(of: $0) + 4) }
    }
    .sorted { $0.y < $1.y }
    var lowest = 0
    for (index, end) in ends.enumerated() {
      let place = max(min(end.y, 176 - 20 * (ends.count - 1 - index)), lowest)
      bytes.text(end.label, "class=\"end\" x=\"512\"", y: place)
      lowest = place + 20
    }
  }

  private func x(of place: Double) -> Int { 60 + 445 * tenthsOfPoint(100 * place) / 1000 }

  private func y(of value: Double) -> Int {
    let length = bounds.upperBound - bounds.lowerBound
    guard length > 0 else { return 92 }
    return 176 - 164 * tenthsOfPoint(100 * (value - bounds.lowerBound) / length) / 1000
  }
}
