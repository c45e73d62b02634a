import EvidenceFixture
import Health
import Testing

@testable import Review

/// How long an account has been listed, and the state of its review.
@Suite struct ListItemTests {
  /// The item of a green account whose flag has been yellow for a number of days.
  private func item(since age: Int, reviews: [ReviewDecision] = []) async -> ListItem? {
    var world = World()
    world.score(90)
    var people = People()
    for repeated in stride(from: age, through: 0, by: -30) { people.flag(.yellow, age: repeated) }
    people.reviews = reviews.map { (0, $0) }
    return await people.review(world)[.greenButYellow].first
  }

  private func decision(_ decision: ReviewDecision.Decision, age: Int, dueIn: Int? = nil) -> ReviewDecision {
    ReviewDecision(date: today - age, list: .greenButYellow, decision: decision, dueOn: dueIn.map { today + $0 })
  }

  @Test(arguments: [
    (0, 1, 0), (6, 1, 0), (7, 2, 7), (20, 3, 14), (21, 4, 21), (350, 51, 350), (357, 52, 357), (800, 52, 357),
  ])
  func `weeks count the weekly days without a break, 52 at most`(age: Int, weeks: Int, since: Int) async {
    let item = await item(since: age)
    #expect(item?.weeks == weeks)
    #expect(item?.since == today - since)
  }

  @Test func `an open item is overdue after more than 14 days`() async {
    #expect(await item(since: 14)?.isOverdue == false)
    #expect(await item(since: 21)?.isOverdue == true)
    #expect(await item(since: 21)?.state == .open)
    #expect(await item(since: 21)?.decisionDueOn == today - 7)
  }

  @Test func `a decision holds for 28 days and the item is reopened after`() async {
    #expect(await item(since: 70, reviews: [decision(.csmRight, age: 27)])?.state == .decided)
    #expect(await item(since: 70, reviews: [decision(.csmRight, age: 27)])?.isOverdue == false)
    #expect(await item(since: 70, reviews: [decision(.csmRight, age: 28)])?.state == .reopened)
    #expect(await item(since: 70, reviews: [decision(.csmRight, age: 42)])?.isOverdue == false)
    #expect(await item(since: 70, reviews: [decision(.csmRight, age: 43)])?.isOverdue == true)
  }

  @Test func `a deferral holds until its due day, or for 28 days`() async {
    #expect(await item(since: 70, reviews: [decision(.defer, age: 60, dueIn: 1)])?.state == .deferred)
    #expect(await item(since: 70, reviews: [decision(.defer, age: 60, dueIn: 0)])?.state == .reopened)
    #expect(await item(since: 70, reviews: [decision(.defer, age: 27)])?.state == .deferred)
    #expect(await item(since: 70, reviews: [decision(.defer, age: 28)])?.state == .reopened)
    // A due day before the decision counts as the day of the decision.
    #expect(await item(since: 70, reviews: [decision(.defer, age: 14, dueIn: -90)])?.isOverdue == false)
    #expect(await item(since: 70, reviews: [decision(.defer, age: 15, dueIn: -90)])?.isOverdue == true)
  }

  @Test func `a decision counts from six days before the item began, on its own list`() async {
    #expect(await item(since: 7, reviews: [decision(.both, age: 13)])?.state == .decided)
    #expect(await item(since: 7, reviews: [decision(.both, age: 14)])?.state == .open)
    let elsewhere = ReviewDecision(date: today, list: .quiet, decision: .both)
    #expect(await item(since: 7, reviews: [elsewhere])?.state == .open)
    #expect(await item(since: 7, reviews: [decision(.both, age: 2), decision(.defer, age: 2)])?.state == .deferred)
  }
}
