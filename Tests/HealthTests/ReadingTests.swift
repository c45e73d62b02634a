import EvidenceFixture
@testable import Health
import Testing

/// How observations become a value, and the maximum age of it.
@Suite struct ReadingTests {
  private func read(_ measure: MeasureDefinition, _ world: World, on day: Day = today) -> Observation? {
    world.score(Model(measure), on: day)?.measures[0]?.observation
  }

  private func measure(_ reading: Reading, of: String = "m", per: String? = nil) -> MeasureDefinition {
    MeasureDefinition(key: "key", of: of, per: per, reading: reading, curve: .identity)
  }

  @Test func `latest is the last observation on or before the day`() {
    var world = World()
    world.observe("m", 30, on: today - 10)
    world.observe("m", 20, on: today - 5)
    #expect(read(measure(.latest), world)?.value == 20)
    #expect(read(measure(.latest), world, on: today - 6)?.value == 30)
    #expect(read(measure(.latest), world, on: today - 11)?.state == .never)
    #expect(read(measure(.latest), world)?.observedOn == today - 5)
  }

  @Test func `mean and sum look at 28 days that end with the last observation`() {
    var world = World()
    // The last one is 5 days old, so the window is days 5 to 32 before today.
    for (age, value) in [(5, 10.0), (20, 20), (32, 60), (33, 1000)] { world.observe("m", value, on: today - age) }
    #expect(read(measure(.mean), world)?.value == 30)
    #expect(read(measure(.sum), world)?.value == 90)
    var narrow = measure(.sum)
    narrow.window = 1
    #expect(read(narrow, world)?.value == 10)
  }

  @Test func `change compares the mean of 28 days with that of the 84 before`() {
    var world = World()
    // Recent mean (30 + 60) ÷ 2 = 45, mean before (40 + 80) ÷ 2 = 60: 100 × (45 ÷ 60 − 1) = −25.
    for (age, value) in [(0, 30.0), (27, 60), (28, 40), (111, 80), (112, 1000)] {
      world.observe("m", value, on: today - age)
    }
    #expect(isNear(read(measure(.change), world)?.value, -25))
    var short = measure(.change)
    short.baseline = 1
    // 45 ÷ 40 − 1
    #expect(isNear(read(short, world)?.value, 12.5))
  }

  @Test func `change is never without a baseline, or with one that is not positive`() {
    var world = World()
    world.observe("m", 30)
    #expect(read(measure(.change), world) == Observation(never: today))
    world.observe("m", 0, on: today - 28)
    #expect(read(measure(.change), world) == Observation(never: today))
    world.observe("m", -5, on: today - 29)
    #expect(read(measure(.change), world) == Observation(never: today))
    world.observe("m", 8, on: today - 30)
    #expect(read(measure(.change), world)?.value == 2900)
  }

  @Test func `per divides by the latest reading of the other on the day of the value`() {
    var world = World()
    world.observe("m", 30, on: today - 10)
    for (age, seats) in [(100, 60.0), (5, 10)] { world.observe("seats", seats, on: today - age) }
    #expect(read(measure(.latest, per: "seats"), world)?.value == 0.5)
    world.observe("m", 20, on: today - 4)
    #expect(read(measure(.latest, per: "seats"), world)?.value == 2)
    // Mean 25 and sum 50 are divided by the seats of the window's last day.
    #expect(read(measure(.mean, per: "seats"), world)?.value == 2.5)
    #expect(read(measure(.sum, per: "seats"), world)?.value == 5)
  }

  @Test(arguments: [0.0, -4, nil]) func `a divisor that is missing or not positive makes a reading never`(
    seats: Double?
  ) {
    var world = World()
    world.observe("m", 30, on: today - 3)
    world.column("seats", [seats])
    #expect(read(measure(.latest, per: "seats"), world) == Observation(never: today - 3))
  }

  @Test func `a value is fresh for 35 days and stale from the 36th on`() {
    var world = World()
    world.observe("m", 30, on: today - 35)
    #expect(read(measure(.latest), world)?.state == .fresh)
    world = World()
    world.observe("m", 30, on: today - 36)
    #expect(read(measure(.latest), world)?.state == .stale)
    #expect(read(measure(.latest), world)?.value == 30)
    #expect(read(measure(.mean), world)?.state == .stale)
    var patient = measure(.latest)
    patient.maxAge = 36
    #expect(read(patient, world)?.state == .fresh)
  }

  @Test func `derived measures and attributes are fresh as long as they have a value`() {
    var world = World()
    world.column("seats", [40])
    world.contacts = [(0, Contact(name: "Ada", roles: [.champion], since: today - 3000))]
    #expect(read(measure(.latest, of: "seats"), world) == Observation(fresh: 40))
    #expect(read(measure(.latest, of: "champions"), world) == Observation(fresh: 1))
    #expect(read(measure(.latest, of: "tenure_days"), world)?.state == .never)
    #expect(read(measure(.latest, of: "nobody feeds this"), world)?.state == .never)
  }

  @Test(arguments: ["days_since_contact", "touchpoints_90d", "open_tickets", "tickets_90d", "urgent_tickets_90d"])
  func `a feed without a row of anybody for 15 days makes its measures stale`(name: String) {
    var world = World(["a", "b"])
    world.accounts[0] = Account(id: AccountID("a"), name: "a", startedOn: today - 400)
    for age in [15, 100] {
      world.touchpoints.append((1, Touchpoint(date: today - age)))
      world.tickets.append((1, Ticket(id: "\(age)", openedOn: today - age)))
    }
    #expect(read(measure(.latest, of: name), world)?.state == .stale)
    #expect(read(measure(.latest, of: name), world, on: today - 1)?.state == .fresh)
    #expect(read(measure(.latest, of: name), world, on: today - 101)?.state == .never)
  }

  @Test func `an observed measure takes the place of a column of its name from its first row on, for everybody`() {
    var world = World(["a", "b"])
    world.column("seats", [40, 50])
    world.observe("seats", 10, on: today - 5, account: 1)
    #expect(read(measure(.latest, of: "seats"), world)?.state == .never)
    #expect(read(measure(.latest, of: "seats"), world, on: today - 6) == Observation(fresh: 40))
  }
}

extension Observation {
  fileprivate init(never day: Day?) { self.init(value: nil, state: .never, observedOn: day) }
  fileprivate init(fresh value: Double) { self.init(value: value, state: .fresh, observedOn: nil) }
}
