import EvidenceFixture
import Health
import Testing

@testable import Review

/// Conditions on the backtest, as they are written after --fail-if.
@Suite struct GateTests {
  /// 20 churned and 80 kept at 90 days: 4 of 60 green, 6 of 25 yellow and 10 of 15 red churned; nothing at 180.
  private var backtest: Backtest {
    let parts: [(score: Int, churned: Int, n: Int)] = [(80, 4, 60), (50, 6, 25), (20, 10, 15)]
    let calls = parts.flatMap { part in
      (0..<part.n).map { Backtest.Call(churned: $0 < part.churned, score: part.score, leadTime: 35) }
    }
    return Backtest(
      results: [
        Backtest.Result(horizon: 30, calls: Array(calls.prefix(8)), leftOut: []),
        Backtest.Result(horizon: 90, calls: calls, leftOut: []), Backtest.Result(horizon: 180, calls: [], leftOut: []),
      ], approaches: [:])
  }

  private let models = Models(
    version: "1", changed: nil, all: [.plain], segments: [Segment(id: "all", name: "All")], expansion: .init())

  private func gate(_ text: String, horizon: Int = 90) -> Result<BacktestGate, GateFault> {
    Result { () throws(GateFault) in try BacktestGate(text, horizon: horizon) }
  }

  /// By counting all 1,600 pairs.
  private var area: Double {
    let churned = [80, 80, 80, 80] + [Int](repeating: 50, count: 6) + [Int](repeating: 20, count: 10)
    let kept = [Int](repeating: 80, count: 56) + [Int](repeating: 50, count: 19) + [Int](repeating: 20, count: 5)
    let points = churned.flatMap { low in kept.map { $0 > low ? 1.0 : $0 == low ? 0.5 : 0 } }
    return points.reduce(0, +) / 1600
  }

  @Test(
    arguments: [
      ("missed > 0.2", false), ("missed >= 20%", true), ("missed = 0.2", true), ("missed >= 20 %", true),
      ("missed < 20 % at 90", false), ("missed < 20 % %", nil),
      ("recall<0.6", true), ("recall <= 0.5", true), ("precision < 0.6", false), ("precision > 0.6", true),
      ("lift < 3", false), ("lift > 3", true), ("lead_time < 40", true), ("green_rate > 5%", true),
      ("yellow_rate > 0.25", false), ("red_rate > 66%", true), ("churn_rate >= 20%", true), ("n < 100", false),
      ("churned <= 20", true), ("unscored > 0", false), ("rescored = 100", true), ("auc unknown", false),
      ("auc < 0.9", true), ("auc_low < 0.5", false), ("auc_high > 0.8", true), ("auc < 0.6 at 90", false),
      ("auc unknown at 180", true), ("missed unknown at 180", true),
    ] as [(String, Bool?)])
  func `a gate holds or not`(text: String, holds: Bool?) throws {
    guard let holds else {
      #expect(throws: GateFault.self) { try BacktestGate(text, horizon: 90) }
      return
    }
    switch try BacktestGate(text, horizon: 90).answer(backtest, of: models) {
    case .holds: #expect(holds)
    case .passes: #expect(!holds)
    case .unknown(let reason): Issue.record("unknown: \(reason)")
    }
  }

  @Test(arguments: [
    ("auc < 60", "auc is a share between 0 and 1, and '60' is not; did you mean 60%?"),
    ("auc_low < 50", "auc_low is a share between 0 and 1, and '50' is not; did you mean 50%?"),
    ("auc_high > 1.5", "auc_high is a share between 0 and 1, and '1.5' is not; did you mean 1.5%?"),
    ("churned > 5%", "churned counts accounts; write 5 without the per cent sign"),
    ("n < 100 %", "n counts accounts; write 100 without the per cent sign"),
    ("lead_time < 20%", "lead_time is in days; write 20 without the per cent sign"),
    ("missed < 0", "'missed < 0' never holds, since missed is never below 0"),
    ("n <= -1", "'n <= -1' never holds, since n is never below 0"),
    ("lift = -2", "'lift = -2' never holds, since lift is never below 0"),
    ("auc > 1", "'auc > 1' never holds, since auc is never above 1"),
  ])
  func `a number that the figure can never be is refused`(text: String, reason: String) {
    #expect(gate(text) == .failure(GateFault(reason: reason)))
  }

