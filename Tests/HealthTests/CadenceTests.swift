import EvidenceFixture
import Health
import Testing

/// How often rows arrive.
@Suite struct CadenceTests {
  /// The cadence of touchpoints so many days before today.
  private func rows(daysAgo: [Int]) -> Cadence? {
    var world = World()
    world.touchpoints = daysAgo.map { (0, Touchpoint(date: today - $0, kind: "call")) }
    return world.evidence().cadenceOfTouchpoints
  }

  @Test func `the usual gap is the median of the last ones, and the longest is known`() throws {
    let cadence = try #require(rows(daysAgo: [24, 16, 9, 2]))
    #expect(cadence.newest == today - 2 && cadence.usualGap == 7 && cadence.longestGap == 8)
  }

  @Test func `two rows on one day are one, and three gaps are the fewest that show anything`() {
    #expect(rows(daysAgo: [9, 9, 2, 2, 2]) == nil)
    #expect(rows(daysAgo: [16, 9, 2]) == nil)
  }

  @Test func `only the last twelve gaps count`() throws {
    let weekly = (0...12).map { 7 * $0 }
    #expect(try #require(rows(daysAgo: [400] + weekly)).longestGap == 7)
  }

  @Test func `it is overdue when more time has passed than between any two of the last`() throws {
    let cadence = try #require(rows(daysAgo: [24, 16, 9, 2]))
    #expect(!cadence.isOverdue(on: cadence.newest + 8))
    #expect(cadence.isOverdue(on: cadence.newest + 9))
  }

  @Test func `observations of all accounts together make the cadence of a measure`() throws {
    var world = World(["a", "b"])
    for week in 0..<5 { world.observe("logins", 1, on: today - 7 * week, account: week % 2) }
    let cadence = try #require(world.evidence().series.first?.cadence(on: today))
    #expect(cadence.usualGap == 7 && cadence.longestGap == 7 && cadence.newest == today)
    let before = try #require(world.evidence().series.first?.cadence(on: today - 1))
    #expect(before.newest == today - 7)
  }

  @Test func `rows in any order, several a day and later ones show the same rhythm as their days`() {
    let day = Day(number: 20_000)
    let rows = [9, 2, 2, 24, 16, 40].map { day + $0 }
    let cadence = Cadence(of: rows, upTo: day + 30)
    #expect(cadence?.newest == day + 24 && cadence?.usualGap == 7 && cadence?.longestGap == 8)
    #expect(cadence?.isOverdue(on: day + 32) == false && cadence?.isOverdue(on: day + 33) == true)
    #expect(Cadence(of: rows, upTo: day + 16) == nil)
  }
}
