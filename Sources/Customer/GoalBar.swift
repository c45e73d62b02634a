import Templates

/// The progress of a goal from the figure at the start to the target.
struct GoalBar {
  /// The share of progress, 0–1.
  let progress: Double
  let isMet: Bool
  /// Its content in words.
  let title: String

  /// The share of the way completed, 0–1; from 62 to 85, 76 is 0.61.
  ///
  /// It works in both directions: a backlog that falls from 893 to 400 is at 0.5 with 646.5. Nil when a figure is
  /// missing.
  static func progress(from baseline: Double?, to target: Double?, now: Double?) -> Double? {
    guard let target, let now else { return nil }
    let start = baseline ?? 0
    guard target != start else { return nil }
    return min(1, max(0, (now - start) / (target - start)))
  }

  /// The bar, drawn with attributes only, so that it is visible where styles are stripped.
  var svg: [UInt8] {
    let width = 120
    let reached = Int((progress * Double(width)).rounded())
    var svg = Array("<svg class=\"bar\" width=\"\(width)\" height=\"8\" viewBox=\"0 0 \(width) 8\" role=\"img\" ".utf8)
    svg += Array("aria-label=\"".utf8)
    escapeHTML(title, into: &svg)
    svg += Array(
      """
      "><rect y="1" width="\(width)" height="6" fill="#dfe3e8"/>\
      <rect class="done" y="1" width="\(reached)" height="6" fill="\(isMet ? "#2f6f4f" : "#2a5d8a")"/>\
      <path d="M\(width - 1) 0v8" stroke="#1b1e23" stroke-width="2"/></svg>
      """.utf8)
    return svg
  }
}
