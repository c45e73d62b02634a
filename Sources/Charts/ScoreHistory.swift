public import Health

/// A year of weekly scores, with band edges, months and the events that need explaining: 640 × 180, and 52 more with the
/// score's band and the CSM's flag below it.
public struct ScoreHistory: Chart {
  /// A label at a week.
  public struct Note: Sendable {
    /// The week, counted from the oldest score, 0 first.
    public var week: Int
    /// The label, any text.
    public var label: String

    /// Creates a label at a week.
    public init(week: Int, label: String) {
      self.week = week
      self.label = label
    }
  }

  /// A number at a week.
  public struct Point: Sendable {
    /// The week, counted from the oldest score, 0 first.
    public var week: Int
    /// The score, 0–100.
    public var score: Int
    /// Its link, relative to the page that it is on; empty for none.
    public var link: String
    /// Its content in words.
    public var title: String

    /// Creates a number at a week.
    public init(week: Int, score: Int, link: String = "", title: String = "") {
      self.week = week
      self.score = score
      self.link = link
      self.title = title
    }
  }

  /// The scores, oldest first; nil for a week without a score, drawn as a gap.
  ///
  /// Only the latest 52 are drawn.
  public var scores: [Int?]
  /// Scores as published, each a ring at its week that links to its edition; it is off the line when data came late or
  /// the model changed.
  public var published: [Point]
  /// The editions' days scored by their own models on today's data, each a cross at its week.
  public var restated: [Point]
  /// The band edges of the active model; nil for a share of the portfolio, which has none.
  public var edges: BandEdges?
  /// The published band of the latest score, if a cap makes it differ from that of its number.
  public var band: Band?
  /// Month names below the line, at the first week of each.
  public var months: [Note]
  /// Changes of contract or model, each an upright line.
  public var events: [Note]
  /// The band and the flag of each week of `scores`, drawn below them; nil for a portfolio, which has no flag.
  public var rows: BandRows?
  /// The chart's content in words.
  public var title: String
  /// The words of its table; nil when the figures are next to it.
  public var words: TableWords?

  /// Creates a history of `scores`, 0–100.
  public init(
    scores: [Int?], published: [Point] = [], restated: [Point] = [], edges: BandEdges? = BandEdges(),
    band: Band? = nil, months: [Note] = [], events: [Note] = [], rows: BandRows? = nil, title: String,
    words: TableWords? = nil
  ) {
    self.scores = scores
    self.published = published
    self.restated = restated
    self.edges = edges
    self.band = band
    self.months = months
    self.events = events
    self.rows = rows
    self.title = title
    self.words = words
  }

  private static let weeks = 52
  private static let left = 52
  private static let step = 11
  private static let right = left + step * (weeks - 1)

  /// A row for each week drawn, the latest first: its score, and what its row of bands says, or any published and
  /// restated scores.
  ///
  /// Where there are bands, editions have a table that is open next to the drawing.
  public var table: ChartTable? {
    words.map { words in
      let published = Dictionary(published.map { ($0.week, $0.score) }, uniquingKeysWith: { $1 })
      let restated = Dictionary(restated.map { ($0.week, $0.score) }, uniquingKeysWith: { $1 })
      let hasEditions = rows == nil && !(published.isEmpty && restated.isEmpty)
      func text(_ score: Int?) -> String { words.text(score.map(Double.init)) }
      return words.table(
        texts: zip(scores.indices, words.rows).suffix(Self.weeks).reversed().map { week, name in
          [name, text(scores[week])] + (rows?.weeks[week].words ?? [])
            + (hasEditions ? [published[week].map(text) ?? "", restated[week].map(text) ?? ""] : [])
        })
    }
  }

  /// Appends the `<svg>` element to `bytes`, as UTF-8.
  public func append(to bytes: inout [UInt8]) {
    bytes.open(
      rows == nil ? "class=\"chart\" viewBox=\"0 0 640 180\"" : "class=\"chart\" viewBox=\"0 0 640 232\"", title: title,
      hasLinks: published.contains { !$0.link.isEmpty })
    appendEdges(to: &bytes)
    appendMonths(to: &bytes)
    for (index, event) in events.enumerated() { append(event, isLower: index % 2 == 1, to: &bytes) }
    appendScores(to: &bytes)
    for point in restated { appendRestated(point, to: &bytes) }
    for point in published { appendPublished(point, to: &bytes) }
    rows?.append(to: &bytes, y: 174, x: x(of:))
    bytes.markup("</svg>")
  }

