import EvidenceFixture
import Foundation
import Health
import SeededRandom
import Testing

@testable import Review

/// What docs/scoring.md says of lists, past forecasts and rhythms, computed by its words alone on data drawn by lot.
@Suite struct LookingAheadOracleTests {
  // MARK: - Are lists acted on?

  /// Weekly editions drawn by lot, of which a few were missed, with decisions about the accounts that they listed.
  private struct DrawnWeeks {
    let lists: [ListID] = [.quiet, .greenButYellow, .sentimentOverdue]
    let asOf = today
    var editions: [(day: Day, on: Set<[Int]>)] = []
    var decisions: [(account: Int, row: ReviewDecision)] = []

    init(seed: UInt64) {
      var random = SplitMix64(seed: seed)
      var on: Set<[Int]> = []
      for daysAgo in stride(from: 140, through: 0, by: -7) where random.whole(below: 10) > 0 {
        for list in lists.indices {
          for account in 0..<12 where random.whole(below: 5) == 0 {
            on.formSymmetricDifference([[list, account]])
          }
        }
        editions.append((today - daysAgo, on))
      }
      for _ in 0..<150 {
        let decision = ReviewDecision(
          date: today + 5 - random.whole(below: 150), list: lists[random.whole(below: 2)], decision: .scoreRight)
        decisions.append((random.whole(below: 12), decision))
      }
    }

    var found: FirstDecisions {
      FirstDecisions(
        editions.map { edition in
          EditionLists(
            asOf: edition.day,
            accounts: Dictionary(
              uniqueKeysWithValues: lists.indices.map { list in
                (lists[list], Set((0..<12).filter { edition.on.contains([list, $0]) }))
              }))
        },
        decisions: RowsByAccount(decisions.sorted { $0.row.date < $1.row.date }, accounts: 12), asOf: asOf)
    }

    /// Day by day from each first listing: the first decision seen, and whether the account was still listed.
    var expected: Set<FirstDecisions.Listing> {
      var expected: Set<FirstDecisions.Listing> = []
      for list in lists.indices where lists[list] != .sentimentOverdue {
        for account in 0..<12 {
          for index in editions.indices.dropFirst() {
            let since = editions[index].day
            guard editions[index].on.contains([list, account]), !editions[index - 1].on.contains([list, account])
            else { continue }
            var wait: Int?
            var day = since - 6
            while day <= asOf, wait == nil {
              if decisions.contains(where: { $0.account == account && $0.row.list == lists[list] && $0.row.date == day }
              ) {
                wait = day < since ? 0 : day - since
              }
              day = day + 1
            }
            var leftOn = asOf
            for later in editions[index...].reversed() where !later.on.contains([list, account]) { leftOn = later.day }
            let wasListedLong = leftOn - since >= 15
            if wait.map({ $0 <= 14 }) == true || wasListedLong {
              expected.insert(.init(list: lists[list], account: account, since: since, days: wait))
            }
          }
        }
      }
      return expected
    }
  }

  @Test func `first listings and their waits are those of the days looked at one by one`() {
    var (counted, late, never) = (0, 0, 0)
    for seed in 0..<60 {
      let weeks = DrawnWeeks(seed: UInt64(seed))
      let (found, expected) = (weeks.found, weeks.expected)
      #expect(Set(found.listings) == expected && found.listings.count == expected.count, "seed \(seed)")
      counted += expected.count
      late += expected.count { $0.days.map { $0 > 14 } ?? false }
      never += expected.count { $0.days == nil }
    }
    #expect(counted > 1000 && late > 50 && never > 20, "\(counted) \(late) \(never)")
  }

