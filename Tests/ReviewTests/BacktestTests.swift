import EvidenceFixture
import Health
import Testing

@testable import Review

/// Green 60 with 2 churned, yellow 30 with 5, red 10 with 6.
@Suite struct BacktestRateTests {
  private let result: Backtest.Result

  init() {
    var calls = [
      Backtest.Call(churned: true, score: nil, band: .unscored, leadTime: 1)
    ]
    let bands: [(band: Band, score: Int, n: Int, churned: Int)] = [
      (.green, 80, 60, 2), (.yellow, 50, 30, 5), (.red, 20, 10, 6),
    ]
    for (band, score, n, churned) in bands {
      for number in 0..<n {
        calls.append(
          Backtest.Call(
            churned: number < churned, score: score, band: band, flag: number.isMultiple(of: 2) ? .red : nil,
            leadTime: number < churned ? 7 * score : nil))
      }
    }
    result = Backtest.Result(horizon: 90, calls: calls, leftOut: [])
  }

  @Test func `rates come with their Wilson interval`() {
    #expect(isNear(result.rate(of: .green).share, 2 / 60))
    #expect(isNear(result.rate(of: .green).interval?.lowerBound, 0.009, within: 0.0005))
    #expect(isNear(result.rate(of: .green).interval?.upperBound, 0.114, within: 0.0005))
    #expect(Rate(0, of: 0).interval == nil)
    #expect(Rate(0, of: 5).interval?.lowerBound == 0)
    #expect(Rate(5, of: 5).interval?.upperBound == 1)
  }

  @Test func `unscored accounts are counted apart`() {
    #expect(result.n == 100)
    #expect(result.churned == 13)
    #expect(result.rate(of: .unscored) == Rate(1, of: 1))
  }

  @Test func `missed, recall, precision and lift`() {
    #expect(isNear(result.missed.share, 2 / 13))
    #expect(isNear(result.recall.share, 6 / 13))
    #expect(result.precision.share == 0.6)
    // 0.6 ÷ 0.13
    #expect(isNear(result.lift, 4.615, within: 0.001))
  }

  @Test func `the area under the curve by band is 0.814`() {
    // 6 · 85 + 5 · 70.5 + 2 · 29 = 920.5 of 13 · 87 pairs are concordant.
    #expect(isNear(result.auc?.value, 920.5 / 1131))
    #expect(isNear(result.auc?.value, 0.814, within: 0.0005))
  }

  @Test func `under 10 churned or kept there is no area, and intervals stay within 0 and 1`() {
    let nine = [Double](repeating: 1, count: 9)
    let ten = [Double](repeating: 1, count: 10)
    #expect(AUC(churned: nine, kept: ten) == nil)
    #expect(AUC(churned: ten, kept: nine) == nil)
    #expect(AUC(churned: ten, kept: ten)?.value == 0.5)
    #expect(AUC(churned: ten, kept: ten.map { $0 + 1 })?.interval == 1...1)
  }

  @Test func `within green, rates by flag, and the median lead time over the scored`() {
    #expect(result.rateWithinGreen(flag: .red) == Rate(1, of: 30))
    #expect(result.rateWithinGreen(flag: nil) == Rate(1, of: 30))
    // 7 · 80 twice, 7 · 50 five times, 7 · 20 six times: the middle of 13 is 350.
    #expect(result.leadTimeMedian == 350)
  }
}

/// Scoring again what was known before each decision.
@Suite struct BacktestRunTests {
  @Test func `a warning that no edition gave does not lengthen the lead time`() {
    var world = World()
    world.score(30, from: 400)
    let left = today - 30
    world.outcomes = [(0, Outcome(date: left, kind: .churned))]
    func leadTime(_ history: History) -> Int? {
      Backtest(world.scorer(.plain), judgement: People().judgement(accounts: 1), history: history)[90]?.calls.first?
        .leadTime
    }
    // Red on every day on today's data: all weeks since it was first scored.
    let rescored = leadTime(History(accounts: 1))
    #expect((rescored ?? 0) > 300)
    // 30 days before it left, an edition said green: two weeks later it is the newest one for the last time.
    let edition = PublishedEdition(
      edition: Edition(of: left - 30), revision: 0, asOf: left - 30, reason: nil, modelVersion: "1", inputs: "",
      fingerprint: "", bands: BandSplit(), atRisk: AmountSum(), gross: nil, net: nil, openDivergences: 0,
      renewalsNotAgreed: nil, sentimentOverdue: nil)
    let history = History(
      editions: [edition], models: [nil],
      scores: RowsByAccount([(0, PublishedScore(edition: 0, score: 90, band: .green, flag: nil))], accounts: 1),
      listings: RowsByAccount(accounts: 1), previous: nil)
    #expect(leadTime(history) == 14)
  }

  private func call(_ outcomes: [Outcome], scores: [(Double, Int)], horizon: Int = 90) async -> Backtest.Call? {
    var world = World()
    for (value, age) in scores { world.score(value, from: age) }
    world.outcomes = outcomes.map { (0, $0) }
    return Backtest(world.scorer(.plain), judgement: People().judgement(accounts: 1), history: History(accounts: 1))[
      horizon]?.calls.first
  }

