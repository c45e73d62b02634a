import Templates

/// How far a goal has come, from where the customer started to where the customer wants to be.
struct GoalBar {
  /// 0–1.
  let progress: Double
  let isMet: Bool
  /// What it shows, in words.
  let title: String

  /// The share of the way that lies behind, 0–1; from 62 to 85, 76 is 0.61.
  ///
  /// Works in both directions: a backlog that falls from 893 to 400 is at 0.5 with 646.5. Nil where a figure is missing.
  static func progress(from baseline: Double?, to target: Double?, now: Double?) -> Double? {
    guard let target, let now else { return nil }
    let start = baseline ?? 0
    guard target != start else { return nil }
    return min(1, max(0, (now - start) / (target - start)))
  }

  /// Drawn with attributes only, so that it can be seen where styles are stripped.
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
