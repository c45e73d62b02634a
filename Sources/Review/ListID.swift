/// The lists of accounts that need a human's attention.
public enum ListID: String, CaseIterable, Sendable {
  case greenButYellow = "green-but-yellow"
  case greenButFalling = "green-but-falling"
  case greenWithRisks = "green-with-risks"
  case quiet
  case sentimentOverdue = "sentiment-overdue"
  case leftGreen = "left-green"
  case spotCheck = "spot-check"
  case csmMoreConfident = "csm-more-confident"
  case renewals
  case unscored
  case expansion

  /// Days without contact after which an account can be quiet: one and a half times the interval of a monthly call.
  public static let quietAfterDays = 45

  /// Weeks for which an account that is not green any more is listed: a month of weekly meetings.
  public static let leftGreenWeeks = 4

  /// The lists that exclude a green account from spot checks.
  static let findingsAboutGreens: [ListID] = [.greenButYellow, .greenButFalling, .greenWithRisks, .quiet]
}
