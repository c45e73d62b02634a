import Charts
import Health
import Review

/// Segments as rows of a table, and the spread of their scores.
struct SegmentRows: Composer {
  let tell: Telling

  /// The strip and the legend of a segment's bands, and its scores from lowest to highest.
  func row(_ segment: SegmentReview, on page: inout PageBuilder) -> SegmentRow {
    row(
      name(of: segment.segment), link: links.segment(segment.segment, root: page.root), bands: segment.bands,
      scores: scores(in: segment), quartiles: quartiles(of: segment), on: &page)
  }

  /// The same of all accounts.
  func total(on page: inout PageBuilder) -> SegmentRow {
    let scores = review.accounts.compactMap { $0.score.published.map(Double.init) }
    let edges = Set(review.segments.filter { !$0.members.isEmpty }.map(\.model.bands))
    return row(
      words(.allAccounts), link: "", bands: review.today.bands, scores: scores,
      quartiles: quartiles(of: scores, edges: edges.count == 1 ? edges.first : nil), on: &page)
  }

  private func row(
    _ name: String, link: String, bands: BandSplit, scores: [Double], quartiles: QuartileStrip?,
    on page: inout PageBuilder
  ) -> SegmentRow {
    let strip = BandStrip(
      amounts: PerBand(
        green: bands[.green].known, yellow: bands[.yellow].known, red: bands[.red].known,
        unscored: bands[.unscored].known),
      labels: PerBand(green: "", yellow: "", red: "", unscored: ""), height: 12,
      title: words(.bandsByARR, ["split": split(bands) { shortMoney($0) }]))
    return SegmentRow(
      name: name, link: link, accounts: formats.whole(bands.total.count),
      arr: shortMoney(bands.total), green: formats.whole(bands[.green].count),
      yellow: formats.whole(bands[.yellow].count), red: formats.whole(bands[.red].count),
      unscored: formats.whole(bands[.unscored].count), strip: page.add(strip),
      median: median(scores).map(figure) ?? words(.unknown), quartiles: quartiles.map { page.add($0) } ?? "")
  }

  /// The median of a group today, and its changes since the last edition and over 13 weeks.
  func changes(of trend: GroupTrend) -> (since: String, thirteen: String) {
    func change(_ weeks: Int) -> String {
      guard let now = trend.median(weeksAgo: 0), let then = trend.median(weeksAgo: weeks) else {
        return words(.unknown)
      }
      return now == then ? formats.whole(0) : (now > then ? "+" : "") + figure(now - then)
    }
    return (change(trend.weeksSinceEdition), change(WeekFigures.weeks))
  }

  /// A year of weekly medians.
  func sparkline(of trend: GroupTrend, edges: BandEdges?) -> Sparkline {
    let medians = (0..<Trend.weeks).reversed().map { trend.median(weeksAgo: $0).map { Int($0.rounded()) } }
    return Sparkline(
      scores: medians, edges: edges, markedWeeksAgo: WeekFigures.weeks,
      title: AccountRows(tell: tell).scoreHistoryTitle(medians))
  }

  private func scores(in segment: SegmentReview) -> [Double] {
    segment.members.compactMap { review.accounts[$0].score.published.map(Double.init) }
  }

  private func figure(_ score: Double) -> String { formats.number(score, decimals: 1) }

  func quartiles(of segment: SegmentReview) -> QuartileStrip? {
    quartiles(of: scores(in: segment), edges: segment.model.bands)
  }

  private func quartiles(of scores: [Double], edges: BandEdges?) -> QuartileStrip? {
    guard let min = scores.min(), let lower = quantile(0.25, of: scores), let middle = median(scores),
      let upper = quantile(0.75, of: scores), let max = scores.max()
    else { return nil }
    return QuartileStrip(
      min: min, lowerQuartile: lower, median: middle, upperQuartile: upper, max: max, edges: edges,
      title: words(
        .quartilesTitle,
        [
          "min": figure(min), "lower": figure(lower), "median": figure(middle), "upper": figure(upper),
          "max": figure(max),
        ]),
      words: tableOfScores(
        words(.scores), heads: [.fact, .scoreRow],
        rows: [.leastScore, .lowerQuartile, .median, .upperQuartile, .greatestScore].map { words($0) }))
  }
}
