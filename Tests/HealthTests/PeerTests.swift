import EvidenceFixture
import Health
import Testing

/// A reading against peers: at least 20 of them, including the account itself.
@Suite struct PeerTests {
  private let peers = MeasureDefinition(key: "peer_use", of: "m", reading: .peers, curve: .identity)

  /// Accounts a00, a01, … that observed 0, 10, 20, ….
  private func world(_ count: Int) -> World {
    var world = World((0..<count).map { $0 < 10 ? "a0\($0)" : "a\($0)" })
    for account in 0..<count { world.observe("m", Double(10 * account), account: account) }
    return world
  }

  private func observation(_ world: World, _ account: Int, on day: Day = today) -> Observation? {
    world.score(Model(peers), account: account, on: day)?.measures[0]?.observation
  }

  @Test func `the percentile is the share of smaller values and half of the equal ones`() {
    var world = world(20)
    // 0 smaller + ½ itself of 20; 10 + ½; 19 + ½.
    #expect([0, 10, 19].map { observation(world, $0)?.value } == [2.5, 52.5, 97.5])
    world.observations["m"]?[11].value = 100
    // Accounts 10 and 11 are equal now: 10 smaller, half of 2.
    #expect([10, 11].map { observation(world, $0)?.value } == [55, 55])
  }

  @Test func `19 accounts are no cohort`() {
    #expect(observation(world(19), 3)?.state == .never)
    #expect(observation(world(19), 3)?.observedOn == today)
    #expect(observation(world(20), 3)?.state == .fresh)
  }

  @Test func `an account whose own value is stale is compared all the same and counted with its peers`() {
    var world = world(20)
    world.observations["m"]?[0].day = today - 36
    // 19 fresh ones and itself: none smaller, half of itself.
    #expect(observation(world, 0)?.value == 2.5)
    #expect(observation(world, 0)?.state == .stale)
    // For the others a stale account is not a peer, and 19 are too few.
    #expect(observation(world, 5)?.state == .never)
  }

  @Test func `an account that is not active is nobody's peer`() {
    var world = world(20)
    world.outcomes = [(0, Outcome(date: today, kind: .churned))]
    #expect(observation(world, 5)?.state == .never)
    #expect(observation(world, 5, on: today - 1)?.state == .never)
    #expect(observation(world, 0) == nil)
  }

  @Test func `the segment is the cohort where it has 20 such accounts, else the portfolio`() {
    let world = world(60)
    let segments = [Segment(id: "small", name: "Small"), Segment(id: "large", name: "Large")]
    func rank(of account: Int, small: Int) -> PeerRank? {
      let models = Models(
        version: "test", changed: nil, all: [Model(peers)], segments: segments, expansion: .init())
      let scorer = Scorer(evidence: world.evidence(), models: models, segmentOf: (0..<60).map { $0 < small ? 0 : 1 })
      return scorer.session(on: today).peerStanding(of: account, measure: 0)
    }
    // The last of 20 in its segment: 19 smaller + ½ of 20; in the portfolio of 60: 18 smaller + ½.
    #expect(rank(of: 19, small: 20)?.percentile == 97.5)
    #expect(rank(of: 19, small: 20)?.isSegment == true)
    #expect(isNear(rank(of: 18, small: 19)?.percentile, 100 * 18.5 / 60))
    #expect(rank(of: 18, small: 19)?.isSegment == false)
    #expect(rank(of: 18, small: 19)?.count == 60)
  }

  @Test func `values are compared after division`() {
    var world = world(20)
    // Everybody has a value of 1 per seat, except the first with 0.
    world.column("seats", (0..<20).map { Double(max(10 * $0, 1)) })
    var measure = peers
    measure.per = "seats"
    let scores = [0, 19].map { world.score(Model(measure), account: $0)?.measures[0]?.observation.value }
    #expect(scores == [2.5, 52.5])
  }
}
