import EvidenceFixture
import Health
import SeededRandom

/// Accounts with a sparse, random history of a year, and a model with every reading, divisor and absence rule.
enum RandomWorld {
  /// Three accounts with observations, touchpoints and tickets.
  static func world(_ seed: UInt64) -> World {
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

  /// As many accounts as make a cohort and a few more, with rows in every table.
  static func crowd(_ seed: UInt64) -> World {
    var random = SplitMix64(seed: seed)
    var world = World((0..<24).map { "\(10 + $0)" })
    func day() -> Day { today - random.whole(below: 400) }
    func perhaps(_ day: Day) -> Day? { random.whole(below: 2) == 0 ? day : nil }
    world.column("seats", world.accounts.map { _ in Double(random.whole(below: 40)) })
    world.column("o", world.accounts.map { _ in Double(random.whole(below: 90)) })
    for (account, own) in world.accounts.enumerated() {
      world.accounts[account] = Account(
        id: own.id, name: own.name, startedOn: perhaps(day()), renewsOn: perhaps(day() + 300),
        endedOn: perhaps(day() + 350))
      for measure in ["m", "n", "o"] {
        for day in Set((0..<random.whole(below: 60)).map { _ in day() }) where measure != "o" || today - day < 200 {
          world.observe(measure, Double(random.whole(below: 120)) - 5, on: day, account: account)
        }
      }
      for number in 0..<random.whole(below: 9) {
        let opened = day()
        let severity = Ticket.Severity.allCases[random.whole(below: 4)]
        let ticket = Ticket(
          id: "\(number)", openedOn: opened, closedOn: perhaps(opened + random.whole(below: 30)), severity: severity,
          csat: random.whole(below: 2) == 0 ? Double(1 + random.whole(below: 5)) : nil)
        world.tickets.append((account, ticket))
        if number == 0 { world.replacedTickets.append((account, ReplacedTicket(ticket, replacedOn: opened + 20))) }
        world.touchpoints.append((account, Touchpoint(date: day())))
        world.contacts.append(
          (
            account,
            Contact(
              name: "\(number)", roles: [.champion], since: perhaps(day()), leftOn: perhaps(day()),
              hasUnreadableLeave: number == 5)
          ))
        world.goals.append(
          (
            account,
            Goal(goal: "\(number)", dueOn: perhaps(day()), metOn: perhaps(day()), hasUnreadableDue: number == 5)
          ))
      }
      for _ in 0..<random.whole(below: 3) {
        let kind = Outcome.Kind.allCases[random.whole(below: 4)]
        world.outcomes.append((account, Outcome(date: day(), kind: kind)))
      }
    }
    return world
  }

  /// The model with every derived measure, peers and a rhythm besides.
  static var fullModel: Model {
    var full = model
    let derived = DerivedMeasure.allCases.map { measure("\($0)", $0.rawValue, .latest, .exclude) }
    full.dimensions.append(
      Dimension(
        id: "more", weight: 1,
        measures: derived + [
          measure("peers", "m", .peers, per: "seats", .exclude), measure("rhythm", "n", .rhythm),
          measure("per_ticket", "m", per: "open_tickets"), measure("sum_per_tenure", "n", .sum, per: "tenure_days"),
        ]))
    full.caps = [Cap(measure: "mean", above: 100, below: nil, band: .yellow, why: "")]
    return full
  }

  static var model: Model {
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

  static func measure(
    _ key: String, _ of: String, _ reading: Reading = .latest, per: String? = nil, _ rule: AbsenceRule = .cap
  ) -> MeasureDefinition {
    MeasureDefinition(
      key: key, of: of, per: per, reading: reading, whenAbsent: rule, curve: Curve(worst: 10, best: 90))
  }
}
