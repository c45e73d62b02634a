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

  private func account(startedOn: Day, endedOn: Day? = nil) -> Account {
    Account(id: AccountID("a"), name: "a", startedOn: startedOn, endedOn: endedOn)
  }

  @Test func `who starts again after a churn is a customer again`() {
    var world = World()
    world.outcomes = [(0, Outcome(date: today - 100, kind: .churned))]
    world.accounts = [account(startedOn: today - 40)]
    #expect([101, 100, 41, 40, 0].map { isActive(world, on: today - $0) } == [true, false, false, true, true])
    // The new start may lie ahead; on the day of the churn it is none.
    world.accounts = [account(startedOn: today + 10)]
    #expect([101, 100, 0].map { isActive(world, on: today - $0) } == [true, false, false])
    world.accounts = [account(startedOn: today - 100)]
    #expect([101, 100, 0].map { isActive(world, on: today - $0) } == [false, false, false])
    // A churn after the second start ends that one, too.
    world.accounts = [account(startedOn: today - 40)]
    world.outcomes.append((0, Outcome(date: today - 5, kind: .churned)))
    #expect([101, 41, 6, 5, 0].map { isActive(world, on: today - $0) } == [true, false, true, false, false])
  }

  @Test func `an ended account stays ended, whatever has started since`() {
    var world = World()
    world.accounts = [account(startedOn: today - 40, endedOn: today - 100)]
    #expect(!isActive(world))
  }

  @Test func `before the churn a second start counts as none`() {
    var world = World(["a", "b"])
    world.accounts[0] = account(startedOn: today - 40)
    world.outcomes = [(0, Outcome(date: today - 100, kind: .churned))]
    world.touchpoints = [(1, Touchpoint(date: today - 300))]
    let evidence = world.evidence()
    func values(_ measure: DerivedMeasure) -> [Double?] {
      [101, 0].map { evidence.value(of: measure, account: 0, on: today - $0) }
    }
    #expect(values(.tenureDays) == [nil, 40])
    #expect(values(.daysSinceContact) == [nil, 40])
    #expect(evidence.start(of: 0, on: today - 100) == today - 40)
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
