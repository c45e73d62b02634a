import Health

extension MeasureWords {
  /// `days since contact above 120 days`.
  func rule(of cap: Cap, in model: Model) -> String {
    guard let measure = model.measure(cap.measure) else { return label(cap.measure) }
    return [
      cap.above.map { words(.capAbove, ["measure": label(cap.measure), "n": text($0, of: measure)]) },
      cap.below.map { words(.capBelow, ["measure": label(cap.measure), "n": text($0, of: measure)]) },
    ].compactMap { $0 }.joined(separator: words(.or))
  }

  /// The reason for a cap: the model's own words, or else its rule.
  func reason(of cap: Cap, in model: Model) -> String { cap.why.isEmpty ? rule(of: cap, in: model) : cap.why }
}
