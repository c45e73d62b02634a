/// How a measure is read ("Reading a measure" in docs/scoring.md).
enum Read: String { case latest, mean, sum, change, rhythm, peers }

/// What a measure counts while it is not fresh ("Sub-scores, and what silence counts" in docs/scoring.md).
enum WhenAbsent: String { case cap, exclude, zero }

/// Healthiest first, so that a larger raw value is a worse band.
enum Band: Int { case green, yellow, red }

/// One measure of a model ("The model" in docs/scoring.md).
struct Measure {
  let key: Name
  let of: Name
  let per: Name?
  let read: Read
  let window: Int
  let baseline: Int
  let maxAge: Int
  let weight: Double
  let whenAbsent: WhenAbsent
  let points: [(x: Double, score: Double)]
}

struct Dimension {
  let id: Name
  let weight: Double
  var measures: [Measure]
}

struct Cap {
  let measure: Name
  let above: Double?
  let below: Double?
  let band: Band
  let why: String?
}

/// The base model or one of `models`, overrides applied.
struct Model {
  let id: Name
  let dimensions: [Dimension]
  let green: Double
  let yellow: Double
  let coverageFloor: Double
  let caps: [Cap]

  /// The parts of a score: no dimension or measure of weight 0, nothing left out (as by the backtest),
  /// and no dimension without a measure ("The model" in docs/scoring.md).
  func weighted(without isLeftOut: (Measure) -> Bool = { _ in false }) -> [Dimension] {
    dimensions.compactMap { dimension in
      var kept = dimension
      kept.measures = dimension.measures.filter { $0.weight > 0 && !isLeftOut($0) }
      return kept.measures.isEmpty || kept.weight <= 0 ? nil : kept
    }
  }

  var measures: [Measure] { dimensions.flatMap(\.measures) }
}

/// One of `segments` ("The model" in docs/scoring.md).
struct Segment {
  let id: Name
  let name: String
  let model: Name
  let conditions: [(attribute: Name, condition: String)]
}

/// All of `model.yml`.
struct Scoring {
  let version: String?
  let base: Model
  let overriding: [Model]
  let segments: [Segment]
  let expansionMeasure: Name
  let expansionAtLeast: Double

  func model(_ id: Name) -> Model { overriding.first { $0.id == id } ?? base }

  /// The keys of every model: those of the base, then what each variant adds.
  var keys: [Name] {
    var keys = base.measures.map(\.key)
    for key in overriding.flatMap(\.measures).map(\.key) where !keys.contains(key) { keys.append(key) }
    return keys
  }
}
