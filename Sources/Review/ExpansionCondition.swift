import Health

/// The conditions for an account to be ready to grow, the cheapest to check first.
public enum ExpansionCondition: String, CaseIterable, Sendable {
  /// A published score of at least `smallestScore`, in the green band.
  case score
  /// The measure that the model names is fresh and high enough.
  case measure
  /// The direction is not a fall.
  case direction
  /// No current yellow or red flag.
  case flag
  /// No open risk.
  case risks
  /// No open ticket of high or urgent severity.
  case tickets

  /// The smallest score of an account proposed for expansion, however low its model's green edge is.
  public static let smallestScore = 70

  /// True for the conditions about health; the measure only says whether there is room to grow.
  public var isAboutHealth: Bool { self != .measure }
}

/// An account that was ready to grow a week ago and no longer is, because its health got worse.
public struct ExpansionDropOut: Sendable {
  /// The position of the account in the evidence.
  public let account: Int
  /// The conditions that it no longer meets.
  public let failed: [ExpansionCondition]
}

extension ListConditions {
  func meets(_ condition: ExpansionCondition, account: Int, score: TrendScore, weeksAgo: Int) -> Bool {
    let day = trend.day(weeksAgo: weeksAgo)
    return switch condition {
    case .score: (score.published ?? 0) >= ExpansionCondition.smallestScore && score.band == .green
    case .measure: score.meetsExpansion
    case .direction: !direction(of: account, weeksAgo: weeksAgo).isFall
    case .flag: !flagIsWorseThanGreen(account, on: day)
    case .risks: !judgement.hasOpenRisk(account, on: day)
    case .tickets: !evidence.tickets(of: account, on: day).contains { $0.isUrgent(on: day) }
    }
  }

  /// The accounts that were ready to grow a week ago and now fail a condition about health, in the given order.
  func expansionDropOuts(among accounts: [AccountReview]) -> [ExpansionDropOut] {
    accounts.compactMap { review in
      let account = review.account
      guard holds(.expansion, for: account, weeksAgo: 1), let score = trend.score(of: account, weeksAgo: 0)
      else { return nil }
      let failed = ExpansionCondition.allCases.filter {
        !meets($0, account: account, score: score, weeksAgo: 0)
      }
      return failed.contains(where: \.isAboutHealth) ? ExpansionDropOut(account: account, failed: failed) : nil
    }
  }
}
