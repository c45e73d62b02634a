public import Health
public import Review

/// What is missing in the data of an edition, which its pages say first.
public struct MissingData: Sendable {
  /// The guards that hold.
  public var guards: [ToldGuard]
  /// Feeds that have lost the rows of some accounts since the newest edition on record.
  public let thinned: [ThinnedFeed]
  /// Which edition that is; nil where none is thinned.
  public let since: Edition?
  /// The accounts that are in no row of the accounts table for a reason that the settings give.
  public let departed: [Departure]

  /// Nothing is missing.
  public static let nothing = MissingData()

  /// Whether there is nothing to say.
  public var isNothing: Bool { guards.isEmpty && thinned.isEmpty }

  private init() {
    guards = []
    thinned = []
    since = nil
    departed = []
  }

  /// Takes what was held against the guards; nothing is accepted yet.
  public init(_ check: GuardCheck) {
    guards = check.held.map { ToldGuard($0, reason: nil) }
    let thinned = check.thinned
    self.thinned = thinned?.feeds ?? []
    since = thinned?.since
    departed = check.departed
  }

  /// The guards that were accepted.
  public var accepted: [AcceptedGuard] {
    guards.compactMap { told in told.reason.map { AcceptedGuard(told.held.kind, reason: $0) } }
  }

  /// The accounts of the newest edition that nothing explains.
  var vanished: [HeldGuard.Missing] {
    for told in guards { if case .vanished(let missing, _) = told.held { return missing } }
    return []
  }
}

/// A guard that holds, and why it was published all the same.
public struct ToldGuard: Sendable {
  /// What holds, with its facts.
  public let held: HeldGuard
  /// Why somebody accepted it; nil where nobody has.
  public let reason: String?

  /// Takes what holds.
  public init(_ held: HeldGuard, reason: String?) {
    self.held = held
    self.reason = reason
  }
}
