import Foundation
import Yams

// `model.yml` as defined in "The model" in docs/scoring.md.

extension Scoring {
  /// - Throws: `OracleError` for a model that cannot be used.
  init(folder: URL) throws {
    let text = try String(contentsOf: folder.appendingPathComponent("model.yml"), encoding: .utf8)
    guard let yaml = try Yams.compose(yaml: text) else { throw OracleError("model.yml is empty") }
    version = yaml["version"]?.string
    let base = try Model("default", yaml, overriding: nil)
    self.base = base
    overriding = try pairs(yaml["models"]).map { try Model(Name($0), yaml, overriding: $1) }
    let listed = try yaml["segments"]?.sequence?.map { try Segment($0) }
    segments = listed ?? [Segment(id: "all", name: "All accounts", model: "default", conditions: [])]
    for segment in segments where segment.model != "default" && !overriding.contains(where: { $0.id == segment.model })
    {
      throw OracleError("no model \(segment.model.text)")
    }
    expansionMeasure = Name(yaml["expansion"]?["measure"]?.string ?? "seat_use")
    expansionAtLeast = try number(yaml["expansion"]?["at_least"]) ?? 0.8
  }
}

extension Segment {
  fileprivate init(_ node: Node) throws {
    guard let id = node["id"]?.string else { throw OracleError("a segment without an id") }
    self.id = Name(id)
    name = node["name"]?.string ?? id
    model = Name(node["model"]?.string ?? "default")
    conditions = pairs(node["when"]).map { (Name($0), $1.string ?? "") }
  }
}

extension Model {
  /// The base with the fields of `change` applied; nil gives the base itself.
  fileprivate init(_ id: Name, _ base: Node, overriding change: Node?) throws {
    self.id = id
    dimensions = try pairs(base["dimensions"]).map { key, dimension in
      let changes = change?["dimensions"]?[key]?["measures"]
      let inherited = dimension["measures"]
      // A measure that the base does not know is added for this model alone.
      let added = pairs(changes).filter { inherited?[$0.0] == nil }
      let weight = try number(change?["weights"]?[key]) ?? number(dimension["weight"]) ?? 1
      return Dimension(
        id: Name(key), weight: weight,
        measures: try pairs(inherited).map { try Measure(key: $0, fields($1, laidUnder: changes?[$0])) }
          + added.map { try Measure(key: $0, fields($1, laidUnder: nil)) })
    }
    for (key, _) in pairs(change?["dimensions"]) where !dimensions.contains(where: { $0.id == Name(key) }) {
      throw OracleError("a variant adds measures, not the dimension \(key)")
    }
    green = try number(change?["bands"]?["green"]) ?? number(base["bands"]?["green"]) ?? 70
    yellow = try number(change?["bands"]?["yellow"]) ?? number(base["bands"]?["yellow"]) ?? 40
    coverageFloor = try number(change?["coverage_floor"]) ?? number(base["coverage_floor"]) ?? 0.4
    caps = try (change?["caps"] ?? base["caps"])?.sequence?.map { try Cap($0) } ?? []
    guard Set(measures.map(\.key)).count == measures.count else { throw OracleError("a measure is there twice") }
    for cap in caps where !measures.contains(where: { $0.key == cap.measure }) {
      throw OracleError("a cap names no measure: \(cap.measure.text)")
    }
  }
}

/// Merges field by field, but a curve is one field: in one form it replaces a curve given in the other.
private func fields(_ base: Node, laidUnder change: Node?) -> [String: Node] {
  var merged = Dictionary(pairs(base), uniquingKeysWith: { $1 })
  let changes = Dictionary(pairs(change), uniquingKeysWith: { $1 })
  if changes["points"] != nil {
    merged["worst"] = nil
    merged["best"] = nil
  }
  if changes["worst"] != nil || changes["best"] != nil { merged["points"] = nil }
  return merged.merging(changes) { $1 }
}

extension Measure {
  fileprivate init(key: String, _ field: [String: Node]) throws {
    self.key = Name(key)
    of = Name(field["of"]?.string ?? key)
    per = field["per"]?.string.map { Name($0) }
    read = try word(field["read"]) ?? .latest
    window = field["window"]?.int ?? 28
    baseline = field["baseline"]?.int ?? 84
    maxAge = field["max_age"]?.int ?? 35
    weight = try number(field["weight"]) ?? 1
    whenAbsent = try word(field["when_absent"]) ?? .cap
    if let listed = field["points"]?.sequence {
      points = try listed.map {
        guard let x = try number($0[0]), let score = try number($0[1]) else { throw OracleError("points of \(key)") }
        return (x, score)
      }
    } else {
      // `worst: a, best: b` is short for (a, 0), (b, 100) in the order of x; `peers` defaults to 0 and 100.
      guard let worst = try number(field["worst"]) ?? (read == .peers ? 0 : nil),
        let best = try number(field["best"]) ?? (read == .peers ? 100 : nil)
      else { throw OracleError("\(key) has neither points nor worst and best") }
      points = worst < best ? [(worst, 0), (best, 100)] : [(best, 100), (worst, 0)]
    }
    if read == .change || read == .rhythm, per != nil { throw OracleError("\(key): per with \(read)") }
  }
}

extension Cap {
  fileprivate init(_ node: Node) throws {
    let bands: [String: Band] = ["green": .green, "yellow": .yellow, "red": .red]
    guard let name = node["measure"]?.string, let band = bands[node["band"]?.string ?? ""] else {
      throw OracleError("a cap needs a measure and a band")
    }
    measure = Name(name)
    self.band = band
    above = try number(node["above"])
    below = try number(node["below"])
    why = node["why"]?.string
  }
}

private func pairs(_ node: Node?) -> [(String, Node)] {
  (node?.mapping ?? [:]).compactMap { key, value in key.string.map { ($0, value) } }
}

private func number(_ node: Node?) throws -> Double? {
  guard let node else { return nil }
  guard let text = node.scalar?.string, let number = plainNumber(text) else {
    throw OracleError("a number is wanted in model.yml")
  }
  return number
}

private func word<Word: RawRepresentable>(_ node: Node?) throws -> Word? where Word.RawValue == String {
  guard let node else { return nil }
  guard let word = Word(rawValue: node.string ?? "") else { throw OracleError("unknown word in model.yml") }
  return word
}
