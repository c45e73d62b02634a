/// What is wrong with the data, so that the data quality page has something to show.
enum Faults {
  /// A touchpoint names this account, which nobody has.
  static let unknownAccount = "C1999"
  /// A ticket of this account was opened on 30 February.
  static let impossibleTicketAccount = "C1038"
  /// The survey export holds this account's last line twice.
  static let twiceSurveyed = "C1057"
}

/// The feature telemetry of one region stopped arriving three weeks ago; everything else still comes in.
enum DeadFeed {
  static let region = "Asia-Pacific"
  static let newest: Day = "2026-10-25"
}
