import SeededRandom

/// A measure for a made-up model, with two roughly equivalent scales.
private struct Draft {
  let dimension: String
  let key: String
  let fields: [String]
  let ends: String
  let points: String
}

extension Plan {
  private var drafts: [Draft] {
    func draft(_ dimension: String, _ key: String, _ fields: [String], _ ends: String, _ points: String) -> Draft {
      Draft(dimension: dimension, key: key, fields: fields, ends: ends, points: points)
    }
    let always = [
      draft("usage", "nps_now", ["of: nps"], "worst: 0, best: 100", "[[0, 0], [100, 100]]"),
      draft(
        "usage", "seat_use", ["of: weekly_active_users", "per: seats"], "worst: 0.1, best: 0.7",
        "[[0, 0], [0.5, 60], [1, 100]]"),
      draft(
        "usage", "usage_change", ["of: weekly_active_users", "read: change"], "worst: -40, best: 0",
        "[[-50, 0], [0, 70], [50, 100]]"),
      draft(
        "usage", "peer_use", ["of: weekly_active_users", "per: seats", "read: peers"], "worst: 0, best: 100",
        "[[10, 0], [50, 70], [90, 100]]"),
      draft(
        "usage", "usage_mean", ["of: sessions", "read: mean", "window: 14"], "worst: 0, best: 90", "[[0, 20], [90, 80]]"
      ),
      draft(
        "usage", "usage_sum", ["of: sessions", "read: sum"], "worst: 0, best: 400", "[[0, 0], [100, 70], [400, 100]]"),
      draft(
        "usage", "rhythm", ["of: sessions", "read: rhythm"], "worst: -80, best: 0", "[[-100, 0], [0, 80], [100, 100]]"),
      draft(
        "usage", "rhythm_short", ["of: weekly_active_users", "read: rhythm", "window: 14", "baseline: 42"],
        "worst: -100, best: 0", "[[-100, 10], [-50, 60], [50, 100]]"),
      draft("usage", "quota_use", ["of: sessions", "per: quota"], "worst: 0, best: 2", "[[0, 30], [1, 90]]"),
      draft(
        "usage", "usage_trend", ["of: sessions", "read: change", "window: 7", "baseline: 21"], "worst: -60, best: 20",
        "[[-20, 10], [20, 90]]"),
      draft(
        "support", "ticket_load", ["of: tickets_90d", "per: seats"], "worst: 0.5, best: 0",
        "[[0, 60], [0.02, 100], [0.2, 0]]"),
      draft("support", "open_tickets", [], "worst: 5, best: 0", "[[0, 100], [2, 60], [6, 0]]"),
      draft("support", "urgent", ["of: urgent_tickets_90d"], "worst: 3, best: 0", "[[0, 100], [1, 50]]"),
      draft("support", "closing", ["of: days_to_close_90d"], "worst: 30, best: 2", "[[2, 100], [10, 70], [40, 0]]"),
      draft("support", "csat_90d", [], "worst: 1, best: 5", "[[1, 0], [3, 70], [5, 100]]"),
      draft(
        "relationship", "contact_age", ["of: days_since_contact"], "worst: 120, best: 14",
        "[[0, 100], [45, 70], [120, 0]]"),
      draft(
        "relationship", "touches", ["of: touchpoints_90d", "read: peers"], "worst: 0, best: 100", "[[0, 20], [100, 80]]"
      ),
      draft("relationship", "champions", [], "worst: 0, best: 2", "[[0, 0], [1, 80], [2, 100]]"),
      draft("outcomes", "goals_met", [], "worst: 0, best: 1", "[[0, 10], [1, 90]]"),
      draft(
        "outcomes", "use_for_age", ["of: sessions", "per: tenure_days"], "worst: 0, best: 0.25", "[[0, 40], [1, 100]]"),
      draft("contract", "renewal", ["of: days_to_renewal"], "worst: 0, best: 120", "[[0, 30], [90, 70], [91, 100]]"),
      draft("contract", "size", ["of: arr", "read: peers"], "worst: 0, best: 100", "[[0, 30], [100, 70]]"),
      draft("contract", "tenure", ["of: tenure_days"], "worst: 0, best: 365", "[[0, 30], [400, 90]]"),
      draft("contract", "seats", [], "worst: 0, best: 100", "[[10, 50], [100, 100]]"),
    ]
    let seatsMean = draft(
      "contract", "seats_mean", ["of: seats", "read: mean"], "worst: 0, best: 100", "[[0, 0], [50, 90]]")
    return datedSeatsSince == nil ? always : always + [seatsMean]
  }

