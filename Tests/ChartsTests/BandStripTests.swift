import Testing

@testable import Charts
import Health

@Suite struct BandStripTests {
  static let names = PerBand(green: "61", yellow: "17", red: "3", unscored: "1")

  @Test func `stretches leave no gap and fill the line`() {
    for thirds in 1...40 {
      let amounts = PerBand(green: 1.0 / 3, yellow: Double(thirds) / 3, red: 1, unscored: 0.1)
      let stretches = amounts.stretches(on: 1000)
      #expect(stretches.first?.start == 0 && stretches.last?.end == 1000)
      #expect(zip(stretches, stretches.dropFirst()).allSatisfy { $0.end == $1.start })
    }
  }

  @Test(arguments: [-5.0, .nan, .infinity, 0])
  func `what is no amount takes no room`(amount: Double) {
    let stretches = PerBand(green: 1, yellow: amount, red: 1, unscored: amount).stretches(on: 1000)
    #expect(stretches.map(\.band) == [.green, .red])
    #expect(stretches.map(\.end) == [500, 1000])
  }

  @Test func `nothing is drawn of nothing`() {
    let none = PerBand(green: 0.0, yellow: 0, red: 0, unscored: 0)
    #expect(!BandStrip(amounts: none, labels: Self.names, title: "t").svg.contains("<rect"))
  }

  @Test func `amounts too great to add draw nothing`() {
    let great = PerBand(green: Double.greatestFiniteMagnitude, yellow: .greatestFiniteMagnitude, red: 1, unscored: 1)
    #expect(!BandStrip(amounts: great, labels: Self.names, title: "t").svg.contains("<rect"))
  }

  @Test func `yellow alone is striped, so that grey print tells it apart`() {
    let amounts = PerBand(green: 1.0, yellow: 1, red: 1, unscored: 1)
    let svg = BandStrip(amounts: amounts, labels: Self.names, title: "t").svg
    #expect(svg.count(of: "stroke-dasharray") == 1)
    #expect(svg.contains("<line class=\"sy\" x1=\"25%\" x2=\"50%\" y1=\"12\" y2=\"12\" stroke-width=\"24\""))
  }

  @Test func `a word that does not fit is left out`() {
    let amounts = PerBand(green: 950.0, yellow: 0, red: 50, unscored: 0)
    let narrow = BandStrip(amounts: amounts, labels: Self.names, title: "t").svg
    #expect(narrow.contains(">61</text>") && narrow.contains(">3</text>"))
    let long = PerBand(green: "61", yellow: "", red: "€120k", unscored: "")
    #expect(!BandStrip(amounts: amounts, labels: long, title: "t").svg.contains("€120k"))
  }

  @Test func `a low bar has no words`() {
    let amounts = PerBand(green: 1.0, yellow: 1, red: 1, unscored: 1)
    #expect(!BandStrip(amounts: amounts, labels: Self.names, height: 12, title: "t").svg.contains("<text"))
  }

  @Test func `red stands on the ground of every week`() {
    let week = PerBand(green: 5.0, yellow: 0, red: 2, unscored: 0)
    let svg = BandStrips(weeks: [week, week], firstLabel: "W35", lastLabel: "W47", title: "t").svg
    // Each of two steps takes 41.5 % of the width, four fifths of it filled; of the 44 from 16 to 60 green has 31.
    #expect(svg.contains("<rect class=\"ar\" x=\"0%\" y=\"47\" width=\"33.2%\" height=\"13\"/>"))
    #expect(svg.contains("<rect class=\"ar\" x=\"41.5%\" y=\"47\" width=\"33.2%\" height=\"13\"/>"))
  }

  @Test func `weeks have an axis, and say what is green at both ends`() {
    let week = PerBand(green: 5.0, yellow: 0, red: 2, unscored: 0)
    let svg = BandStrips(
      weeks: [week], ends: ("29 green", "26 green"), ticks: ["100%", "50%", "0"], firstLabel: "", lastLabel: "",
      title: "t"
    ).svg
    #expect(svg.contains("y=\"11\">29 green</text>") && svg.contains("x=\"83%\" y=\"11\">26 green</text>"))
    for (y, label) in [(16, "100%"), (38, "50%"), (60, "0")] {
      #expect(svg.contains("<line class=\"edge\" x2=\"83%\" y1=\"\(y)\" y2=\"\(y)\"/>"))
      #expect(svg.contains("x=\"100%\" text-anchor=\"end\" y=\"\(y + 4)\">\(label)</text>"))
    }
  }

  @Test func `no weeks draw only their labels`() {
    #expect(!BandStrips(weeks: [], firstLabel: "", lastLabel: "", title: "t").svg.contains("<rect"))
  }
}
