import EvidenceFixture
import Health
import Testing

@testable import Review

/// Accounts that were ready to grow a week ago and no longer are.
@Suite struct ExpansionTests {
  private func world() -> World {
    var world = World()
    world.score(90)
    return world
  }

  @Test func `an account that is still ready has not dropped out`() async {
    let review = await People().review(world())
    #expect(review.isOn(.expansion))
    #expect(review.expansionDropOuts.isEmpty)
  }

  @Test func `a flag, a risk or a ticket of this week closes its gate`() async {
    var flagged = People()
    flagged.flag(.yellow, age: 3)
    #expect(await flagged.review(world()).expansionDropOuts.map(\.failed) == [[.flag]])
    var risky = People()
    risky.risks = [(0, Risk(seenOn: today - 6, kind: .other))]
    #expect(await risky.review(world()).expansionDropOuts.map(\.failed) == [[.risks]])
    var troubled = world()
    troubled.tickets = [(0, Ticket(id: "1", openedOn: today - 2, severity: .urgent))]
    #expect(await People().review(troubled).expansionDropOuts.map(\.failed) == [[.tickets]])
  }

  @Test func `an earlier row of a ticket counts on the days before another replaces it`() async {
    var world = world()
    world.tickets = [(0, Ticket(id: "1", openedOn: today - 2, severity: .normal))]
    let earlier = Ticket(id: "1", openedOn: today - 20, severity: .urgent)
    world.replacedTickets = [(0, ReplacedTicket(earlier, replacedOn: today - 2))]
    // Urgent until then, and so not ready a week ago.
    #expect(await People().review(world)[.expansion].map(\.weeks) == [1])
    world.replacedTickets = []
    #expect(await People().review(world)[.expansion].map(\.weeks) == [52])
  }

  @Test func `what was known a week ago is no news`() async {
    var people = People()
    people.flag(.yellow, age: 7)
    #expect(await people.review(world()).expansionDropOuts.isEmpty)
  }

  @Test func `a fall that also ends the room to grow is about health`() async {
    var falling = world()
    falling.score(75, from: 2)
    #expect(await People().review(falling).expansionDropOuts.map(\.failed) == [[.measure, .direction]])
  }

  @Test func `an account that has grown into its seats does not drop out for its health`() async {
    var grown = World()
    grown.score(81)
    grown.score(79, from: 2)
    let review = await People().review(grown)
    #expect(!review.isOn(.expansion))
    #expect(review.expansionDropOuts.isEmpty)
  }
}
