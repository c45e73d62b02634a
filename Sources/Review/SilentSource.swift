public import Health

/// What the models read from, where it has grown old or is missing for some of the active accounts.
public struct SilentSource: Hashable, Sendable {
  /// The observed or derived measure, or account column, by its name in the data.
  public let name: String
  /// Active accounts whose model gives weight to something that is read from it.
  public let accounts: Int
  /// Of those, the accounts for which anything that is read from it is stale.
  public let stale: Int
  /// Of those, the accounts for which it gives no value at all.
  public let withoutValue: Int
  /// The newest day on which any of them was observed; nil for what has no days of its own.
  public let newestDay: Day?

  /// The fewest stale accounts that are many, however small the portfolio.
  public static let fewestMany = 5
  /// The smallest share of accounts that is many.
  public static let smallestShare = 0.25

  /// True when it is stale for five accounts and a quarter of those that it counts for: 5 of 20, not 5 of 21, nor 4 of 4.
  ///
  /// Accounts that never had a value do not count, since nothing has stopped for them.
  public var isStaleForMany: Bool {
    stale >= Self.fewestMany && Double(stale) >= Self.smallestShare * Double(accounts)
  }
}

extension Review {
  /// What is stale or has no value for at least one active account, the most stale first, then what most lack, then by
  /// name.
  ///
  /// A place among peers says nothing about its source where there are too few peers for one, so that it counts only when
  /// it is stale.
  public var silentSources: [SilentSource] {
    var tallies: [String: Tally] = [:]
    for account in accounts {
      var readings: [String: SourceReading] = [:]
      let definitions = account.model.dimensions.flatMap(\.measures)
      for (position, share) in account.model.weightShares.enumerated() where share.weight > 0 {
        guard let observation = account.detail.measures[position]?.observation else { continue }
        readings[definitions[position].of, default: SourceReading()]
          .add(observation, isPlace: definitions[position].reading == .peers)
      }
      for (name, reading) in readings { tallies[name, default: Tally()].add(reading) }
    }
    return tallies.map { $1.source($0) }.filter { $0.stale > 0 || $0.withoutValue > 0 }
      .sorted { ($1.stale, $1.withoutValue, $0.name) < ($0.stale, $0.withoutValue, $1.name) }
  }
}

/// What all measures that are read from one source say of an account.
private struct SourceReading {
  var isStale = false
  var hasValue = false
  var lacksValue = false
  var observedOn: Day?

  mutating func add(_ observation: Observation, isPlace: Bool) {
    isStale = isStale || observation.state == .stale
    hasValue = hasValue || observation.value != nil
    lacksValue = lacksValue || observation.value == nil && !isPlace
    observedOn = [observedOn, observation.observedOn].compactMap { $0 }.max()
  }
}

/// How many accounts a source is stale or empty for.
private struct Tally {
  private var accounts = 0
  private var stale = 0
  private var withoutValue = 0
  private var newestDay: Day?

  mutating func add(_ reading: SourceReading) {
    accounts += 1
    if reading.isStale { stale += 1 }
    if reading.lacksValue && !reading.hasValue { withoutValue += 1 }
    newestDay = [newestDay, reading.observedOn].compactMap { $0 }.max()
  }

  func source(_ name: String) -> SilentSource {
    SilentSource(name: name, accounts: accounts, stale: stale, withoutValue: withoutValue, newestDay: newestDay)
  }
}
