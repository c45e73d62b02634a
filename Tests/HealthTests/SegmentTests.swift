import EvidenceFixture
import Health
import Testing

@Suite struct SegmentTests {
  private func segments(_ conditions: [Segment.Condition.Test], _ world: World, column: String = "employees") -> [Int?]
  {
    let segments =
      conditions.enumerated().map {
        Segment(id: "s\($0)", name: "", conditions: [Segment.Condition(column: column, test: $1)])
      } + [Segment(id: "rest", name: "")]
    return Models(version: "", changed: nil, all: [Model()], segments: segments, expansion: .init())
      .segments(of: world.evidence())
  }

  @Test func `the first segment that admits an account takes it`() {
    var world = World(["a", "b", "c", "d"])
    world.column("employees", [1000, 999, 50, nil])
    #expect(segments([.number(.atLeast, 1000), .number(.above, 50)], world) == [0, 1, 2, 2])
    #expect(segments([.number(.below, 50), .number(.atMost, 50)], world) == [2, 2, 1, 2])
  }

  @Test func `equal numbers are equal however they are written, and texts byte for byte`() {
    var world = World(["a", "b", "c"])
    world.columns = [
      AccountCells(name: "employees", texts: ["50.0", "5e1", "fifty"], numbers: [50, 50, nil]),
      AccountCells(name: "plan", texts: ["gold", "Gold", nil], numbers: [nil, nil, nil]),
    ]
    #expect(segments([.oneOf(["50"])], world) == [0, 0, 1])
    #expect(segments([.oneOf(["silver", "gold"])], world, column: "plan") == [0, 1, 1])
    #expect(segments([.oneOf(["gold"])], world, column: "no such column") == [1, 1, 1])
  }

  @Test func `all conditions must hold`() {
    var world = World(["a", "b"])
    world.column("employees", [100, 100])
    world.column("seats", [10, 5])
    let both = ["employees", "seats"].map { Segment.Condition(column: $0, test: .number(.atLeast, 10)) }
    let models = Models(
      version: "", changed: nil, all: [Model()], segments: [Segment(id: "both", name: "", conditions: both)],
      expansion: .init())
    #expect(models.segments(of: world.evidence()) == [0, nil])
  }

  @Test func `an account that names a segment belongs to it, and to the first that admits it when there is none such`()
  {
    var world = World(["a", "b"])
    world.accounts = ["rest", "unheard of"].map { Account(id: AccountID($0), name: $0, segment: $0) }
    world.column("employees", [1000, 1000])
    #expect(segments([.number(.atLeast, 1)], world) == [1, 0])
    let models = Models(
      version: "", changed: nil, all: [Model()], segments: [Segment(id: "rest", name: "")], expansion: .init())
    let evidence = world.evidence()
    #expect([0, 1].map { models.isPlacedByColumn($0, of: evidence) } == [true, false])
  }

  @Test func `a cell names a segment by its id before its name, in the spelling of both`() {
    let models = Models(
      version: "", changed: nil, all: [Model()],
      segments: [
        Segment(id: "key", name: "Core"), Segment(id: "core", name: "Key"), Segment(id: "rest", name: "All Others"),
      ], expansion: .init())
    let cells = ["KEY", "Core", "all others", "others", nil]
    var world = World(["a", "b", "c", "d", "e"])
    world.accounts = zip(["a", "b", "c", "d", "e"], cells).map {
      Account(id: AccountID($0), name: $0, segment: $1)
    }
    var evidence = world.evidence()
    #expect((0..<5).map { models.isPlacedByColumn($0, of: evidence) } == [false, true, false, false, false])
    evidence.spelling = { $0.lowercased() }
    #expect((0..<5).map { models.isPlacedByColumn($0, of: evidence) } == [true, true, true, false, false])
    #expect(models.segments(of: evidence) == [0, 1, 2, 0, 0])
  }

  @Test func `columns and what they hold are compared by the spelling, too, and numbers as numbers`() {
    var world = World(["a", "b"])
    world.columns = [
      AccountCells(name: "Region", texts: ["North", "5"], numbers: [nil, 5]),
      AccountCells(name: "region", texts: ["south", nil], numbers: [nil, nil]),
      AccountCells(name: "Seats", texts: ["40", "50"], numbers: [40, 50]),
    ]
    var evidence = world.evidence()
    evidence.spelling = { $0.lowercased() }
    func admitted(_ column: String, _ value: String) -> [Int?] {
      let only = Segment(id: "s", name: "", conditions: [.init(column: column, test: .oneOf([value]))])
      return Models(version: "", changed: nil, all: [Model()], segments: [only], expansion: .init())
        .segments(of: evidence)
    }
    #expect(admitted("Region", "NORTH") == [0, nil])
    #expect(admitted("REGION", "5.0") == [nil, 0])
    // A column that is spelled exactly so comes first.
    #expect(admitted("region", "South") == [0, nil])
    #expect(admitted("plan", "South") == [nil, nil])
    #expect(evidence.column(named: "seats") == 2)
  }

  @Test func `each segment is scored by its own model`() {
    var world = World(["a", "b"])
    for account in 0...1 { world.observe("m", 60, account: account) }
    let base = Model(MeasureDefinition(key: "m", curve: .identity))
    var strict = base
    strict.bands = BandEdges(green: 90, yellow: 61)
    let models = Models(
      version: "", changed: nil, all: [base, strict],
      segments: [Segment(id: "s", name: ""), Segment(id: "t", name: "", model: 1)], expansion: .init())
    let session = Scorer(evidence: world.evidence(), models: models, segmentOf: [0, 1]).session(on: today)
    #expect([0, 1].map { session.detail(of: $0)?.score.band } == [.yellow, .red])
  }
}
