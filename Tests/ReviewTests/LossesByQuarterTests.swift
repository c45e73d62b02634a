import EvidenceFixture
import Health
import Testing

@testable import Review

@Suite struct LossesByQuarterTests {
  private func lost(
    _ account: Int, _ year: Int, _ month: Int, _ day: Int, score: Int? = 80, flag: Sentiment.Flag? = nil
  ) throws -> LostAccount {
    LostAccount(
      account: account, leftOn: try #require(Day(year: year, month: month, day: day)), outcome: nil,
      call: Backtest.Call(account: account, churned: true, score: score, flag: flag), weeks: [], listings: [])
  }

  @Test func `losses are grouped by the quarter in which the account left, the latest first`() throws {
    let quarters = try [
      lost(0, 2026, 3, 31), lost(1, 2026, 4, 1), lost(2, 2025, 12, 31), lost(3, 2026, 6, 30), lost(4, 2026, 11, 9),
    ].byQuarter
    #expect(quarters.map(\.quarter.description) == ["2026-Q4", "2026-Q2", "2026-Q1", "2025-Q4"])
    #expect(quarters.map { $0.losses.map(\.account) } == [[4], [1, 3], [0], [2]])
  }

  @Test func `each loss is counted once, under who saw it coming`() throws {
    // The usual bands: green from 70, yellow from 40.
    let losses = try [
      lost(0, 2026, 1, 1, score: 60, flag: .red), lost(1, 2026, 1, 2, score: 30, flag: .green),
      lost(2, 2026, 1, 3, score: 90, flag: .yellow), lost(3, 2026, 1, 4, score: 70, flag: .green),
      lost(4, 2026, 1, 5, score: 75), lost(5, 2026, 1, 6, score: nil, flag: .red),
    ]
    #expect(losses.map(\.foresight) == [.both, .score, .person, .nobody, .nobody, .notCalled])
    let quarter = try #require(losses.byQuarter.first)
    #expect(LossForesight.allCases.map(quarter.count) == [1, 1, 1, 2, 1])
    let uncalled = LostAccount(
      account: 6, leftOn: quarter.losses[0].leftOn, outcome: nil, call: nil, weeks: [], listings: [])
    #expect(uncalled.foresight == .notCalled)
  }
}
