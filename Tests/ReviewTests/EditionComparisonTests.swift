import EvidenceFixture
import Health
import Testing

@testable import Review

/// Editions compared with each other and with today's data.
@Suite struct EditionComparisonTests {
  private static let week = 7

  private func models(_ model: Model, version: String) -> Models {
    Models(
      version: version, changed: nil, all: [model], segments: [Segment(id: "all", name: "All")], expansion: .init())
  }

  private func record(_ world: World, _ models: Models, on day: Day) -> EditionRecord {
    let evidence = world.evidence(asOf: day)
    let scorer = Scorer(evidence: evidence, models: models, segmentOf: world.accounts.map { _ in 0 })
    let session = scorer.session(on: day)
    return EditionRecord(
      edition: Edition(of: day), asOf: day, modelVersion: models.version, models: models,
      scores: evidence.accounts.indices.map { account in
        session.detail(of: account).map { RecordedScore($0, by: models.all[0], arr: evidence.accounts[account].arr) }
      })
  }

  private func scorer(_ world: World, _ models: Models) -> Scorer {
    Scorer(evidence: world.evidence(), models: models, segmentOf: world.accounts.map { _ in 0 })
  }

  @Test func `what came late, what was done and what the model changed are told apart`() throws {
    var world = World(["a"])
    world.score(80, from: 100)
    let old = models(.plain, version: "1")
    let published = record(world, old, on: today - Self.week)
    // A row dated a fortnight ago that arrived after the edition, and one of this week.
    world.score(60, from: 14)
    world.score(50, from: 2)
    // The new model scores the same measure more kindly.
    let kinder = Model(
      MeasureDefinition(
        key: "score", maxAge: 36_500, curve: Curve(points: [.init(x: 0, score: 10), .init(x: 100, score: 100)])),
      coverageFloor: 0.4)
    let new = models(kinder, version: "2")
    let comparison = EditionComparison(
      from: published, to: record(world, new, on: today), scorer: scorer(world, new))
    let change = try #require(comparison.change(of: 0))
    let why = try #require(change.why)
    #expect(abs(why.lateData - -20) < 1e-9)
    #expect(abs(why.model - 4) < 1e-9)
    #expect(abs(why.behaviour - -9) < 1e-9)
    #expect(change.change == -25 && comparison.changesModel == true)
    #expect(change.driver?.before.value == 60 && change.driver?.after.value == 50)
    // The new model counts the 60 of then as 64, and the 50 of today as 55.
    #expect(comparison.mainMove?.measure == "score" && isNear(comparison.mainMove?.points, -9))
    #expect(comparison.mean?.accounts == 1 && abs((comparison.mean?.change.total ?? 0) - -25) < 1e-9)
  }

  @Test func `without the earlier model causes cannot be told apart, but the movement can`() throws {
    var world = World(["a"])
    world.score(80, from: 100)
    world.score(30, from: 1)
    let models = models(.plain, version: "1")
    let before = record(world, models, on: today - Self.week)
    let unknown = EditionRecord(
      edition: before.edition, asOf: before.asOf, modelVersion: "0", models: nil, scores: before.scores)
    let comparison = EditionComparison(
      from: unknown, to: record(world, models, on: today), scorer: scorer(world, models))
    #expect(comparison.change(of: 0)?.why == nil && comparison.mean == nil && comparison.changesModel == nil)
    #expect(comparison[.init(from: .green, to: .red)].map(\.id) == ["a"])
  }

  @Test func `every account of either edition is in one cell of the movement`() {
    var world = World(["fell", "left", "new", "stayed"])
    world.accounts[2] = Account(id: AccountID("new"), name: "new", arr: 5, startedOn: today - 3)
    for account in 0..<4 { world.score(80, account: account) }
    world.score(50, from: 1, account: 0)
    world.outcomes = [(1, Outcome(date: today - 2, kind: .churned))]
    let models = models(.plain, version: "1")
    var before = record(world, models, on: today - Self.week)
    let forgotten = RecordedScore(score: 20, band: .red, parts: ScoreParts([]), arr: 7)
    before = EditionRecord(
      edition: before.edition, asOf: before.asOf, modelVersion: "1", models: models, scores: before.scores,
      forgotten: [("forgotten", "forgotten", forgotten)])
    let comparison = EditionComparison(
      from: before, to: record(world, models, on: today), scorer: scorer(world, models))
    func ids(_ from: Band?, _ to: Band?) -> [String] { comparison[.init(from: from, to: to)].map(\.id) }
    #expect(ids(.green, .yellow) == ["fell"])
    #expect(ids(.green, nil) == ["left"])
    #expect(ids(nil, .green) == ["new"])
    #expect(ids(.green, .green) == ["stayed"])
    #expect(ids(.red, nil) == ["forgotten"])
    #expect(EditionComparison.Cell.all.map { comparison[$0].count }.reduce(0, +) == comparison.accounts.count)
    #expect(comparison.accounts.map(\.id).prefix(2) == ["forgotten", "new"], "the most revenue first")
    #expect(comparison.changedBand.map(\.id) == ["fell"])
  }

