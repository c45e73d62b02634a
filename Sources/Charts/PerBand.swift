public import Health

/// One value for each band, such as its number of accounts or its label.
public struct PerBand<Value: Sendable>: Sendable {
  /// The value of the green band.
  public var green: Value
  /// The value of the yellow band.
  public var yellow: Value
  /// The value of the red band.
  public var red: Value
  /// The value of accounts without a score.
  public var unscored: Value

  /// Creates one value for each band.
  public init(green: Value, yellow: Value, red: Value, unscored: Value) {
    self.green = green
    self.yellow = yellow
    self.red = red
    self.unscored = unscored
  }

  /// Creates the value of each band.
  public init(_ value: (Band) -> Value) {
    self.init(green: value(.green), yellow: value(.yellow), red: value(.red), unscored: value(.unscored))
  }

  /// The value of `band`.
  public subscript(band: Band) -> Value {
    switch band {
    case .green: green
    case .yellow: yellow
    case .red: red
    case .unscored: unscored
    }
  }
}

extension PerBand<Double> {
  /// The stretch of each band on a line of `length`, in `order`.
  ///
  /// Sums are rounded, not parts, so that no gap can open.
  func stretches(on length: Int, order: [Band] = Band.allCases) -> [(band: Band, start: Int, end: Int)] {
    // An amount that is negative or not a number takes no room.
    let amounts = order.map { band in self[band].isFinite ? max(0, self[band]) : 0 }
    let total = amounts.reduce(0, +)
    guard total > 0, total.isFinite else { return [] }
    var sum = 0.0
    var start = 0
    return zip(order, amounts).compactMap { band, amount in
      sum += amount
      // Rounds half up by truncation: nothing here is negative, and `rounded()` would need the C mathematics library.
      let end = Int(Double(length) * (sum / total) + 0.5)
      defer { start = end }
      return end > start ? (band, start, end) : nil
    }
  }
}
