import Health

/// Who saw a loss coming `Review.callHorizon` days before the notice, with yellow or red.
public enum LossForesight: CaseIterable, Sendable {
  /// The score and the CSM.
  case both
  /// The score, and not the CSM.
  case score
  /// The CSM, and not the score.
  case person
  /// Neither.
  case nobody
  /// There was no score then, or no customer, or no outcome says when notice was given.
  case notCalled
}

extension LostAccount {
  /// Who saw it coming.
  public var foresight: LossForesight {
    guard let call, call.score != nil else { return .notCalled }
    let byScore = call.band == .yellow || call.band == .red
    let byPerson = call.flag == .yellow || call.flag == .red
    return byScore ? byPerson ? .both : .score : byPerson ? .person : .nobody
  }
}

/// The accounts lost in a calendar quarter.
public struct LossQuarter: Sendable {
  /// The quarter.
  public let quarter: Quarter
  /// The accounts that left in it.
  public let losses: [LostAccount]

  /// How many of them somebody or something saw coming, or not.
  public func count(_ foresight: LossForesight) -> Int { losses.count { $0.foresight == foresight } }
}

extension Collection<LostAccount> {
  /// The losses by the quarter in which the account left, the latest first; quarters without a loss are omitted.
  public var byQuarter: [LossQuarter] {
    Dictionary(grouping: self) { Quarter(of: $0.leftOn) }.sorted { $0.key > $1.key }.map(LossQuarter.init)
  }
}
