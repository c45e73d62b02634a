import Charts
import Health

/// One chart of each kind, with the same text everywhere.
func allCharts(text: String) -> [any Chart] {
  let labels = PerBand(green: text, yellow: text, red: text, unscored: text)
  let amounts = PerBand(green: 50.0, yellow: 50, red: 0, unscored: 0)
  func words(_ columns: Int, rows: Int = 0) -> TableWords {
    TableWords(
      name: text, heads: Array(repeating: text, count: columns), rows: Array(repeating: text, count: rows), none: text)
  }
  return [
    Sparkline(
      amounts: [70, nil, 40], labels: .init(first: text, last: text, least: text, most: text), title: text,
      words: words(2, rows: 3)),
    ScoreHistory(
      scores: [70, nil, 40], months: [.init(week: 0, label: text)], events: [.init(week: 2, label: text)],
      title: text, words: words(4, rows: 3)),
    ScoreHistory(
      scores: [70, 60], published: [.init(week: 0, score: 70, link: text, title: text)],
      restated: [.init(week: 1, score: 61)], edges: nil, title: text, words: words(4, rows: 2)),
    ScoreHistory(
      scores: [70, 60],
      rows: BandRows(
        weeks: [
          .init(band: .green, flag: .red, marks: [.risk, .departure, .decision], words: [text, text]),
          .init(band: .unscored, flag: nil, words: [text, text]),
        ], scoreLabel: text, flagLabel: text), title: text, words: words(4, rows: 2)),
    Approach(
      rows: BandRows(
        weeks: [.init(band: .green, flag: .red, words: [text, text]), .init(band: nil, flag: nil)], scoreLabel: text,
        flagLabel: text), firstLabel: text, lastLabel: text, title: text, words: words(2)),
    RateRows(
      rows: [
        .init(label: text, words: text, band: .red, share: 0.6, interval: 0.3...0.8),
        .init(label: text, words: text, band: nil, share: 0.1, interval: 0...0.2),
      ], base: 0.13, top: 1, ticks: [text, text, text], title: text, words: words(3)),
    ROCCurve(
      points: [(nil, 0, 0), (40, 0.2, 0.6), (90, 1, 1)], falseAlarmsLabel: text, caughtLabel: text, chanceLabel: text,
      title: text, words: words(3)),
    CountRows(rows: [(text, 3, text), (text, 0, text)], title: text, words: words(2)),
    TrendLines(
      series: [
        .init(
          label: text, restated: [.init(place: 0, day: text, value: 1), .init(place: 1, day: text, value: 0.9)],
          published: [[.init(place: 0.5, value: 0.95, link: text, title: text)]], target: (0.9, text), isDashed: false)
      ], bounds: 0.5...1.5, ticks: [(1, text)], firstLabel: text, lastLabel: text, title: text,
      words: words(3)),
    KeptCurve(
      steps: [.init(place: 0, share: 1, interval: nil), .init(place: 0.4, share: 0.9, interval: 0.8...0.95)], end: 1,
      bounds: 0.5...1, ticks: [(1, text)], places: [(0.5, text)], label: text, title: text),
    BandStrip(amounts: amounts, labels: labels, title: text, words: words(2, rows: 4)),
    BandStrips(
      weeks: [amounts, amounts], ends: (text, text), ticks: [text, text, text], firstLabel: text, lastLabel: text,
      title: text, words: words(5, rows: 2)),
    Waterfall(
      rows: [
        .init(label: text, words: text, amount: text, value: 100, isSum: true),
        .init(label: text, words: "", amount: text, value: -10, isSum: false),
        .init(label: text, words: text, amount: text, value: 90, isSum: true),
      ], ticks: (text, text), title: text, words: words(3)),
    BlockRows(
      rows: [
        .init(
          label: text, sum: text, link: text,
          blocks: [
            .init(band: .green, amount: 3, outline: .none, label: text, title: text, link: text),
            .init(band: .red, amount: 1, outline: .solid, label: "", title: text, link: ""),
          ])
      ], title: text, table: ChartTable(name: text, heads: [text, text], rows: [[text, text]])),
    DimensionBar(start: 10, weight: 35, contribution: 30.8, title: text),
    IntervalBar(score: 82, band: .green, low: 74.3, high: 89, title: text, words: words(2, rows: 5)),
    QuartileStrip(
      min: 1, lowerQuartile: 20, median: 50, upperQuartile: 70, max: 99, value: 82, edges: BandEdges(), title: text,
      words: words(2, rows: 5)),
  ]
}

extension String {
  func count(of part: String) -> Int {
    let (whole, part) = (Array(utf8), Array(part.utf8))
    return whole.indices.count { whole[$0...].starts(with: part) }
  }
}