  @Test func `the latest decision counts, from the day of notice, scored the horizon before it`() async {
    let call = await call(
      [
        Outcome(date: today - 400, kind: .renewed), Outcome(date: today - 10, kind: .churned, noticeOn: today - 40),
        Outcome(date: today - 5, kind: .expanded),
      ], scores: [(80, 900), (20, 130), (90, 129)])
    #expect(call?.decidedOn == today - 40)
    #expect(call?.churned == true)
    #expect(call?.score == 20)
    #expect(call?.band == .red)
  }

  @Test func `lead time runs from the start of the last unbroken run of bad bands`() async {
    let churn = [Outcome(date: today, kind: .churned)]
    #expect(await call(churn, scores: [(80, 900), (50, 21)])?.leadTime == 21)
    #expect(await call(churn, scores: [(80, 900), (50, 20)])?.leadTime == 14)
    #expect(await call(churn, scores: [(80, 900), (50, 60), (80, 30), (20, 10)])?.leadTime == 7)
    #expect(await call(churn, scores: [(20, 900), (80, 7)])?.leadTime == 0)
    #expect(await call(churn, scores: [(20, 2000)])?.leadTime == 728)
    #expect(await call([Outcome(date: today, kind: .renewed)], scores: [(20, 900)])?.leadTime == nil)
  }

  @Test func `a run that reaches back to where nothing is known may have been longer`() async {
    func isCut(_ scores: [(Double, Int)], started: Int? = nil) async -> Bool? {
      await call([Outcome(date: today, kind: .churned)], scores: scores)?.leadTimeIsCut
    }
    #expect(await isCut([(80, 900), (50, 21)]) == false)
    #expect(await isCut([(20, 300)]) == true)
    #expect(await isCut([(20, 2000)]) == true)
    #expect(await isCut([(80, 7)]) == false)
    // A green week is known, whatever came before it.
    #expect(await isCut([(80, 300), (20, 10)]) == false)
    func median(_ runs: [(days: Int, isCut: Bool)]) -> (Double?, Bool) {
      let result = Backtest.Result(
        horizon: 90,
        calls: runs.map { Backtest.Call(churned: true, score: 50, leadTime: $0.days, leadTimeIsCut: $0.isCut) },
        leftOut: [])
      return (result.leadTimeMedian, result.leadTimeMedianIsCut)
    }
    // The middle one is truncated; then one beyond it, which moves nothing; then one before it, which would.
    #expect(median([(0, false), (7, true), (14, false)]) == (7, true))
    #expect(median([(0, false), (7, false), (14, true)]) == (7, false))
    #expect(median([(0, false), (7, false), (7, true), (70, false)]) == (7, true))
    #expect(median([(7, true), (14, false), (70, false)]) == (14, true))
    #expect(median([]) == (nil, false))
  }

  @Test func `what a call is compared with lies before it, scored alike`() async {
    let churn = [Outcome(date: today, kind: .churned)]
    let scores = [(80.0, 900), (75, 150), (66, 98), (64, 90), (5, 89)]
    let rescoring = await call(churn, scores: scores)?.rescoring
    #expect(rescoring?.changes == ScoreChanges(week: -2, fourWeeks: -11, thirteenWeeks: -16))
    #expect(rescoring?.direction == .falling)
    #expect(rescoring?.dimensions == [64])
    #expect(rescoring?.measures == [64])
    #expect(rescoring?.exact == 64)
  }

  @Test func `a flag, its age and a review count only as of the day of the call`() async {
    var world = World()
    world.score(80)
    world.outcomes = [(0, Outcome(date: today, kind: .churned))]
    var people = People()
    people.flag(.yellow, age: 130)
    people.flag(.red, age: 89)
    func decision(age: Int) -> (account: Int, row: ReviewDecision) {
      (0, ReviewDecision(date: today - age, list: .greenButYellow, decision: .both))
    }
    for (age, wasReviewed) in [(89, false), (90, true), (179, true), (180, false)] {
      people.reviews = [decision(age: age)]
      let call = Backtest(
        world.scorer(.plain), judgement: people.judgement(accounts: 1), history: History(accounts: 1))[90]?.calls.first
      #expect(call?.flag == .yellow)
      #expect(call?.flagStatus == .ageing)
      #expect(call?.wasReviewed == wasReviewed, "\(age) days ago")
    }
  }

  @Test func `accounts that were not active then are left out`() async {
    var world = World()
    world.accounts = [Account(id: AccountID("a"), name: "a", startedOn: today - 89)]
    world.score(50)
    world.outcomes = [(0, Outcome(date: today, kind: .churned))]
    let backtest = Backtest(
      world.scorer(.plain), judgement: People().judgement(accounts: 1), history: History(accounts: 1))
    #expect(Backtest.horizons.map { backtest[$0]?.calls.count } == [1, 0, 0])
  }
}
