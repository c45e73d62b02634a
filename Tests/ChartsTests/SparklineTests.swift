import Charts
import Health
import Testing

@Suite struct SparklineTests {
  @Test func `a year takes under 700 bytes at its roughest`() {
    let scores = (0..<52).map { week -> Int? in week % 2 == 0 ? 0 : 100 }
    #expect(Sparkline(scores: scores, title: String(repeating: "x", count: 60)).svg.utf8.count < 700)
  }

  @Test func `a small line is drawn exactly so`() {
    // Of 70 points of height, 100 is at 5, green's 70 at 47 − 24, 65 at 47 − 21, yellow's 40 at 47 − 6, and 0 at the foot.
    #expect(
      Sparkline(scores: [100, 65, 0], weeks: 3, title: "t").svg == """
        <svg class="spark" width="80" height="26" viewBox="0 0 160 52" role="img" aria-label="t">\
        <path class="edge" d="M0 23h160M0 41h160"/>\
        <path class="line" fill="none" stroke="currentColor" d="M5 5l73 21 72 21"/>\
        <g transform="translate(150 47)scale(2)"><path class="mr" d="M-4-4h8v8h-8z"/></g></svg>
        """)
  }

  @Test(arguments: [(40, 30), (45, 30), (25, 15), (5, 0)])
  func `the foot leaves room for red under any model`(yellow: Int, foot: Int) {
    #expect(Sparkline.scale(of: BandEdges(green: 72, yellow: yellow)) == foot...100)
  }

  @Test func `a fall of twelve points is more than three pixels high`() throws {
    let svg = Sparkline(scores: [84, 72], weeks: 2, edges: BandEdges(green: 72, yellow: 40), title: "t").svg
    // 47 − 54·42/70 = 15 and 47 − 42·42/70 = 22, in units of half a pixel.
    #expect(svg.contains("d=\"M5 15l145 7\""))
  }

  @Test func `a dot marks the score of a quarter ago, where there was one`() {
    let svg = Sparkline(scores: [65, 100, 65], weeks: 3, markedWeeksAgo: 1, title: "t").svg
    #expect(svg.contains("<circle class=\"then\" r=\"4\" cx=\"78\" cy=\"5\"/>"))
    for scores in [[65, nil, 65], [65]] {
      #expect(!Sparkline(scores: scores, weeks: 3, markedWeeksAgo: 1, title: "t").svg.contains("then"))
    }
  }

  @Test func `amounts bear their ends and their range`() {
    let labels = Sparkline.Labels(first: "€2", last: "€1", least: "€1 least", most: "€4")
    let svg = Sparkline(amounts: [2, 4, 1], labels: labels, title: "t").svg
    #expect(svg.contains("y=\"74\">€2</text>") && svg.contains("text-anchor=\"end\">€1</text>"))
    #expect(svg.contains("y=\"20\">€4</text>") && svg.contains("y=\"48\">€1 least</text>"))
    // 333 of 1000 is 47 − 13; the greatest is at 5, the least at 47.
    #expect(svg.contains("d=\"M5 34l73-29 72 42\""))
  }

  @Test func `a week without a score is a gap`() {
    #expect(Sparkline(scores: [65, 65, nil, 65, 65], weeks: 5, title: "t").svg.contains("M5 26l37 0M114 26l36 0\""))
  }

  @Test func `a week alone is a dot`() {
    #expect(Sparkline(scores: [nil, 65, nil, 65], weeks: 4, title: "t").svg.contains("h0M150 26h0\""))
  }

  @Test func `a short line ends at the right edge`() {
    #expect(Sparkline(scores: [65], title: "t").svg.contains("translate(150 26)"))
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
    #expect(svg.contains("M5 47l145-42\""))
    #expect(!svg.contains("edge") && !svg.contains("class=\"m"))
  }

  @Test func `values outside the bounds stay in the picture`() {
    #expect(Sparkline(scores: [-5, 300], weeks: 2, title: "t").svg.contains("M5 47l145-42\""))
  }

  @Test func `bounds without a span draw a level line`() {
    #expect(Sparkline(scores: [7, 7], weeks: 2, edges: nil, bounds: 7...7, title: "t").svg.contains("M5 26l145 0\""))
  }
}
