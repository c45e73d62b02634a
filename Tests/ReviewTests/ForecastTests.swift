import EvidenceFixture
import Foundation
import Health
import SeededRandom
import Testing

@testable import Review

/// What renewals are expected to bring.
@Suite struct ForecastTests {
  /// 98 decisions of which 86 stayed: 8 green ones that all did, the others red.
  private var calls: [Backtest.Call] {
    (0..<98).map { Backtest.Call(churned: $0 >= 86, score: $0 < 8 ? 80 : 20) }
  }

  @Test func `a cell of few is drawn towards the share of all`() throws {
    let rates = try #require(KeptRates(calls))
    let (mean, variance) = rates.chance(of: RenewalCell(band: .green, flag: nil))
    #expect(isNear(mean, 25.4 / 28))
    #expect(isNear(variance, 25.4 * 2.6 / (28 * 28 * 29)))
    #expect(isNear(rates.chance(of: RenewalCell(band: .yellow, flag: .red)).mean, 0.87))
    #expect(rates.rate(of: RenewalCell(band: .red, flag: nil)) == Rate(78, of: 90))
  }

  @Test func `yellow and red flags are one cell, and no flag is another`() {
    #expect(RenewalCell(band: .green, flag: .yellow) == RenewalCell(band: .green, flag: .red))
    #expect(RenewalCell(band: .green, flag: nil) != RenewalCell(band: .green, flag: .green))
  }

  @Test func `with nine that left, or nine that stayed, there is no forecast; unscored ones count`() {
    func calls(lost: Int, kept: Int) -> [Backtest.Call] {
      (0..<lost + kept).map { Backtest.Call(churned: $0 < lost, score: nil) }
    }
    #expect(KeptRates(calls(lost: 9, kept: 30)) == nil)
    #expect(KeptRates(calls(lost: 30, kept: 9)) == nil)
    #expect(KeptRates(calls(lost: 10, kept: 10)) != nil)
  }

  @Test func `an interval is 1.28 standard deviations wide on both sides, within nothing and all`() throws {
    let rates = try #require(KeptRates(calls))
    let green = RenewalCell(band: .green, flag: nil)
    let (p, v) = rates.chance(of: green)
    let said = Expectation([(green, 100), (green, 300), (green, nil)], at: rates)
    let deviation = ((p - p * p - v) * 100_000 + v * 160_000).squareRoot()
    #expect(isNear(said.expected, 400 * p))
    #expect(isNear(said.interval.lowerBound, 400 * p - 1.281552 * deviation))
    #expect(said.interval.upperBound == 400, "more than all cannot be kept")
    #expect(said.renewals == AmountSum([100, 300, nil]))
  }

  /// Ten that left, thirty that stayed, two years ago, and the accounts of a test after them.
  private func review(_ adjust: (inout World, Int) -> Void = { _, _ in }) async -> Review {
    var world = World((0..<45).map { "a\($0 + 100)" })
    for account in 0..<40 {
      world.outcomes.append((account, Outcome(date: today - 700, kind: account < 10 ? .churned : .renewed)))
    }
    for account in 40..<45 { world.account(account, arr: 1000, renewsOn: today + 100) }
    adjust(&world, 40)
    let model = Model(MeasureDefinition(key: "score", maxAge: 36_500, curve: .identity))
    let accounts = world.accounts.count
    let judgement = Judgement(
      sentiment: RowsByAccount(accounts: accounts), risks: RowsByAccount(accounts: accounts),
      reviews: RowsByAccount(accounts: accounts))
    return await Review(world.scorer(model), judgement: judgement, rules: Review.Rules())
  }

  private func renewals(_ review: Review) throws -> [String: Int] {
    let quarters = try #require(review.forecast).quarters
    return Dictionary(uniqueKeysWithValues: quarters.map { ($0.quarter.description, $0.accounts.count) })
  }

  // Today is 16 November 2026.
  @Test func `this quarter ends on 31 December and the next on 31 March`() async throws {
    let review = await review { world, first in
      world.account(first, renewsOn: today + 45)
      world.account(first + 1, renewsOn: today + 46)
      world.account(first + 2, renewsOn: today + 135)
      world.account(first + 3, renewsOn: today + 136)
      world.account(first + 4, renewsOn: today)
    }
    #expect(try renewals(review) == ["2026-Q4": 2, "2027-Q1": 2])
  }

