import EvidenceFixture
import Health

@testable import Review

extension Backtest.Call {
  /// Creates a call with only a few relevant fields; `sub` are the sub-scores of its model's dimensions.
  init(
    account: Int = 0, segment: Int = 0, decidedOn: Day = today, churned: Bool, score: Int?, band: Band? = nil,
    flag: Sentiment.Flag? = nil, reason: String? = nil, flagAge: Int = 0, wasReviewed: Bool = false,
    edition: Int? = nil, earlierModel: String? = nil, leadTime: Int? = nil, leadTimeIsCut: Bool = false,
    sub: [Double?]? = nil, exact: Double? = nil,
    change: Int? = nil, lists: Set<ListID> = [],
    direction: Direction = .steady
  ) {
    let sentiment = flag.map { Sentiment(date: decidedOn - 90 - flagAge, flag: $0, reason: reason.map { Remark($0) }) }
    let status = sentiment.map { _ in Sentiment.Status(ageInDays: flagAge) } ?? .none
    self.init(
      account: account, segment: segment, decidedOn: decidedOn, churned: churned, score: score,
      band: band ?? score.map { BandEdges().band(of: $0) } ?? .unscored,
      flag: status == .fresh || status == .ageing ? flag : nil, sentiment: sentiment, flagStatus: status,
      wasReviewed: wasReviewed, edition: edition, earlierModel: earlierModel, leadTime: leadTime,
      leadTimeIsCut: leadTimeIsCut, lists: lists,
      rescoring: Backtest.Rescoring(
        exact: exact ?? score.map(Double.init), dimensions: sub ?? [score.map(Double.init)], measures: [],
        changes: ScoreChanges(week: nil, fourWeeks: change, thirteenWeeks: change), direction: direction))
  }
}
