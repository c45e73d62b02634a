import Charts
import Health

/// One drawing of each kind, every text in it the same.
func allCharts(text: String) -> [any Chart] {
  let labels = PerBand(green: text, yellow: text, red: text, unscored: text)
  let amounts = PerBand(green: 50.0, yellow: 50, red: 0, unscored: 0)
  return [
    Sparkline(scores: [70, nil, 40], title: text),
    ScoreHistory(
      scores: [70, nil, 40], months: [.init(week: 0, label: text)], events: [.init(week: 2, label: text)], title: text),
    ScoreHistory(
      scores: [70, 60], published: [.init(week: 0, score: 70, link: text, title: text)],
      restated: [.init(week: 1, score: 61)], edges: nil, title: text),
    Approach(
      weeks: [.init(band: .green, flag: .red), .init(band: nil, flag: nil)], scoreLabel: text, flagLabel: text,
      firstLabel: text, lastLabel: text, title: text),
    RateRows(
      rows: [
        .init(label: text, words: text, band: .red, share: 0.6, interval: 0.3...0.8),
        .init(label: text, words: text, band: nil, share: 0.1, interval: 0...0.2),
      ], base: 0.13, top: 1, ticks: [text, text, text], title: text),
    ROCCurve(
      points: [(0, 0), (0.2, 0.6), (1, 1)], falseAlarmsLabel: text, caughtLabel: text, chanceLabel: text, title: text),
    CountRows(rows: [(text, 3, text), (text, 0, text)], title: text),
    TrendLines(
      series: [
        .init(
          label: text, restated: [.init(place: 0, value: 1), .init(place: 1, value: 0.9)],
          published: [[.init(place: 0.5, value: 0.95, link: text, title: text)]], target: 0.9, isDashed: false)
      ], bounds: 0.5...1.5, ticks: [(1, text)], targetLabel: text, firstLabel: text, lastLabel: text, title: text),
    BandStrip(amounts: amounts, labels: labels, title: text),
    BandStrips(weeks: [amounts, amounts], firstLabel: text, lastLabel: text, title: text),
    DimensionBar(start: 10, weight: 35, contribution: 30.8, title: text),
    IntervalBar(score: 82, band: .green, low: 74.3, high: 89, title: text),
    QuartileStrip(min: 1, lowerQuartile: 20, median: 50, upperQuartile: 70, max: 99, value: 82, title: text),
  ]
}

extension String {
  func count(of part: String) -> Int {
    let (whole, part) = (Array(utf8), Array(part.utf8))
    return whole.indices.count { whole[$0...].starts(with: part) }
  }
}
