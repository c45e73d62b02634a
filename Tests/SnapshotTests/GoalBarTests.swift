import Testing

@testable import Customer

@Suite struct GoalBarTests {
  @Test(arguments: [
    (62.0, 85.0, 76.0, 14.0 / 23), (893, 400, 646.5, 0.5), (11, 90, 100, 1), (10, 20, 5, 0),
  ])
  func `progress is the share of the way from start to aim, in either direction`(
    start: Double, aim: Double, now: Double, share: Double
  ) throws {
    let progress = try #require(GoalBar.progress(from: start, to: aim, now: now))
    #expect(abs(progress - share) < 1e-12)
  }

  @Test func `without an aim, a figure or a way there is no bar`() {
    #expect(GoalBar.progress(from: 1, to: nil, now: 2) == nil)
    #expect(GoalBar.progress(from: 1, to: 2, now: nil) == nil)
    #expect(GoalBar.progress(from: 2, to: 2, now: 2) == nil)
  }
}
