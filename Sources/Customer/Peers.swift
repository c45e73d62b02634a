extension CustomerFacts {
  /// A figure of many customers that tells nothing of any.
  public struct Peers: Hashable, Codable, Sendable {
    /// The fewest other customers that make a median.
    public static let fewest = 20

    /// The median share of seats in use, 0–1, in whole per cent.
    public let median: Double
    /// How many customers it is of.
    public let customers: Int

    /// Takes the shares of all customers; nil where the others are too few to hide in.
    ///
    /// - Parameters:
    ///   - sorted: in ascending order.
    ///   - own: the customer's own share, which stands among them once and is left out; nil where it has none.
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
  /// The first position from which on a condition holds, which it does from there to the end.
  fileprivate func partitioningIndex(_ holds: (Double) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
