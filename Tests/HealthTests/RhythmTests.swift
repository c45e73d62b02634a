import EvidenceFixture
import Health
import Testing

/// How often somebody comes, against how often they came before.
@Suite struct RhythmTests {
  private func read(
    _ world: World, account: Int = 0, on day: Day = today, window: Int = 28, baseline: Int = 84
  ) -> Observation? {
    let measure = MeasureDefinition(
      key: "m", reading: .rhythm, window: window, baseline: baseline, curve: Curve(worst: -100, best: 0))
    return world.score(Model(measure), account: account, on: day)?.measures[0]?.observation
  }

  /// Two accounts, of which `b` has a row today, and `a` active days of the given ages.
  private func world(_ ages: some Sequence<Int>) -> World {
    var world = World(["a", "b"])
    for age in ages { world.observe("m", 3, on: today - age) }
    world.observe("m", 1, account: 1)
    return world
  }

  @Test func `five days a week that become one are a fall of 80 per cent`() {
    // 60 of the 84 days that end 28 days ago, and 4 of the 28 that end today: (4 ÷ 28) ÷ (60 ÷ 84) = 0.2.
    var world = world(Array(28..<88) + [0, 7, 14, 21])
    #expect(isNear(read(world)?.value, -80))
    #expect(read(world)?.state == .fresh)
    #expect(read(world)?.observedOn == today)
    // A row without use is no active day, and neither is one before the baseline.
    world.observe("m", 0, on: today - 1)
    world.observe("m", -2, on: today - 2)
    world.observe("m", 9, on: today - 112)
    #expect(isNear(read(world)?.value, -80))
  }

  @Test func `window and baseline are the model's`() {
    // 1 of 7 days, and 4 of the 14 before: (1 ÷ 7) ÷ (4 ÷ 14) − 1 = −0.5.
    #expect(isNear(read(world([6, 7, 8, 9, 20, 21]), window: 7, baseline: 14)?.value, -50))
  }

  @Test func `an account without rows while others have some is absent`() {
    #expect(read(world([40, 50, 60, 70]))?.value == -100)
    #expect(read(world([40, 50, 60, 70]))?.observedOn == today)
    #expect(read(world([40, 50, 60, 70]))?.state == .fresh)
    // For good: four active days within 84 days, however long ago.
    #expect(read(world([300, 310, 320, 383]))?.value == -100)
    #expect(read(world([300, 310, 320, 384]))?.value == nil)
    // An older rhythm counts, too, when single days came after it.
    #expect(read(world([120, 300, 310, 320, 383]))?.value == -100)
  }

  @Test func `fewer than four active days in the baseline are no rhythm`() {
    let few = read(world([3, 40, 50, 60]))
    #expect(few?.value == nil && few?.state == .never && few?.observedOn == today)
    // 1 of 28 against 4 of 84
    #expect(isNear(read(world([3, 40, 50, 60, 70]))?.value, -25))
    #expect(read(world([]))?.state == .never)
    #expect(read(World())?.observedOn == nil)
  }

  @Test func `a dead feed is stale by the age of anybody's newest row, and loses nothing`() {
    var world = World(["a", "b"])
    for age in Array(63..<123) + [35, 42, 49, 56] { world.observe("m", 1, on: today - age) }
    world.observe("m", 1, on: today - 36, account: 1)
    #expect(read(world, on: today - 1)?.state == .fresh)
    // The window ends with the newest row of anybody, 35 days ago, and not today.
    #expect(isNear(read(world)?.value, -80))
    #expect(read(world)?.state == .fresh)
    #expect(read(world, on: today + 1)?.state == .stale)
    #expect(isNear(read(world, on: today + 1)?.value, -80))
    #expect(read(world, account: 1)?.observedOn == today - 35)
  }

  @Test func `an earlier day knows no later row`() {
    let world = world(Array(28..<88) + [0, 7, 14, 21])
    // 22 days ago the feed's newest row is that of 28 days ago: 28 of 28 days against 32 of 84.
    #expect(isNear(read(world, on: today - 22)?.value, 100 * (1 / (32.0 / 84) - 1)))
    #expect(read(world, on: today - 22)?.observedOn == today - 28)
  }

  @Test func `a measure read among peers goes by the latest value`() {
    var world = World((0..<20).map { "a\($0 + 10)" })
    for account in 0..<20 { world.observe("m", Double(account), account: account) }
    let model = Model(
      MeasureDefinition(key: "rhythm", of: "m", reading: .rhythm, curve: .identity),
      MeasureDefinition(key: "place", of: "m", reading: .peers, curve: .identity))
    #expect(world.score(model, account: 19)?.measures[1]?.observation.value == 97.5)
  }
}
