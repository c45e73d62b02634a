/// A plain finite decimal, exponent allowed ("What of a table counts" in docs/scoring.md); nil for anything else.
func plainNumber(_ text: String) -> Double? {
  var rest = Array(text.utf8)[...]
  func digits() -> Int {
    let count = rest.prefix { (48...57).contains($0) }.count
    rest = rest.dropFirst(count)
    return count
  }
  func take(_ allowed: String) -> Bool {
    guard let first = rest.first, allowed.utf8.contains(first) else { return false }
    rest = rest.dropFirst()
    return true
  }
  _ = take("+-")
  let whole = digits()
  let fraction = take(".") ? digits() : 0
  guard whole + fraction > 0 else { return nil }
  if take("eE") {
    _ = take("+-")
    guard digits() > 0 else { return nil }
  }
  guard rest.isEmpty, let value = Double(text), value.isFinite else { return nil }
  return value
}

/// The middle value, or the mean of the two middle ones; nil when there are none.
func median(_ values: [Double]) -> Double? {
  let sorted = values.sorted()
  guard !sorted.isEmpty else { return nil }
  return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
}

/// Sum ÷ count; nil when there are none.
func mean(_ values: [Double]) -> Double? {
  values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
}
