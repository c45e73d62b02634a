import Charts
import Health
import Testing

@Suite struct ChartTableTests {
  private static func words(rows: [String] = [], heads: [String] = ["day", "a", "b", "c", "d"]) -> TableWords {
    TableWords(name: "n", heads: heads, rows: rows, none: "none") { "\(Int($0))!" }
  }

  @Test func `a year's table holds the weeks that are drawn, the latest first`() throws {
    let names = (0..<54).map { "week \($0)" }
    let chart = ScoreHistory(scores: (0..<54).map { $0 == 53 ? nil : $0 }, title: "t", words: Self.words(rows: names))
    let rows = try #require(chart.table).rows
    #expect(rows.count == 52)
    #expect(rows.first == ["week 53", "none"] && rows[1] == ["week 52", "52!"] && rows.last == ["week 2", "2!"])
    #expect(chart.table?.heads == ["day", "a"])
  }

  @Test func `what was published has a column of its own once there is anything`() {
    let chart = ScoreHistory(
      scores: [70, 60], published: [.init(week: 0, score: 71)], restated: [.init(week: 0, score: 69)], title: "t",
      words: Self.words(rows: ["old", "new"]))
    #expect(chart.table?.rows == [["new", "60!", "", ""], ["old", "70!", "71!", "69!"]])
    #expect(chart.table?.heads == ["day", "a", "b", "c"])
  }

  @Test func `figures of one day stand in one row, whatever they come from`() {
    let chart = TrendLines(
      series: [
        .init(
          label: "x", restated: [.init(place: 0, day: "Mon", value: 1), .init(place: 1, day: "Wed", value: nil)],
          published: [[.init(place: 0.5, day: "Tue", value: 2)], [.init(place: 1, day: "Wed", value: 3)]],
          target: nil, isDashed: false)
      ], bounds: 0...4, ticks: [], firstLabel: "", lastLabel: "", title: "t", words: Self.words())
    #expect(chart.table?.rows == [["Wed", "none", "3!"], ["Tue", "", "2!"], ["Mon", "1!", ""]])
  }

  @Test func `amounts are drawn from the least to the greatest and told as they are`() {
    let chart = Sparkline(amounts: [10, nil, 30], title: "t", words: Self.words(rows: ["a", "b", "c"]))
    #expect(chart.scores == [0, nil, 1000])
    #expect(chart.table?.rows == [["c", "30!"], ["b", "none"], ["a", "10!"]])
  }

  @Test func `amounts that never change are drawn in the middle`() {
    #expect(Sparkline(amounts: [7, 7], title: "t").scores == [500, 500])
  }

  @Test func `every row of a drawing's table is as long as its heads`() {
    for chart in allCharts(text: "x") {
      guard let table = chart.table else { continue }
      #expect(!table.rows.isEmpty, "\(type(of: chart))")
      #expect(table.rows.allSatisfy { $0.count == table.heads.count }, "\(type(of: chart)): \(table)")
    }
  }

  @Test func `drawings that carry a table are all but the marks of a row and the curve above its own table`() {
    let without = allCharts(text: "x").filter { $0.table == nil }.map { "\(type(of: $0))" }
    #expect(Set(without) == ["DimensionBar", "KeptCurve"])
  }

  @Test func `tables whose rows are called alike stand side by side`() {
    let tables = [("a", "1"), ("b", "2")].map { name, cell in
      ChartTable(name: name, heads: ["day", "value"], rows: [["Mon", cell], ["Tue", cell]])
    }
    let joined = ChartTable(joining: tables, name: "both")
    #expect(
      joined == ChartTable(name: "both", heads: ["day", "a", "b"], rows: [["Mon", "1", "2"], ["Tue", "1", "2"]]))
    #expect(ChartTable(joining: [], name: "none") == nil)
  }

  @Test func `a fold is closed, named, and its rows are named by their first cells`() {
    var bytes: [UInt8] = []
    let table = ChartTable(name: "n", heads: ["day", "a"], rows: [["Mon", "1"]])
    ChartTable.appendFold([table, ChartTable(name: "empty", heads: [], rows: [])], summary: "s", to: &bytes)
    let html = String(decoding: bytes, as: UTF8.self)
    #expect(html.hasPrefix("<details class=\"data\"><summary>s</summary>") && html.count(of: "<table>") == 1)
    #expect(html.contains("<caption>n</caption>") && html.contains("<tr><th scope=\"row\">Mon</th><td>1</td></tr>"))
  }

  @Test func `nothing to tell has no fold`() {
    var bytes: [UInt8] = []
    ChartTable.appendFold([ChartTable(name: "n", heads: ["day"], rows: [])], summary: "s", to: &bytes)
    #expect(bytes.isEmpty)
  }

  @Test func `text of a table cannot become markup`() {
    var bytes: [UInt8] = []
    let text = "<svg onload=\"x\">\u{600}</table>&"
    ChartTable.appendFold([ChartTable(name: text, heads: [text], rows: [[text]])], summary: text, to: &bytes)
    let html = String(decoding: bytes, as: UTF8.self)
    #expect(html.count(of: "<svg") == 0 && html.count(of: "</table>") == 1 && html.count(of: "&lt;svg") == 5)
  }
}
