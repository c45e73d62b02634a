import Charts
import Health
import Review

/// The charts of the page on the backtest.
struct BacktestCharts: Composer {
  let tell: Telling

  /// An axis for shares that ends at the first of 25, 50 and 100 % beyond all intervals.
  private func axis(_ rates: [Rate]) -> (top: Double, ticks: [String]) {
    let highest = rates.compactMap { $0.interval?.upperBound }.max() ?? 1
    let top = [0.25, 0.5].first { highest <= $0 } ?? 1
    return (top, [0, top / 2, top].map { formats.percent($0, decimals: $0 == 0.125 ? 1 : 0) })
  }

  private func chartRow(_ label: String, _ rate: Rate, band: Band? = nil) -> RateRows.Row {
    return RateRows.Row(
      label: label,
      words: shortWords(of: rate), band: band, share: rate.share, interval: rate.interval ?? 0...0)
  }

  /// `4 of 28, 14 %`, and only `3 of 13` of fewer accounts than have a rate.
  private func shortWords(of rate: Rate) -> String {
    guard let share = rate.share, rate.n >= Rate.smallestRated else { return words(of: rate) }
    return words(
      .rateShort, ["n": formats.whole(rate.count), "of": formats.whole(rate.n), "share": formats.percent(share)])
  }

  func bandChart(_ result: Backtest.Result) -> RateRows {
    let bands: [Band] = [.green, .yellow, .red]
    let axis = axis(bands.map { result.rate(of: $0) })
    return RateRows(
      rows: bands.map { chartRow(words.code(.band, $0.rawValue), result.rate(of: $0), band: $0) },
      base: result.baseRate.share, top: axis.top, ticks: axis.ticks,
      title: words(
        .bandChartTitle,
        [
          "rates": bands.map { "\(words.code(.band, $0.rawValue)) \(words(of: result.rate(of: $0)))" }
            .joined(separator: words(.clauseSeparator))
        ]),
      words: tableOfShares(
        words(.lostByBand), heads: [.band, .churned, .interval95].map { words($0) }, none: words(.unknown)))
  }

  func groupChart(_ result: Backtest.Result) -> RateRows {
    let groups = result.scoreGroups
    let axis = axis(groups.map(\.rate))
    return RateRows(
      rows: groups.map { chartRow($0.label, $0.rate) }, base: result.baseRate.share, top: axis.top,
      ticks: axis.ticks,
      title: words(
        .groupChartTitle,
        [
          "rates": groups.map { "\($0.label) \(words(of: $0.rate))" }
            .joined(separator: words(.clauseSeparator))
        ]),
      words: tableOfShares(
        words(.lostByScore), heads: [.scores, .churned, .interval95].map { words($0) }, none: words(.unknown)))
  }

  func curve(_ result: Backtest.Result) -> ROCCurve {
    ROCCurve(
      points: result.rocCurve.map { ($0.score, $0.falseAlarms, $0.caught) }, falseAlarmsLabel: words(.falseAlarmsAxis),
      caughtLabel: words(.caughtAxis), chanceLabel: words(.chance),
      title: words(.curveTitle, ["auc": words(of: result.auc)]),
      words: tableOfShares(
        words(.rocCurve), heads: [.scoreUpTo, .caught, .falseAlarms].map { words($0) }, none: ""))
  }

  private func counts(_ result: Backtest.Result) -> [(label: String, count: Int)] {
    let known = LeadTime.allCases.map { (words.code(.leadTime, $0.rawValue), result.lost(after: $0)) }
    let unknown = result.scored.count { $0.churned && $0.leadTime == nil }
    return known + (unknown > 0 ? [(words(.noCustomerThen), unknown)] : [])
  }

  func leadChart(_ result: Backtest.Result) -> CountRows {
    let counts = counts(result)
    return CountRows(
      rows: counts.map { ($0.label, $0.count, formats.whole($0.count)) },
      title: words(
        .leadChartTitle,
        [
          "counts": counts.map { "\($0.label) \(formats.whole($0.count))" }
            .joined(separator: words(.clauseSeparator))
        ]),
      words: TableWords(name: words(.leadTimes), heads: [words(.leadTime), words(.churned)]))
  }
}