  @Test func `the test for a worse month is that of all ways to draw`() {
    var pascal = [[1.0]]
    for n in 1...60 {
      let last = pascal[n - 1]
      pascal.append((0...n).map { ($0 > 0 ? last[$0 - 1] : 0) + ($0 < n ? last[$0] : 0) })
    }
    func ways(_ n: Int, _ k: Int) -> Double { k < 0 || k > n ? 0 : pascal[n][k] }
    var random = SplitMix64(seed: 1)
    for _ in 0..<500 {
      let all = random.whole(in: 2...60)
      let (drawn, marked) = (random.whole(in: 1...all), random.whole(in: 0...all))
      let count = random.whole(in: 0...drawn)
      let wanted = (0...count).reduce(0) { $0 + ways(marked, $1) * ways(all - marked, drawn - $1) } / ways(all, drawn)
      #expect(isNear(chanceOfAtMost(count, drawn: drawn, marked: marked, of: all), wanted))
    }
  }

  // MARK: - What became of forecasts

  @Test func `what became of a renewal is what the rules say of each account by itself`() throws {
    let end = Day(number: 20_726)
    var seen = [0, 0, 0]
    for seed in 0..<60 {
      var random = SplitMix64(seed: UInt64(seed))
      var world = World((0..<40).map { "a\($0 + 100)" })
      for account in 0..<40 {
        world.account(
          account, renewsOn: random.whole(below: 4) == 0 ? nil : end - 30 + random.whole(below: 60),
          endedOn: random.whole(below: 6) == 0 ? end - 60 + random.whole(below: 150) : nil)
        for _ in 0..<random.whole(below: 3) {
          let kind = random.pick([Outcome.Kind.churned, .renewed, .contracted, .expanded])
          world.outcomes.append((account, Outcome(date: end - 140 + random.whole(below: 220), kind: kind)))
        }
      }
      world.outcomes.sort { $0.row.date < $1.row.date }
      let said = end - random.whole(in: 91...105)
      let amounts = (0..<40).map { account in account % 9 == 0 ? nil : Double(random.whole(in: 1...1000)) / 7 }
      let forecast = PublishedForecast(
        asOf: said, quarter: Quarter(of: end),
        expectation: Expectation(renewals: AmountSum(amounts), expected: 0, interval: 0...1),
        renewals: amounts.indices.map { PublishedForecast.Renewal(account: $0, arr: amounts[$0]) })
      let history = History(
        editions: [], models: [], scores: RowsByAccount(accounts: 40), listings: RowsByAccount(accounts: 40),
        previous: nil, forecasts: [forecast])
      let judged = try #require(ForecastRecord(history, in: world.evidence()).quarters.first?.forecasts.first)
      var sums = [0.0, 0.0, 0.0]
      for account in 0..<40 {
        let decisions = world.outcomes.filter {
          $0.account == account && $0.row.kind != .expanded && $0.row.date > said && $0.row.date <= today
        }
        let own = world.accounts[account]
        // An account is lost from its end on, and while its latest outcome is a churn.
        let latest = world.outcomes.last { $0.account == account && $0.row.date <= today }
        let fate =
          if let first = decisions.first {
            first.row.kind == .churned ? 1 : 0
          } else if own.endedOn.map({ $0 <= today }) ?? false || latest?.row.kind == .churned {
            1
          } else if let renews = own.renewsOn, renews > end {
            0
          } else {
            2
          }
        seen[fate] += 1
        sums[fate] += amounts[account] ?? 0
      }
      #expect(isNear(judged.kept.known, sums[0]) && isNear(judged.lost.known, sums[1]), "seed \(seed)")
      #expect(isNear(judged.open.known, sums[2]) && isNear(judged.came.upperBound, sums[0] + sums[2]), "seed \(seed)")
    }
    #expect(seen.allSatisfy { $0 > 100 }, "\(seen)")
  }

  // MARK: - Changes of rhythm

