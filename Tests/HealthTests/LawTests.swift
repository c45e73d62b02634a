import EvidenceFixture
import Health
import SeededRandom
import Testing

/// Laws for every portfolio, checked on random ones.
@Suite struct LawTests {
  /// Three accounts with a sparse, random history of a year in every table.
  private func world(_ seed: UInt64) -> World {
    var random = SplitMix64(seed: seed)
    var world = World(["a", "b", "c"])
    world.accounts[1] = Account(
      id: AccountID("b"), name: "b", startedOn: today - 200, renewsOn: today + 40)
    world.column("seats", [50, nil, 10])
    for account in 0..<3 {
      for measure in ["m", "n", "o"] {
        for _ in 0..<random.whole(below: 20) {
          world.observe(
            measure, Double(random.whole(below: 120)), on: today - random.whole(below: 365), account: account)
        }
        world.observations[measure] = world.observations[measure, default: []].reduce(into: []) { kept, row in
          if !kept.contains(where: { $0.account == row.account && $0.day == row.day }) { kept.append(row) }
        }
      }
      for number in 0..<random.whole(below: 8) {
        let day = today - random.whole(below: 365)
        world.touchpoints.append((account, Touchpoint(date: day)))
        world.tickets.append(
          (account, Ticket(id: "\(number)", openedOn: day - 3, closedOn: day, severity: .high, csat: 3)))
      }
    }
    return world
  }

  /// Every reading, divisor and absence rule.
  private var model: Model {
    let line = Curve(worst: 10, best: 90)
    func measure(
      _ key: String, _ of: String, _ reading: Reading = .latest, per: String? = nil, _ rule: AbsenceRule = .cap
    )
      -> MeasureDefinition
    {
      MeasureDefinition(key: key, of: of, per: per, reading: reading, whenAbsent: rule, curve: line)
    }
    let usage = [
      measure("latest", "m"), measure("mean", "m", .mean), measure("change", "n", .change),
      measure("seat_use", "n", per: "seats"), measure("sum", "o", .sum, .zero), measure("left", "o", .latest, .exclude),
    ]
    let support = [
      measure("contact", "days_since_contact"), measure("tickets", "tickets_90d"),
      measure("csat", "csat_90d", .latest, .exclude),
      measure("runway", "days_to_renewal"),
    ]
    return Model(
      id: "default",
      dimensions: [
        Dimension(id: "usage", weight: 3, measures: usage), Dimension(id: "support", weight: 2, measures: support),
      ],
      coverageFloor: 0)
  }

  @Test(arguments: UInt64(1)...20) func `contributions add up to the exact score, which lies between low and high`(
    seed: UInt64
  ) throws {
    for account in 0..<3 {
      let detail = try #require(world(seed).score(model, account: account))
      let exact = try #require(detail.score.exact)
      #expect(isNear(detail.dimensions.compactMap { $0?.contribution }.reduce(0, +), exact))
      #expect((0...100).contains(exact))
      #expect(detail.score.low <= detail.score.high)
      #expect((0...1).contains(detail.score.coverage))
    }
  }

  @Test(arguments: UInt64(1)...20) func `silence never lifts what a dated measure counts`(seed: UInt64) {
    let scorer = world(seed).scorer(model)
    // There are no rows after the as-of day, so on every later day data are only older.
    for account in 0..<3 {
      var before = [Double?](repeating: nil, count: 5)
      for day in 0...200 {
        let detail = scorer.session(on: today + day).detail(of: account)
        let counted = (0..<5).map { detail?.measures[$0]?.counted }
        for (earlier, later) in zip(before, counted) where day > 0 {
          #expect((later ?? 101) <= (earlier ?? 100), "seed \(seed), account \(account), day \(day)")
        }
        before = counted
      }
    }
  }

  @Test(arguments: UInt64(1)...20) func `the order of rows does not matter`(seed: UInt64) {
    let world = world(seed)
    var reversed = world
    for key in world.observations.keys { reversed.observations[key]?.reverse() }
    reversed.touchpoints.reverse()
    reversed.tickets.reverse()
    for account in 0..<3 {
      #expect(world.score(model, account: account)?.score == reversed.score(model, account: account)?.score)
      #expect(world.score(model, account: account)?.measures == reversed.score(model, account: account)?.measures)
    }
  }

  @Test(arguments: UInt64(1)...20) func `rows after a day change nothing that is said of it`(seed: UInt64) {
    let world = world(seed)
    for age in [1, 30, 100] {
      for account in 0..<3 {
        let past = world.scorer(model).session(on: today - age).detail(of: account)
        let then = world.scorer(model, asOf: today - age).session(on: today - age).detail(of: account)
        #expect(past?.score == then?.score)
        #expect(past?.measures == then?.measures)
      }
    }
  }
}
