import Health

// A band is never its colour alone: circle, diamond, square, hollow circle, as in the text next to the chart.
extension [UInt8] {
  /// Appends the mark of `band` centred on the origin, about 8 units wide.
  mutating func shape(of band: Band) {
    switch band {
    case .green: markup("<circle class=\"mg\" r=\"4\"/>")
    case .yellow: markup("<path class=\"my\" d=\"M0-5l5 5-5 5-5-5z\"/>")
    case .red: markup("<path class=\"mr\" d=\"M-4-4h8v8h-8z\"/>")
    case .unscored: markup("<circle class=\"mu\" r=\"3.5\"/>")
    }
  }

  /// Appends the mark of `band` at a position in chart units.
  mutating func shape(of band: Band, x: Int, y: Int) {
    markup("<g transform=\"translate(")
    number(x)
    markup(" ")
    number(y)
    markup(")\">")
    shape(of: band)
    markup("</g>")
  }

  /// Appends the mark of `band` at a share of the chart's width, in tenths of a per cent.
  mutating func shape(of band: Band, share tenths: Int, y: Int) {
    markup("<svg")
    attribute("x", tenths: tenths, percent: true)
    attribute("y", tenths: y * 10)
    markup(">")
    shape(of: band)
    markup("</svg>")
  }

  /// Appends the filled stretch of `band`, distinguishable in grey: pale, striped, dark, hollow.
  mutating func stretch(of band: Band, start: Int, end: Int, top: Int, height: Int) {
    markup("<rect class=\"")
    markup(areaClass(of: band))
    markup("\"")
    attribute("x", tenths: start, percent: true)
    attribute("y", tenths: top * 10)
    attribute("width", tenths: end - start, percent: true)
    attribute("height", tenths: height * 10)
    markup("/>")
    guard band == .yellow else { return }
    // A dashed line as thick as the bar makes stripes without a pattern, which would need an id.
    markup("<line class=\"sy\"")
    attribute("x1", tenths: start, percent: true)
    attribute("x2", tenths: end, percent: true)
    attribute("y1", tenths: top * 10 + height * 5)
    attribute("y2", tenths: top * 10 + height * 5)
    attribute("stroke-width", tenths: height * 10)
    markup(" stroke-dasharray=\"1 3\"/>")
  }

  private func areaClass(of band: Band) -> StaticString {
    switch band {
    case .green: "ag"
    case .yellow: "ay"
    case .red: "ar"
    case .unscored: "au"
    }
  }
}
