public import Health

/// A source of the models that is stale or missing for some of the active accounts.
public struct SilentSource: Hashable, Sendable {
  /// The observed or derived measure, or account column, by its name in the data.
  public let name: String
  /// The active accounts whose model gives weight to something read from it.
  public let accounts: Int
  /// The accounts among those for which anything read from it is stale, by position in the evidence.
  public let staleAccounts: [Int]
  /// The newest day on which any of these was observed.
  public let staleSince: Day?
  /// The accounts among those for which it gives no value at all.
  public let withoutValue: Int
  /// The newest day on which any of them was observed; nil for a source without days of its own.
  public let newestDay: Day?

  /// The number of accounts for which it is stale.
  public var stale: Int { staleAccounts.count }

  /// The fewest stale accounts that count as many, however small the portfolio.
  public static let fewestMany = 5
  /// The smallest share of accounts that counts as many.
  public static let smallestShare = 0.25

  /// True when it is stale for five accounts and a quarter of those it matters to: 5 of 20, not 5 of 21, nor 4 of 4.
  ///
  /// Accounts that never had a value do not count, since nothing has stopped for them.
  public var isStaleForMany: Bool {
    stale >= Self.fewestMany && Double(stale) >= Self.smallestShare * Double(accounts)
  }
}

extension Review {
  /// The sources that are stale or have no value for at least one active account: the most stale first, then the most
  /// often missing, then by name.
  ///
  /// A missing rank among peers may mean that there are too few peers and says nothing about its source, so it
  /// counts only when it is stale.
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
      for (name, reading) in readings { tallies[name, default: Tally()].add(reading, of: account.account) }
    }
    return tallies.map { $1.source($0) }.filter { $0.stale > 0 || $0.withoutValue > 0 }
      .sorted { ($1.stale, $1.withoutValue, $0.name) < ($0.stale, $0.withoutValue, $1.name) }
  }
}

/// The combined state of all measures of an account that read one source.
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

/// The number of accounts for which a source is stale or empty.
private struct Tally {
  private var accounts = 0
  private var stale: [Int] = []
  private var staleSince: Day?
  private var withoutValue = 0
  private var newestDay: Day?

  mutating func add(_ reading: SourceReading, of account: Int) {
    accounts += 1
    if reading.isStale {
      stale.append(account)
      staleSince = [staleSince, reading.observedOn].compactMap { $0 }.max()
    }
    if reading.lacksValue && !reading.hasValue { withoutValue += 1 }
    newestDay = [newestDay, reading.observedOn].compactMap { $0 }.max()
  }

  func source(_ name: String) -> SilentSource {
    SilentSource(
      name: name, accounts: accounts, staleAccounts: stale, staleSince: staleSince, withoutValue: withoutValue,
      newestDay: newestDay)
  }
}
