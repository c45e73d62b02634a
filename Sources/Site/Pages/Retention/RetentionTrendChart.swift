import Charts
import Health
import Review

/// Retention over time, as a chart.
struct RetentionTrendChart: Composer {
  let tell: Telling

  /// A chart of net and gross retention over at least a year, and as far back as there are editions.
  func chart(_ trend: RetentionTrend, root: String) -> TrendLines {
    let first = min(trend.restated.first?.day ?? review.asOf, trend.published.first?.asOf ?? review.asOf)
    let days = Double(max(1, review.asOf - first))
    func place(_ day: Day) -> Double { Double(day - first) / days }
    func series(
      _ name: Phrase, _ now: Double?, target: Double?, isDashed: Bool, _ restated: (Retention) -> Double?,
      _ published: (PublishedEdition) -> Double?
    ) -> TrendLines.Series {
      TrendLines.Series(
        label: words(.trendLabel, ["name": words(name), "n": rate(now)]),
        restated: trend.restated.map { week in
          let isDrawn = week.retention.cohortAccounts >= fewest
          return .init(
            place: place(week.day), day: formats.shortDate(week.day), value: isDrawn ? restated(week.retention) : nil)
        },
        published: trend.runs.map { run in
          run.map { edition in
            let value = published(edition)
            return .init(
              place: place(edition.asOf), day: formats.shortDate(edition.asOf), value: value,
              link: links.edition(edition, root: root),
              title: words(.publishedPoint, ["edition": formats.shortDate(edition.asOf), "n": rate(value)]))
          }
        },
        target: target.map {
          ($0, words(.targetLine, ["name": words(name), "n": formats.percent($0)]))
        }, isDashed: isDashed)
    }
    let target = review.rules.retentionTarget
    let lines = [
      series(.netShort, review.retention.net, target: target?.net, isDashed: false, \.net, \.net),
      series(.grossShort, review.retention.gross, target: target?.gross, isDashed: true, \.gross, \.gross),
    ]
    let (bounds, ticks) = Self.axis(
      of: lines.flatMap { line in
        (line.restated + line.published.joined()).compactMap(\.value) + [line.target?.value].compactMap { $0 }
      })
    return TrendLines(
      series: lines, bounds: bounds, ticks: ticks.map { ($0, formats.percent($0)) },
      firstLabel: formats.shortDate(first),
      lastLabel: formats.shortDate(review.asOf),
      title: words(
        .trendTitle, ["net": rate(review.retention.net), "gross": rate(review.retention.gross)]),
      words: tableOfShares(
        words(.retentionOverTime),
        heads: [.day, .netToday, .netPublished, .grossToday, .grossPublished].map { words($0) },
        none: words(.unknown), decimals: 1))
  }

  /// Retention of a few accounts varies widely, and an outgrown early figure would set the scale for the whole chart.
  private var fewest: Int { review.retention.cohortAccounts < Rate.smallestRated ? 1 : Rate.smallestRated }

  /// What the drawn lines and rings are.
  func key(_ trend: RetentionTrend) -> String {
    var keys = [words(.trendKey)]
    if trend.restated.contains(where: { $0.retention.cohortAccounts < fewest }) { keys.append(words(.trendKeyGap)) }
    if !trend.published.isEmpty { keys.append(words(.trendKeyRing)) }
    return keys.joined(separator: " ")
  }

  /// The steps that an axis of shares may have, in hundredths.
  private static let steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]

  /// The least range of whole steps that holds all values, and its ticks, at most five.
  ///
  /// For 0.938 and 1.05 the step is 0.05, so the range is 0.9–1.05.
  static func axis(of values: [Double]) -> (bounds: ClosedRange<Double>, ticks: [Double]) {
    let known = values.filter { $0.isFinite && abs($0) < 1000 }.map { 100 * $0 }
    let (least, most) = (known.min() ?? 90, known.max() ?? 100)
    func range(_ step: Int) -> ClosedRange<Int> {
      let low = Int((least / Double(step) + 1e-9).rounded(.down))
      return low...max(low + 1, Int((most / Double(step) - 1e-9).rounded(.up)))
    }
    let step = steps.first { range($0).count <= 5 } ?? Int((most - least) / 3) + 1
    let ticks = range(step).map { Double($0 * step) / 100 }
    return ((ticks.first ?? 0)...(ticks.last ?? 1), ticks)
  }
}
