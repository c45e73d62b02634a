public import Health

/// An edition with everything that it recorded about every account.
public struct EditionRecord: Sendable {
  /// The week.
  public let edition: Edition
  /// The day it reports on.
  public let asOf: Day
  /// The version of the model that scored it.
  public let modelVersion: String
  /// The models that scored it; nil when they are not on record or can no longer be read.
  public let models: Models?
  /// For each account, by position in the evidence; nil when the edition did not score it.
  public let scores: [RecordedScore?]
  /// What it said of accounts that the evidence does not know any more, by id, and by the name that they had; by the id
  /// where an older Vigie recorded it.
  public let forgotten: [(id: String, name: String, score: RecordedScore)]
  /// What had arrived for it; nil where an older Vigie recorded it.
  public let arrivals: Arrivals?
  /// The accounts on its list of renewals in doubt, by position in the evidence.
  public let renewalsInDoubt: Set<Int>
  /// What the editions before it had.
  public let earlier: EarlierEditions
  /// The guards that it was published in spite of.
  public let accepted: [AcceptedGuard]

  /// Creates a record from the contents of a ledger.
  public init(
    edition: Edition, asOf: Day, modelVersion: String, models: Models?, scores: [RecordedScore?],
    forgotten: [(id: String, name: String, score: RecordedScore)] = [], arrivals: Arrivals? = nil,
    renewalsInDoubt: Set<Int> = [], earlier: EarlierEditions = EarlierEditions(), accepted: [AcceptedGuard] = []
  ) {
    self.edition = edition
    self.asOf = asOf
    self.modelVersion = modelVersion
    self.models = models
    self.scores = scores
    self.forgotten = forgotten
    self.arrivals = arrivals
    self.renewalsInDoubt = renewalsInDoubt
    self.earlier = earlier
    self.accepted = accepted
  }

  /// Creates a record of the accounts of a review on its as-of day.
  init(accounts: [AccountReview], scorer: Scorer) {
    var scores = [RecordedScore?](repeating: nil, count: scorer.evidence.accounts.count)
    for account in accounts {
      scores[account.account] = RecordedScore(
        account.detail, by: account.model, arr: scorer.evidence.accounts[account.account].arr)
    }
    self.init(
      edition: Edition(of: scorer.evidence.asOf), asOf: scorer.evidence.asOf, modelVersion: scorer.models.version,
      models: scorer.models, scores: scores)
  }
}

/// What an edition recorded about one account, as far as later editions are compared with it.
public struct RecordedScore: Hashable, Sendable {
  /// The published score; nil when unscored.
  public let score: Int?
  /// The band after caps.
  public let band: Band
  /// The score by dimensions.
  public let parts: ScoreParts
  /// Its annual recurring revenue then.
  public let arr: Double?

  /// Creates a score from the contents of a ledger.
  public init(score: Int?, band: Band, parts: ScoreParts, arr: Double?) {
    self.score = score
    self.band = band
    self.parts = parts
    self.arr = arr
  }

  /// Creates a score from one with all its parts.
  public init(_ detail: ScoreDetail, by model: Model, arr: Double?) {
    self.init(
      score: detail.score.published, band: detail.score.band, parts: ScoreParts(detail, by: model), arr: arr)
  }
}
