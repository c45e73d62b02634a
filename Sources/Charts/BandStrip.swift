import Health

/// The whole portfolio as one bar, split by band: by number of accounts or by ARR.
public struct BandStrip: Chart {
  /// The amounts in any unit, drawn as shares of their sum.
  ///
  /// An amount that is negative or not finite counts as 0.
  public var amounts: PerBand<Double>
  /// The labels inside the stretches, left out where they do not fit.
  public var labels: PerBand<String>
  /// The height in pixels; below 18 there is no room for labels.
  public var height: Int
  /// The chart's content in words.
  public var title: String
  /// The words of its table; nil when the figures are next to it.
  public var words: TableWords?

  /// Creates a bar of `amounts` with `labels` inside.
  public init(
    amounts: PerBand<Double>, labels: PerBand<String>, height: Int = 24, title: String, words: TableWords? = nil
  ) {
    self.amounts = amounts
    self.labels = labels
    self.height = height
    self.title = title
    self.words = words
  }

  /// A row for each band.
  public var table: ChartTable? { words?.table(Band.allCases.map { [amounts[$0]] }) }

  /// Appends the `<svg>` element to `bytes`, as UTF-8.
  public func append(to bytes: inout [UInt8]) {
    bytes.open("class=\"strip\" width=\"100%\"", height: height, title: title)
    let stretches = amounts.stretches(on: 1000)
    for (band, start, end) in stretches {
      bytes.stretch(of: band, start: start, end: end, top: 0, height: height)
    }
    for (band, start, end) in stretches where fits(labels[band], in: end - start) {
      bytes.markup(band == .red ? "<text class=\"on\"" : "<text class=\"oy halo\"")
      bytes.attribute("x", tenths: (start + end) / 2, percent: true)
      bytes.attribute("y", tenths: height * 5 + 40)
      bytes.markup(" text-anchor=\"middle\">")
      bytes.escaped(labels[band])
      bytes.markup("</text>")
    }
    bytes.markup("</svg>")
  }

  /// On a bar of 320 pixels, as on a phone, a letter of 7 pixels takes 2.2 per cent.
  private func fits(_ label: String, in tenths: Int) -> Bool {
    height >= 18 && !label.utf8.isEmpty && label.unicodeScalars.count * 22 + 10 <= tenths
  }
}
