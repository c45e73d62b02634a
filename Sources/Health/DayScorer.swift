/// Scores accounts on one day, for which it holds the values of their peers.
public struct DayScorer: Sendable {
  let scorer: Scorer
  /// The day.
  public let day: Day
  /// For each model and measure, whether the scorer's scope excludes it on this day.
  let leftOut: [[Bool]]
  let peers: PeerTables
  let newest: NewestDays

  /// A buffer for one account's measures, to be reused for the next account.
  public struct Workspace {
    var measures: [MeasureScore?] = []
    var dimensions: [DimensionScore?] = []

    /// Creates an empty workspace.
    public init() {}
  }

  /// The score of an account with all its parts; nil when it is not active on the day.
  public func detail(of account: Int) -> ScoreDetail? {
    var workspace = Workspace()
    guard let score = score(of: account, using: &workspace) else { return nil }
    return ScoreDetail(score: score, dimensions: workspace.dimensions, measures: workspace.measures)
  }

  /// The score of an account; nil when it is not active on the day.
  public func score(of account: Int, using workspace: inout Workspace) -> Score? {
    guard scorer.evidence.isActive(account, on: day) else { return nil }
    let modelIndex = scorer.models.segments[scorer.segmentOf[account]].model
    let bound = scorer.boundModels[modelIndex]
    read(account, by: bound, leftOut: leftOut[modelIndex], into: &workspace)
    return combine(by: bound, weights: bound.weights, leftOut: leftOut[modelIndex], in: &workspace)
  }

  /// The band of an account whose measures have been read, with other weights than its model's.
  func band(
    of account: Int, measures: [MeasureScore?], weights: ModelWeights, using workspace: inout Workspace
  ) -> Band {
    let modelIndex = scorer.models.segments[scorer.segmentOf[account]].model
    workspace.measures = measures
    return combine(
      by: scorer.boundModels[modelIndex], weights: weights, leftOut: leftOut[modelIndex], in: &workspace
    ).band
  }

  /// The weighted measures that are excluded for an account's model on this day, by key.
  public func measuresLeftOut(forAccount account: Int) -> [String] {
    let modelIndex = scorer.models.segments[scorer.segmentOf[account]].model
    let bound = scorer.boundModels[modelIndex]
    return bound.measures.indices.compactMap { position in
      let measure = bound.measures[position]
      let weighs = bound.weights.measures[position] > 0 && bound.weights.dimensions[measure.dimension] > 0
      return weighs && leftOut[modelIndex][position] ? bound.keys[position] : nil
    }
  }

  /// The rank of an account among its peers on the measure at a position of its model; nil without a cohort.
  public func peerStanding(of account: Int, measure position: Int) -> PeerRank? {
    let measure = scorer.boundModels[scorer.models.segments[scorer.segmentOf[account]].model].measures[position]
    guard let table = measure.peerTable else { return nil }
    let own = measure.observeLatest(account, on: day, in: scorer.evidence)
    return own.value.flatMap { peers.rank(of: account, value: $0, isFresh: own.state == .fresh, in: table) }
  }

  /// True when the measure of the expansion rule, as read into the workspace, is fresh and high enough.
  public func meetsExpansion(_ account: Int, in workspace: Workspace) -> Bool {
    let bound = scorer.boundModels[scorer.models.segments[scorer.segmentOf[account]].model]
    guard let position = bound.expansionMeasure, let measure = workspace.measures[position],
      measure.observation.state == .fresh, let value = measure.observation.value
    else { return false }
    return value >= scorer.models.expansion.atLeast
  }

  private func read(_ account: Int, by bound: BoundModel, leftOut: [Bool], into workspace: inout Workspace) {
    workspace.measures.removeAll(keepingCapacity: true)
    for position in bound.measures.indices {
      guard bound.isRead[position], !leftOut[position] else {
        workspace.measures.append(nil)
        continue
      }
      let measure = bound.measures[position]
      let observation = measure.observe(account, on: day, in: scorer.evidence, peers: peers, newest: newest)
      let score = observation.value.map { bound.curves[position].score(of: $0) }
      let counted = measure.whenAbsent.counted(score, state: observation.state)
      workspace.measures.append(MeasureScore(observation: observation, score: score, counted: counted))
    }
  }

