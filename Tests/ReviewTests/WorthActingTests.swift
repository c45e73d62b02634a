import Testing

@testable import Review

/// Whether it pays to act on accounts of a kind.
@Suite struct WorthActingTests {
  private func verdict(_ lost: Int, of n: Int, from threshold: Double = 0.1) -> WorthActing.Verdict {
    WorthActing(lost: Rate(lost, of: n), threshold: threshold).verdict
  }

  @Test func `the whole interval must lie on one side of the rate from which acting pays`() {
    // 60 % (31–83), 17 % (7–34) and 3 % (1–11).
    #expect(verdict(6, of: 10) == .worth)
    #expect(verdict(5, of: 30) == .cannotTell)
    #expect(verdict(2, of: 60) == .cannotTell)
    #expect(verdict(2, of: 60, from: 0.12) == .not)
    #expect(verdict(0, of: 0) == .cannotTell)
  }

  @Test func `what it would take is the number at which Wilson's interval lets go of that rate`() throws {
    let worth = WorthActing(lost: Rate(4, of: 20), threshold: 0.1)
    #expect(worth.outcomesNeeded == 35)
    // One in five of 35 is 7, of 30 it is 6.
    #expect(verdict(7, of: 35) == .worth && verdict(6, of: 30) == .cannotTell)
    for (lost, n) in [(3, 20), (1, 50), (9, 60)] {
      let needed = try #require(WorthActing(lost: Rate(lost, of: n), threshold: 0.1).outcomesNeeded)
      #expect(needed > n)
      // As many times the same outcomes as it takes, and one time fewer.
      let times = (needed + n - 1) / n
      #expect(verdict(times * lost, of: times * n) != .cannotTell)
      #expect(verdict((times - 1) * lost, of: (times - 1) * n) == .cannotTell)
    }
    #expect(WorthActing(lost: Rate(3, of: 30), threshold: 0.1).outcomesNeeded == nil)
    #expect(WorthActing(lost: Rate(6, of: 10), threshold: 0.1).outcomesNeeded == nil, "it is told")
    #expect(WorthActing(lost: Rate(0, of: 0), threshold: 0.1).outcomesNeeded == nil)
  }

  @Test func `calls to reach one that leaves`() {
    #expect(Rate(6, of: 10).perOne == 10.0 / 6)
    #expect(Rate(0, of: 10).perOne == nil)
  }

  @Test func `lists that are not about losses have no rate`() {
    let result = Backtest.Result(
      horizon: 90,
      calls: [
        Backtest.Call(churned: true, score: 80, lists: [.greenButYellow]),
        Backtest.Call(churned: false, score: 80, lists: [.greenButYellow, .quiet]),
      ], leftOut: [])
    #expect(result.rate(on: .greenButYellow) == Rate(1, of: 2) && result.rate(on: .quiet) == Rate(0, of: 1))
    #expect(ListID.allCases.filter { result.rate(on: $0) == nil } == [.spotCheck, .renewals, .expansion])
  }
}
