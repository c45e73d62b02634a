import Health

/// A number about an account that the rules of questions compare.
///
/// Days are counted back from the as-of day. A fact is missing when its table has said nothing yet, so that a team
/// without contacts is not asked eighty times where its champions are.
public enum AccountFact: String, CaseIterable, Sendable {
  /// The published score.
  case score
  /// 2 for green, 1 for yellow, 0 for red; missing without a score.
  case band
  /// The share of the weight that is fresh, 0–1.
  case coverage
  /// The change of the score over 13 weeks.
  case scoreChange13w = "score_change_13w"
  /// The change of the dimension `usage` over 13 weeks.
  case usageChange13w = "usage_change_13w"
  /// 2 for a current green flag, 1 for yellow, 0 for red; missing without a current flag.
  case flag
  /// Days since the last flag; missing without one.
  case flagAge = "flag_age"
  /// Days until the contract renews, negative when that day has passed.
  case daysToRenewal = "days_to_renewal"
  /// Days as a customer.
  case tenureDays = "tenure_days"
  /// People on record who have not left.
  case contacts
  /// The number of champions among them.
  case champions
  /// The number of sponsors among them.
  case sponsors
  /// The number of economic buyers among them.
  case economicBuyers = "economic_buyers"
  /// Champions and sponsors who left in the last 180 days.
  case departures180d = "departures_180d"
  /// Days since a touchpoint with a current sponsor or economic buyer; missing without one.
  case daysSinceSponsor = "days_since_sponsor"
  /// Days since the last touchpoint, or else since the account began.
  case daysSinceContact = "days_since_contact"
  /// Days since the last QBR; missing without one.
  case daysSinceQBR = "days_since_qbr"
  /// Meetings, calls and QBRs of the last 90 days.
  case conversations90d = "conversations_90d"
  /// Tickets opened in the last 90 days.
  case tickets90d = "tickets_90d"
  /// Tickets of the last 90 days minus those of the 90 days before.
  case ticketChange90d = "ticket_change_90d"
  /// Open tickets of high or urgent severity.
  case openUrgentTickets = "open_urgent_tickets"
  /// The mean satisfaction with the tickets of the last 90 days, 1–5.
  case csat90d = "csat_90d"
  /// Goals on record.
  case goals
  /// Goals that are not met.
  case goalsOpen = "goals_open"
  /// Goals that are past their due date and not met.
  case goalsOverdue = "goals_overdue"
  /// Goals that are not met and have no latest figure.
  case goalsUnmeasured = "goals_unmeasured"
  /// Open risks.
  case openRisks = "open_risks"
  /// Days since the oldest open risk was seen; missing without one.
  case oldestRiskAge = "oldest_risk_age"
  /// Days since anybody decided anything about the account on any list; missing when nobody has.
  case daysSinceReview = "days_since_review"
  /// Days since a next step was due, the longest of those that no later decision on the same list has superseded;
  /// negative before that day, missing without a due day.
  case nextStepOverdue = "next_step_overdue"
  /// Days since the contract was last reduced; missing when it never was.
  case daysSinceContraction = "days_since_contraction"

  /// The number of days for which departures are asked about: half a year, which a successor needs to settle in.
  public static let departureDays = 180
}

/// The subject of questions: an account's review, with the evidence and the judgement it is based on.
struct Questioned {
  let review: AccountReview
  let evidence: Evidence
  let judgement: Judgement
  let trend: Trend

  private var account: Int { review.account }
  private var day: Day { evidence.asOf }
  private var present: [Contact] { evidence.contacts[account].filter { $0.isPresent(on: day) } }

  /// False when the portfolio has no table for a fact.
  func isKept(_ fact: AccountFact) -> Bool {
    switch fact {
    case .contacts, .champions, .sponsors, .economicBuyers, .departures180d: !evidence.contacts.isEmpty
    case .daysSinceSponsor: !evidence.contacts.isEmpty && !evidence.touchpoints.isEmpty
    case .daysSinceContact, .daysSinceQBR, .conversations90d: !evidence.touchpoints.isEmpty
    case .tickets90d, .ticketChange90d, .openUrgentTickets, .csat90d: !evidence.tickets.isEmpty
    case .goals, .goalsOpen, .goalsOverdue, .goalsUnmeasured: !evidence.goals.isEmpty
    case .openRisks, .oldestRiskAge: !judgement.risks.isEmpty
    default: true
    }
  }

