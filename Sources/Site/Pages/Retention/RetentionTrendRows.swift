import Charts
import Health
import Review

/// Retention over time, as a chart and as rows.
struct RetentionTrendRows: Composer {
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
        label: words(.trendLabel, ["name": words(name), "n": now.map { formats.percent($0) } ?? words(.unknown)]),
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
    // Retention of a few accounts varies widely, and an outgrown early figure would set the scale for the whole chart.
    let fewest = review.retention.cohortAccounts < Rate.smallestRated ? 1 : Rate.smallestRated
    let lines = [
      series(.netShort, review.retention.net, target: target?.net, isDashed: false, \.net, \.net),
      series(.grossShort, review.retention.gross, target: target?.gross, isDashed: true, \.gross, \.gross),
    ]
    let bounds = bounds(of: lines)
    return TrendLines(
      series: lines, bounds: bounds,
      ticks: [bounds.lowerBound, (bounds.lowerBound + bounds.upperBound) / 2, bounds.upperBound].map {
        ($0, formats.percent($0))
      }, firstLabel: formats.shortDate(first),
      lastLabel: formats.shortDate(review.asOf),
      title: words(
        .trendTitle, ["net": rate(review.retention.net), "gross": rate(review.retention.gross)]),
      words: tableOfShares(
        words(.retentionOverTime),
        heads: [.day, .netToday, .netPublished, .grossToday, .grossPublished].map { words($0) },
        none: words(.unknown), decimals: 1))
  }

  /// The bounds from a whole tenth below all figures to one above, an even number of tenths apart.
  private func bounds(of lines: [TrendLines.Series]) -> ClosedRange<Double> {
    let values = lines.flatMap { line in
      (line.restated + line.published.joined()).compactMap(\.value) + [line.target?.value].compactMap { $0 }
    }.filter(\.isFinite)
    let low = ((values.min() ?? 0.9) * 10 - 1e-9).rounded(.down)
    var high = ((values.max() ?? 1) * 10 + 1e-9).rounded(.up)
    if high <= low { high = low + 2 }
    if (high - low).truncatingRemainder(dividingBy: 2) != 0 { high += 1 }
    return low / 10...high / 10
  }

  /// Every edition, and every fourth week on today's data, the newest first.
  func rows(_ trend: RetentionTrend, root: String) -> [TrendRow] {
    let weeks = trend.restated.reversed().enumerated().filter { $0.offset.isMultiple(of: 4) }.map(\.element)
    let editions = Dictionary(trend.published.map { ($0.asOf, $0) }, uniquingKeysWith: { $1 })
    let restated = Dictionary(trend.restated.map { ($0.day, $0.retention) }, uniquingKeysWith: { $1 })
    return Set(weeks.map(\.day)).union(editions.keys).sorted(by: >).map { day in
      let edition = editions[day]
      let now = restated[day] ?? Retention(of: evidence.accounts.indices, in: review.revenue, on: day)
      return TrendRow(
        day: formats.shortDate(day), edition: edition?.edition.description ?? "",
        link: edition.map { links.edition($0, root: root) } ?? "",
        netPublished: edition.map { rate($0.net) } ?? "", grossPublished: edition.map { rate($0.gross) } ?? "",
        net: rate(now.net), gross: rate(now.gross),
        unavoidable: now.lostARR > 0 ? rate(now.unavoidableShare) : words(.nothingLostShort))
    }
  }
}