  /// Appends the edges with their numbers, and between them each band's own shape instead of its name, which needs no
  /// room and no translation.
  private func appendEdges(to bytes: inout [UInt8]) {
    for edge in edges.map({ [$0.green, $0.yellow] }) ?? [100, 50] {
      bytes.markup("<path class=\"edge\" d=\"M")
      bytes.number(Self.left)
      bytes.markup(" ")
      bytes.number(Self.y(of: edge))
      bytes.markup("H")
      bytes.number(Self.right)
      bytes.markup("\"/>")
      bytes.text(String(edge), "text-anchor=\"end\"", x: Self.left - 6, y: Self.y(of: edge) + 4)
    }
    bytes.markup("<path class=\"axis\" d=\"M")
    bytes.number(Self.left)
    bytes.markup(" ")
    bytes.number(Self.y(of: 0))
    bytes.markup("H")
    bytes.number(Self.right)
    bytes.markup("\"/>")
    guard let edges else { return }
    bytes.shape(of: .green, x: 6, y: Self.y(of: (100 + edges.green) / 2))
    bytes.shape(of: .yellow, x: 6, y: Self.y(of: (edges.green + edges.yellow) / 2))
    bytes.shape(of: .red, x: 6, y: Self.y(of: edges.yellow / 2))
  }

  private func appendMonths(to bytes: inout [UInt8]) {
    bytes.markup("<g>")
    for month in months {
      guard let x = x(of: month.week) else { continue }
      bytes.markup("<text class=\"tick\" x=\"")
      bytes.number(x)
      bytes.markup(rows == nil ? "\" y=\"174\">" : "\" y=\"228\">")
      bytes.escaped(month.label)
      bytes.markup("</text>")
    }
    bytes.markup("</g>")
  }

  /// Appends an event; labels alternate between two lines, so that neighbours do not cover each other on a phone.
  private func append(_ event: Note, isLower: Bool, to bytes: inout [UInt8]) {
    guard let x = x(of: event.week) else { return }
    bytes.markup("<path class=\"axis\" stroke-dasharray=\"2 3\" d=\"M")
    bytes.number(x)
    bytes.markup(isLower ? " 34V156\"/>" : " 16V156\"/>")
    bytes.markup("<text class=\"halo\" x=\"")
    bytes.number(x)
    // Words run towards the middle, so that they stay inside the chart.
    bytes.markup(isLower ? "\" y=\"30\"" : "\" y=\"12\"")
    bytes.markup(x > 320 ? " text-anchor=\"end\">" : ">")
    bytes.escaped(event.label)
    bytes.markup("</text>")
  }

  private func appendScores(to bytes: inout [UInt8]) {
    let shown = scores.suffix(Self.weeks)
    guard let last = shown.lastIndex(where: { $0 != nil }), let score = shown[last], let end = x(of: last) else {
      return
    }
    bytes.markup("<path class=\"line\" fill=\"none\" stroke=\"currentColor\" d=\"")
    var path = ScorePath()
    for index in shown.indices {
      let point = shown[index].flatMap { score in x(of: index).map { ($0, Self.y(of: score)) } }
      path.step(to: point, in: &bytes)
    }
    path.lift(in: &bytes)
    bytes.markup("\"/>")
    let isLatest = last == scores.endIndex - 1
    bytes.shape(of: isLatest ? band ?? edges?.band(of: score) ?? .unscored : .unscored, x: end, y: Self.y(of: score))
    bytes.text(String(score), "class=\"end halo\"", x: end + 9, y: Self.y(of: score) + 4)
  }

  private func appendPublished(_ point: Point, to bytes: inout [UInt8]) {
    guard let x = x(of: point.week) else { return }
    bytes.publishedRing(x: x, y: Self.y(of: point.score), link: point.link, title: point.title)
  }

  private func appendRestated(_ point: Point, to bytes: inout [UInt8]) {
    guard let x = x(of: point.week) else { return }
    bytes.markup("<path class=\"restated\" d=\"M")
    bytes.number(x - 3)
    bytes.markup(" ")
    bytes.number(Self.y(of: point.score) - 3)
    bytes.markup("l6 6m0-6l-6 6\"/>")
  }

  /// The position of a week, the latest at the right; nil outside the weeks drawn.
  private func x(of week: Int) -> Int? {
    guard scores.indices.contains(week), week >= scores.count - Self.weeks else { return nil }
    return Self.right - Self.step * (scores.endIndex - 1 - week)
  }

  private static func y(of score: Int) -> Int { 156 - min(max(score, 0), 100) * 116 / 100 }
}