  @Test func `a past edition is restated by its own model on today's data`() async throws {
    var world = World(["a"])
    world.score(80, from: 100)
    let old = models(.plain, version: "1")
    let edition = today - 10
    // Known today, not when the edition was published.
    world.score(60, from: 12)
    let strict = Model(
      MeasureDefinition(
        key: "score", maxAge: 36_500, curve: Curve(points: [.init(x: 0, score: 0), .init(x: 200, score: 100)])),
      coverageFloor: 0.4)
    let published = PublishedEdition(
      edition: Edition(of: edition), revision: 0, asOf: edition, reason: nil, modelVersion: "1", inputs: "",
      fingerprint: "", bands: BandSplit(), atRisk: AmountSum(), gross: nil, net: nil, openDivergences: 0,
      renewalsNotAgreed: nil, sentimentOverdue: nil)
    let score = PublishedScore(edition: 0, score: 80, band: .green, flag: nil)
    let history = History(
      editions: [published], models: [old], scores: RowsByAccount([(0, score)], accounts: 1),
      listings: RowsByAccount(accounts: 1), previous: nil)
    let review = await Review(
      scorer(world, models(strict, version: "2")), judgement: People().judgement(accounts: 1), rules: .init(),
      history: history)
    #expect(review.restatement.score(of: 0, edition: 0)?.published == 60)
    #expect(review.trend.score(of: 0, weeksAgo: 2)?.published == 40 || review.accounts[0].score.published == 30)
    #expect(review.modelChanges.map { $0.version } == ["2"] && review.modelChanges.map { $0.day } == [today])
  }

  @Test func `a cap that binds is what changed a band, not the score`() throws {
    var world = World(["a"])
    world.score(80, from: 100)
    let free = models(.plain, version: "1")
    var capped = Model.plain
    capped.caps = [Cap(measure: "score", above: 70, below: nil, band: .yellow, why: "too good to be true")]
    let strict = models(capped, version: "2")
    func change(from before: Models, to after: Models) throws -> EditionComparison.AccountChange {
      let comparison = EditionComparison(
        from: record(world, before, on: today - Self.week), to: record(world, after, on: today),
        scorer: scorer(world, after))
      return try #require(comparison.change(of: 0))
    }
    let held = try change(from: free, to: strict)
    #expect(held.change == 0 && held.after?.band == .yellow)
    #expect(held.capChange?.cap.why == "too good to be true" && held.capChange?.isHeld == true)
    #expect(try change(from: strict, to: free).capChange?.isHeld == false)
    #expect(try change(from: strict, to: strict).capChange == nil)
    #expect(try change(from: free, to: free).capChange == nil)
  }

  @Test func `a week that has an edition leads with the figures that were published`() async throws {
    var world = World(["a"])
    world.score(80, from: 100)
    let edition = today - Self.week
    let published = PublishedEdition(
      edition: Edition(of: edition), revision: 0, asOf: edition, reason: nil, modelVersion: "1", inputs: "",
      fingerprint: "", bands: BandSplit(), atRisk: AmountSum(count: 3, known: 768), gross: 0.9, net: 1.1,
      openDivergences: 4,
      renewalsNotAgreed: AmountSum(count: 2, known: 536), sentimentOverdue: nil)
    let history = History(
      editions: [published], models: [nil], scores: RowsByAccount(accounts: 1), listings: RowsByAccount(accounts: 1),
      previous: nil)
    let review = await Review(
      scorer(world, models(.plain, version: "1")), judgement: People().judgement(accounts: 1), rules: .init(),
      history: history)
    let week = review.figures[1]
    #expect(week.atRisk.amount == 768 && week.gross == 0.9 && week.net == 1.1 && week.openDivergences.count == 4)
    #expect(week.renewalsNotAgreed.amount == 536)
    // What that edition lacks is computed again: there is no flag.
    #expect(week.sentimentOverdue == 1)
    #expect(review.figures[2].atRisk.amount == 0 && review.today.atRisk.amount == 0)
  }

