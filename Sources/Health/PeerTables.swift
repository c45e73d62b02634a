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

  private let whole: [Double]
  private let bySegment: [[Double]]

  /// Creates the values from one value per account, with the position of its segment.
  public init(_ values: [(segment: Int, value: Double)], segments: Int) {
    var bySegment = [[Double]](repeating: [], count: segments)
    for (segment, value) in values { bySegment[segment].append(value) }
    for segment in 0..<segments { bySegment[segment].sort() }
    self.bySegment = bySegment
    // Nobody asks for the whole where every segment is large enough.
    let isAsked = segments > 1 && bySegment.contains { $0.count < Self.smallestCohort }
    whole = isAsked ? values.map(\.value).sorted() : []
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
    // Few are equal, so that walking past them is quicker than another search.
    var behind = smaller
    while behind < sorted.count, sorted[behind] == value { behind += 1 }
    let equal = behind - smaller + (isIncluded ? 0 : 1)
    let percentile = 100 * (Double(smaller) + Double(equal) / 2) / Double(count)
    return PeerRank(percentile: percentile, count: count, isSegment: isSegment)
  }
}

/// The values that accounts are compared with on each of some days: for each measure read against peers, the fresh
/// values of the active accounts.
struct PeerTables: Sendable {
  private let tables: [[PeerValues]]
  private let segmentOf: [Int]
  /// Of several days the percentile of every account: day after day, measure after measure; not a number without one.
  ///
  /// Walking from day to day for one account would search in other values each time, which memory is too slow for.
  private var percentiles: [Double] = []

  /// Reads every measure that is not left out for every active account, on days that follow one another.
  init(_ scorer: Scorer, on days: [TableNews], leavingOut isLeftOut: (BoundMeasure, Day) -> Bool) {
    typealias Own = (account: Int, value: Double, isFresh: Bool)
    segmentOf = scorer.segmentOf
    let (segmentOf, segments) = (scorer.segmentOf, scorer.models.segments.count)
    let measures = scorer.peerMeasures
    let isRead = days.map { news in measures.map { !isLeftOut($0, news.day) } }
    var values = [[[Own]]](repeating: Array(repeating: [], count: measures.count), count: days.count)
    for account in measures.isEmpty ? 0..<0 : segmentOf.indices {
      let rows = scorer.tables.rows(of: account)
      let isActive = days.map { rows.isActive(on: $0.day) }
      for table in measures.indices {
        var reader = MeasureReader(measures[table], account: account, in: scorer.tables)
        for day in days.indices where isActive[day] && isRead[day][table] {
          let own = reader.latest(rows, news: days[day], in: scorer.tables)
          if let value = own.value { values[day][table].append((account, value, own.state == .fresh)) }
        }
      }
    }
    tables = values.map { day in
      day.map { own in
        PeerValues(own.compactMap { $0.isFresh ? (segmentOf[$0.account], $0.value) : nil }, segments: segments)
      }
    }
    guard days.count > 1, !measures.isEmpty else { return }
    percentiles = Array(repeating: .nan, count: days.count * measures.count * segmentOf.count)
    for day in days.indices {
      for table in measures.indices {
        for own in values[day][table] {
          let rank = tables[day][table].rank(of: own.value, in: segmentOf[own.account], isIncluded: own.isFresh)
          if let rank { percentiles[place(of: own.account, in: table, on: day)] = rank.percentile }
        }
      }
    }
  }

  /// The rank of an account with a value on the day at an index.
  func rank(of account: Int, value: Double, isFresh: Bool, in table: Int, on day: Int) -> PeerRank? {
    tables[day][table].rank(of: value, in: segmentOf[account], isIncluded: isFresh)
  }

  /// The percentile of that rank.
  func percentile(of account: Int, value: Double, isFresh: Bool, in table: Int, on day: Int) -> Double? {
    guard !percentiles.isEmpty else {
      return rank(of: account, value: value, isFresh: isFresh, in: table, on: day)?.percentile
    }
    let percentile = percentiles[place(of: account, in: table, on: day)]
    return percentile.isNaN ? nil : percentile
  }

  private func place(of account: Int, in table: Int, on day: Int) -> Int {
    (day * tables[day].count + table) * segmentOf.count + account
  }
}
