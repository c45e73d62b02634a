import Health
import Review

/// The words of lists: why an account is on one, what was decided there and what followed.
struct ListWords: Composer {
  /// The lists whose reasons are composed of other phrases; every other list has its own sentence, `why_<list>`.
  static let toldOtherwise: Set<ListID> = [
    .greenButYellow, .greenButFalling, .greenWithRisks, .sentimentOverdue, .spotCheck, .csmMoreConfident, .renewals,
    .unscored,
  ]

  /// The number of accounts to name that turned since a spot check.
  private static let mostTurned = 6

  let tell: Telling
  /// Who reads them.
  var reader = Remark.Reader.everyone

  /// Why an account is on a list, in a sentence about that account.
  func why(_ item: ListItem, _ account: AccountReview) -> String {
    switch item.list {
    case .greenButYellow, .csmMoreConfident:
      return reader == .chat ? flagWords(account) : said(account) ?? words(.noReasonGiven)
    case .greenButFalling:
      return fallWords(account)
    case .greenWithRisks:
      return words.clauses(account.openRisks.map(riskWords))
    case .quiet:
      return quietWords(account)
    case .sentimentOverdue:
      return overdueWords(account)
    case .leftGreen:
      return words.clauses([leftGreenWords(account), said(account)].compactMap { $0 })
    case .spotCheck:
      return words(.whySpotCheck)
    case .renewals:
      return renewalWords(account)
    case .unscored:
      return words(.coverageWords, ["share": formats.percent(account.score.coverage)])
    case .expansion:
      return sentence(
        of: .expansion,
        [
          "measure": label(review.models.expansion.measure), "n": expansionValue(account) ?? words(.noValue),
          "least": expansionThreshold,
          "score": account.score.published.map(String.init) ?? "",
          "direction": words.code(.direction, account.direction.rawValue),
          "flag": account.currentFlag.map { words.code(.band, $0.rawValue) } ?? words(.noFlag),
        ])
    }
  }

  private func sentence(of list: ListID, _ values: Places) -> String {
    words.phrase("\(CodePhrase.why.rawValue)_\(list.rawValue)", values)
  }

  /// The CSM's reason for an account's flag, if the flag is current and has one.
  func said(_ account: AccountReview) -> String? {
    guard account.currentFlag != nil, let sentiment = account.sentiment else { return nil }
    return told(sentiment.reason ?? sentiment.note, to: reader)
  }

  /// What the score and the flag of an account say, without anybody's reason: `score green; CSM says yellow`.
  private func flagWords(_ account: AccountReview) -> String {
    let flag = account.currentFlag.map { words(.whyFlag, ["flag": words.code(.band, $0.rawValue)]) }
    let band = words(.whyBand, ["band": words.code(.band, account.score.band.rawValue)])
    return words.clauses([band, flag].compactMap { $0 })
  }

  /// What the last flag of an account is and how old, or that there is none.
  func overdueWords(_ account: AccountReview) -> String {
    guard let sentiment = account.sentiment else { return words(.summaryNoFlag) }
    return words(
      .whyOverdue,
      [
        "flag": words.code(.band, sentiment.flag.rawValue), "by": sentiment.csm ?? words(.theCsmWithin),
        "age": words.count(.days, review.asOf - sentiment.date),
      ])
  }

  /// By how much the score of an account fell and what moved it most: `down 12 in 13 weeks: seats in use 52% → 30%`.
  private func fallWords(_ account: AccountReview) -> String {
    let moves = MoveWords(tell: tell)
    guard let fall = tell.fallOf[account.account] else { return moves.directionWords(account) }
    let down = words(
      .whyFell, ["n": formats.whole(-fall.change), "weeks": formats.whole(fall.weeks)])
    return fall.driver.map { words(.sinceCause, ["step": down, "why": moves.shortDriverWords($0)]) } ?? down
  }

  /// `champion change, 4 of 5, 12 days: what was seen`.
  func riskWords(_ risk: Risk) -> String {
    words(
      .whyRisk,
      [
        "kind": words.code(.risk, risk.kind.rawValue), "severity": words(.severityOf5, ["n": String(risk.severity)]),
        "age": words.age(review.asOf - risk.seenOn),
      ]) + (told(risk.note, to: reader).map { words(.explained, ["what": $0]) } ?? "")
  }

  /// `urgent ticket: what it is about`, and to a chat only its id.
  func ticketWords(_ ticket: Ticket) -> String {
    let severity = ticket.severity.map { words.code(.severity, $0.rawValue) } ?? ""
    let subject = reader == .chat ? nil : ticket.subject
    return words(.urgentTicket, ["severity": severity, "subject": subject ?? ticket.id])
  }

