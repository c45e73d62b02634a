/// Rounds parts so that they add up to the rounded total: 33.3, 33.3 and 33.4 of 100 rather than three times 33.3.
///
/// Every part is rounded down, and the missing units go, one each, to the parts that lost most by it.
///
/// - Parameters:
///   - parts: at least 0, adding up to `total`.
///   - decimals: the number of decimals to keep, 0–6.
public func apportioned(_ parts: [Double], to total: Double, decimals: Int) -> [Double] {
  let unit = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
  let scaled = parts.map { $0 * unit }
  // A sum a tiny bit below a whole number must not lose a unit to arithmetic.
  var units = scaled.map { Int(($0 + 1e-9).rounded(.down)) }
  let missing = Int((total * unit + 0.5).rounded(.down)) - units.reduce(0, +)
  let byLoss = scaled.indices.sorted {
    (scaled[$1] - scaled[$1].rounded(.down), $0) < (scaled[$0] - scaled[$0].rounded(.down), $1)
  }
  for index in byLoss.prefix(max(0, missing)) { units[index] += 1 }
  return units.map { Double($0) / unit }
}
