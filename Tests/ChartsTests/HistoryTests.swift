import Charts
import Health
import Testing

@Suite struct HistoryTests {
  @Test func `both edges are drawn and named`() {
    let svg = ScoreHistory(scores: [], edges: BandEdges(green: 75, yellow: 40), title: "t").svg
    #expect(svg.count(of: "class=\"edge\"") == 2)
    #expect(svg.contains(">75</text>") && svg.contains(">40</text>"))
  }

  @Test func `the latest score stands beside its mark`() {
    let svg = ScoreHistory(scores: [90, 82], title: "t").svg
    #expect(svg.contains("class=\"end halo\"") && svg.contains(">82</text>"))
  }

  @Test func `a gap breaks the line`() {
    let svg = ScoreHistory(scores: [50, 50, nil, 60, 60], title: "t").svg
    #expect(svg.contains("d=\"M569 98l11 0M602 87l11 0\""))
  }

  @Test(arguments: [-1, 1, 2, 54])
  func `words at a week that is not drawn are left out`(week: Int) {
    let notes = [ScoreHistory.Note(week: week, label: "lost")]
    let scores = [Int?](repeating: 50, count: 54)
    #expect(
      !ScoreHistory(scores: week == 2 ? [] : scores, months: notes, events: notes, title: "t").svg.contains("lost"))
  }

  @Test func `neighbouring events stand on two lines`() {
    let events = [ScoreHistory.Note(week: 0, label: "a"), .init(week: 1, label: "b")]
    let svg = ScoreHistory(scores: [50, 50], events: events, title: "t").svg
    #expect(svg.contains("y=\"12\" text-anchor=\"end\">a<") && svg.contains("y=\"30\" text-anchor=\"end\">b<"))
  }

  @Test func `a score that stopped is no score today`() {
    #expect(ScoreHistory(scores: [82, nil], band: .green, title: "t").svg.contains("class=\"mu\""))
  }

  @Test func `scores outside 0 to 100 stay in the picture`() {
    #expect(ScoreHistory(scores: [-5, 300], title: "t").svg.contains("d=\"M602 156l11-116\""))
  }

  @Test func `each week has the mark of its band and of its flag, and below them what happened`() {
    let rows = BandRows(
      weeks: [.init(band: .green, flag: .green), .init(band: .green, flag: .red, marks: [.risk, .decision])],
      scoreLabel: "s", flagLabel: "f")
    let svg = ScoreHistory(scores: [80, 80], rows: rows, title: "t").svg
    // The weeks stand at 602 and 613, the rows at 174 and 192, the marks at 210.
    #expect(svg.contains("class=\"dot\" d=\"M602 174h0M613 174h0\""))
    #expect(svg.contains("class=\"dot\" d=\"M602 192h0\""))
    #expect(svg.contains("class=\"mr\" d=\"M613 192m-4-4h8v8h-8z\""))
    #expect(svg.contains("class=\"raised\" d=\"M613 210m0-5l5 9h-10z\""))
    #expect(svg.contains("class=\"decided\" d=\"M613 210m0-5v10\"") && !svg.contains("class=\"gone\""))
  }

  @Test func `an account without any score has no line`() {
    #expect(!ScoreHistory(scores: [nil, nil], title: "t").svg.contains("class=\"line\""))
  }
}