  func model(with random: inout SplitMix64) -> String {
    let chosen =
      isSharp
      ? [drafts[0]] + drafts.dropFirst().filter { _ in random.chance(12) } : drafts.filter { _ in random.chance(55) }
    let kept = chosen.isEmpty ? [drafts[0]] : chosen
    var yaml = "version: \"2026-\(random.int(1...12))\"\n"
    if random.chance(30) { yaml += "bands: {green: \(random.pick([65, 70, 75])), yellow: \(random.pick([40, 50]))}\n" }
    if random.chance(50) { yaml += "coverage_floor: \(random.pick(["0.25", "0.5", "0.75", "0"]))\n" }
    yaml += "dimensions:\n"
    let order = ["usage", "support", "relationship", "outcomes", "contract"]
    for dimension in order where kept.contains(where: { $0.dimension == dimension }) {
      yaml += "  \(dimension):\n    weight: \(random.pick([35, 20, 15, 10]))\n    measures:\n"
      for draft in kept where draft.dimension == dimension {
        yaml += line(draft, mustCount: draft.key == kept[0].key, with: &random)
      }
    }
    if random.chance(35) {
      // These two never have a weight, but one may be used by a cap or left out.
      yaml +=
        "  ghost:\n    weight: 10\n    measures:\n      ghost_age: {of: days_since_contact, weight: 0, worst: 90, best: 0}\n"
      yaml +=
        "  hush:\n    weight: 5\n    measures:\n      hushed: {of: csat_90d, when_absent: exclude, worst: 1, best: 5}\n"
    }
    let keys = kept.map(\.key)
    yaml += caps(keys, indent: "", with: &random)
    if random.chance(60) {
      yaml += "expansion: {measure: \(random.pick(keys)), at_least: \(random.pick(["0.5", "1", "40", "70"]))}\n"
    }
    if random.chance(65) { yaml += segments(kept, with: &random) }
    return yaml
  }

  private func line(_ draft: Draft, mustCount: Bool, with random: inout SplitMix64) -> String {
    var fields = draft.fields
    let isTheSharpOne = isSharp && draft.key == "nps_now"
    fields.append(isTheSharpOne || random.chance(60) ? draft.ends : "points: \(draft.points)")
    if isTheSharpOne {
      fields.append("weight: 1")
    } else if isSharp {
      fields.append("weight: 0")
    } else if random.chance(50) {
      fields.append("weight: \(random.pick(["2", "0.5", "3", mustCount ? "1" : "0"]))")
    }
    if excludesAll {
      fields.append("when_absent: exclude")
    } else if random.chance(45) {
      fields.append("when_absent: \(random.pick(["exclude", "zero", "cap"]))")
    }
    if random.chance(30) { fields.append("max_age: \(random.pick([7, 10, 60]))") }
    return "      \(draft.key): {\(fields.joined(separator: ", "))}\n"
  }

  private func caps(_ keys: [String], indent: String, with random: inout SplitMix64) -> String {
    let possible = [
      ("contact_age", "above: \(random.pick([45, 120]))"), ("champions", "below: 1"), ("urgent", "above: 1"),
      ("open_tickets", "above: 3"), ("nps_now", "below: \(random.pick([70, 40]))"), ("renewal", "below: 30"),
      ("seat_use", "below: 0.5"), ("rhythm", "below: -50"), ("own_measure", "below: 20"),
    ].filter { keys.contains($0.0) }
    guard !possible.isEmpty, random.chance(60) else { return "" }
    var yaml = "\(indent)caps:\n"
    for (key, bound) in possible where random.chance(70) {
      yaml +=
        "\(indent)  - {measure: \(key), \(bound), band: \(random.pick(["yellow", "red"])), why: the \(key) rule}\n"
    }
    return yaml.utf8.last == UInt8(ascii: "\n") && yaml != "\(indent)caps:\n" ? yaml : ""
  }

  private func segments(_ kept: [Draft], with random: inout SplitMix64) -> String {
    let others = [
      "{id: gold, name: Gold, when: {plan: gold, employees: \"< 1000\"}}",
      "{id: abroad, when: {region: \"in [emea, apac]\", tier: 1}, model: lean}",
      "{id: nobody, name: Nobody, when: {planet: mars}}",
      "{id: small, name: Small, when: {employees: \"<= 49\"}, model: lean}",
      "{id: bank, name: Banks, when: {industry: bank, arr: \"> 1000\"}}",
    ]
    var yaml = "segments:\n  - {id: enterprise, name: Enterprise, when: {employees: \">= 1000\"}, model: enterprise}\n"
    for other in others where random.chance(40) { yaml += "  - \(other)\n" }
    yaml += "  - {id: core, name: Core}\nmodels:\n  enterprise:\n"
    // The first measure always counts: a model without any weight would score nothing.
    let dimension = random.pick(kept).dimension
    yaml += "    weights: {\(dimension): \(random.pick(dimension == kept[0].dimension ? [5, 50] : [0, 5, 50]))}\n"
    if random.chance(60) { yaml += "    bands: {green: \(random.pick([60, 75, 80]))}\n" }
    if random.chance(40) { yaml += "    coverage_floor: 0.6\n" }
    let changed = random.pick(kept)
    let change = random.pick([
      "points: \(changed.points)", changed.ends, "max_age: 20", "when_absent: zero",
      changed.key == kept[0].key ? "weight: 2" : "weight: 0",
    ])
    // A measure of this model alone.
    let own = random.pick([
      "of: sessions, read: mean", "of: nps, when_absent: exclude", "of: days_since_contact, weight: 2",
    ])
    let added = random.chance(50) ? ", own_measure: {\(own), worst: 0, best: 100}" : ""
    yaml += "    dimensions: {\(changed.dimension): {measures: {\(changed.key): {\(change)}\(added)}}}\n"
    yaml += caps(kept.map(\.key) + (added.isEmpty ? [] : ["own_measure"]), indent: "    ", with: &random)
    return yaml + "  lean:\n    caps: []\n"
  }
}
