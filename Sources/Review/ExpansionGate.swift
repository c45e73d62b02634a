import Health

/// What an account must pass to be ready to grow, the cheapest to look up first.
public enum ExpansionGate: String, CaseIterable, Sendable {
  /// A published score of at least `smallestScore`, in the green band.
  case score
  /// The measure that the model names, fresh and high enough.
  case measure
  /// Not falling.
  case direction
  /// No current yellow or red flag.
  case flag
  /// No open risk.
  case risks
  /// No open ticket of high or urgent severity.
  case tickets

  /// The smallest score of an account that is asked to grow, however low its model lets green begin.
  public static let smallestScore = 70

  /// True for the gates that say something about health; the measure says only whether there is room to grow.
  public var isAboutHealth: Bool { self != .measure }
}

/// An account that was ready to grow a week ago and is not any more, since its health got worse.
public struct ExpansionDropOut: Sendable {
  /// The position of the account in the evidence.
  public let account: Int
  /// The gates that it does not pass any more.
  public let failed: [ExpansionGate]
}

extension ListConditions {
  func passes(_ gate: ExpansionGate, account: Int, standing: Standing, weeksAgo: Int) -> Bool {
    let day = trend.day(weeksAgo: weeksAgo)
    return switch gate {
    case .score: (standing.published ?? 0) >= ExpansionGate.smallestScore && standing.band == .green
    case .measure: standing.meetsExpansion
    case .direction: !direction(of: account, weeksAgo: weeksAgo).isFall
    case .flag: !flagIsWorseThanGreen(account, on: day)
    case .risks: !judgement.hasOpenRisk(account, on: day)
    case .tickets: !evidence.tickets[account].contains { $0.isUrgent(on: day) }
    }
  }

  /// The accounts that were ready to grow a week ago and now fail a gate about health, in the given order.
  func expansionDropOuts(among accounts: [AccountReview]) -> [ExpansionDropOut] {
    accounts.compactMap { review in
      let account = review.account
      guard holds(.expansion, for: account, weeksAgo: 1), let standing = trend.standing(of: account, weeksAgo: 0)
      else { return nil }
      let failed = ExpansionGate.allCases.filter {
        !passes($0, account: account, standing: standing, weeksAgo: 0)
      }
      return failed.contains(where: \.isAboutHealth) ? ExpansionDropOut(account: account, failed: failed) : nil
    }
  }
}
