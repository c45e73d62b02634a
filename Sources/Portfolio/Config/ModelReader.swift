import Findings
import Health
import YAML

/// Reads a model file; when there is no result, the findings say why.
struct ModelReader {
  private var yaml: YAMLReader
  private var entries: [ModelFile.Entry] = []
  private var conditionNodes: [(column: String, node: Node)] = []
  private var units: [String: MeasureUnit] = [:]
  private static let keys = [
    "version", "changed", "bands", "coverage_floor", "dimensions", "caps", "segments", "models", "expansion",
    "fitted", "labels",
  ]

  private init(file: String) {
    yaml = YAMLReader(file: file)
  }

  static func read(_ text: String, file: String = ModelFile.fileName) -> (file: ModelFile?, findings: [Finding]) {
    var reader = ModelReader(file: file)
    let file = reader.read(text)
    let isSound = !reader.yaml.findings.contains { $0.severity == .error }
    return (isSound ? file : nil, reader.yaml.findings)
  }

  private mutating func read(_ text: String) -> ModelFile? {
    guard let root = yaml.parse(text) else {
      if yaml.findings.isEmpty { yaml.fail(nil, "the model is empty; it needs a version and dimensions") }
      return nil
    }
    let fields = yaml.fields(root, of: "the model", known: Self.keys)
    if fields["version"] == nil { yaml.fail(root, "the model has no version; write one, such as version: \"2026-10\"") }
    var base = Model(id: "default", dimensions: [])
    base.bands = bands(fields["bands"], inherited: base.bands)
    base.coverageFloor =
      yaml.number(fields["coverage_floor"], "coverage_floor", in: 0...1) ?? base.coverageFloor
    if let dimensions = fields["dimensions"] {
      base.dimensions = self.dimensions(dimensions)
      if base.dimensions.isEmpty { yaml.fail(dimensions, "the model has no dimensions") }
    } else {
      yaml.fail(root, "the model has no dimensions")
    }
    if !base.dimensions.isEmpty, base.weightShares.allSatisfy({ $0.weight == 0 }) {
      yaml.fail(
        fields["dimensions"], "no measure has any weight; give at least one dimension and measure a weight above 0")
    }
    if let caps = fields["caps"] { base.caps = self.caps(caps, of: base) }
    var all = [base]
    var names: [String] = ["default"]
    if let variants = fields["models"] {
      for (id, keyNode, node) in yaml.entries(variants, of: "models") {
        if names.contains(id) { yaml.fail(keyNode, "the model '\(id)' exists already; give this one another name") }
        names.append(id)
        all.append(variant(id, node, of: base))
      }
    }
    let (segments, nodes) = self.segments(fields["segments"], models: names)
    let labels = yaml.labels(fields["labels"])
    let models = Models(
      version: yaml.text(fields["version"], "version") ?? "", changed: change(fields["changed"]), all: all,
      segments: segments, expansion: expansion(fields["expansion"], base: base), fitted: fitted(fields["fitted"]),
      labels: labels.mapValues(\.wording), units: units)
    return ModelFile(
      name: yaml.file, models: models, entries: entries, segmentNodes: nodes, conditionNodes: conditionNodes,
      labelNodes: labels.map { (name: $0.key, node: $0.value.node) }.sorted { $0.name < $1.name })
  }

  private mutating func change(_ node: Node?) -> Models.Change? {
    guard let node else { return nil }
    let fields = yaml.fields(node, of: "changed", known: ["date", "by", "why", "expected"])
    return Models.Change(
      date: yaml.day(fields["date"], "date"), by: yaml.text(fields["by"], "by"), why: yaml.text(fields["why"], "why"),
      expected: yaml.text(fields["expected"], "expected"))
  }

  private mutating func fitted(_ node: Node?) -> Models.Fitted? {
    guard let node else { return nil }
    let known = ["on", "outcomes", "until"]
    let fields = yaml.fields(node, of: "fitted", known: known)
    for key in known where fields[key] == nil { yaml.fail(node, "fitted has no \(key)") }
    guard let day = yaml.day(fields["on"], "on"),
      let outcomes = yaml.wholeNumber(fields["outcomes"], "outcomes", in: 1...Int.max),
      let until = yaml.day(fields["until"], "until")
    else { return nil }
    if until > day {
      yaml.fail(fields["until"], "until is \(until), after the fit on \(day); a fit knows no later outcomes")
    }
    return Models.Fitted(on: day, outcomes: outcomes, until: until)
  }

  private mutating func bands(_ node: Node?, inherited: BandEdges) -> BandEdges {
    guard let node else { return inherited }
    let fields = yaml.fields(node, of: "bands", known: ["green", "yellow"])
    var edges = inherited
    edges.green = yaml.wholeNumber(fields["green"], "green", in: 0...100) ?? edges.green
    edges.yellow = yaml.wholeNumber(fields["yellow"], "yellow", in: 0...100) ?? edges.yellow
    if edges.yellow >= edges.green {
      yaml.fail(node, "yellow begins at \(edges.yellow) and green at \(edges.green); green must begin higher")
    }
    return edges
  }