  /// The value of a fact; nil when it is missing.
  func value(of fact: AccountFact) -> Double? {
    switch fact {
    case .score: review.score.published.map(Double.init)
    case .band: review.score.band == .unscored ? nil : Double(2 - review.score.band.severity)
    case .coverage: review.score.coverage
    case .scoreChange13w: review.changes.thirteenWeeks.map(Double.init)
    case .usageChange13w: usageChange
    case .flag: review.currentFlag.map { Double(2 - $0.severity) }
    case .flagAge: review.sentiment.map { Double(day - $0.date) }
    case .daysToRenewal: review.daysToRenewal.map(Double.init)
    case .tenureDays: evidence.value(of: .tenureDays, account: account, on: day)
    case .contacts, .champions, .sponsors, .economicBuyers, .departures180d: people(fact)
    case .daysSinceSponsor, .daysSinceQBR, .conversations90d: conversations(fact)
    case .daysSinceContact: evidence.value(of: .daysSinceContact, account: account, on: day)
    case .tickets90d: evidence.value(of: .tickets90d, account: account, on: day)
    case .ticketChange90d, .openUrgentTickets: tickets(fact)
    case .csat90d: evidence.value(of: .csat90d, account: account, on: day)
    case .goals, .goalsOpen, .goalsOverdue, .goalsUnmeasured: goals(fact)
    case .openRisks: Double(review.openRisks.count)
    case .oldestRiskAge: review.openRisks.map(\.seenOn).min().map { Double(day - $0) }
    case .daysSinceReview: judgement.reviews[account].map(\.date).filter { $0 <= day }.max().map { Double(day - $0) }
    case .nextStepOverdue: nextStepOverdue
    case .daysSinceContraction:
      evidence.outcomes[account].filter { $0.kind == .contracted && $0.date <= day }.map(\.date).max()
        .map { Double(day - $0) }
    }
  }

  private var usageChange: Double? {
    guard let now = trend.score(of: account, weeksAgo: 0)?.usage,
      let then = trend.score(of: account, weeksAgo: Trend.longestChange)?.usage
    else { return nil }
    return now - then
  }

  private func people(_ fact: AccountFact) -> Double? {
    guard !evidence.contacts.isEmpty else { return nil }
    let counted: Int =
      switch fact {
      case .champions: present.count { $0.roles.contains(.champion) }
      case .sponsors: present.count { $0.roles.contains(.sponsor) }
      case .economicBuyers: present.count { $0.roles.contains(.economicBuyer) }
      case .departures180d: departed.count
      default: present.count
      }
    return Double(counted)
  }

  /// Champions and sponsors who left in the last 180 days, the latest first.
  var departed: [Contact] {
    evidence.contacts[account].filter { contact in
      guard let left = contact.leftOn, left <= day, day - left < AccountFact.departureDays else { return false }
      return contact.roles.contains(.champion) || contact.roles.contains(.sponsor)
    }
    .sorted { ($1.leftOn ?? day) < ($0.leftOn ?? day) }
  }

  private func conversations(_ fact: AccountFact) -> Double? {
    guard !evidence.touchpoints.isEmpty else { return nil }
    let past = evidence.touchpoints[account].filter { $0.date <= day }
    func since(_ dates: [Day]) -> Double? { dates.max().map { Double(day - $0) } }
    switch fact {
    case .daysSinceQBR: return since(past.filter { $0.kind == "qbr" }.map(\.date))
    case .conversations90d:
      return Double(
        past.count { day - $0.date < DerivedMeasure.recentDays && ["meeting", "call", "qbr"].contains($0.kind) })
    default:
      let names = present.filter { $0.roles.contains(.sponsor) || $0.roles.contains(.economicBuyer) }.map(\.name)
      return since(past.filter { touch in names.contains { touch.with?.contains($0) ?? false } }.map(\.date))
    }
  }

  private func tickets(_ fact: AccountFact) -> Double? {
    guard let recent = evidence.value(of: .tickets90d, account: account, on: day) else { return nil }
    if fact == .ticketChange90d {
      return recent - Double(evidence.ticketsOpened(by: account, endingOn: day - DerivedMeasure.recentDays, asOf: day))
    }
    return Double(evidence.tickets(of: account, on: day).count { $0.isUrgent(on: day) })
  }

  private func goals(_ fact: AccountFact) -> Double? {
    guard !evidence.goals.isEmpty else { return nil }
    let open = evidence.goals[account].filter { goal in goal.metOn.map { $0 > day } ?? true }
    let counted: Int =
      switch fact {
      case .goalsOverdue: open.count { $0.isDue(on: day - 1) }
      case .goalsOpen: open.count
      case .goalsUnmeasured: open.count { $0.latest == nil }
      default: evidence.goals[account].count
      }
    return Double(counted)
  }

  private var nextStepOverdue: Double? {
    judgement.promisedSteps(of: account, on: day).compactMap(\.dueOn).map { Double(day - $0) }.max()
  }
}
