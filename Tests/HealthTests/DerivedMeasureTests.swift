import EvidenceFixture
import Health
import Testing

/// Every derived measure with figures worked out by hand.
@Suite struct DerivedMeasureTests {
  private func value(_ measure: DerivedMeasure, _ world: World, account: Int = 0, on day: Day = today) -> Double? {
    world.evidence().value(of: measure, account: account, on: day)
  }

  @Test func `days since contact run from the latest touchpoint`() {
    var world = World()
    world.touchpoints = [today - 12, today - 40].map { (0, Touchpoint(date: $0)) }
    #expect(value(.daysSinceContact, world) == 12)
    #expect(value(.daysSinceContact, world, on: today - 13) == 27)
  }

  @Test func `days since contact run from the start for an account that never had one, once the table has a row`() {
    var world = World(["a", "b"])
    world.accounts[1] = Account(id: AccountID("b"), name: "b", startedOn: today - 200)
    #expect(value(.daysSinceContact, world, account: 1) == nil)
    world.touchpoints = [(0, Touchpoint(date: today - 5))]
    #expect(value(.daysSinceContact, world, account: 1) == 200)
    #expect(value(.daysSinceContact, world, account: 1, on: today - 6) == nil)
  }

  @Test func `counts of 90 days include day 89 and not day 90`() {
    var world = World()
    world.touchpoints = [0, 89, 90].map { (0, Touchpoint(date: today - $0)) }
    world.tickets = [0, 89, 90].map { (0, Ticket(id: "t\($0)", openedOn: today - $0, severity: .urgent)) }
    #expect(value(.touchpoints90d, world) == 2)
    #expect(value(.tickets90d, world) == 2)
    #expect(value(.urgentTickets90d, world) == 2)
  }

  @Test func `counts are 0 once the table has a row of anybody and never before`() {
    var world = World(["a", "b"])
    world.touchpoints = [(0, Touchpoint(date: today - 3))]
    world.tickets = [(0, Ticket(id: "1", openedOn: today - 3))]
    world.contacts = [(0, Contact(name: "Ada", roles: [.champion], since: today - 3))]
    let counts: [DerivedMeasure] = [.touchpoints90d, .openTickets, .tickets90d, .urgentTickets90d, .champions]
    #expect(counts.map { value($0, world, account: 1) } == [0, 0, 0, 0, 0])
    #expect(counts.map { value($0, world, account: 1, on: today - 4) } == [nil, nil, nil, nil, nil])
  }

  @Test func `a ticket is open from its first day until the day before it is closed`() {
    var world = World()
    world.tickets = [
      (0, Ticket(id: "still", openedOn: today - 200)), (0, Ticket(id: "closed", openedOn: today - 9, closedOn: today)),
      (0, Ticket(id: "tomorrow", openedOn: today - 9, closedOn: today + 1)),
    ]
    #expect(value(.openTickets, world) == 2)
    #expect(value(.openTickets, world, on: today - 1) == 3)
    #expect(value(.openTickets, world, on: today - 9) == 3)
    #expect(value(.openTickets, world, on: today - 10) == 1)
  }

  @Test func `urgent means high or urgent`() {
    var world = World()
    world.tickets = ([.low, .normal, .high, .urgent, nil] as [Ticket.Severity?]).enumerated().map {
      (0, Ticket(id: "\($0)", openedOn: today, severity: $1))
    }
    #expect(value(.urgentTickets90d, world) == 2)
    #expect(value(.tickets90d, world) == 5)
  }

  @Test func `days to close is the median over tickets closed in the last 90 days`() {
    var world = World()
    // Durations 1, 4 and 10 count; 100 was closed on day 90, too long ago; the open one has none.
    world.tickets = [(1, 0), (4, 30), (10, 89), (100, 90)].map { duration, closed in
      (0, Ticket(id: "\(duration)", openedOn: today - closed - duration, closedOn: today - closed))
    }
    world.tickets.append((0, Ticket(id: "open", openedOn: today - 3)))
    #expect(value(.daysToClose90d, world) == 4)
    world.tickets.removeFirst()
    #expect(value(.daysToClose90d, world) == 7)
    world.tickets = [(0, Ticket(id: "open", openedOn: today - 3, closedOn: today + 2))]
    #expect(value(.daysToClose90d, world) == nil)
  }

  @Test func `satisfaction is the mean over rated tickets opened in the last 90 days`() {
    var world = World()
    world.tickets = [(0, 5.0), (89, 2), (90, 1)].map { (0, Ticket(id: "\($0)", openedOn: today - $0, csat: $1)) }
    world.tickets.append((0, Ticket(id: "unrated", openedOn: today)))
    #expect(value(.csat90d, world) == 3.5)
    #expect(value(.csat90d, world, on: today - 179) == nil)
  }

  @Test func `champions are counted while they are there`() {
    var world = World()
    world.contacts = [
      (0, Contact(name: "always", roles: [.champion])),
      (0, Contact(name: "from today", roles: [.champion], since: today)),
      (0, Contact(name: "gone today", roles: [.champion], leftOn: today)),
      (0, Contact(name: "sponsor", roles: [.sponsor])),
    ]
    #expect(value(.champions, world) == 2)
    #expect(value(.champions, world, on: today - 1) == 2)
    #expect(value(.champions, World()) == nil)
  }

  @Test func `goals met is the share of those due or met by now`() {
    var world = World()
    world.goals = [
      (0, Goal(goal: "met early", dueOn: today + 50, metOn: today - 1)), (0, Goal(goal: "missed", dueOn: today)),
      (0, Goal(goal: "later", dueOn: today + 1)), (0, Goal(goal: "met without a date", metOn: today)),
      (0, Goal(goal: "some day")),
    ]
    // Of three met early, missed and met without a date, two are met.
    #expect(isNear(value(.goalsMet, world), 2 / 3))
    #expect(value(.goalsMet, world, on: today - 1) == 1)
    #expect(value(.goalsMet, world, on: today - 2) == nil)
  }

  @Test func `days to renewal know of a past day only the decision that followed it`() {
    var world = World()
    world.accounts = [Account(id: AccountID("a"), name: "a", renewsOn: today + 300)]
    world.outcomes = [
      (0, Outcome(date: today - 65, kind: .renewed)), (0, Outcome(date: today - 80, kind: .expanded)),
      (0, Outcome(date: today - 20, kind: .contracted)),
    ]
    #expect(value(.daysToRenewal, world) == 300)
    #expect(value(.daysToRenewal, world, on: today - 20) == 320)
    #expect(value(.daysToRenewal, world, on: today - 21) == 1)
    #expect(value(.daysToRenewal, world, on: today - 100) == 35)
    #expect(value(.daysToRenewal, World()) == nil)
  }

  @Test func `tenure runs from the start`() {
    var world = World()
    #expect(value(.tenureDays, world) == nil)
    world.accounts = [Account(id: AccountID("a"), name: "a", startedOn: today - 91)]
    #expect(value(.tenureDays, world) == 91)
  }

  @Test func `the median of an even number of values is the mean of the middle two`() {
    #expect(median([4, 1, 2, 10]) == 3)
    #expect(median([]) == nil)
    #expect(quantile(0.25, of: [1, 2, 3, 4]) == 1.75)
  }
}
