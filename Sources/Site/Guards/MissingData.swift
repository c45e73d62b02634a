public import Review

/// What is missing in the data of an edition, which its pages say first.
public struct MissingData: Sendable {
  /// The guards that hold.
  public var guards: [ToldGuard]
  /// What else is missing.
  public private(set) var notes: [MissingNote]
  /// The accounts that are in no row of the accounts table for a reason that the settings give.
  public let departed: [Departure]

  /// Nothing is missing.
  public static let nothing = MissingData()

  /// Whether there is nothing to say.
  public var isNothing: Bool { guards.isEmpty && notes.isEmpty }

  private init() {
    guards = []
    notes = []
    departed = []
  }

  /// Takes what was held against the guards; nothing is accepted yet.
  ///
  /// - Parameter notes: what else is missing, where that is not what the check itself says.
  public init(_ check: GuardCheck, notes: [MissingNote]? = nil) {
    guards = check.held.map { ToldGuard($0, reason: nil) }
    self.notes = (notes ?? check.notes).compactMap { $0.without(check.held) }
    departed = check.departed
  }

  /// Adds guards that were accepted before and hold against an earlier edition, each with the reason.
  public mutating func carry(_ accepted: [AcceptedGuard], _ held: [HeldGuard]) {
    let carried = held.compactMap { held -> ToldGuard? in
      guard !guards.contains(where: { $0.held.kind == held.kind }) else { return nil }
      return accepted.last { $0.kind == held.kind }.map { ToldGuard(held, reason: $0.reason) }
    }
    notes = notes.compactMap { $0.without(carried.map(\.held)) }
    let order = Guard.allCases
    guards = (guards + carried).sorted {
      order.firstIndex(of: $0.held.kind) ?? 0 < order.firstIndex(of: $1.held.kind) ?? 0
    }
  }

  /// The guards that were accepted.
  public var accepted: [AcceptedGuard] {
    guards.compactMap { told in told.reason.map { AcceptedGuard(told.held.kind, reason: $0) } }
  }

  /// The accounts of this and earlier editions of which nothing can be said: they are in no row, or theirs was refused.
  var vanished: [HeldGuard.Missing] {
    guards.flatMap { told -> [HeldGuard.Missing] in
      switch told.held {
      case .vanished(let missing, _), .accountRefused(_, _, let missing): missing
      default: []
      }
    }
      + notes.flatMap { note -> [HeldGuard.Missing] in
        if case .stillGone(let accounts) = note { accounts.map(\.account) } else { [] }
      }
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
