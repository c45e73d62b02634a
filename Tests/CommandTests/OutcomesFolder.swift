import Foundation

extension StarterFolder {
  /// Replaces the portfolio by accounts whose decisions follow the measure `told` in eight of ten cases, or in all, and
  /// never the measure `idle`, which has nine tenths of the weight.
  func makeOutcomes(accounts: Int = 400, allFollow: Bool = false) throws {
    var tables = [
      "accounts": "account_id,name\n", "outcomes": "account_id,date,kind\n", "measures": "account_id,date,told,idle\n",
    ]
    // Multiplying by a number without a common factor visits all remainders in a scrambled order.
    for number in 0..<accounts {
      let id = "N\(1000 + number)"
      let told = number * 37 % 100
      let idle = number * 53 % 97
      let isFollowed = allFollow || number * 29 % 10 < 8
      let churned = isFollowed ? told < 30 : number * 71 % 10 < 3
      let day = 1 + number / 2
      tables["accounts", default: ""] += "\(id),Name \(number)\n"
      tables["measures", default: ""] += "\(id),\(Self.day(day)),\(told),\(idle)\n"
      tables["outcomes", default: ""] += "\(id),\(Self.day(day + 95)),\(churned ? "churned" : "renewed")\n"
    }
    for file in ["data", "vigie.yml"] {
      try? FileManager.default.removeItem(at: url.appending(path: "p/" + file))
    }
    for (table, text) in tables { try write(text, to: "data/\(table).csv") }
    try write(Self.model, to: "model.yml")
  }

  static let model = """
    # Two signs, one of which says nothing.
    version: "plain"   # since ever
    changed: {date: 2026-01-01, by: Ada, why: a guess, expected: nothing}
    dimensions:
      telling: {weight: 10, measures: {told: {worst: 0, best: 100}}}   # ten
      idling:
        weight: 90  # ninety
        measures:
          idle: {worst: 0, best: 100}

    """

  /// A day of 2026 by its number, always within 2026.
  private static func day(_ number: Int) -> String {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var (month, rest) = (0, number)
    while rest > lengths[month] {
      rest -= lengths[month]
      month += 1
    }
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "2026-\(two(month + 1))-\(two(rest))"
  }
}
