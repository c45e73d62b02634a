public import Health

/// The weeks before a customer gave notice: 640 × 62, the score's band above the CSM's flag, the notice at the right.
public struct Approach: Chart {
  /// The score and the flag in one week.
  public struct Week: Sendable {
    /// The band by score; nil in a week without a score.
    public var band: Band?
    /// The flag that was current, as the band of its colour; nil for none.
    public var flag: Band?
    /// The week in words, as a row of the table; empty when nothing is known.
    public var words: [String]

    /// Creates a week.
    public init(band: Band?, flag: Band?, words: [String] = []) {
      self.band = band
      self.flag = flag
      self.words = words
    }
  }

  /// The weeks, oldest first; the last is one week before the notice.
  public var weeks: [Week]
  /// The label of the upper row.
  public var scoreLabel: String
  /// The label of the lower row.
  public var flagLabel: String
  /// The label below the oldest week.
  public var firstLabel: String
  /// The label below the right end.
  public var lastLabel: String
  /// The chart's content in words.
  public var title: String
  /// The words of its table; nil when the figures are next to it.
  public var words: TableWords?

  /// Creates rows of `weeks` with their labels.
  public init(
    weeks: [Week], scoreLabel: String, flagLabel: String, firstLabel: String, lastLabel: String, title: String,
    words: TableWords? = nil
  ) {
    self.weeks = weeks
    self.scoreLabel = scoreLabel
    self.flagLabel = flagLabel
    self.firstLabel = firstLabel
    self.lastLabel = lastLabel
    self.title = title
    self.words = words
  }

  /// A row for each week of which anything is known, the last before the notice first.
  public var table: ChartTable? { words?.table(texts: weeks.reversed().map(\.words).filter { !$0.isEmpty }) }

  /// Appends the `<svg>` element to `bytes`, as UTF-8.
  public func append(to bytes: inout [UInt8]) {
    bytes.open("class=\"chart\" viewBox=\"0 0 640 62\"", title: title)
    bytes.text(scoreLabel, "x=\"0\" y=\"15\"")
    bytes.text(flagLabel, "x=\"0\" y=\"37\"")
    for (index, week) in weeks.enumerated() {
      let x = 624 - 20 * (weeks.count - index)
      if let band = week.band { bytes.shape(of: band, x: x, y: 11) }
      if let flag = week.flag { bytes.shape(of: flag, x: x, y: 33) }
    }
    bytes.markup("<path class=\"axis\" d=\"M624 2V44\"/>")
    bytes.markup("<text y=\"58\" x=\"")
    bytes.number(620 - 20 * weeks.count)
    bytes.markup("\">")
    bytes.escaped(firstLabel)
    bytes.markup("</text>")
    bytes.text(lastLabel, "x=\"640\" y=\"58\" text-anchor=\"end\"")
    bytes.markup("</svg>")
  }
}
