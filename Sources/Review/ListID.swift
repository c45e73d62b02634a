/// The lists of accounts that ask for a human's attention.
public enum ListID: String, CaseIterable, Sendable {
  case greenButYellow = "green-but-yellow"
  case greenButFalling = "green-but-falling"
  case greenWithRisks = "green-with-risks"
  case quiet
  case sentimentOverdue = "sentiment-overdue"
  case spotCheck = "spot-check"
  case csmMoreConfident = "csm-more-confident"
  case renewals
  case unscored
  case expansion

  /// Days without contact after which an account can be quiet: half as long again as a monthly call that was missed once.
  public static let quietAfterDays = 45

  /// The lists on which a waiting account wants somebody to decide about it; the others ask for a look, a flag or a
  /// conversation.
  static let wantingDecisions: Set<ListID> = [
    .greenButYellow, .greenButFalling, .greenWithRisks, .quiet, .csmMoreConfident, .renewals, .unscored,
  ]

  /// The lists that a green account must be on none of to be spot-checked.
  static let findingsAboutGreens: [ListID] = [.greenButYellow, .greenButFalling, .greenWithRisks, .quiet]
}
