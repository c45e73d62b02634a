/// How a model makes a score of the measures of one account on one day, as they were read into a workspace.
extension BoundModel {
  /// Dimension D = Σ w·s ÷ Σ w, score S = Σ W·D ÷ Σ W, coverage = Σ W·(Σ w of fresh ÷ Σ w) ÷ Σ W.
  func combine(
    weights: ModelWeights, leftOut: [Bool]?, on day: Int, in workspace: inout Sweep.Workspace
  ) -> Score {
    let first = day * measures.count
    workspace.dimensions.removeAll(keepingCapacity: true)
    var whole = WeightedMean()
    var low = WeightedMean()
    var high = WeightedMean()
    var coverage = WeightedMean()
    for (dimension, positions) in positions.enumerated() {
      let dimensionWeight = weights.dimensions[dimension]
      var counted = WeightedMean()
      var ifWorst = WeightedMean()
      var ifBest = WeightedMean()
      var fresh = WeightedMean()
      for position in positions where !(leftOut?[position] ?? false) {
        let weight = weights.measures[position]
        guard weight > 0, dimensionWeight > 0, let measure = workspace.measures[first + position] else {
          continue
        }
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
      exact: whole.value, low: low.value ?? 0, high: high.value ?? 100, coverage: coverage.value ?? 0,
      measures: workspace.measures[first..<(first + measures.count)])
  }

  private func addContributions(weights: [Double], total: Double, in workspace: inout Sweep.Workspace) {
    for (index, dimension) in workspace.dimensions.enumerated() {
      guard let dimension, let score = dimension.score else { continue }
      workspace.dimensions[index] = DimensionScore(
        score: score, contribution: weights[index] * score / total, coverage: dimension.coverage)
    }
  }

  private func publish(
    exact: Double?, low: Double, high: Double, coverage: Double, measures: ArraySlice<MeasureScore?>
  ) -> Score {
    guard let exact, coverage >= model.coverageFloor - Score.tolerance else {
      return Score(
        exact: exact, published: nil, low: low, high: high, coverage: coverage, band: .unscored,
        uncappedBand: .unscored, cap: nil)
    }
    let published = publishedScore(of: exact)
    let uncapped = model.bands.band(of: published)
    var binding: (index: Int, band: Band)?
    for bound in caps {
      guard let value = measures[measures.startIndex + bound.measure]?.observation.value, bound.cap.matches(value)
      else { continue }
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
