import Charts
import Testing

@Suite struct RateTests {
  private func rates(_ share: Double?, _ interval: ClosedRange<Double>, top: Double = 1) -> String {
    RateRows(
      rows: [.init(label: "l", words: "w", band: nil, share: share, interval: interval)], base: nil, top: top,
      ticks: ["0", "50", "100"], title: "t"
    ).svg
  }

  @Test func `a share stands on its axis and the interval reaches from end to end`() {
    // The axis runs from 32 % to 98 % of the width.
    let svg = rates(0.5, 0...1)
    #expect(svg.contains("class=\"bar\" r=\"4\" cx=\"65%\""))
    #expect(svg.contains("x=\"32%\" y=\"13\" width=\"66%\""))
  }

  @Test func `an axis that ends lower spreads its shares`() {
    #expect(rates(0.25, 0.1...0.3, top: 0.5).contains("cx=\"65%\""))
  }

  @Test func `nothing to divide by leaves a row with words alone`() {
    let svg = rates(nil, 0...1)
    #expect(!svg.contains("class=\"bar\"") && !svg.contains("class=\"span\"") && svg.contains(">w</text>"))
  }

  @Test func `a curve runs from corner to corner, chance the diagonal`() {
    let svg = ROCCurve(
      points: [(nil, 0, 0), (10, 0, 1), (90, 1, 1)], falseAlarmsLabel: "a", caughtLabel: "b", chanceLabel: "c",
      title: "t"
    ).svg
    #expect(svg.contains("d=\"M6 250L6 20L236 20\""))
    #expect(svg.contains("d=\"M6 250L236 20\""))
  }

  @Test func `the largest count fills its width, and no count has no bar`() {
    let svg = CountRows(rows: [("a", 4, "4"), ("b", 1, "1"), ("c", 0, "0")], title: "t").svg
    #expect(svg.count(of: "width=\"50%\"") == 1)
    #expect(svg.count(of: "width=\"12.5%\"") == 1)
    #expect(svg.count(of: "width=\"0%\"") == 1)
  }

  @Test func `a day without a figure breaks a line of the trend`() {
    let points = [0.0, 0.25, 0.5, 0.75, 1].map { TrendLines.Point(place: $0, value: $0 == 0.5 ? nil : 1) }
    let chart = TrendLines(
      series: [.init(label: "net", restated: points, published: [], target: nil, isDashed: false)], bounds: 0...2,
      ticks: [], firstLabel: "", lastLabel: "", title: "t")
    #expect(chart.svg.contains("d=\"M60 94l111 0M393 94l112 0\""))
    #expect(!chart.svg.contains("class=\"published\""))
  }

  @Test func `labels at the end of lines that meet stand under each other`() {
    func series(_ label: String) -> TrendLines.Series {
      .init(
        label: label, restated: [.init(place: 1, value: 1)], published: [], target: nil, isDashed: false)
    }
    let svg = TrendLines(
      series: [series("net"), series("gross")], bounds: 0...2, ticks: [], firstLabel: "",
      lastLabel: "", title: "t"
    ).svg
    #expect(svg.contains("y=\"98\">net") && svg.contains("y=\"118\">gross"))
  }
}
