import EvidenceFixture
import Health
import Testing

@testable import Review

/// What spot checks show about the greens that nothing else points at.
@Suite struct SpotCheckTests {
  // From tables of the exact binomial interval; one-sided, 95 %.
  @Test(arguments: [
    (0, 1, 0.95), (0, 20, 0.1391083), (1, 24, 0.1828925), (3, 50, 0.1478372), (5, 10, 0.7775589), (10, 10, 1),
    (0, 0, 1),
    (0, 59, 0.0495076),
  ])
  func `the upper bound is the exact one`(count: Int, n: Int, bound: Double) {
    #expect(abs(clopperPearsonUpperBound(count, of: n) - bound) < 1e-6)
  }

  @Test func `at the bound, so few or fewer are seen once in twenty times`() {
    for (count, n) in [(2, 40), (17, 200), (0, 3000), (150, 3000)] {
      let bound = clopperPearsonUpperBound(count, of: n)
      // Term by term from the first on, which is exact enough as long as (1 − p)^n does not underflow.
      var term = 1.0
      for _ in 0..<n { term *= 1 - bound }
      var sum = term
      for index in 0..<count {
        term *= Double(n - index) / Double(index + 1) * bound / (1 - bound)
        sum += term
      }
      #expect(abs(sum - 0.05) < 1e-6, "\(count) of \(n)")
    }
  }

  private func decision(_ decision: ReviewDecision.Decision, age: Int, list: ListID = .spotCheck) -> ReviewDecision {
    ReviewDecision(date: today - age, list: list, decision: decision)
  }

  @Test func `a check of the last 91 days counts, a deferral or another list does not`() {
    let checks = SpotChecks(
      decisions: [
        decision(.scoreRight, age: 0), decision(.csmRight, age: 90), decision(.csmRight, age: 91),
        decision(.both, age: 3), decision(.defer, age: 3), decision(.notPursued, age: 3),
        decision(.csmRight, age: 3, list: .quiet), decision(.csmRight, age: -1),
      ], greens: 30, on: today)
    #expect(checks.made == 3)
    #expect(checks.problems == 1)
    // For 1 of 3, 86.5 %: 26 of 30.
    #expect(abs(checks.upperBound - 0.8646497) < 1e-6)
    #expect(checks.mostHidden == 26)
  }

  @Test func `while nobody has looked, every green may hide a problem`() {
    let checks = SpotChecks(decisions: [], greens: 7, on: today)
    #expect(checks.upperBound == 1)
    #expect(checks.mostHidden == 7)
  }

  @Test func `the greens are those on none of the lists about greens`() async {
    var world = World(["a", "b", "c"])
    for account in 0..<3 { world.score(account == 2 ? 50 : 90, account: account) }
    var people = People()
    people.flag(.yellow, account: 1)
    #expect(await people.review(world).spotChecks.greens == 1)
  }
}
