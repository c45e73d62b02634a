import Charts
import Health
import Testing

@Suite struct SparklineTests {
  @Test func `a year takes under 700 bytes at its roughest`() {
    let scores = (0..<52).map { week -> Int? in week % 2 == 0 ? 0 : 100 }
    #expect(Sparkline(scores: scores, title: String(repeating: "x", count: 60)).svg.utf8.count < 700)
  }

  @Test func `a small line is drawn exactly so`() {
    #expect(
      Sparkline(scores: [100, 50, 0], weeks: 3, title: "t").svg == """
        <svg class="spark" width="120" height="24" viewBox="0 0 240 48" role="img" aria-label="t">\
        <path class="edge" d="M6 16h224"/>\
        <path class="line" fill="none" stroke="currentColor" d="M6 3l112 21 112 21"/>\
        <g transform="translate(230 45)scale(2)"><path class="mr" d="M-4-4h8v8h-8z"/></g></svg>
        """)
  }

  @Test func `a week without a score is a gap`() {
    #expect(Sparkline(scores: [50, 50, nil, 60, 60], weeks: 5, title: "t").svg.contains("M6 24l56 0M174 20l56 0\""))
  }

  @Test func `a week alone is a dot`() {
    #expect(Sparkline(scores: [nil, 60, nil, 60], weeks: 4, title: "t").svg.contains("h0M230 20h0\""))
  }

  @Test func `a short line ends at the right edge`() {
    #expect(Sparkline(scores: [50], title: "t").svg.contains("translate(230 24)"))
  }

  @Test func `only the latest weeks are drawn`() {
    let year = [Int?](repeating: 50, count: 52)
    #expect(Sparkline(scores: [0, 100] + year, title: "t").svg == Sparkline(scores: year, title: "t").svg)
  }

  @Test(arguments: [(70, "mg"), (69, "my"), (40, "my"), (39, "mr")])
  func `the mark has the shape of the band`(score: Int, mark: String) {
    #expect(Sparkline(scores: [score], title: "t").svg.contains("class=\"\(mark)\""))
  }

  @Test func `a cap decides the mark over the number`() {
    let svg = Sparkline(scores: [82], band: .yellow, title: "t").svg
    #expect(svg.contains("class=\"my\"") && !svg.contains("class=\"mg\""))
  }

  @Test func `a score that stopped is no score today`() {
    let svg = Sparkline(scores: [82, nil], band: .green, title: "t").svg
    #expect(svg.contains("class=\"mu\"") && !svg.contains("class=\"mg\""))
  }

  @Test func `other figures have their own bounds and no band`() {
    let svg = Sparkline(scores: [900, 1000], weeks: 2, edges: nil, bounds: 900...1000, title: "t").svg
    #expect(svg.contains("M6 45l224-42\""))
    #expect(!svg.contains("edge") && !svg.contains("class=\"m"))
  }

  @Test func `values outside the bounds stay in the picture`() {
    #expect(Sparkline(scores: [-5, 300], weeks: 2, title: "t").svg.contains("M6 45l224-42\""))
  }

  @Test func `bounds without a span draw a level line`() {
    #expect(Sparkline(scores: [7, 7], weeks: 2, edges: nil, bounds: 7...7, title: "t").svg.contains("M6 24l224 0\""))
  }
}