  /// The accounts told of a world of one daily measure, by the definition: every split summed anew.
  private func told(_ days: [[Int]], last: Day) -> [RhythmShift] {
    var bits = SplitMix64(seed: 0)
    let weeks = days.map { days in (0..<26).map { week in days.count { (181 - $0) / 7 == week && $0 < 182 } } }
    let known = weeks.indices.filter { weeks[$0].reduce(0, +) >= 4 && (days[$0].max() ?? 0) >= 175 }
    func gain(_ k: [Int], _ b: [Double], at split: Int) -> Double {
      func term(_ range: Range<Int>) -> Double {
        let (sum, busy) = (k[range].reduce(0, +), b[range].reduce(0, +))
        return sum == 0 ? 0 : Double(sum) * log(Double(sum) / busy)
      }
      return term(0..<split) + term(split..<26) - term(0..<26)
    }
    func best(_ k: [Int], _ b: [Double]) -> (split: Int, gain: Double) {
      let gains = (2...24).map { (split: $0, gain: gain(k, b, at: $0)) }
      let most = gains.map(\.gain).max() ?? 0
      return gains.first { $0.gain > most - 1e-12 } ?? (2, 0)
    }
    let candidates = known.map { account -> (shift: RhythmShift, p: Double) in
      let others = known.filter { $0 != account }
      let busy = (0..<26).map { week in Double(others.reduce(0) { $0 + weeks[$1][week] }) }
      let mean = busy.reduce(0, +) / 26
      let b = busy.map { others.count < 20 ? 1 : ($0 + 1) / (mean + 1) }
      let k = weeks[account]
      let (split, gain) = best(k, b)
      let tries = max(999, 10 * days.count)
      var order = Array(0..<26)
      var (made, larger) = (0, 0)
      while made < tries, larger < 60 {
        for index in stride(from: 25, to: 0, by: -1) { order.swapAt(index, Int(bits.next() % UInt64(index + 1))) }
        made += 1
        if best(order.map { k[$0] }, order.map { b[$0] }).gain >= gain - 1e-9 { larger += 1 }
      }
      let p = larger == 60 ? 60 / Double(made) : Double(larger + 1) / Double(tries + 1)
      let (before, after) = (k[..<split].reduce(0, +), k[split...].reduce(0, +))
      let shift = RhythmShift(
        account: account, measure: "logins", before: Double(before) / Double(split),
        after: Double(after) / Double(26 - split), since: last - 181 + 7 * split)
      return (shift, p)
    }
    // Benjamini and Hochberg: the most that can be told so that the largest p is at most 10% of their share.
    let most = (0...candidates.count).last { count in
      candidates.count { $0.p <= 0.1 * Double(count) / Double(candidates.count) } >= count
    }
    let limit = 0.1 * Double(most ?? 0) / Double(max(1, candidates.count))
    return candidates.filter { $0.p <= limit }.map(\.shift)
  }

  @Test(arguments: [(accounts: 12, seeds: 0..<6), (accounts: 30, seeds: 6..<9)])
  func `shifts of rhythm are those of the definition`(accounts: Int, seeds: Range<Int>) {
    var count = 0
    for seed in seeds {
      var random = SplitMix64(seed: UInt64(seed))
      var world = World((0..<accounts).map { "a\($0 + 100)" })
      let days = (0..<accounts).map { account -> [Int] in
        let change = random.whole(below: 3) == 0 ? random.whole(in: 20...150) : 0
        let length = random.whole(below: 8) == 0 ? 150 : 220
        let (then, now) = (random.fraction(), random.fraction())
        return (0..<length).filter { day in
          let isHoliday = (70..<90).contains(day) && accounts > 20
          return random.fraction() < (day < change ? now : then) * (isHoliday ? 0.3 : 1)
        }
      }
      for account in 0..<accounts {
        for day in days[account] { world.observe("logins", 1, on: today - day, account: account) }
      }
      let last = days.compactMap(\.first).min() ?? 0
      let measured = days.map { $0.map { $0 - last } }
      let found = RhythmShifts(world.scorer(Model(MeasureDefinition(key: "logins", curve: .identity)))).all
      #expect(found == Dictionary(uniqueKeysWithValues: told(measured, last: today - last).map { ($0.account, $0) }))
      count += found.count
    }
    #expect(count > 3, "\(count)")
  }
}