  private mutating func dimensions(_ node: Node) -> [Dimension] {
    var keys: Set<String> = []
    return yaml.entries(node, of: "dimensions").map { id, _, node in
      let fields = yaml.fields(node, of: "the dimension \(id)", known: ["weight", "measures"])
      let weight = yaml.number(fields["weight"], "the weight of \(id)", in: 0...Double.greatestFiniteMagnitude)
      if fields["weight"] == nil { yaml.fail(node, "the dimension '\(id)' has no weight") }
      var measures: [MeasureDefinition] = []
      if let list = fields["measures"] {
        for (key, keyNode, node) in yaml.entries(list, of: "the measures of \(id)") {
          if !keys.insert(key).inserted {
            yaml.fail(keyNode, "the measure '\(key)' stands in the model twice; keys are unique across dimensions")
          }
          let lines = MeasureFields(node, key: key, yaml: &yaml)
          units[key] = lines.unit
          if let definition = lines.definition(key: key, at: keyNode, yaml: &yaml) {
            measures.append(definition)
            remember(definition, lines, at: keyNode)
          }
        }
      } else {
        yaml.fail(node, "the dimension '\(id)' has no measures")
      }
      return Dimension(id: id, weight: weight ?? 0, measures: measures)
    }
  }

  private mutating func remember(_ definition: MeasureDefinition, _ lines: MeasureFields, at keyNode: Node) {
    entries.append(ModelFile.Entry(definition: definition, of: lines.nodes["of"] ?? keyNode, per: lines.nodes["per"]))
  }

  private mutating func caps(_ node: Node, of model: Model) -> [Cap] {
    let keys = model.dimensions.flatMap { $0.measures.map(\.key) }
    return yaml.items(node, of: "caps").compactMap { node in
      let fields = yaml.fields(node, of: "a cap", known: ["measure", "above", "below", "band", "why"])
      let measure = yaml.text(fields["measure"], "measure")
      if let measure, !keys.contains(measure) {
        yaml.fail(
          fields["measure"], "the model has no measure '\(measure)'\(suggestion(for: measure, among: keys))")
      }
      let above = yaml.number(fields["above"], "above")
      let below = yaml.number(fields["below"], "below")
      let band = yaml.choice(fields["band"], "band", of: Band.self)
      if let band, band != .yellow, band != .red { yaml.fail(fields["band"], "a cap holds at yellow or red") }
      for key in ["measure", "band"] where fields[key] == nil { yaml.fail(node, "the cap has no \(key)") }
      if fields["above"] == nil, fields["below"] == nil { yaml.fail(node, "the cap needs above or below") }
      guard let measure, let band else { return nil }
      return Cap(
        measure: measure, above: above, below: below, band: band, why: yaml.text(fields["why"], "why") ?? "")
    }
  }

  private mutating func expansion(_ node: Node?, base: Model) -> Models.Expansion {
    guard let node else { return Models.Expansion() }
    let fields = yaml.fields(node, of: "expansion", known: ["measure", "at_least"])
    let keys = base.dimensions.flatMap { $0.measures.map(\.key) }
    var expansion = Models.Expansion()
    if let measure = yaml.text(fields["measure"], "measure") {
      if !keys.contains(measure) {
        yaml.fail(fields["measure"], "the model has no measure '\(measure)'\(suggestion(for: measure, among: keys))")
      }
      expansion = Models.Expansion(measure: measure, atLeast: expansion.atLeast)
    }
    if let least = yaml.number(fields["at_least"], "at_least") {
      expansion = Models.Expansion(measure: expansion.measure, atLeast: least)
    }
    return expansion
  }

  /// A model that differs from the base model in the fields given, and in those only.
  private mutating func variant(_ id: String, _ node: Node, of base: Model) -> Model {
    let known = ["weights", "bands", "coverage_floor", "dimensions", "caps"]
    let fields = yaml.fields(node, of: "the model \(id)", known: known)
    var model = Model(
      id: id, dimensions: base.dimensions, bands: bands(fields["bands"], inherited: base.bands),
      coverageFloor: yaml.number(fields["coverage_floor"], "coverage_floor", in: 0...1) ?? base.coverageFloor,
      caps: base.caps)
    let names = base.dimensions.map(\.id)
    func position(of name: String, at node: Node, yaml: inout YAMLReader) -> Int? {
      if let index = names.firstIndex(of: name) { return index }
      yaml.fail(node, "the base model has no dimension '\(name)'\(suggestion(for: name, among: names))")
      return nil
    }
    if let weights = fields["weights"] {
      for (name, keyNode, value) in yaml.entries(weights, of: "weights") {
        guard let index = position(of: name, at: keyNode, yaml: &yaml) else { continue }
        let weight = yaml.number(value, "the weight of \(name)", in: 0...Double.greatestFiniteMagnitude)
        model.dimensions[index].weight = weight ?? model.dimensions[index].weight
      }
    }
    if let dimensions = fields["dimensions"] {
      for (name, keyNode, value) in yaml.entries(dimensions, of: "dimensions") {
        guard let index = position(of: name, at: keyNode, yaml: &yaml) else { continue }
        model.dimensions[index] = override(name, of: model, at: index, with: value)
      }
    }
    if model.weightShares.allSatisfy({ $0.weight == 0 }) {
      yaml.fail(node, "the model '\(id)' leaves no measure any weight")
    }
    if let caps = fields["caps"] { model.caps = self.caps(caps, of: model) }
    return model
  }