  private func quietWords(_ account: AccountReview) -> String {
    let index = account.account
    let day = review.asOf
    let contact = evidence.lastContact(of: index, on: day).map { words.count(.days, day - $0) }
    func usage(_ weeksAgo: Int) -> String {
      review.trend.score(of: index, weeksAgo: weeksAgo)?.usage.map { formats.fixed($0, decimals: 0) }
        ?? words(.unknown)
    }
    let values: Places = [
      "contact": contact ?? "",
      "tickets_before": formats.whole(
        evidence.ticketsOpened(by: index, endingOn: day - DerivedMeasure.recentDays, asOf: day)),
      "tickets": formats.whole(evidence.ticketsOpened(by: index, endingOn: day, asOf: day)),
      "usage_before": usage(Trend.longestChange), "usage": usage(0),
    ]
    return contact == nil ? words(.whyQuietNever, values) : sentence(of: .quiet, values)
  }

  private func leftGreenWords(_ account: AccountReview) -> String {
    let green = review.lastGreen(account)
    return sentence(
      of: .leftGreen,
      [
        "date": green.map { formats.date($0.day) } ?? "",
        "then": green?.published.map(String.init) ?? words(.unknown),
        "now": account.score.published.map(String.init) ?? words(.unknown),
        "band": words.code(.band, account.score.band.rawValue),
      ])
  }

  /// When an account renews and what speaks against it: `renews in 60 days; score yellow; CSM says red`.
  func renewalWords(_ account: AccountReview) -> String {
    let renews = account.daysToRenewal.flatMap { $0 < 0 ? nil : words.count(.whyRenews, $0) }
    let passed = evidence.accounts[account.account].renewsOn.map { words(.whyLapsed, ["date": formats.date($0)]) }
    var parts = [account.isLapsed ? passed : renews].compactMap { $0 }
    if account.score.band != .green {
      parts.append(words(.whyBand, ["band": words.code(.band, account.score.band.rawValue)]))
    }
    if let flag = account.currentFlag, flag != .green {
      parts.append(words(.whyFlag, ["flag": words.code(.band, flag.rawValue)]))
    }
    return words.clauses(parts + account.openRisks.map(riskWords))
  }

  /// What the spot checks of a quarter show about the greens that nothing else points at, and how many accounts that
  /// passed have turned since.
  func spotCheckWords(namesTurned: Bool = false) -> String {
    let checks = review.spotChecks
    guard checks.made > 0 else { return words.count(.noSpotChecks, checks.greens) }
    var turned = ""
    if checks.passed > 0 {
      let names = checks.turned.map { evidence.accounts[$0].name }
      turned = words.count(
        namesTurned && !names.isEmpty ? .spotChecksTurnedNames : .spotChecksTurned, names.count,
        ["of": formats.whole(checks.passed), "names": words.some(names, most: Self.mostTurned)])
    }
    let made = words.count(
      .spotChecksMade, checks.made,
      [
        "problems": words.count(.problems, checks.problems), "most": formats.whole(checks.mostHidden),
        "greens": formats.whole(checks.greens),
      ])
    return [made, turned].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The conditions for an account to be ready to grow.
  func expansionRule() -> String {
    words(
      .expansionRule,
      [
        "measure": label(review.models.expansion.measure), "least": expansionThreshold,
      ])
  }

  /// The value from which the expansion list opens, with its unit.
  var expansionThreshold: String {
    let (measure, least) = (review.models.expansion.measure, review.models.expansion.atLeast)
    return review.models.all[0].measure(measure).map { measures.text(least, of: $0) } ?? formats.value(least)
  }

  private func expansionValue(_ account: AccountReview) -> String? {
    let definitions = account.model.dimensions.flatMap(\.measures)
    guard let position = definitions.firstIndex(where: { $0.key == review.models.expansion.measure }),
      let measure = account.detail.measures[position]
    else { return nil }
    return value(measure.observation, of: definitions[position])
  }

  /// What followed a decision: `82 then, 74 now; renewed on 3 Nov 2026`.
  func followUpWords(_ decision: ReviewDecision, account: Int) -> String {
    let followUp = review.followUp(of: decision, account: account)
    var parts: [String] = []
    if let then = followUp.scoreThen, let now = followUp.scoreNow {
      parts.append(words(.scoreThenNow, ["then": String(then), "now": String(now)]))
    }
    if let outcome = followUp.outcome {
      parts.append(
        words(
          .outcomeOn,
          ["outcome": words.code(.outcome, outcome.kind.rawValue), "date": formats.shortDate(outcome.date)]))
    }
    // A spot check is over in a week, whatever was decided.
    if decision.list != .spotCheck {
      switch followUp.listing {
      case .still: parts.append(words(.stillListed))
      case .again(let since): parts.append(words(.listedAgain, ["date": formats.shortDate(since)]))
      case .left: parts.append(words(.listedNoMore))
      }
    }
    return words.clauses(parts)
  }
}
