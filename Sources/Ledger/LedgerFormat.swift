extension Ledger {
  /// The format of ledgers that this version writes; older ones are converted.
  public static var format: Int { Schema.current }
}
