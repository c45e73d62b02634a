import Health
import Review

/// The days of a quarter ahead, and those that have passed and are still open, for a calendar: decisions, promised steps,
/// flags and renewals.
struct DigestEvents: Composer {
  let tell: Telling

  /// The events of some accounts, by day; those of one day in the order of the accounts.
  func events(of accounts: [AccountReview]) -> [ReaderDigest.Event] {
    let last = review.asOf + Review.renewalDays
    return accounts.flatMap(events).filter { $0.day <= last }.enumerated()
      .sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element.event)
  }

  private typealias Dated = (day: Day, event: ReaderDigest.Event)

  private func events(of account: AccountReview) -> [Dated] {
    let id = slug(of: evidence.accounts[account.account].id.text)
    let words = ListWords(tell: tell, reader: .chat)
    func event(_ key: [String], _ day: Day, _ summary: Phrase, _ facts: String) -> Dated {
      let event = ReaderDigest.Event(
        key: key.joined(separator: "-"), day: day.description,
        summary: self.words(
          .eventSummary,
          ["name": DigestItems(tell: tell).name(of: account.account), "what": self.words(summary)]),
        facts: facts, link: links.account(account.account, root: ""))
      return (day, event)
    }
    var events: [Dated] = []
    if let due = review.decisionDue(about: account), let first = due.items.first {
      events.append(event(["decision", id], due.dueOn, .eventDecision, words.why(first, account)))
    }
    for step in review.judgement.promisedSteps(of: account.account, on: review.asOf) {
      guard let day = step.dueOn else { continue }
      let list = self.words.code(.list, step.list.rawValue)
      events.append(event(["step", id, step.list.rawValue, step.date.description], day, .eventStep, list))
    }
    if let sentiment = account.sentiment {
      events.append(
        event(["flag", id], sentiment.date + Sentiment.freshDays, .eventFlag, words.overdueWords(account)))
    }
    if let day = evidence.renewalDay(of: account.account, on: review.asOf), account.isLapsed || day >= review.asOf {
      events.append(event(["renewal", id], day, .eventRenewal, words.renewalWords(account)))
    }
    return events
  }
}
