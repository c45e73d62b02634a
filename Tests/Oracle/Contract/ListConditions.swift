// The table of lists in "Lists" in docs/scoring.md.

enum ListID: String, CaseIterable {
  case greenButYellow = "green-but-yellow"
  case greenButFalling = "green-but-falling"
  case greenWithRisks = "green-with-risks"
  case quiet
  case sentimentOverdue = "sentiment-overdue"
  case leftGreen = "left-green"
  case spotCheck = "spot-check"
  case csmMoreConfident = "csm-more-confident"
  case renewals
  case unscored
  case expansion
}

extension World {
  /// Whether an account is on a list on a day, from what was known that day.
  func isListed(_ account: Account, on list: ListID, day: Day) -> Bool {
    guard isActive(account, on: day) else { return false }
    // Computed only when a list needs it: a year of scores is the slow part.
    var score: Score { self.score(of: account, on: day) }
    var band: Band? { score.band }
    let flag = currentFlag(of: account, on: day)
    let hasDoubt = flag == .yellow || flag == .red
    let hasRisk = !openRisks(of: account, on: day).isEmpty
    switch list {
    case .greenButYellow:
      return hasDoubt && band == .green
    case .greenButFalling:
      return band == .green && isFalling(account, on: day)
    case .greenWithRisks:
      return hasRisk && band == .green
    case .quiet:
      return hasGoneQuiet(account, on: day) && (band == .green || band == .yellow)
    case .sentimentOverdue:
      return sentiment(of: account, on: day).status != .fresh
    case .leftGreen:
      return (band == .yellow || band == .red)
        && [7, 14, 21, 28].contains { wasGreen(account, on: day - $0) }
    case .spotCheck:
      let others: [ListID] = [.greenButYellow, .greenButFalling, .greenWithRisks, .quiet]
      return band == .green && !others.contains { isListed(account, on: $0, day: day) }
        && isTurn(of: account.id, on: day)
    case .csmMoreConfident:
      let (row, status) = sentiment(of: account, on: day)
      return row?.flag == .green && status == .fresh && (band == .yellow || band == .red)
    case .renewals:
      return isLapsed(account, on: day)
        || (renewsWithin90Days(account, on: day) && (hasDoubt || hasRisk || band != .green))
    case .unscored:
      return band == nil
    case .expansion:
      let hasUrgentTicket = tickets(of: account, openedBy: day).contains { $0.isHighOrUrgent && isOpen($0, on: day) }
      return !hasDoubt && !hasRisk && !hasUrgentTicket && usesEnoughToExpand(account, on: day)
        && score.published ?? 0 >= 70 && band == .green && !isFalling(account, on: day)
    }
  }

  private func wasGreen(_ account: Account, on day: Day) -> Bool {
    isActive(account, on: day) && score(of: account, on: day).band == .green
  }

  private func isFalling(_ account: Account, on day: Day) -> Bool {
    [.falling, .sharp_fall].contains(direction(of: account, on: day))
  }

  private func hasGoneQuiet(_ account: Account, on day: Day) -> Bool {
    let contact = derived("days_since_contact", of: account, on: day)
    let wasNeverTouched = !account.touchpoints.contains { $0.day <= day }
    let opened = tickets(of: account, openedBy: day)
    let ticketsNow = opened.filter { isWithin($0.openedOn, last: 90, of: day) }.count
    let ticketsBefore = opened.filter { isWithin($0.openedOn, last: 90, of: day - 90) }.count
    guard contact ?? 0 >= 45 || wasNeverTouched, ticketsNow < ticketsBefore, isActive(account, on: day - 91),
      let now = usage(of: account, on: day), let then = usage(of: account, on: day - 91)
    else { return false }
    return now <= then + 1e-9
  }

  private func usage(of account: Account, on day: Day) -> Double? {
    score(of: account, on: day).dimensions.first { $0.id == "usage" }?.score
  }

  private func isTurn(of id: Name, on day: Day) -> Bool {
    let weeks = settings.spotCheckWeeks
    return fnv1a(id.text) % UInt64(weeks) == UInt64(day.weekNumber % weeks)
  }

  private func usesEnoughToExpand(_ account: Account, on day: Day) -> Bool {
    guard let measure = model(of: account).measures.first(where: { $0.key == scoring.expansionMeasure }) else {
      return false
    }
    let reading = read(measure, of: account, on: day)
    return reading.state == .fresh && reading.value ?? -.infinity >= scoring.expansionAtLeast
  }
}

/// FNV-1a, 64 bits, of the UTF-8.
func fnv1a(_ text: String) -> UInt64 {
  text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
}
