/// The share of losses that a score catches for a share of false alarms: 260 × 276, chance as the diagonal.
public struct ROCCurve: Chart {
  /// The score up to which accounts are called, nil at the start; false alarms and caught losses, 0–1 and rising.
  public var points: [(score: Int?, falseAlarms: Double, caught: Double)]
  /// The label of the horizontal axis.
  public var falseAlarmsLabel: String
  /// The label of the vertical axis.
  public var caughtLabel: String
  /// The label of the diagonal.
  public var chanceLabel: String
  /// The chart's content in words.
  public var title: String
  /// The words of its table; nil when the figures are next to it.
  public var words: TableWords?

  /// Creates a curve through `points`, straight between them.
  public init(
    points: [(score: Int?, falseAlarms: Double, caught: Double)], falseAlarmsLabel: String, caughtLabel: String,
    chanceLabel: String, title: String, words: TableWords? = nil
  ) {
    self.points = points
    self.falseAlarmsLabel = falseAlarmsLabel
    self.caughtLabel = caughtLabel
    self.chanceLabel = chanceLabel
    self.title = title
    self.words = words
  }

  private static let left = 6
  private static let top = 20
  private static let side = 230

  /// A row for each score at which accounts are called, with the shares caught and wrongly called.
  public var table: ChartTable? {
    words.map { words in
      words.table(
        texts: points.compactMap { point in
          point.score.map { [String($0), words.number(point.caught), words.number(point.falseAlarms)] }
        })
    }
  }

  /// Appends the `<svg>` element to `bytes`, as UTF-8.
  public func append(to bytes: inout [UInt8]) {
    bytes.open("class=\"roc\" width=\"260\" height=\"276\" viewBox=\"0 0 260 276\"", title: title)
    bytes.markup("<path class=\"edge\" fill=\"none\" d=\"M6 250V20H236V250\"/><path class=\"axis\" d=\"M6 250H236\"/>")
    bytes.markup("<path class=\"axis\" stroke-dasharray=\"3 3\" d=\"M6 250L236 20\"/>")
    bytes.text(caughtLabel, "x=\"6\" y=\"12\"")
    bytes.text(falseAlarmsLabel, "x=\"236\" y=\"266\" text-anchor=\"end\"")
    bytes.text(chanceLabel, "class=\"halo\" x=\"150\" y=\"150\"")
    bytes.markup("<path class=\"line\" fill=\"none\" d=\"")
    for (index, point) in points.enumerated() {
      bytes.markup(index == 0 ? "M" : "L")
      bytes.number(tenths: Self.left * 10 + tenthsOfPoint(100 * point.falseAlarms) * Self.side / 100)
      bytes.markup(" ")
      bytes.number(tenths: (Self.top + Self.side) * 10 - tenthsOfPoint(100 * point.caught) * Self.side / 100)
    }
    bytes.markup("\"/></svg>")
  }
}