  @Test func `figures are those of the backtest`() throws {
    #expect(try BacktestGate("missed > 0.99", horizon: 90).answer(backtest, of: models) == .passes(0.2))
    guard case .passes(let value) = try BacktestGate("auc > 0.99", horizon: 90).answer(backtest, of: models) else {
      Issue.record("auc is known")
      return
    }
    #expect(isNear(value, area))
  }

  @Test(arguments: [
    ("auc < 0.6 at 30", "4 lost and 4 kept, and it takes 10 of each"), ("missed > 0.5 at 180", "nobody was lost"),
    ("lift < 1 at 180", "nobody was lost"), ("precision < 1 at 180", "no account was red"),
    ("green_rate > 0 at 180", "no account was green"), ("churn_rate > 0 at 180", "no account had a score"),
  ])
  func `what cannot be known yet is said and holds nothing`(text: String, reason: String) throws {
    #expect(try BacktestGate(text, horizon: 90).answer(backtest, of: models) == .unknown(reason: reason))
  }

  @Test func `a gate on fitted models looks at the outcomes since the fit alone`() throws {
    // Up to day 100 the score is perfect, after it the reverse.
    let days = (80...120).map(Day.init(number:))
    let calls = days.flatMap { day in
      [true, false].map { churned in
        Backtest.Call(decidedOn: day, churned: churned, score: churned == (day.number <= 100) ? 20 : 80)
      }
    }
    let backtest = Backtest(
      results: [Backtest.Result(horizon: 90, calls: calls, leftOut: [])], approaches: [:])
    let fitted = Models(
      version: "1", changed: nil, all: models.all, segments: models.segments, expansion: .init(),
      fitted: Models.Fitted(on: Day(number: 100), outcomes: 42, until: Day(number: 100)))
    let gate = try BacktestGate("auc < 0.4", horizon: 90)
    #expect(gate.answer(backtest, of: fitted) == .holds(0))
    guard case .passes = gate.answer(backtest, of: models) else {
      Issue.record("all outcomes together are above 0.4")
      return
    }
    #expect(backtest.results[0].proving(fitted).verdict == .worseThanChance)
    #expect(backtest.results[0].proving(fitted).n == 40 && backtest.results[0].proving(models).n == 82)
  }

  @Test func `a share above one is a slip`() {
    #expect(
      throws: GateFault(
        reason: "missed is a share between 0 and 1, and '20' is not; did you mean 20%?")
    ) { try BacktestGate("missed > 20", horizon: 90) }
    #expect(throws: GateFault.self) { try BacktestGate("missed > 120%", horizon: 90) }
    #expect(throws: Never.self) { try BacktestGate("lead_time > 20", horizon: 90) }
  }

  @Test(arguments: [
    ("acu < 0.6", "'acu' is no figure of the backtest; did you mean 'auc'?"),
    ("leadtime < 5", "'leadtime' is no figure of the backtest; did you mean 'lead_time'?"),
    ("auc", "'auc' compares with nothing; write one such as 'auc < 0.6' or 'auc unknown'"),
    ("auc below 0.6", "'auc below 0.6' compares with nothing; write one such as 'auc < 0.6' or 'auc unknown'"),
    ("auc < x", "'x' in 'auc < x' is no number; write one such as 0.6 or 20%"),
    ("auc < nan", "'nan' in 'auc < nan' is no number; write one such as 0.6 or 20%"),
    ("auc < 0.6 at 60", "'60' in 'auc < 0.6 at 60' is no horizon; write 30, 90 or 180"),
    ("auc < 0.6 for 90", "'for' in 'auc < 0.6 for 90' is not understood; after the number only 'at 180' can stand"),
    ("auc < 0.6 at 90 days", "'days' in 'auc < 0.6 at 90 days' is too much"),
    ("", "'' names no figure; write a gate such as 'auc < 0.6'"),
    ("< 0.6", "'< 0.6' names no figure; write a gate such as 'auc < 0.6'"),
    (
      "happiness < 0.6",
      "'happiness' is no figure of the backtest; known: auc, auc_low, auc_high, missed, recall, precision, lift, "
        + "lead_time, churn_rate, green_rate, yellow_rate, red_rate, n, churned, unscored, rescored"
    ),
  ])
  func `what is no gate is told with what to write`(text: String, reason: String) {
    #expect(gate(text) == .failure(GateFault(reason: reason)))
  }

  @Test func `the horizon is the given one unless the gate names another`() throws {
    #expect(try BacktestGate("auc < 0.6", horizon: 30).horizon == 30)
    #expect(try BacktestGate("  auc  <  0.6   at  180 ", horizon: 30).horizon == 180)
  }
}
