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

  /// The checks of one account that has not turned since.
  private func checks(_ decisions: [ReviewDecision], greens: Int) -> SpotChecks {
    SpotChecks(
      decisions: RowsByAccount(decisions.map { (account: 0, row: $0) }, accounts: 1), accounts: 1, greens: greens,
      on: today
    ) { _, _ in false }
  }

  @Test func `a check of the last 91 days counts, a deferral or another list does not`() {
    let checks = checks(
      [
        decision(.scoreRight, age: 0), decision(.csmRight, age: 90), decision(.csmRight, age: 91),
        decision(.both, age: 3), decision(.defer, age: 3), decision(.notPursued, age: 3),
        decision(.csmRight, age: 3, list: .quiet), decision(.csmRight, age: -1),
      ], greens: 30)
    #expect(checks.made == 3)
    #expect(checks.problems == 1 && checks.passed == 2 && checks.turned.isEmpty)
    // For 1 of 3, 86.5 %: 26 of 30.
    #expect(abs(checks.upperBound - 0.8646497) < 1e-6)
    #expect(checks.mostHidden == 26)
  }

  @Test func `while nobody has looked, every green may hide a problem`() {
    let checks = checks([], greens: 7)
    #expect(checks.upperBound == 1)
    #expect(checks.mostHidden == 7)
  }

  @Test func `who passed and was yellow or doubted afterwards has turned, and who was found out has not passed`() async
  {
    var world = World(["a", "b", "c", "d", "e"])
    for account in 0..<5 {
      world.score(90, account: account)
      // Yellow for a week: before the last weekly day, or before the check.
      guard account == 1 || account == 4 else { continue }
      world.score(50, from: account == 1 ? 7 : 35, account: account)
      world.score(90, from: account == 1 ? 6 : 28, account: account)
    }
    var people = People()
    people.reviews = (0..<5).map { ($0, decision($0 == 3 ? .csmRight : .scoreRight, age: 20)) }
    people.flag(.yellow, age: 19, account: 0)
    people.flag(.yellow, age: 20, account: 2)
    people.flag(.red, age: 1, account: 3)
    let checks = await people.review(world).spotChecks
    // a was flagged the day after, b was yellow a week ago; c was flagged on the day itself, e was yellow before.
    #expect(checks.passed == 4 && checks.turned == [0, 1])
  }

  @Test func `the greens are those on none of the lists about greens`() async {
    var world = World(["a", "b", "c"])
    for account in 0..<3 { world.score(account == 2 ? 50 : 90, account: account) }
    var people = People()
    people.flag(.yellow, account: 1)
    #expect(await people.review(world).spotChecks.greens == 1)
  }
}