  /// Dimension D = Σ w·s ÷ Σ w, score S = Σ W·D ÷ Σ W, coverage = Σ W·(Σ w of fresh ÷ Σ w) ÷ Σ W.
  private func combine(
    by bound: BoundModel, weights: ModelWeights, leftOut: [Bool], in workspace: inout Workspace
  ) -> Score {
    workspace.dimensions.removeAll(keepingCapacity: true)
    var whole = WeightedMean()
    var low = WeightedMean()
    var high = WeightedMean()
    var coverage = WeightedMean()
    for (dimension, positions) in bound.positions.enumerated() {
      let dimensionWeight = weights.dimensions[dimension]
      var counted = WeightedMean()
      var ifWorst = WeightedMean()
      var ifBest = WeightedMean()
      var fresh = WeightedMean()
      for position in positions where !leftOut[position] {
        let weight = weights.measures[position]
        guard weight > 0, dimensionWeight > 0, let measure = workspace.measures[position] else { continue }
        let isFresh = measure.observation.state == .fresh
        if let value = measure.counted { counted.add(value, weight: weight) }
        let value = isFresh ? measure.score : nil
        ifWorst.add(value ?? 0, weight: weight)
        ifBest.add(value ?? 100, weight: weight)
        fresh.add(isFresh ? 1 : 0, weight: weight)
      }
      guard let covered = fresh.value else {
        workspace.dimensions.append(nil)
        continue
      }
      if let score = counted.value { whole.add(score, weight: dimensionWeight) }
      low.add(ifWorst.value ?? 0, weight: dimensionWeight)
      high.add(ifBest.value ?? 100, weight: dimensionWeight)
      coverage.add(covered, weight: dimensionWeight)
      workspace.dimensions.append(DimensionScore(score: counted.value, contribution: nil, coverage: covered))
    }
    addContributions(weights: weights.dimensions, total: whole.weight, in: &workspace)
    return publish(
      exact: whole.value, low: low.value ?? 0, high: high.value ?? 100, coverage: coverage.value ?? 0, by: bound,
      measures: workspace.measures)
  }

  private func addContributions(weights: [Double], total: Double, in workspace: inout Workspace) {
    for (index, dimension) in workspace.dimensions.enumerated() {
      guard let dimension, let score = dimension.score else { continue }
      workspace.dimensions[index] = DimensionScore(
        score: score, contribution: weights[index] * score / total, coverage: dimension.coverage)
    }
  }

  private func publish(
    exact: Double?, low: Double, high: Double, coverage: Double, by bound: BoundModel, measures: [MeasureScore?]
  ) -> Score {
    guard let exact, coverage >= bound.model.coverageFloor - Score.tolerance else {
      return Score(
        exact: exact, published: nil, low: low, high: high, coverage: coverage, band: .unscored,
        uncappedBand: .unscored, cap: nil)
    }
    let published = publishedScore(of: exact)
    let uncapped = bound.model.bands.band(of: published)
    var binding: (index: Int, band: Band)?
    for bound in bound.caps {
      guard let value = measures[bound.measure]?.observation.value, bound.cap.matches(value) else { continue }
      if bound.cap.band.severity > (binding?.band ?? uncapped).severity { binding = (bound.index, bound.cap.band) }
    }
    return Score(
      exact: exact, published: published, low: low, high: high, coverage: coverage, band: binding?.band ?? uncapped,
      uncappedBand: uncapped, cap: binding?.index)
  }
}

/// A running Σ w·x and Σ w.
struct WeightedMean {
  private var sum = 0.0
  private(set) var weight = 0.0

  mutating func add(_ value: Double, weight: Double) {
    sum += value * weight
    self.weight += weight
  }

  /// Σ w·x ÷ Σ w; nil when nothing was added.
  var value: Double? { weight > 0 ? sum / weight : nil }
}

extension AbsenceRule {
  /// What a sub-score counts in a state: silence is never good news, so by default it counts the middle at most.
  func counted(_ score: Double?, state: Freshness) -> Double? {
    switch (self, state) {
    case (_, .fresh): score
    case (.cap, .stale): min(score ?? Self.mostWithoutNews, Self.mostWithoutNews)
    case (.cap, .never): Self.mostWithoutNews
    case (.exclude, _): nil
    case (.zero, _): 0
    }
  }
}