  @Test func `a trial says which accounts another model would move, and how it would have foreseen losses`() async {
    var world = World(["a", "b"])
    world.score(80, account: 0)
    world.score(30, account: 1)
    world.outcomes = [(0, Outcome(date: today - 30, kind: .renewed)), (1, Outcome(date: today - 20, kind: .renewed))]
    let review = await People().review(world)
    let strict = Model(
      MeasureDefinition(
        key: "score", maxAge: 36_500, curve: Curve(points: [.init(x: 0, score: 0), .init(x: 200, score: 100)])),
      coverageFloor: 0.4)
    let trial = await ModelTrial(of: models(strict, version: "2"), segmentOf: [0, 0], named: "2", against: review)
    #expect(trial.comparison.flippedByModel.map(\.id) == ["a"])
    #expect(trial.comparison.accounts.allSatisfy { $0.why?.behaviour == 0 && $0.why?.lateData == 0 })
    #expect(trial.backtests.map { $0.inForce.n } == [2, 2, 2] && trial.backtests.map { $0.onTrial.n } == [2, 2, 2])
    #expect(trial.backtests[1].inForce.calls.map(\.score) == [80, 30])
    #expect(trial.backtests[1].onTrial.calls.map(\.score) == [40, 15])
  }

  @Test func `a loss is looked back on week by week, and counts as news when the last edition knew nothing of it`()
    async
  {
    var world = World(["a", "b"])
    world.score(80, from: 900, account: 0)
    world.score(20, from: 50, account: 0)
    world.score(80, from: 900, account: 1)
    world.outcomes = [
      (0, Outcome(date: today - 20, kind: .churned, noticeOn: today - 30)),
      (1, Outcome(date: today - 400, kind: .churned)),
    ]
    var people = People()
    people.flag(.yellow, age: 100)
    let listing = History.Listing(edition: 0, list: .greenButYellow)
    let day = today - 70
    let published = PublishedEdition(
      edition: Edition(of: day), revision: 0, asOf: day, reason: nil, modelVersion: "1", inputs: "",
      fingerprint: "", bands: BandSplit(), atRisk: AmountSum(), gross: nil, net: nil, openDivergences: 0,
      renewalsNotAgreed: nil, sentimentOverdue: nil)
    let models = models(.plain, version: "1")
    let previous = EditionRecord(
      edition: Edition(of: today - 7), asOf: today - 7, modelVersion: "1", models: models,
      scores: [RecordedScore(score: 20, band: .red, parts: ScoreParts([]), arr: nil), nil])
    let history = History(
      editions: [published], models: [models],
      scores: RowsByAccount([(0, PublishedScore(edition: 0, score: 79, band: .green, flag: .yellow))], accounts: 2),
      listings: RowsByAccount([(0, listing)], accounts: 2), previous: previous)
    let review = await Review(
      scorer(world, models), judgement: people.judgement(accounts: 2), rules: .init(), history: history)
    // Lost before the last edition, which still counted it: the loss was not on record.
    #expect(review.lost.map(\.account) == [0])
    #expect(review.lostInYear.map(\.account) == [0])
    let weeks = review.lostInYear[0].weeks
    #expect(weeks.count == Backtest.approachWeeks)
    #expect(weeks.prefix(4).map { $0?.score } == [20, 20, 80, 80])
    // The edition of the week: 40 days before the notice, in the sixth week before it.
    #expect(weeks[4]?.score == 79 && weeks[4]?.isRescored == false && weeks[5]?.isRescored == true)
    #expect(weeks.prefix(4).map { $0?.flag } == [.yellow, .yellow, .yellow, .yellow])
    #expect(review.lostInYear[0].listings == [listing])
    #expect(review.lostWithoutOutcome.isEmpty)
  }

  @Test func `an account that ended is lost on that day though no outcome tells it, and stays out of the backtest`()
    async
  {
    var world = World(["gone", "long gone", "leaving", "churned"])
    let ends = [today - 20, today - 365, today + 1, today - 3]
    world.accounts = zip(world.accounts, ends).map { Account(id: $0.id, name: $0.name, arr: 10, endedOn: $1) }
    for account in ends.indices { world.score(80, from: 900, account: account) }
    world.outcomes = [(3, Outcome(date: today - 10, kind: .churned))]
    let review = await People().review(world)
    #expect(review.lostInYear.map(\.account) == [0, 3])
    #expect(review.lostInYear.map(\.leftOn) == [today - 20, today - 10])
    #expect(review.lostWithoutOutcome.map(\.account) == [0])
    #expect(review.lostWithoutOutcome.allSatisfy { $0.outcome == nil && $0.call == nil && $0.weeks.isEmpty })
    #expect(review.lost.map(\.account) == [0, 3])
    #expect(review.backtest[90]?.calls.map(\.account) == [3])
  }
}
