import Health
import SeededRandom

/// A made-up customer: its attributes, and its health from the first week to the last.
struct Customer {
  let id: String
  let name: String
  let csm: String
  let arr: Int
  let employees: Int
  let seats: Int
  let startedOn: Day
  let renewsOn: Day
  let endedOn: Day?
  /// The health at the beginning and at the end, 0–1.
  let health: (first: Double, last: Double)
  private let attributes: (industry: String, plan: String, region: String)

  init(number: Int, asOf: Day, using generator: inout SplitMix64) {
    id = "A-\(10_000 + number)"
    name = "\(generator.pick(Phrases.names)) \(number)"
    csm = generator.pick(Phrases.csms)
    // Many small customers, few large ones.
    let size = generator.fraction(0...1)
    employees = 20 + Int(8000 * size * size * size * size)
    seats = max(5, employees / 3)
    arr = 1000 * max(2, seats * generator.whole(in: 2...5) / 10)
    startedOn = asOf - generator.whole(in: 100...2000)
    renewsOn = asOf + generator.whole(in: -10...360)
    endedOn = generator.happens(0.06) ? asOf - generator.whole(in: 1...300) : nil
    let first = generator.fraction(0.2...1)
    let last = min(1, max(0, first + generator.fraction(-0.35...0.25)))
    health = (first, endedOn == nil ? last : min(last, 0.4))
    attributes = (generator.pick(Phrases.trades), generator.pick(Phrases.plans), generator.pick(Phrases.regions))
  }

  /// A row of accounts.csv.
  var cells: [String] {
    [
      id, name, csm, String(arr), attributes.industry, String(employees), attributes.plan, attributes.region,
      String(seats), startedOn.description, renewsOn.description, endedOn?.description ?? "",
    ]
  }

  /// A row of outcomes.csv: it left, or stayed until it comes up for renewal a year later.
  var outcome: [String]? {
    if let endedOn { return [id, endedOn.description, "churned", String(arr), "0", "price"] }
    let renewedOn = renewsOn - 365
    return renewedOn > startedOn ? [id, renewedOn.description, "renewed", String(arr), String(arr), ""] : nil
  }

  /// The values of a week, in the order of `SyntheticPortfolio.measures`; time runs from 0 to 1.
  func measures(at time: Double, using generator: inout SplitMix64) -> [String] {
    let level = (health.first + (health.last - health.first) * time) * generator.fraction(0.9...1.1)
    let users = Int(Double(seats) * min(1, level * 0.8))
    let tenths = Int(level * 100)
    return [
      String(users), String(1 + Int(level * 8)), String(Int(level * 140) - 60), String(max(0, 40 - Int(level * 70))),
      String(users * generator.whole(in: 3...6)), String(users / 4), String(users * 37), String(users / 9),
      "0.\(10 + tenths % 90)", "\(tenths).5",
    ]
  }
}
