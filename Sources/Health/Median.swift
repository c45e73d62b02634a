/// The middle value, or the mean of the two middle ones; nil for an empty array.
///
/// The median of 4, 1, 2, 10 is 3.
public func median(_ values: [Double]) -> Double? {
  quantile(0.5, of: values)
}

/// The value below which a share of the values lies, by linear interpolation between the two nearest; nil when empty.
///
/// The first quartile of 1, 2, 3, 4 is 1.75 (the definition that spreadsheets call inclusive).
public func quantile(_ share: Double, of values: [Double]) -> Double? {
  guard !values.isEmpty else { return nil }
  let sorted = values.sorted()
  let position = share * Double(sorted.count - 1)
  let lower = Int(position)
  let upper = min(lower + 1, sorted.count - 1)
  return sorted[lower] + (sorted[upper] - sorted[lower]) * (position - Double(lower))
}
