public import Health

/// The review of an account that is active on the as-of day: its score, and next to it what people say.
///
/// One object that lists, pages and groups of accounts share: it is large, and they are many.
public final class AccountReview: Sendable {
  /// Its position in the evidence.
  public let account: Int
  /// The position of its segment in `Models.segments`.
  public let segment: Int
  /// The model it is scored by.
  public let model: Model
  /// The score and its parts.
  public let detail: ScoreDetail
  /// The score and its parts a week before; nil when the account was not active then.
  public let detailWeekBefore: ScoreDetail?
  /// The number of the `WeightShifts.count` shifts of the model's weights under which its band changes.
  public let bandChanges: Int
  /// Changes of the published score.
  public let changes: ScoreChanges
  /// The direction of the score.
  public let direction: Direction
  /// The latest flag, of any age.
  public let sentiment: Sentiment?
  /// The age of the flag.
  public let sentimentStatus: Sentiment.Status
  /// Open risks, in file order.
  public let openRisks: [Risk]
  /// How urgently it asks for attention.
  public let points: RiskPoints
  /// Annual recurring revenue × points ÷ 100; nil when the revenue is unknown.
  public let exposure: Double?
  /// Days until the contract renews; negative when that day has passed.
  public let daysToRenewal: Int?
  /// True when the renewal day has passed and nothing says what became of it.
  public let isLapsed: Bool
  /// True when the account counts towards ARR at risk.
  public let isAtRisk: Bool

  /// The score of the as-of day.
  public var score: Score { detail.score }

  /// True when its band stays the same under every shift of weights.
  public var isRobust: Bool { bandChanges == 0 }

  /// The flag, if it is fresh or ageing.
  public var currentFlag: Sentiment.Flag? {
    sentimentStatus == .fresh || sentimentStatus == .ageing ? sentiment?.flag : nil
  }

  init(
    account: Int, scorer: Scorer, detail: ScoreDetail, detailWeekBefore: ScoreDetail?, bandChanges: Int,
    trend: Trend, judgement: Judgement
  ) {
    let evidence = scorer.evidence
    let day = evidence.asOf
    self.account = account
    self.detail = detail
    self.detailWeekBefore = detailWeekBefore
    self.bandChanges = bandChanges
    segment = scorer.segmentOf[account]
    model = scorer.model(of: account)
    changes = trend.changes(of: account)
    direction = Direction(changes: changes, tenureDays: evidence.tenure(of: account, on: day))
    sentiment = judgement.latestSentiment(of: account, on: day)
    sentimentStatus = sentiment?.status(on: day) ?? .none
    openRisks = judgement.openRisks(of: account, on: day)
    let flag = judgement.currentFlag(of: account, on: day)
    points = RiskPoints(score: detail.score, changes: changes, flag: flag, openRisks: openRisks)
    let points = points.total
    exposure = evidence.accounts[account].arr.map { $0 * Double(points) / Double(RiskPoints.most) }
    daysToRenewal = evidence.renewalDay(of: account, on: day).map { $0 - day }
    isLapsed = evidence.isLapsed(account, on: day)
    isAtRisk = accountIsAtRisk(account, band: detail.score.band, flag: flag, on: day, in: evidence)
  }
}
