import Testing

@testable import Charts
import Health

@Suite struct MarkupTests {
  @Test(arguments: ["<script>", "\u{600}<script>", "\" onload=\"x", "' onload='x", "<\u{301}b>", "&lt;"])
  func `no text becomes markup`(hostile: String) {
    // Of equal length, since a bar leaves out labels that do not fit.
    let harmless = String(repeating: "x", count: hostile.unicodeScalars.count)
    for (plain, drawn) in zip(allCharts(text: harmless), allCharts(text: hostile)) {
      for sign in ["<", ">", "\"", "'"] {
        #expect(drawn.svg.count(of: sign) == plain.svg.count(of: sign))
      }
      #expect(!drawn.svg.utf8.elementsEqual(plain.svg.utf8))
    }
  }

  @Test func `an ampersand is written as one`() {
    #expect(Sparkline(scores: [], title: "A&B").svg.contains("aria-label=\"A&amp;B\""))
  }

  @Test func `control characters become spaces`() {
    #expect(Sparkline(scores: [], title: "a\0b\u{7F}c\nd").svg.contains("aria-label=\"a b c d\""))
  }

  @Test func `every drawing says what it shows`() {
    for chart in allCharts(text: "Score 82") {
      // The contents of an image cannot be reached, so a chart with links is a group.
      let role = chart.svg.contains("<a ") ? "group" : "img"
      #expect(chart.svg.count(of: "role=\"\(role)\" aria-label=\"Score 82\">") == 1)
    }
  }

  @Test func `no drawing needs an inline style or a name of its own`() {
    for chart in allCharts(text: "x") {
      for attribute in [" style=", " id=", "url("] { #expect(!chart.svg.contains(attribute)) }
    }
  }

  @Test(arguments: [(125, "12.5"), (120, "12"), (-5, "-0.5"), (0, "0"), (Int.min, "-922337203685477580.8")])
  func `tenths are written in their shortest form`(tenths: Int, text: String) {
    var bytes: [UInt8] = []
    bytes.number(tenths: tenths)
    #expect(String(decoding: bytes, as: UTF8.self) == text)
  }
}