  @Test func `a lapsed renewal is due now, and one that an outcome settles is due no more`() async throws {
    let review = await review { world, first in
      world.account(first, renewsOn: today - 400)
      world.account(first + 1, renewsOn: today + 30)
      world.outcomes.append((first + 1, Outcome(date: today - 60, kind: .renewed)))
      world.account(first + 2, renewsOn: today + 30)
      world.outcomes.append((first + 2, Outcome(date: today - 61, kind: .renewed)))
      world.account(first + 3, renewsOn: today - 400)
      world.outcomes.append((first + 3, Outcome(date: today - 490, kind: .contracted)))
    }
    #expect(try renewals(review) == ["2026-Q4": 2, "2027-Q1": 1])
  }

  @Test func `what is missing is counted, and dated by the pace of the last year`() {
    var world = World((0..<30).map { "a\($0 + 100)" })
    for account in 0..<4 {
      world.outcomes.append((account, Outcome(date: today - (account == 0 ? 365 : 10), kind: .churned)))
    }
    for account in 4..<30 { world.outcomes.append((account, Outcome(date: today - 500, kind: .renewed))) }
    let missing = OutcomesToCome(world.evidence())
    #expect(missing.lost == 4 && missing.kept == 26)
    #expect(missing.enoughOn == today + 730, "three a year, six missing")
    world.outcomes.removeAll { $0.row.date == today - 10 }
    #expect(OutcomesToCome(world.evidence()).enoughOn == nil, "none was added")
  }

  @Test func `quarters are named and read`() throws {
    #expect(Quarter(of: today).description == "2026-Q4" && Quarter(of: today).next.description == "2027-Q1")
    #expect(Quarter("2027-Q1")?.lastDay.description == "2027-03-31")
    #expect(["2027-Q5", "2027-Q0", "27", "2027-Q1-Q2", "2027-q1", "+2027-Q1"].allSatisfy { Quarter($0) == nil })
  }

  /// Portfolios drawn by lot, whose cells differ as much as the model says they may.
  ///
  /// `FORECAST_SEEDS=1000` draws as many as the figure in docs/scoring.md rests on.
  @Test func `what comes lies within the interval as often as it says`() {
    let portfolios = ProcessInfo.processInfo.environment["FORECAST_SEEDS"].flatMap(Int.init) ?? 200
    let inside = (0..<portfolios).count { DrawnPortfolio(seed: UInt64($0)).isWithin }
    let share = Double(inside) / Double(portfolios)
    // Three standard errors of the usual run; 3 points in the long one.
    #expect(abs(share - 0.8) < (portfolios >= 1000 ? 0.03 : 0.085), "\(share)")
    if portfolios >= 1000 { print("coverage of the forecast: \(share)") }
  }
}

/// Decisions of the past and renewals to come, drawn from one truth.
private struct DrawnPortfolio {
  let isWithin: Bool

  init(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    func unit() -> Double { random.fraction() }
    // How often accounts of a cell stay: about 0.85, lower where the band or the flag is worse.
    let cells = RenewalCell.all
    let truth = cells.map { cell in
      let bands: [Band: Double] = [.green: 0.06, .yellow: -0.05, .red: -0.2, .unscored: -0.05]
      let flags: [RenewalCell.Flag: Double] = [.worse: -0.12, .green: 0.03]
      let share: Double = 0.85 + (bands[cell.band] ?? 0) + (flags[cell.flag] ?? 0) + 0.08 * (unit() - 0.5)
      return min(0.98, max(0.2, share))
    }
    func account() -> (cell: Int, stays: Bool) {
      let cell = min(cells.count - 1, Int(unit() * unit() * Double(cells.count)))
      return (cell, unit() < truth[cell])
    }
    let past = (0..<300).map { _ in account() }
    let calls = past.map { past -> Backtest.Call in
      let cell = cells[past.cell]
      let flag: Sentiment.Flag? = cell.flag == .green ? .green : cell.flag == .worse ? .red : nil
      let scores: [Band: Int] = [.green: 80, .yellow: 50, .red: 20]
      return Backtest.Call(churned: !past.stays, score: scores[cell.band], flag: flag)
    }
    guard let rates = KeptRates(calls) else {
      isWithin = false
      return
    }
    let renewals = (0..<60).map { _ -> (account: (cell: Int, stays: Bool), arr: Double) in
      (account(), 1000 + 9000 * unit() * unit())
    }
    let said = Expectation(renewals.map { (cells[$0.account.cell], $0.arr) }, at: rates)
    let came = renewals.reduce(0) { $0 + ($1.account.stays ? $1.arr : 0) }
    isWithin = said.interval.contains(came)
  }
}
