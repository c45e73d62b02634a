import EvidenceFixture
import Health
import Testing

@testable import Review

/// How a segment stands beside all accounts, and how it moved.
@Suite struct SegmentTrendTests {
  /// Accounts a and b in one segment and c in another, with a score of 60, 80 and 100 in use and of 50 each in answers.
  private func review() async -> Review {
    var world = World(["a", "b", "c"])
    world.accounts = zip(world.accounts, [10.0, 30, 20]).map { Account(id: $0.id, name: $0.name, arr: $1) }
    for (account, value) in [60.0, 80, 100].enumerated() {
      // Until two weeks ago all were alike.
      world.observe("use", 90, on: today - 900, account: account)
      world.observe("use", value, on: today - 13, account: account)
      world.observe("answers", 50, on: today - 900, account: account)
    }
    func dimension(_ id: String) -> Dimension {
      Dimension(id: id, weight: 1, measures: [MeasureDefinition(key: id, maxAge: 36_500, curve: .identity)])
    }
    let models = Models(
      version: "test", changed: nil, all: [Model(id: "default", dimensions: [dimension("answers"), dimension("use")])],
      segments: [Segment(id: "s", name: "S"), Segment(id: "t", name: "T")], expansion: .init())
    let scorer = Scorer(evidence: world.evidence(), models: models, segmentOf: [0, 0, 1])
    return await Review(scorer, judgement: People().judgement(accounts: 3), rules: .init())
  }

  @Test func `the dimension furthest below that of all accounts comes first`() async {
    let review = await review()
    let means = review.dimensionMeans(of: review.segments[0])
    // Use: 70 here and 80 among all; answers: 50 everywhere.
    #expect(means.map(\.id) == ["use", "answers"])
    #expect(means.map(\.here) == [70, 50] && means.map(\.all) == [80, 50])
    #expect(means.map(\.difference) == [-10, 0])
    #expect(means[0].lowest.map(\.account) == [0, 1] && means[0].lowest.map(\.score) == [60, 80])
    // Of equal scores that of the larger account comes first.
    #expect(means[1].lowest.map(\.account) == [1, 0])
  }

  @Test func `a median moves with the members' scores`() async {
    let review = await review()
    let trend = review.trend(of: review.segments[0])
    // (60 + 50) ÷ 2 and (80 + 50) ÷ 2 today, (90 + 50) ÷ 2 a fortnight ago.
    #expect(trend.median(weeksAgo: 0) == 60 && trend.median(weeksAgo: 2) == 70)
    #expect(trend.counts(weeksAgo: 0) == [.yellow: 2] && trend.counts(weeksAgo: 2) == [.green: 2])
    #expect(review.trendOfAll.median(weeksAgo: 0) == 65 && review.trendOfAll.counts(weeksAgo: 2) == [.green: 3])
    #expect(trend.weeksSinceEdition == 1 && trend.day(weeksAgo: 1) == today - 7)
  }
}
