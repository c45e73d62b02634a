import Health

/// How a dimension stands in a segment, beside all accounts.
public struct DimensionMean: Sendable {
  /// The id of the dimension.
  public let id: String
  /// Its mean in the segment, 0–100, over accounts with a score.
  public let here: Double
  /// Its mean over all accounts with a score whose models have it.
  public let all: Double
  /// The accounts of the segment with the lowest scores of it, lowest first, and those scores; of equal ones the largest
  /// come first.
  public let lowest: [(account: Int, score: Double)]

  /// How far the segment is above all accounts; negative where the dimension drags it down.
  public var difference: Double { here - all }
}

extension Review {
  /// The number of accounts that a dimension names.
  private static let mostLowest = 3

  /// The dimensions of a segment's model beside those of all accounts, what drags most first.
  ///
  /// Of means of 60 and 80 for support here, and of 70 and 80 among all, support is first with −10.
  public func dimensionMeans(of segment: SegmentReview) -> [DimensionMean] {
    func scores(_ id: String, of accounts: [AccountReview]) -> [(account: Int, score: Double)] {
      accounts.compactMap { account in
        guard account.score.published != nil,
          let index = account.model.dimensions.firstIndex(where: { $0.id == id }),
          let score = account.detail.dimensions[index]?.score
        else { return nil }
        return (account.account, score)
      }
    }
    func mean(_ scores: [(account: Int, score: Double)]) -> Double {
      scores.reduce(0) { $0 + $1.score } / Double(scores.count)
    }
    let members = segment.members.map { accounts[$0] }
    return segment.model.dimensions.compactMap { dimension -> DimensionMean? in
      let here = scores(dimension.id, of: members)
      guard !here.isEmpty else { return nil }
      func rank(_ low: (account: Int, score: Double)) -> (Double, Double, Int) {
        (low.score, -(evidence.accounts[low.account].arr ?? 0), low.account)
      }
      let ranked = here.sorted { rank($0) < rank($1) }
      return DimensionMean(
        id: dimension.id, here: mean(here), all: mean(scores(dimension.id, of: accounts)),
        lowest: Array(ranked.prefix(Self.mostLowest)))
    }
    .sorted { $0.difference < $1.difference }
  }
}
