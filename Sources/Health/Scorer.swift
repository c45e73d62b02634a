/// Scores accounts on any day up to the as-of day, by the active models.
///
/// A scorer holds the models with every name looked up in the evidence; it is an immutable value, so days can be scored
/// in any order and in parallel.
public struct Scorer: Sendable {
  /// The evidence that is scored.
  public let evidence: Evidence
  /// The models that score it.
  public let models: Models
  /// For each account, the index of its segment in `models.segments`.
  public let segmentOf: [Int]
  /// The measures that a score may use.
  public let scope: Scope

  /// Which measures a score may use.
  public enum Scope: Sendable {
    /// All of the model's measures.
    case everything
    /// All except measures that read an account column, since the past values of columns are unknown.
    case knownThen
  }

  let boundModels: [BoundModel]
  var tables: ScoredTables { evidence.tables }
  let peerMeasures: [BoundMeasure]
  /// For each observed measure that some model reads as a rhythm, the days on which anybody has a row.
  let rhythms: [Int: FeedDays]

  /// Looks up every name of the models; `segmentOf` gives the segment of each account.
  public init(evidence: Evidence, models: Models, segmentOf: [Int], scope: Scope = .everything) {
    precondition(segmentOf.count == evidence.accounts.count, "every account has a segment")
    self.evidence = evidence
    self.models = models
    self.segmentOf = segmentOf
    self.scope = scope
    var peerMeasures: [BoundMeasure] = []
    boundModels = models.all.map { model in
      BoundModel(model, expansion: models.expansion, evidence: evidence, peerMeasures: &peerMeasures)
    }
    self.peerMeasures = peerMeasures
    let read = boundModels.flatMap(\.measures).filter { $0.reading == .rhythm }.compactMap(\.source.series)
    rhythms = Set(read).reduce(into: [:]) { $0[$1] = evidence.series[$1].feedDays }
  }

  /// A scorer with the same models and another scope.
  public func limited(to scope: Scope) -> Scorer {
    Scorer(evidence: evidence, models: models, segmentOf: segmentOf, scope: scope)
  }

  /// The model that an account is scored by.
  public func model(of account: Int) -> Model { models.all[modelIndex(of: account)] }

  /// The position of the model that an account is scored by.
  func modelIndex(of account: Int) -> Int { models.segments[segmentOf[account]].model }

  /// A scorer for any account on one day.
  public func session(on day: Day) -> DayScorer { DayScorer(sweep: Sweep(self, on: [day])) }
}

/// A cap with its place in the model's list and the position of the measure that it watches.
struct BoundCap: Sendable {
  let index: Int
  let measure: Int
  let cap: Cap
}

/// A model with its measures in one list and their names looked up.
///
/// It is a class, since every score uses it and a copy would have to retain everything in it.
final class BoundModel: Sendable {
  let model: Model
  let measures: [BoundMeasure]
  /// The model's own name of each measure.
  let keys: [String]
  /// The curve that scores the values of each measure.
  let curves: [Curve]
  /// The measures that are read: those with weight, and those that a cap or the expansion rule names.
  let isRead: [Bool]
  /// The weights from the model.
  let weights: ModelWeights
  /// For each dimension, the positions of its measures.
  let positions: [Range<Int>]
  /// The caps, each with the position of its measure.
  let caps: [BoundCap]
  let expansionMeasure: Int?

  init(_ model: Model, expansion: Models.Expansion, evidence: Evidence, peerMeasures: inout [BoundMeasure]) {
    var measures: [BoundMeasure] = []
    for (dimension, content) in model.dimensions.enumerated() {
      for definition in content.measures {
        let source = Source(definition.of, in: evidence)
        let divisor = definition.per.map { Source($0, in: evidence) }
        var peerTable: Int?
        if definition.reading == .peers {
          peerTable = peerMeasures.firstIndex {
            $0.source == source && $0.divisor == divisor && $0.maxAge == definition.maxAge
          }
          peerTable = peerTable ?? peerMeasures.count
        }
        let bound = BoundMeasure(
          definition, source: source, divisor: divisor, dimension: dimension, peerTable: peerTable)
        if peerTable == peerMeasures.count { peerMeasures.append(bound) }
        measures.append(bound)
      }
    }
    let definitions = model.dimensions.flatMap(\.measures)
    let positionOf = Dictionary(
      definitions.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    keys = definitions.map(\.key)
    curves = definitions.map(\.curve)
    self.model = model
    self.measures = measures
    weights = ModelWeights(model)
    var first = 0
    positions = model.dimensions.map { dimension in
      let range = first..<(first + dimension.measures.count)
      first = range.upperBound
      return range
    }
    caps = model.caps.enumerated().compactMap { index, cap in
      positionOf[cap.measure].map { BoundCap(index: index, measure: $0, cap: cap) }
    }
    let expansionMeasure = positionOf[expansion.measure]
    self.expansionMeasure = expansionMeasure
    let named = Set(caps.map(\.measure) + [expansionMeasure].compactMap { $0 })
    isRead = measures.enumerated().map { position, measure in
      named.contains(position) || definitions[position].weight > 0 && model.dimensions[measure.dimension].weight > 0
    }
  }
}
