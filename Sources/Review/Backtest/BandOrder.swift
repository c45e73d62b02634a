public import Health

/// Two bands of which the worse one churned less often, by more than their intervals allow for.
public struct BandsOutOfOrder: Hashable, Sendable {
  /// The band that should have churned less but churned more.
  public let better: Band
  /// The band that should have churned more but churned less.
  public let worse: Band
}

extension Backtest.Result {
  /// The two bands that are most out of order; nil when none are, or when it may be chance.
  ///
  /// Two bands are out of order when the Wilson interval of the worse one is wholly below that of the better one.
  /// Requiring that the intervals do not overlap is stricter than a test of the difference. Of several pairs, the
  /// result is the one whose better band churned most often, and whose worse least often: 17 of 100 yellow (10.9 to
  /// 25.5 %) against 12 of 100 red (7.0 to 19.8 %) may be chance, ten times as many of both are not.
  public var bandsOutOfOrder: BandsOutOfOrder? {
    let pairs: [(Band, Band)] = [(.green, .yellow), (.green, .red), (.yellow, .red)]
    return pairs.filter { better, worse in
      guard let high = rate(of: better).interval, let low = rate(of: worse).interval else { return false }
      return low.upperBound < high.lowerBound
    }.max { left, right in
      func share(_ band: Band) -> Double { rate(of: band).share ?? 0 }
      return (share(left.0), -share(left.1)) < (share(right.0), -share(right.1))
    }.map { BandsOutOfOrder(better: $0.0, worse: $0.1) }
  }
}
