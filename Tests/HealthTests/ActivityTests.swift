import EvidenceFixture
import Health
import Testing

/// Which accounts are customers, and which are the same.
@Suite struct ActivityTests {
  private func isActive(_ world: World, on day: Day = today) -> Bool { world.evidence().isActive(0, on: day) }

  @Test func `an account is active from its first day until the day before its last`() {
    var world = World()
    #expect(isActive(world))
    world.accounts = [Account(id: AccountID("a"), name: "a", startedOn: today - 9, endedOn: today - 1)]
    #expect(
      (0...10).map { isActive(world, on: today - $0) } == [false, false] + Array(repeating: true, count: 8) + [false])
  }

  @Test func `a churn ends an account until a later outcome`() {
    var world = World()
    world.outcomes = [(0, Outcome(date: today - 5, kind: .renewed)), (0, Outcome(date: today - 9, kind: .churned))]
    #expect([0, 5, 6, 9, 10].map { isActive(world, on: today - $0) } == [true, true, false, false, true])
  }

  @Test func `of two outcomes on one day the later in the file decides`() {
    var world = World()
    let outcomes = [Outcome(date: today, kind: .churned), Outcome(date: today, kind: .renewed)]
    world.outcomes = outcomes.map { (0, $0) }
    #expect(isActive(world))
    world.outcomes = outcomes.reversed().map { (0, $0) }
    #expect(!isActive(world))
  }

  @Test func `two spellings of one accent are two accounts`() {
    let composed = AccountID("caf\u{E9}")
    let decomposed = AccountID("cafe\u{301}")
    #expect(composed.text == decomposed.text)
    #expect(composed != decomposed)
    #expect(Set([composed, decomposed, composed]).count == 2)
    #expect(decomposed < composed)
    #expect(!(composed < decomposed))
  }
}
