import Findings
import Health
import YAML

/// The fields that a model file sets for one measure; unset ones are nil.
struct MeasureFields {
  private static let keys = [
    "of", "per", "read", "window", "baseline", "max_age", "when_absent", "worst", "best", "points", "weight", "unit",
  ]

  let nodes: [String: Node]
  private var of: String?
  private var per: String?
  private var reading: Reading?
  private var window: Int?
  private var baseline: Int?
  private var maxAge: Int?
  private var whenAbsent: AbsenceRule?
  private var worst: Double?
  private var best: Double?
  private var points: [Curve.Point]?
  private var weight: Double?
  /// The unit in which its values are shown.
  private(set) var unit: MeasureUnit?

  init(_ node: Node, key: String, yaml: inout YAMLReader) {
    // `tickets_90d:` with nothing after it takes every default.
    let isEmpty = node.scalar?.string.isEmpty ?? false || node.scalar?.string == "~"
    nodes = isEmpty ? [:] : yaml.fields(node, of: "the measure \(key)", known: Self.keys)
    of = yaml.text(nodes["of"], "of")
    per = yaml.text(nodes["per"], "per")
    reading = yaml.choice(nodes["read"], "read", of: Reading.self)
    window = yaml.wholeNumber(nodes["window"], "window", in: 1...3660)
    baseline = yaml.wholeNumber(nodes["baseline"], "baseline", in: 1...3660)
    maxAge = yaml.wholeNumber(nodes["max_age"], "max_age", in: 0...36600)
    whenAbsent = yaml.choice(nodes["when_absent"], "when_absent", of: AbsenceRule.self)
    worst = yaml.number(nodes["worst"], "worst")
    best = yaml.number(nodes["best"], "best")
    weight = yaml.number(nodes["weight"], "the weight of \(key)", in: 0...Double.greatestFiniteMagnitude)
    unit = yaml.unit(nodes["unit"])
    if let node = nodes["points"] { points = Self.points(node, yaml: &yaml) }
    if points != nil, let extra = nodes["worst"] ?? nodes["best"] {
      yaml.fail(extra, "the measure '\(key)' has points and worst or best; write one or the other")
    }
  }

  /// A measure of the base model, with the defaults for unset fields.
  ///
  /// - Parameter hint: follows the complaint about a measure without a curve.
  func definition(
    key: String, at node: Node, yaml: inout YAMLReader, hint: Message = ""
  ) -> MeasureDefinition? {
    let isComplete = points != nil || worst != nil && best != nil || reading == .peers
    guard isComplete else {
      let missing = worst == nil && best == nil ? "points, or worst and best," : worst == nil ? "worst" : "best"
      yaml.fail(node, "the measure '\(key)' needs \(missing) to become a score\(hint)")
      return nil
    }
    if let node = nodes["unit"], let reading, reading.isChange || reading == .peers {
      let told = reading.isChange ? "a change is told in per cent" : "a place among peers is told as a percentile"
      yaml.fail(node, "the measure '\(key)' needs no unit; \(told)")
    }
    return applied(to: MeasureDefinition(key: key, curve: Curve(worst: 0, best: 100)), at: node, yaml: &yaml)
  }

  /// The inherited measure with the fields set here changed.
  func applied(to inherited: MeasureDefinition, at node: Node, yaml: inout YAMLReader) -> MeasureDefinition? {
    var definition = inherited
    definition.of = of ?? definition.of
    definition.per = per ?? definition.per
    definition.reading = reading ?? definition.reading
    definition.window = window ?? definition.window
    definition.baseline = baseline ?? definition.baseline
    definition.maxAge = maxAge ?? definition.maxAge
    definition.whenAbsent = whenAbsent ?? definition.whenAbsent
    definition.weight = weight ?? definition.weight
    if let points, !points.isEmpty {
      definition.curve = Curve(points: points)
    } else if worst != nil || best != nil {
      guard let line = line(replacing: definition.curve) else {
        yaml.fail(node, "worst and best of '\(definition.key)' must both be known and differ")
        return nil
      }
      definition.curve = line
    }
    if definition.reading.isChange, definition.per != nil {
      let reading = definition.reading.rawValue
      yaml.fail(nodes["per"] ?? node, "per cannot be used with read: \(reading); a change is a ratio already")
    }
    return definition
  }

  /// The straight line through worst and best; either may be inherited from a line.
  private func line(replacing curve: Curve) -> Curve? {
    let isLine = curve.points.count == 2 && Set(curve.points.map(\.score)) == [0, 100]
    let worst = worst ?? (isLine ? curve.points.first { $0.score == 0 }?.x : nil)
    let best = best ?? (isLine ? curve.points.first { $0.score == 100 }?.x : nil)
    guard let worst, let best, worst != best else { return nil }
    return Curve(worst: worst, best: best)
  }

  private static func points(_ node: Node, yaml: inout YAMLReader) -> [Curve.Point] {
    var points: [Curve.Point] = []
    for item in yaml.items(node, of: "points") {
      let pair = yaml.items(item, of: "a point")
      guard pair.count == 2 else {
        yaml.fail(item, "a point is a pair of value and score, such as [0.5, 80]")
        continue
      }
      guard let x = yaml.number(pair[0], "the value of a point"),
        let score = yaml.number(pair[1], "the score of a point", in: 0...100)
      else { continue }
      if let last = points.last, last.x >= x {
        yaml.fail(item, "the points are out of order: \(last.x) stands before \(x); their values must rise")
        continue
      }
      points.append(Curve.Point(x: x, score: score))
    }
    if points.isEmpty { yaml.fail(node, "points has no usable point") }
    return points
  }
}
