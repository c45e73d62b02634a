/// The rank of an account's value among those of its peers.
public struct PeerRank: Hashable, Sendable {
  /// The mid-rank percentile, 0–100: the share of peers with a smaller value, ties counting half.
  public let percentile: Double
  /// The number of accounts compared, including this one.
  public let count: Int
  /// True when the segment was large enough to be the cohort; false for the whole portfolio.
  public let isSegment: Bool
}

/// The sorted values that accounts are compared with: those of the whole portfolio and of each segment.
public struct PeerValues: Sendable {
  /// The fewest accounts in a cohort: with fewer, one account moves a percentile by more than five points.
  public static let smallestCohort = 20

  private var whole: [Double] = []
  private var bySegment: [[Double]]

  /// Creates the values from one value per account, with the position of its segment.
  public init(_ values: [(segment: Int, value: Double)], segments: Int) {
    bySegment = Array(repeating: [], count: segments)
    for (segment, value) in values {
      whole.append(value)
      bySegment[segment].append(value)
    }
    whole.sort()
    for segment in 0..<segments { bySegment[segment].sort() }
  }

  /// The rank of a value; an account counts itself among its peers even when its own value is not included.
  ///
  /// The cohort is the segment if it has 20 such accounts, otherwise the portfolio if it has; otherwise nil. A value
  /// greater than 15 of 20, its own among them, has the percentile 100 × (15 + ½) ÷ 20 = 77.5.
  public func rank(of value: Double, in segment: Int, isIncluded: Bool) -> PeerRank? {
    Self.rank(of: value, isIncluded: isIncluded, among: bySegment[segment], isSegment: true)
      ?? Self.rank(of: value, isIncluded: isIncluded, among: whole, isSegment: false)
  }

  private static func rank(
    of value: Double, isIncluded: Bool, among sorted: [Double], isSegment: Bool
  ) -> PeerRank? {
    let count = sorted.count + (isIncluded ? 0 : 1)
    guard count >= smallestCohort else { return nil }
    let smaller = sorted.partitioningIndex { $0 >= value }
    let equal = sorted.partitioningIndex { $0 > value } - smaller + (isIncluded ? 0 : 1)
    let percentile = 100 * (Double(smaller) + Double(equal) / 2) / Double(count)
    return PeerRank(percentile: percentile, count: count, isSegment: isSegment)
  }
}

/// The values that accounts are compared with on one day: for each measure read against peers, the fresh values of the
/// active accounts.
struct PeerTables: Sendable {
  private let tables: [PeerValues]
  private let segmentOf: [Int]

  /// Reads every needed measure for every active account.
  init(
    _ measures: [BoundMeasure], on day: Day, evidence: Evidence, segmentOf: [Int], segments: Int,
    needing isNeeded: (BoundMeasure) -> Bool
  ) {
    self.segmentOf = segmentOf
    let active = measures.isEmpty ? [] : evidence.accounts.indices.filter { evidence.isActive($0, on: day) }
    tables = measures.map { measure in
      guard isNeeded(measure) else { return PeerValues([], segments: segments) }
      return PeerValues(
        active.compactMap { account in
          let own = measure.observeLatest(account, on: day, in: evidence)
          guard own.state == .fresh else { return nil }
          return own.value.map { (segmentOf[account], $0) }
        }, segments: segments)
    }
  }

  /// The rank of an account with a value.
  func rank(of account: Int, value: Double, isFresh: Bool, in table: Int) -> PeerRank? {
    tables[table].rank(of: value, in: segmentOf[account], isIncluded: isFresh)
  }
}
