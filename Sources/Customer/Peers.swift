extension CustomerFacts {
  /// A figure of many customers that reveals nothing about any of them.
  public struct Peers: Hashable, Codable, Sendable {
    /// The fewest other customers for a median.
    public static let fewest = 20

    /// The median share of seats in use, 0–1, in whole per cent.
    public let median: Double
    /// The number of customers behind it.
    public let customers: Int

    /// Creates the median of the others; nil when there are too few of them for anonymity.
    ///
    /// - Parameters:
    ///   - sorted: in ascending order.
    ///   - own: the customer's own share, which occurs once among them and is left out; nil when it has none.
    public init?(sorted: [Double], without own: Double?) {
      customers = sorted.count - (own == nil ? 0 : 1)
      guard customers >= Self.fewest else { return nil }
      let ownPosition = own.map { own in sorted.partitioningIndex { $0 >= own } } ?? sorted.count
      func other(_ position: Int) -> Double { sorted[position < ownPosition ? position : position + 1] }
      let middle = (other((customers - 1) / 2) + other(customers / 2)) / 2
      median = (middle * 100).rounded() / 100
    }
  }
}

extension [Double] {
  /// The first index from which a condition holds; it must then hold to the end.
  fileprivate func partitioningIndex(_ holds: (Double) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
