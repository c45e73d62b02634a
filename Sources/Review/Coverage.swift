import Health

/// How much of what the models ask for the data gives.
public struct Coverage: Sendable {
  /// A measure that the models give weight to.
  public struct Measure: Hashable, Sendable {
    /// Its key in the model.
    public let key: String
    /// Its share of the whole weight, 0–1: the mean over the active accounts, each under its own model.
    public let weight: Double
    /// The active accounts whose model gives it weight.
    public let accounts: Int
    /// Those of them that it has a value for, of any age.
    public let reached: Int
  }

  /// The measures, the weightiest first, of equal ones in the order of their keys.
  public let measures: [Measure]

  /// The share of the weight, 0–1, whose measures reach no account.
  public var withoutSource: Double { measures.filter { $0.reached == 0 }.reduce(0) { $0 + $1.weight } }

  /// The keys of the measures that reach no account.
  public var missing: [String] { measures.filter { $0.reached == 0 }.map(\.key) }
}

extension Review {
  /// How much of what the models ask for the data gives.
  ///
  /// Two measures of equal weight, of which one has a value for some account and the other for none, leave half of the weight
  /// without a source.
  public var coverage: Coverage {
    var tallies: [String: (weight: Double, accounts: Int, reached: Int)] = [:]
    for account in accounts {
      for (position, share) in account.model.weightShares.enumerated() where share.weight > 0 {
        let hasValue = account.detail.measures[position]?.observation.value != nil
        var tally = tallies[share.key] ?? (0, 0, 0)
        tally = (tally.weight + share.weight, tally.accounts + 1, tally.reached + (hasValue ? 1 : 0))
        tallies[share.key] = tally
      }
    }
    let measures = tallies.map { key, tally in
      Coverage.Measure(
        key: key, weight: tally.weight / Double(max(accounts.count, 1)), accounts: tally.accounts,
        reached: tally.reached)
    }
    return Coverage(measures: measures.sorted { (-$0.weight, $0.key) < (-$1.weight, $1.key) })
  }
}
