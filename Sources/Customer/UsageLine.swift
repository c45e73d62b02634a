import Templates

/// A year of weekly figures as a line that starts from zero.
struct UsageLine {
  let values: [Double?]
  /// The maximum possible figure, if known.
  let ceiling: Double?
  /// Its content in words.
  let title: String

  private static let (width, height) = (420, 64)

  var svg: [UInt8] {
    let (width, height) = (Self.width, Self.height)
    let most = max(ceiling ?? 0, values.compactMap { $0 }.max() ?? 0)
    guard most > 0, values.count > 1 else { return [] }
    var path = ""
    var isPenUp = true
    var end = (x: 0, y: 0)
    for (index, value) in values.enumerated() {
      guard let value else {
        isPenUp = true
        continue
      }
      let x = index * (width - 12) * 10 / (values.count - 1) + 20
      let y = Int(((1 - value / most) * Double(height - 14)).rounded(.toNearestOrAwayFromZero) * 10) + 60
      path += "\(isPenUp ? "M" : "L")\(tenths(x)) \(tenths(y))"
      end = (x, y)
      isPenUp = false
    }
    let zero = height - 8
    // The seats are at the very top of the scale.
    let top =
      ceiling == nil
      ? "" : "<path d=\"M2 6H\(width - 10)\" stroke=\"#8a9099\" stroke-width=\"1\" stroke-dasharray=\"4 3\"/>"
    var svg = Array(
      "<figure class=\"year\"><svg viewBox=\"0 0 \(width) \(height)\" width=\"\(width)\" height=\"\(height)\" role=\"img\" aria-label=\""
        .utf8)
    escapeHTML(title, into: &svg)
    svg += Array(
      """
      "><path d="M2 \(zero)H\(width - 10)" stroke="#b9bec6" stroke-width="1"/>\(top)\
      <path d="\(path)" fill="none" stroke="#2a5d8a" stroke-width="2" stroke-linejoin="round"/>\
      <circle cx="\(tenths(end.x))" cy="\(tenths(end.y))" r="3.5" fill="#2a5d8a"/></svg><figcaption>
      """.utf8)
    escapeHTML(title, into: &svg)
    return svg + Array("</figcaption></figure>".utf8)
  }

  private func tenths(_ value: Int) -> String { value % 10 == 0 ? "\(value / 10)" : "\(value / 10).\(value % 10)" }
}
