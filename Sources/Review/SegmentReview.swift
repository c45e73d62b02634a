public import Health

/// The active accounts of one segment.
public struct SegmentReview: Sendable {
  /// The segment.
  public let segment: Segment
  /// The model it is scored by.
  public let model: Model
  /// Positions of its active accounts in `Review.accounts`, lowest score first, unscored ones last.
  public let members: [Int]
  /// Its active accounts by band.
  public let bands: BandSplit
}
