/// Scores accounts on one day, for which it holds the values of their peers.
public struct DayScorer: Sendable {
  let sweep: Sweep
  var scorer: Scorer { sweep.scorer }
  /// The day.
  public var day: Day { sweep.days[0].day }

  /// A buffer for one account's measures, to be reused for the next account.
  public typealias Workspace = Sweep.Workspace

  /// The score of an account with all its parts; nil when it is not active on the day.
  public func detail(of account: Int) -> ScoreDetail? {
    var workspace = Workspace()
    guard let score = score(of: account, using: &workspace) else { return nil }
    return ScoreDetail(score: score, dimensions: workspace.dimensions, measures: workspace.measures)
  }

  /// The score of an account; nil when it is not active on the day.
  public func score(of account: Int, using workspace: inout Workspace) -> Score? {
    sweep.read(account, into: &workspace)
    return sweep.score(of: account, on: 0, using: &workspace)
  }

  /// The band of an account whose measures have been read, with other weights than its model's.
  func band(
    of account: Int, measures: [MeasureScore?], weights: ModelWeights, using workspace: inout Workspace
  ) -> Band {
    workspace.measures = measures
    return sweep.combine(account, weights: weights, on: 0, in: &workspace).band
  }

  /// The weighted measures that are excluded for an account's model on this day, by key.
  public func measuresLeftOut(forAccount account: Int) -> [String] {
    let model = scorer.modelIndex(of: account)
    let bound = scorer.boundModels[model]
    return bound.measures.indices.compactMap { position in
      let measure = bound.measures[position]
      let weighs = bound.weights.measures[position] > 0 && bound.weights.dimensions[measure.dimension] > 0
      return weighs && sweep.isLeftOut(position, ofModel: model, on: 0) ? bound.keys[position] : nil
    }
  }

  /// The rank of an account among its peers on the measure at a position of its model; nil without a cohort.
  public func peerStanding(of account: Int, measure position: Int) -> PeerRank? {
    let measure = scorer.boundModels[scorer.modelIndex(of: account)].measures[position]
    guard let table = measure.peerTable else { return nil }
    var reader = MeasureReader(measure, account: account, in: scorer.tables)
    let own = reader.latest(scorer.tables.rows(of: account), news: sweep.days[0], in: scorer.tables)
    return own.value.flatMap {
      sweep.peers.rank(of: account, value: $0, isFresh: own.state == .fresh, in: table, on: 0)
    }
  }

  /// True when the measure of the expansion rule, as read into the workspace, is fresh and high enough.
  public func meetsExpansion(_ account: Int, in workspace: Workspace) -> Bool {
    sweep.meetsExpansion(account, on: 0, in: workspace)
  }
}
