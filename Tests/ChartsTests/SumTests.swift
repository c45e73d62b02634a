import Charts
import Health
import Testing

/// Drawings of sums: how one becomes another, and what it is made of.
@Suite struct SumTests {
  private static func row(_ value: Double, isSum: Bool = false) -> Waterfall.Row {
    Waterfall.Row(label: "l", words: "w", amount: "a", value: value, isSum: isSum)
  }

  private static let rows = [row(100, isSum: true), row(20), row(-30), row(90, isSum: true)]

  @Test func `steps are seen, with as much below as they cover`() {
    // The sums on the way are 100, 120 and 90: 30 apart, so the axis begins at 60.
    #expect(Waterfall.bounds(of: Self.rows) == 60...120)
  }

  @Test(arguments: [
    ([row(100, isSum: true), row(100, isSum: true)], 0.0...100), ([row(10, isSum: true), row(90)], 0...100),
    ([row(0, isSum: true), row(0, isSum: true)], 0...1), ([row(10, isSum: true), row(-30)], -20...10),
    ([], 0...1),
  ])
  func `an axis begins at nothing where little is left of it, and holds what is less`(
    rows: [Waterfall.Row], bounds: ClosedRange<Double>
  ) {
    #expect(Waterfall.bounds(of: rows) == bounds)
  }

  @Test func `each bar begins where the last one ended`() {
    let svg = Waterfall(rows: Self.rows, ticks: ("low", "high"), title: "t").svg
    // On 60–120: 100 is at 66.7 %, 120 at the right end, 90 in the middle.
    #expect(svg.contains("<rect class=\"bar\" x=\"0%\" y=\"17\" width=\"66.7%\""))
    #expect(svg.contains("<rect class=\"more\" x=\"66.7%\" y=\"51\" width=\"33.3%\""))
    #expect(svg.contains("<rect class=\"less\" x=\"50%\" y=\"85\" width=\"50%\""))
    #expect(svg.contains("<rect class=\"bar\" x=\"0%\" y=\"119\" width=\"50%\""))
    #expect(svg.count(of: "class=\"cut\"") == 2, "bars that do not begin at 0 are broken")
    #expect(svg.contains("y=\"149\">low</text>") && svg.contains("y=\"149\">high</text>"))
  }

  @Test func `a sum from nothing is not broken, and a small step is a line`() {
    let rows = [Self.row(1000, isSum: true), Self.row(0.1)]
    let svg = Waterfall(rows: rows, bounds: 0...1000, ticks: ("", ""), title: "t").svg
    #expect(!svg.contains("cut") && svg.contains("<rect class=\"more\" x=\"100%\" y=\"51\" width=\"0.3%\""))
  }

  @Test func `the table has every bar in its order`() {
    let words = TableWords(name: "n", heads: ["Step", "Accounts", "Amount"])
    let table = Waterfall(rows: Self.rows, ticks: ("", ""), title: "t", words: words).table
    #expect(table?.rows == Array(repeating: ["l", "w", "a"], count: 4))
  }

  private static func block(
    _ amount: Double, outline: BlockRows.Outline = .none, label: String = "1", link: String = ""
  ) -> BlockRows.Block {
    BlockRows.Block(band: .green, amount: amount, outline: outline, label: label, title: "t", link: link)
  }

  private static func svg(_ rows: [[BlockRows.Block]]) -> String {
    BlockRows(rows: rows.map { .init(label: "Q1", sum: "€1", link: "", blocks: $0) }, title: "t").svg
  }

  @Test func `the longest row fills the width, and all rows have one scale`() {
    let svg = Self.svg([[Self.block(60), Self.block(40)], [Self.block(50)]])
    // 3 % are kept for the least lengths of two blocks, so 97 % are for 100: 60 take 1.5 + 58.2 %.
    #expect(svg.contains("x=\"0%\" y=\"17\" width=\"59.7%\" height=\"24\""))
    #expect(svg.contains("x=\"59.7%\" y=\"17\" width=\"40.3%\""))
    #expect(svg.contains("x=\"0%\" y=\"63\" width=\"50%\""))
  }

  @Test(arguments: [-5.0, .nan, 0])
  func `what has no amount can still be seen and pressed`(amount: Double) {
    let svg = Self.svg([[Self.block(100), Self.block(amount, link: "x.html")]])
    #expect(svg.contains("<a href=\"x.html\" aria-label=\"t\"><rect class=\"ag\" x=\"98.5%\" y=\"17\" width=\"1.5%\""))
    #expect(svg.contains("role=\"group\""))
  }

  @Test func `nothing but blocks without amounts draws them at their least`() {
    #expect(Self.svg([[Self.block(0)]]).contains("x=\"0%\" y=\"17\" width=\"1.5%\""))
    #expect(!Self.svg([]).contains("<rect"))
  }

  @Test func `an outline sets a block apart, and a label that does not fit is left out`() {
    let svg = Self.svg([[Self.block(98, outline: .solid), Self.block(2, outline: .broken, label: "long")]])
    #expect(
      svg.contains("<rect class=\"hot\" x=\"0%\"") && svg.contains("<rect class=\"hot\" stroke-dasharray=\"4 3\""))
    #expect(svg.contains(">1</text>") && !svg.contains("long"))
  }
}
