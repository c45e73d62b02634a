public import Health

extension Backtest {
  /// What was said of one account before its outcome.
  public struct Call: Sendable {
    /// The position of the account.
    public let account: Int
    /// The position of its segment in `Models.segments`.
    public let segment: Int
    /// The day of the decision: of the notice, else of the outcome.
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
    /// How old that flag was.
    public let flagStatus: Sentiment.Status
    /// True when anybody decided anything about the account, on any list, in the `reviewedWithin` days up to then.
    public let wasReviewed: Bool
    /// The position in `History.editions` of the edition that published the score; nil where none of the fortnight
    /// before did, so that today's model gave it.
    public let edition: Int?
    /// The version of the model that published the score, where it is not today's; nil where today's model gave it.
    public let earlierModel: String?
    /// Days from the start of the last unbroken run of yellow or red bands to the decision; nil for an account that
    /// was kept, or that was not active a week before.
    public let leadTime: Int?
    /// True when nothing is known of the account from before that run, so that it may have begun earlier: it was no
    /// customer or had no score, or the run is as long as anybody looks back.
    public let leadTimeIsCut: Bool
    /// The same day scored again under today's model, with all that the score is made of; nil in `approaches`.
    public let rescoring: Rescoring?

    /// True when no edition near the day had published a score.
    public var isRescored: Bool { edition == nil }
  }

  /// A past day scored again under today's model, without what reads account columns.
  public struct Rescoring: Sendable {
    /// The score before rounding, 0–100; nil when nothing could be counted or coverage was under the floor.
    public let exact: Double?
    /// What each dimension of the account's model was worth, in the order of the model; nil where it was left out.
    public let dimensions: [Double?]
    /// What each measure of the account's model counted, dimension after dimension; nil where it was left out.
    public let measures: [Double?]
    /// Changes of the published score up to that day.
    public let changes: ScoreChanges
    /// Where the score was heading.
    public let direction: Direction
  }
}
