/// A sum of amounts of which some may be unknown, so that an unknown amount is never told as zero.
public struct AmountSum: Hashable, Sendable {
  /// How many amounts were added, known or not.
  public private(set) var count: Int
  /// How many of them are unknown.
  public private(set) var unknown: Int
  /// The total of those that are known.
  public private(set) var known: Double

  /// The total, a lower bound while an amount is unknown; nil when every one is unknown, 0 without any.
  public var amount: Double? { unknown > 0 && unknown == count ? nil : known }

  /// True when every amount is known.
  public var isComplete: Bool { unknown == 0 }

  /// Creates a sum from its parts, by default one of no amounts.
  public init(count: Int = 0, unknown: Int = 0, known: Double = 0) {
    self.count = count
    self.unknown = unknown
    self.known = known
  }

  /// Adds up some amounts; nil is an unknown one.
  public init(_ amounts: some Sequence<Double?>) {
    self.init()
    for amount in amounts { add(amount) }
  }

  /// Adds one amount; nil is an unknown one.
  public mutating func add(_ amount: Double?) {
    count += 1
    if let amount { known += amount } else { unknown += 1 }
  }

  /// The sum of the amounts of both.
  public static func + (left: AmountSum, right: AmountSum) -> AmountSum {
    AmountSum(
      count: left.count + right.count, unknown: left.unknown + right.unknown, known: left.known + right.known)
  }

  /// What part of another sum this is, 0–1, over what is known of both; nil where one of them is unknown, or the other
  /// is 0.
  public func share(of whole: AmountSum) -> Double? {
    guard let amount, whole.known > 0 else { return nil }
    return amount / whole.known
  }
}