  /// A dimension of a model with changes to its measures, and with the measures that the model did not know.
  private mutating func override(_ id: String, of model: Model, at position: Int, with node: Node) -> Dimension {
    var dimension = model.dimensions[position]
    let fields = yaml.fields(node, of: "the dimension \(id)", known: ["measures"])
    guard let measures = fields["measures"] else { return dimension }
    let keys = dimension.measures.map(\.key)
    for (key, keyNode, value) in yaml.entries(measures, of: "the measures of \(id)") {
      let lines = MeasureFields(value, key: key, yaml: &yaml)
      guard let index = keys.firstIndex(of: key) else {
        if let other = model.dimensions.first(where: { $0.measures.contains { $0.key == key } }) {
          yaml.fail(
            keyNode, "the measure '\(key)' stands in the dimension '\(other.id)'; keys are unique across dimensions")
          continue
        }
        let hint: Message = suggestion(for: key, among: keys)
        if let definition = lines.definition(key: key, at: keyNode, yaml: &yaml, hint: hint) {
          dimension.measures.append(definition)
          units[key] = units[key] ?? lines.unit
          remember(definition, lines, at: keyNode)
        }
        continue
      }
      if let unit = lines.nodes["unit"] {
        yaml.fail(unit, "the unit of '\(key)' stands with the base model; it is the same in every model")
      }
      if let definition = lines.applied(to: dimension.measures[index], at: keyNode, yaml: &yaml) {
        dimension.measures[index] = definition
        // What the base model says of it has been looked at there.
        if !Set(lines.nodes.keys).isDisjoint(with: ["of", "per", "read"]) { remember(definition, lines, at: keyNode) }
      }
    }
    return dimension
  }

  private mutating func segments(_ node: Node?, models: [String]) -> ([Segment], [Node?]) {
    guard let node else { return ([.everything], [nil]) }
    var segments: [Segment] = []
    var nodes: [Node?] = []
    for item in yaml.items(node, of: "segments") {
      let fields = yaml.fields(item, of: "a segment", known: ["id", "name", "when", "model"])
      guard let id = yaml.text(fields["id"], "id") else {
        if fields["id"] == nil { yaml.fail(item, "the segment has no id") }
        continue
      }
      if segments.contains(where: { $0.id == id }) { yaml.fail(fields["id"], "the segment '\(id)' stands here twice") }
      var model = 0
      if let name = yaml.text(fields["model"], "model") {
        model = models.firstIndex(of: name) ?? 0
        if !models.contains(name) {
          yaml.fail(fields["model"], "there is no model '\(name)'\(suggestion(for: name, among: models))")
        }
      }
      var conditions: [Segment.Condition] = []
      if let when = fields["when"] {
        for (column, keyNode, value) in yaml.entries(when, of: "when") {
          conditionNodes.append((column, keyNode))
          if let test = test(value) { conditions.append(Segment.Condition(column: column, test: test)) }
        }
      }
      segments.append(
        Segment(id: id, name: yaml.text(fields["name"], "name") ?? id, conditions: conditions, model: model))
      nodes.append(fields["id"])
    }
    if segments.isEmpty { yaml.fail(node, "there is no segment; leave segments out to have one for all accounts") }
    return (segments, nodes)
  }

  /// `>= 1000`, `in [a, b]`, a list, or a value that must be equal.
  private mutating func test(_ node: Node) -> Segment.Condition.Test? {
    if let sequence = node.sequence { return .oneOf(sequence.compactMap { $0.scalar?.string }) }
    guard let text = yaml.text(node, "the condition") else { return nil }
    for comparison in Comparison.allCases where comparison != .equal && text.hasPrefix(comparison.rawValue) {
      let rest = trimmed(text.dropFirst(comparison.rawValue.count))
      guard let limit = Double(rest), limit.isFinite else {
        yaml.fail(
          node, "the condition '\(text)' compares with no number; write one such as \(comparison.rawValue) 1000")
        return nil
      }
      return .number(comparison, limit)
    }
    if text.hasPrefix("in "), let open = text.firstIndex(of: "["), text.hasSuffix("]") {
      let inner = text[text.index(after: open)...].dropLast()
      return .oneOf(inner.split(separator: ",").map { String(trimmed($0)) })
    }
    return .oneOf([text])
  }

  private func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0 == " " || $0 == "\"" || $0 == "'" }
    while let last = text.last, last == " " || last == "\"" || last == "'" { text.removeLast() }
    return text
  }
}
