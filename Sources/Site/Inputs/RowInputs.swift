import Health
import Review

// The rows of an account, each with everything in it: what a page does not show today it may show tomorrow. A test holds
// this file to the properties of the types.
extension InputBytes {
  mutating func add(_ account: Account) {
    add(account.id.text)
    add(account.name)
    add(account.csm)
    add(account.arr)
    add(account.segment)
    add(account.startedOn)
    add(account.renewsOn)
    add(account.endedOn)
    add(account.unreadable) { $0.add($1.name) }
  }

  mutating func add(_ touchpoint: Touchpoint) {
    add(touchpoint.date)
    add(touchpoint.kind)
    add(touchpoint.by)
    add(touchpoint.with)
    add(touchpoint.note)
  }

  mutating func add(_ ticket: Ticket) {
    add(ticket.id)
    add(ticket.openedOn)
    add(ticket.closedOn)
    add(ticket.severity)
    add(ticket.csat)
    add(ticket.subject)
  }

  mutating func add(_ replaced: ReplacedTicket) {
    add(replaced.ticket)
    add(replaced.replacedOn)
  }

  mutating func add(_ contact: Contact) {
    add(contact.name)
    add(contact.roles) { $0.add($1) }
    add(contact.since)
    add(contact.leftOn)
    add(contact.hasUnreadableLeave)
  }

  mutating func add(_ goal: Goal) {
    add(goal.goal)
    add(goal.unit)
    add(goal.baseline)
    add(goal.target)
    add(goal.latest)
    add(goal.dueOn)
    add(goal.metOn)
    add(goal.hasUnreadableDue)
  }

  mutating func add(_ outcome: Outcome) {
    add(outcome.date)
    add(outcome.kind)
    add(outcome.arrBefore)
    add(outcome.arrAfter)
    add(outcome.noticeOn)
    add(outcome.reason)
    add(outcome.isAvoidable)
    add(outcome.evidence)
  }

  mutating func add(_ sentiment: Sentiment) {
    add(sentiment.date)
    add(sentiment.flag)
    add(sentiment.csm)
    add(sentiment.reason)
    add(sentiment.note)
  }

  mutating func add(_ risk: Risk) {
    add(risk.seenOn)
    add(risk.kind)
    add(risk.severity)
    add(risk.note)
    add(risk.source)
    add(risk.closedOn)
  }

  mutating func add(_ decision: ReviewDecision) {
    add(decision.date)
    add(decision.list)
    add(decision.decision)
    add(decision.by)
    add(decision.note)
    add(decision.nextStep)
    add(decision.dueOn)
  }
}
