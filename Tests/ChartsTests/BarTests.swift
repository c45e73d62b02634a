import Charts
import Health
import Testing

@Suite struct BarTests {
  @Test func `the bar is as long as the contribution and its outline as the weight`() {
    let svg = DimensionBar(start: 30.8, weight: 15, contribution: 10.7, title: "t").svg
    #expect(svg.contains("class=\"track\" y=\"1\" height=\"8\" x=\"30.8%\" width=\"15%\""))
    #expect(svg.contains("class=\"bar\" y=\"1\" height=\"8\" x=\"30.8%\" width=\"10.7%\""))
  }

  @Test func `a bar begins where the last one ended`() {
    let first = DimensionBar(start: 0, weight: 35, contribution: 30.849, title: "t").svg
    let second = DimensionBar(start: 30.849, weight: 15, contribution: 10, title: "t").svg
    #expect(first.contains("width=\"30.8%\"") && second.contains("x=\"30.8%\""))
  }

  @Test func `a bar stays within its outline and the drawing`() {
    let long = DimensionBar(start: 10, weight: 20, contribution: 30, title: "t").svg
    #expect(long.count(of: "x=\"10%\" width=\"20%\"") == 2)
    let late = DimensionBar(start: 90, weight: 20, contribution: 15, title: "t").svg
    #expect(late.count(of: "x=\"90%\" width=\"10%\"") == 2)
  }

  @Test(arguments: [Double.nan, -Double.infinity, -4])
  func `what is no share has no length`(points: Double) {
    let svg = DimensionBar(start: 10, weight: 20, contribution: points, title: "t").svg
    #expect(svg.contains("x=\"10%\" width=\"0%\""))
  }

  @Test func `the score stands within its interval`() {
    let svg = IntervalBar(score: 82, band: .green, low: 74.3, high: 89, title: "t").svg
    #expect(svg.contains("class=\"span\" y=\"8\" height=\"8\" x=\"74.3%\" width=\"14.7%\""))
    #expect(svg.contains("<svg x=\"82%\" y=\"12\"><circle class=\"mg\""))
  }

  @Test func `a capped score bears the mark of its published band`() {
    #expect(IntervalBar(score: 82, band: .yellow, low: 70, high: 90, title: "t").svg.contains("class=\"my\""))
  }

  @Test func `an unscored account has an interval and no mark`() {
    let svg = IntervalBar(score: nil, band: .unscored, low: 20, high: 80, title: "t").svg
    #expect(svg.contains("class=\"span\"") && !svg.contains("class=\"m"))
  }

  @Test func `ends in the wrong order span nothing`() {
    let interval = IntervalBar(score: 50, band: .yellow, low: 60, high: 40, title: "t").svg
    #expect(interval.contains("x=\"60%\" width=\"0%\""))
    let strip = QuartileStrip(min: 0, lowerQuartile: 60, median: 50, upperQuartile: 40, max: 99, title: "t").svg
    #expect(strip.contains("x=\"60%\" width=\"0%\""))
  }

  @Test func `both edges of the model are on the line`() {
    let svg = IntervalBar(
      score: 50, band: .yellow, low: 50, high: 50, edges: BandEdges(green: 75, yellow: 45), title: "t"
    ).svg
    #expect(svg.contains("x=\"75%\">75</text>") && svg.contains("x=\"45%\">45</text>"))
  }

  @Test func `quarters lie where their figures are`() {
    let svg = QuartileStrip(min: 12, lowerQuartile: 66, median: 78, upperQuartile: 86, max: 99, title: "t").svg
    #expect(svg.contains("x1=\"12%\" x2=\"99%\"") && svg.contains("x=\"66%\" width=\"20%\""))
    #expect(svg.contains("class=\"median\" y1=\"2\" y2=\"14\" x1=\"78%\""))
    #expect(!svg.contains("class=\"you\""))
  }

  @Test func `the edges of the model are the axis of a strip`() {
    func svg(_ edges: BandEdges?) -> String {
      QuartileStrip(min: 0, lowerQuartile: 0, median: 0, upperQuartile: 0, max: 0, edges: edges, title: "t").svg
    }
    let wide = svg(BandEdges(green: 72, yellow: 40))
    #expect(wide.contains("height=\"28\"") && wide.contains("text-anchor=\"middle\" x=\"72%\">72</text>"))
    #expect(wide.contains("<line class=\"edge\" y1=\"-8\" y2=\"17\" x1=\"40%\" x2=\"40%\"/>"))
    // Numbers ten points apart would touch.
    let narrow = svg(BandEdges(green: 72, yellow: 62))
    #expect(narrow.contains("\"end\" x=\"62%\">62</text>") && narrow.contains("\"start\" x=\"72%\">72</text>"))
    #expect(svg(nil).contains("height=\"16\"") && !svg(nil).contains("edge"))
  }

  @Test func `one account stands among the others`() {
    let svg = QuartileStrip(min: 0, lowerQuartile: 0, median: 0, upperQuartile: 0, max: 0, value: 82.04, title: "t").svg
    #expect(svg.contains("class=\"you\" cy=\"8\" r=\"4\" cx=\"82%\""))
  }
}
