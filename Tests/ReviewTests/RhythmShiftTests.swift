import EvidenceFixture
import Health
import SeededRandom
import Testing

@testable import Review

/// Lasting changes in how often somebody comes.
@Suite struct RhythmShiftTests {
  private let model = Model(MeasureDefinition(key: "logins", curve: .identity))

  /// Twelve accounts that come on five days a week, of which some change so many weeks ago.
  private func world(changed: [Int: (days: Int, weeksAgo: Int)]) -> World {
    var world = World((0..<12).map { "a\($0 + 10)" })
    for account in 0..<12 {
      for day in 0..<200 {
        let change = changed[account]
        let days = change.map { day < 7 * $0.weeksAgo ? $0.days : 5 } ?? 5
        if day % 7 < days { world.observe("logins", 3, on: today - day, account: account) }
      }
    }
    return world
  }

  @Test func `five days a week that became one are told, with the day since when`() throws {
    let shifts = RhythmShifts(world(changed: [3: (1, 5)]).scorer(model)).all
    let shift = try #require(shifts[3])
    #expect(shifts.count == 1 && shift.before == 5 && shift.after == 1 && shift.measure == "logins")
    #expect(shift.since == today - 34, "five weeks are 35 days, today among them")
  }

  @Test func `one odd week, a steady rhythm and a new customer are no change`() {
    #expect(RhythmShifts(world(changed: [3: (0, 1)]).scorer(model)).all.isEmpty)
    #expect(RhythmShifts(world(changed: [:]).scorer(model)).all.isEmpty)
    var late = world(changed: [:])
    late.observations["logins"]?.removeAll { $0.account == 5 && today - $0.day > 40 }
    #expect(RhythmShifts(late.scorer(model)).all.isEmpty)
  }

  @Test func `weekly rows have no rhythm of days`() {
    var weekly = world(changed: [3: (1, 5)])
    weekly.observations["logins"]?.removeAll { !(today - $0.day).isMultiple(of: 7) }
    #expect(RhythmShifts(weekly.scorer(model)).all.isEmpty)
  }

  @Test func `the best split is that of the largest likelihood ratio`() {
    let eight = ([Int](repeating: 5, count: 8) + [Int](repeating: 1, count: 8)).map { RhythmShifts.Week(days: $0) }
    #expect(RhythmShifts.best(eight)?.week == 8)
    // 40 days in 8 weeks and 8 in 8, against 48 in 16.
    let gain = RhythmShifts.best(eight)?.gain
    #expect(isNear(gain, 11.6441, within: 0.0001), "\(gain ?? 0)")
  }

  @Test func `weeks in which nobody comes are no change of anybody, and do not hide one`() throws {
    var random = SplitMix64(seed: 5)
    var world = World((0..<150).map { "a\($0 + 100)" })
    for account in 0..<150 {
      for day in 0..<200 {
        // Four weeks of holidays, which ended five weeks ago.
        let isHoliday = (35..<63).contains(day)
        let hasLeft = account == 7 && day < 70
        if random.fraction() < (isHoliday ? 0.1 : 0.6) * (hasLeft ? 0.2 : 1) {
          world.observe("logins", 1, on: today - day, account: account)
        }
      }
    }
    let shifts = RhythmShifts(world.scorer(model)).all
    #expect(shifts.count <= 3, "\(shifts.count)")
    let change = try #require(shifts[7])
    #expect(abs((today - change.since) - 69) <= 14, "\(change)")
  }

  @Test func `of accounts that change by chance alone, few are told`() {
    let told = (0..<40).reduce(0) { told, seed in
      var random = SplitMix64(seed: UInt64(seed))
      var world = World((0..<12).map { "a\($0 + 10)" })
      for account in 0..<12 {
        for day in 0..<200 where random.fraction() < 0.5 {
          world.observe("logins", 1, on: today - day, account: account)
        }
      }
      return told + (RhythmShifts(world.scorer(model)).all.isEmpty ? 0 : 1)
    }
    // Without a change, one portfolio in ten has a false note; more than 9 of 40 have a probability of 1 %.
    #expect(told <= 9, "\(told)")
  }
}
