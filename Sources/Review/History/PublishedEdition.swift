public import Health

/// An edition as published, with its headline figures.
public struct PublishedEdition: Hashable, Sendable {
  /// The week.
  public let edition: Edition
  /// 0 for the first publication of a week, 1 for its first revision, and so on.
  public let revision: Int
  /// The day it reports on.
  public let asOf: Day
  /// Why the week was published again; nil for its first publication.
  public let reason: String?
  /// The version of the model that scored it.
  public let modelVersion: String
  /// The digest of its inputs: equal inputs give equal sites.
  public let inputs: String
  /// The mark on each of its pages; empty when an older Vigie recorded it.
  public let fingerprint: String
  /// Active accounts by band.
  public let bands: BandSplit
  /// Revenue at risk; of no accounts, and known, where an older Vigie recorded it.
  public let atRisk: AmountSum
  /// Gross retention over the year before it, 0–1.
  public let gross: Double?
  /// Net retention over the year before it.
  public let net: Double?
  /// Accounts on `green-but-yellow` that were waiting for a decision.
  public let openDivergences: Int
  /// Revenue that renews soon and is not green both by score and by a current flag; nil when an older Vigie
  /// recorded it.
  public let renewalsNotAgreed: AmountSum?
  /// Accounts whose flag was missing or no longer fresh; nil when an older Vigie recorded it.
  public let sentimentOverdue: Int?

  /// The guards that held and were accepted.
  public let accepted: [AcceptedGuard]

  /// Takes what a ledger holds.
  public init(
    edition: Edition, revision: Int, asOf: Day, reason: String?, modelVersion: String, inputs: String,
    fingerprint: String, bands: BandSplit, atRisk: AmountSum, gross: Double?, net: Double?, openDivergences: Int,
    renewalsNotAgreed: AmountSum?, sentimentOverdue: Int?, accepted: [AcceptedGuard] = []
  ) {
    self.edition = edition
    self.revision = revision
    self.asOf = asOf
    self.reason = reason
    self.modelVersion = modelVersion
    self.inputs = inputs
    self.fingerprint = fingerprint
    self.bands = bands
    self.atRisk = atRisk
    self.gross = gross
    self.net = net
    self.openDivergences = openDivergences
    self.renewalsNotAgreed = renewalsNotAgreed
    self.sentimentOverdue = sentimentOverdue
    self.accepted = accepted
  }

  /// What a review says of itself when it is published.
  public init(
    _ review: Review, revision: Int, reason: String?, inputs: String, fingerprint: String,
    accepted: [AcceptedGuard] = []
  ) {
    self.init(
      edition: review.edition, revision: revision, asOf: review.asOf, reason: reason,
      modelVersion: review.models.version, inputs: inputs, fingerprint: fingerprint, bands: review.today.bands,
      atRisk: review.today.atRisk, gross: review.today.gross, net: review.today.net,
      openDivergences: review.today.openDivergences.count,
      renewalsNotAgreed: review.today.renewalsNotAgreed, sentimentOverdue: review.today.sentimentOverdue,
      accepted: accepted)
  }
}

/// What an edition recorded about one account.
public struct PublishedScore: Hashable, Sendable {
  /// The position of the edition in `History.editions`.
  public let edition: Int
  /// The published score; nil when unscored.
  public let score: Int?
  /// The band after caps.
  public let band: Band
  /// The flag that was current then.
  public let flag: Sentiment.Flag?

  /// Creates a score from the contents of a ledger.
  public init(edition: Int, score: Int?, band: Band, flag: Sentiment.Flag?) {
    self.edition = edition
    self.score = score
    self.band = band
    self.flag = flag
  }
}
