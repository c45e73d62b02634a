/// The faults in the data, so that the data-quality page has something to show.
enum Faults {
  /// The unknown account that a touchpoint names.
  static let unknownAccount = "C1999"
  /// The account with a ticket opened on 30 February.
  static let impossibleTicketAccount = "C1038"
  /// The account whose last line is in the survey export twice.
  static let twiceSurveyed = "C1057"
}

/// The feature telemetry of one region stopped arriving three weeks ago; everything else still comes in.
enum DeadFeed {
  static let region = "Asia-Pacific"
  static let newest: Day = "2026-10-25"
}
