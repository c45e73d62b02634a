import EvidenceFixture
import Health
import Testing

@testable import Review

/// What earlier forecasts were worth.
@Suite struct ForecastRecordTests {
  // Today is 16 November 2026; the third quarter ended on 30 September.
  private let end = Day(number: 20_726)

  /// An edition that expected 250–350 of four renewals of 100 each.
  private func forecast(daysBefore: Int = 98, interval: ClosedRange<Double> = 250...350) -> PublishedForecast {
    PublishedForecast(
      asOf: end - daysBefore, quarter: Quarter(of: end),
      expectation: Expectation(renewals: AmountSum([100, 100, 100, 100]), expected: 300, interval: interval),
      renewals: (0..<4).map { PublishedForecast.Renewal(account: $0, arr: 100) })
  }

  private func record(_ forecasts: [PublishedForecast], _ world: World) -> ForecastRecord {
    let history = History(
      editions: [], models: [], scores: RowsByAccount(accounts: 4), listings: RowsByAccount(accounts: 4),
      previous: nil, forecasts: forecasts)
    return ForecastRecord(history, in: world.evidence())
  }

  /// One lost, one renewed, one with a later day, and one of which nobody said anything.
  private var world: World {
    var world = World(["a", "b", "c", "d"])
    world.outcomes = [
      (0, Outcome(date: end - 10, kind: .churned)), (1, Outcome(date: end + 5, kind: .contracted)),
      (1, Outcome(date: end + 20, kind: .churned)),
    ]
    world.account(2, renewsOn: end + 300)
    world.account(3, renewsOn: end - 3)
    return world
  }

  @Test func `the first decision tells, then a loss, then a later renewal day; the rest is open`() throws {
    #expect(end.description == "2026-09-30")
    let judged = try #require(record([forecast()], world).quarters.first?.forecasts.first)
    #expect(judged.kept == AmountSum([100, 100]) && judged.lost == AmountSum([100]) && judged.open == AmountSum([100]))
    #expect(judged.came == 200...300)
    #expect(judged.isWithin == nil, "200 would be outside, 300 inside")
    var known = world
    known.account(3, endedOn: end + 1)
    #expect(record([forecast()], known).quarters.first?.forecasts.first?.came == 200...200)
  }

  @Test func `a quarter counts once, by the last of the editions 91 to 105 days before its end`() {
    let within = record(
      [106, 105, 91, 90].map { forecast(daysBefore: $0, interval: $0 == 91 ? 150...300 : 0...10) }, world)
    #expect(within.quarters.map(\.forecasts.count) == [2])
    #expect(within.within == Rate(1, of: 1) && within.open == 0)
    #expect(record([forecast()], world).within == Rate(0, of: 0))
    #expect(record([forecast()], world).open == 1)
    #expect(record([forecast(interval: 0...199)], world).within == Rate(0, of: 1))
  }

  @Test func `a quarter that is not over is next, and is not judged`() {
    let coming = PublishedForecast(
      asOf: today, quarter: Quarter(of: today + 98),
      expectation: Expectation(renewals: AmountSum([100]), expected: 90, interval: 70...100))
    #expect(coming.quarter.lastDay - today == 135)
    #expect(record([coming], world).next == nil, "135 days before its end are too many")
    let early = PublishedForecast(
      asOf: today + 35, quarter: coming.quarter, expectation: coming.expectation)
    #expect(record([early], world).next == coming.quarter && record([early], world).quarters.isEmpty)
  }

  @Test func `a forecast of nothing is not judged`() {
    let nothing = PublishedForecast(
      asOf: end - 98, quarter: Quarter(of: end),
      expectation: Expectation(renewals: AmountSum([nil]), expected: 0, interval: 0...0))
    #expect(record([nothing], world).quarters.isEmpty)
  }

  @Test func `all kept is within an interval that ends at all, whatever the order of the sum`() throws {
    let amounts = [0.1, 0.2, 0.3, 1e6]
    let sum = AmountSum(amounts)
    let forecast = PublishedForecast(
      asOf: end - 98, quarter: Quarter(of: end),
      expectation: Expectation(renewals: sum, expected: sum.known, interval: 0...sum.known),
      renewals: amounts.reversed().enumerated().map { PublishedForecast.Renewal(account: $0, arr: $1) })
    var world = World(["a", "b", "c", "d"])
    for account in 0..<4 { world.account(account, renewsOn: end + 300) }
    #expect(record([forecast], world).within == Rate(1, of: 1))
  }
}
