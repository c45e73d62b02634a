extension AUC {
  /// The area for the given accounts, however few, for choosing and not for display; nil unless there are both kinds.
  public static func concordance(churned: [Double], kept: [Double]) -> Double? {
    churned.isEmpty || kept.isEmpty ? nil : area(churned: churned, kept: kept)
  }
}
