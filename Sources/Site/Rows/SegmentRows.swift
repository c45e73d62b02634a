import Charts
import Health
import Review

/// Segments as rows of a table, and the spread of their scores.
struct SegmentRows: Composer {
  let tell: Telling

  /// The strip and the legend of a segment's bands, and its scores from lowest to highest.
  func row(_ segment: SegmentReview, on page: inout PageBuilder) -> SegmentRow {
    let bands = segment.bands
    let name = name(of: segment.segment)
    let scores = scores(in: segment)
    let strip = BandStrip(
      amounts: PerBand(
        green: bands[.green].known, yellow: bands[.yellow].known, red: bands[.red].known,
        unscored: bands[.unscored].known),
      labels: PerBand(green: "", yellow: "", red: "", unscored: ""), height: 12,
      title: words(.bandsByARR, ["split": split(bands) { shortMoney($0) }]))
    return SegmentRow(
      name: name, link: links.segment(segment.segment, root: page.root), accounts: formats.whole(bands.total.count),
      arr: shortMoney(bands.total), green: formats.whole(bands[.green].count),
      yellow: formats.whole(bands[.yellow].count), red: formats.whole(bands[.red].count),
      unscored: formats.whole(bands[.unscored].count), strip: page.add(strip),
      lower: figure(quantile(0.25, of: scores)), median: figure(median(scores)),
      upper: figure(quantile(0.75, of: scores)),
      quartiles: quartiles(of: segment).map { page.add($0) } ?? "")
  }

  private func scores(in segment: SegmentReview) -> [Double] {
    segment.members.compactMap { review.accounts[$0].score.published.map(Double.init) }
  }

  private func figure(_ score: Double?) -> String { score.map { formats.number($0, decimals: 1) } ?? words(.unknown) }

  func quartiles(of segment: SegmentReview) -> QuartileStrip? {
    let scores = scores(in: segment)
    guard let min = scores.min(), let lower = quantile(0.25, of: scores), let middle = median(scores),
      let upper = quantile(0.75, of: scores), let max = scores.max()
    else { return nil }
    return QuartileStrip(
      min: min, lowerQuartile: lower, median: middle, upperQuartile: upper, max: max,
      title: words(
        .quartilesTitle,
        [
          "min": formats.number(min, decimals: 1), "lower": formats.number(lower, decimals: 1),
          "median": formats.number(middle, decimals: 1), "upper": formats.number(upper, decimals: 1),
          "max": formats.number(max, decimals: 1),
        ]),
      words: tableOfScores(
        words(.scores), heads: [.fact, .scoreRow],
        rows: [.leastScore, .lowerQuartile, .median, .upperQuartile, .greatestScore].map { words($0) }))
  }
}
