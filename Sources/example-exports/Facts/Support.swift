/// The tickets of a year, in the order in which they were opened.
func makeTickets(_ accounts: [Account], seed: UInt64) -> [Ticket] {
  var drafts = accounts.flatMap { account in
    var chance = Chance(seed: seed, topic: "tickets of \(account.name)")
    return TicketDrafts(account, chance: &chance).all
  }
  for stranger in Words.strangers {
    var chance = Chance(seed: seed, topic: "tickets of \(stranger.name)")
    drafts += (0..<stranger.tickets).map { _ in
      let day = (Calendar.asOf - chance.whole(in: 5...200)).workingDay
      return TicketDraft(
        account: nil, organization: stranger.name, domain: stranger.domain, requester: stranger.person,
        opened: officeTime(day, &chance), subject: chance.pick(stranger.subjects))
    }
  }
  drafts.sort { ($0.opened, $0.domain, $0.subject) < ($1.opened, $1.domain, $1.subject) }
  var chance = Chance(seed: seed, topic: "how tickets end")
  return drafts.enumerated().map { index, draft in finished(draft, number: 48_213 + 3 * index, &chance) }
}

/// What a customer asks, and when.
private struct TicketDraft {
  let account: Account?
  let organization: String
  let domain: String
  let requester: String
  let opened: Moment
  let subject: String
  var isGrave = false
}

private func officeTime(_ day: Day, _ chance: inout Chance) -> Moment {
  Moment(day, second: chance.whole(in: 7 * 3600...17 * 3600 + 1800))
}

private struct TicketDrafts {
  private(set) var all: [TicketDraft] = []

  init(_ account: Account, chance: inout Chance) {
    let people = (0..<4).map { _ in account.country.person(&chance) }
    var usual = Deck(Words.subjects)
    var grave = Deck(Words.graveSubjects)
    var month = Calendar.firstTicket
    while month < Calendar.asOf {
      let expected = (0.28 + Double(account.users) / 41) * account.course.ticketRate
      for _ in 0..<chance.count(expected: expected) {
        let day = (month + chance.whole(in: 0...29)).workingDay
        guard day > account.started, day < account.lastDay else { continue }
        let isGrave = chance.happens(account.course.graveShare)
        all.append(
          TicketDraft(
            account: account, organization: Self.organization(account, &chance), domain: account.domain,
            requester: chance.pick(people), opened: officeTime(day, &chance),
            subject: isGrave ? grave.draw(&chance) : usual.draw(&chance), isGrave: isGrave))
      }
      month = month + 30
    }
  }

  /// The organisation as the ticket has it: its name at the desk, in capitals, without accents, or nothing.
  private static func organization(_ account: Account, _ chance: inout Chance) -> String {
    switch chance.fraction() {
    case ..<0.03: ""
    case ..<0.08: account.deskName.uppercased()
    case ..<0.12: Encoding.withoutAccents(account.deskName)
    default: account.deskName
    }
  }
}

private func finished(_ draft: TicketDraft, number: Int, _ chance: inout Chance) -> Ticket {
  let priority: Ticket.Priority? =
    draft.isGrave
    ? chance.pick([.urgent, .high, .high]) : chance.pick([nil, .low, .low, .normal, .normal, .normal, .normal])
  let course = draft.account?.course
  let slow = course == .failing ? 2.5 : 1
  let hours = (draft.isGrave ? 30 : 64) * slow * chance.factor(spread: 0.95)
  let end = draft.opened + max(1500, Int(hours * 3600))
  let last = draft.account?.lastDay ?? Calendar.asOf
  let isSolved = end.day < last && !chance.happens(0.025)
  let rating: Ticket.Satisfaction =
    !isSolved
    ? .none
    : chance.happens(0.3)
      ? (chance.happens(course?.goodShare ?? 0.7) ? .good : .bad) : chance.happens(0.6) ? .offered : .none
  let names = draft.requester.utf8.reduce(draft.domain.utf8.count) { ($0 * 31 + Int($1)) % 9_000_000 }
  return Ticket(
    number: number, account: draft.account, organization: draft.organization, domain: draft.domain,
    requester: draft.requester, requesterNumber: 36_010_000_000 + names,
    agent: chance.pick(Words.agents), subject: draft.subject, priority: priority,
    type: draft.isGrave ? chance.pick(["Incident", "Problem"]) : chance.pick(["Question", "Question", "Task"]),
    opened: draft.opened, solved: isSolved ? end : nil, openStatus: chance.pick(["Open", "Pending", "Hold"]),
    satisfaction: rating, replies: chance.whole(in: 1...6), firstReply: chance.whole(in: 4...240),
    area: chance.pick(Words.areas))
}
