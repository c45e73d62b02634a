public import Health

extension Backtest {
  /// The score and judgement of one account before its outcome.
  public struct Call: Sendable {
    /// The position of the account.
    public let account: Int
    /// The position of its segment in `Models.segments`.
    public let segment: Int
    /// The day of the decision: of the notice, or else of the outcome.
    public let decidedOn: Day
    /// True when it churned, false when it stayed.
    public let churned: Bool
    /// The published score then; nil when unscored.
    public let score: Int?
    /// The band then.
    public let band: Band
    /// The flag that was current then.
    public let flag: Sentiment.Flag?
    /// The latest flag then, of any age.
    public let sentiment: Sentiment?
    /// The age of that flag.
    public let flagStatus: Sentiment.Status
    /// True when anybody decided anything about the account, on any list, in the `reviewedWithin` days before.
    public let wasReviewed: Bool
    /// The position in `History.editions` of the edition that published the score; nil when none in the fortnight
    /// before did and today's model gave it.
    public let edition: Int?
    /// The version of the model that published the score, if it is not today's; nil when today's model gave it.
    public let earlierModel: String?
    /// Days from the start of the last unbroken run of yellow or red bands to the decision; nil for an account that
    /// was kept, or was not active a week before.
    public let leadTime: Int?
    /// True when nothing is known about the account before that run, so that it may have begun earlier: it was not a
    /// customer or had no score, or the run fills the whole time searched.
    public let leadTimeIsCut: Bool
    /// The lists about losses that the account was on, by band and flag then and what was known then; only at
    /// `Review.callHorizon`.
    public let lists: Set<ListID>
    /// The same day scored again by today's model, with all parts of the score; nil in `approaches`.
    public let rescoring: Rescoring?

    /// True when no edition close to the day published a score.
    public var isRescored: Bool { edition == nil }
  }

  /// A past day scored again by today's model, without what reads account columns.
  public struct Rescoring: Sendable {
    /// The score before rounding, 0–100; nil when nothing could be counted or coverage was below the floor.
    public let exact: Double?
    /// The score of each dimension of the account's model, in the order of the model; nil when it was excluded.
    public let dimensions: [Double?]
    /// What each measure of the account's model counted, dimension by dimension; nil when it was excluded.
    public let measures: [Double?]
    /// Changes of the published score up to that day.
    public let changes: ScoreChanges
    /// The direction of the score.
    public let direction: Direction
  }
}
