import Health

/// Decides whether an account belongs on a list on one of the trend's weekly days.
struct ListConditions {
  let evidence: Evidence
  let judgement: Judgement
  let trend: Trend
  /// The number of weeks within which every green account comes up for one spot check.
  let spotCheckWeeks: Int

  func holds(_ list: ListID, for account: Int, weeksAgo: Int) -> Bool {
    guard let score = trend.score(of: account, weeksAgo: weeksAgo) else { return false }
    let day = trend.day(weeksAgo: weeksAgo)
    switch list {
    case .greenButYellow:
      guard score.band == .green, let flag = judgement.currentFlag(of: account, on: day) else { return false }
      return flag != .green
    case .greenButFalling:
      return score.band == .green && direction(of: account, weeksAgo: weeksAgo).isFall
    case .greenWithRisks:
      return score.band == .green && judgement.hasOpenRisk(account, on: day)
    case .quiet:
      return isQuiet(account, score: score, weeksAgo: weeksAgo)
    case .sentimentOverdue:
      return judgement.latestSentiment(of: account, on: day)?.status(on: day) != .fresh
    case .leftGreen:
      guard score.band == .yellow || score.band == .red else { return false }
      return trend.lastGreen(account, beforeWeeksAgo: weeksAgo) != nil
    case .spotCheck:
      return score.band == .green && isDrawn(account, on: day)
        && !ListID.findingsAboutGreens.contains { holds($0, for: account, weeksAgo: weeksAgo) }
    case .csmMoreConfident:
      guard score.band == .yellow || score.band == .red,
        let sentiment = judgement.latestSentiment(of: account, on: day)
      else { return false }
      return sentiment.flag == .green && sentiment.status(on: day) == .fresh
    case .renewals:
      return renewalDoubts(about: account, band: score.band, on: day)?.contains(where: \.isListed) ?? false
    case .unscored:
      return score.band == .unscored
    case .expansion:
      return ExpansionCondition.allCases.allSatisfy {
        meets($0, account: account, score: score, weeksAgo: weeksAgo)
      }
    }
  }

  func direction(of account: Int, weeksAgo: Int) -> Direction {
    let day = trend.day(weeksAgo: weeksAgo)
    return Direction(
      changes: trend.changes(of: account, weeksAgo: weeksAgo), tenureDays: evidence.tenure(of: account, on: day))
  }

  func flagIsWorseThanGreen(_ account: Int, on day: Day) -> Bool {
    judgement.currentFlag(of: account, on: day).map { $0 != .green } ?? false
  }

  /// True when nobody has spoken for long, tickets have fallen against as many days before, and use is no higher than a
  /// quarter ago.
  private func isQuiet(_ account: Int, score: TrendScore, weeksAgo: Int) -> Bool {
    guard score.band == .green || score.band == .yellow, evidence.isQuiet(account, on: trend.day(weeksAgo: weeksAgo))
    else { return false }
    let before = trend.score(of: account, weeksAgo: weeksAgo + Trend.longestChange)
    guard let usage = score.usage, let usageBefore = before?.usage else { return false }
    return usage <= usageBefore + Score.tolerance
  }

  /// The rotation of spot checks: the hash of the id and the number of the week coincide once in N weeks.
  private func isDrawn(_ account: Int, on day: Day) -> Bool {
    let week = (Int(day.number) - 4).flooredQuotient(by: 7)
    let turn = UInt64((week % spotCheckWeeks + spotCheckWeeks) % spotCheckWeeks)
    return fnv1a(evidence.accounts[account].id.text) % UInt64(spotCheckWeeks) == turn
  }
}

extension Trend {
  /// The last of the `ListID.leftGreenWeeks` weekly days before one on which an account was green, in weeks ago.
  func lastGreen(_ account: Int, beforeWeeksAgo weeksAgo: Int) -> Int? {
    (1...ListID.leftGreenWeeks).lazy.map { weeksAgo + $0 }.first {
      score(of: account, weeksAgo: $0)?.band == .green
    }
  }
}

extension Int {
  fileprivate func flooredQuotient(by divisor: Int) -> Int {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}

/// The hash of no bytes, and that of bytes with one more.
let fnv1aStart: UInt64 = 0xcbf2_9ce4_8422_2325
func fnv1a(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }

/// The 64-bit FNV-1a hash of a text's UTF-8 bytes; for `a` it is 0xaf63dc4c8601ec8c.
func fnv1a(_ text: String) -> UInt64 {
  text.utf8.reduce(fnv1aStart, fnv1a)
}
