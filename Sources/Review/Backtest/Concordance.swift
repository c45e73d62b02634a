extension AUC {
  /// The area of the given accounts however few they are, for choosing and not for showing; nil without one of a kind.
  public static func concordance(churned: [Double], kept: [Double]) -> Double? {
    churned.isEmpty || kept.isEmpty ? nil : area(churned: churned, kept: kept)
  }
}
