/// Scores accounts on several days that follow one another.
///
/// The rows of an account are walked through once for all days, measure by measure, and not once a day.
public struct Sweep: Sendable {
  let scorer: Scorer
  /// For each day, what it says of the tables.
  let days: [TableNews]
  /// For each day, model and measure, whether the scorer's scope excludes it; nil where it excludes none.
  private let leftOut: [[[Bool]]]?
  let peers: PeerTables
  /// For each day and each observed measure that is read as a rhythm, the newest day of anybody.
  let newest: [[Int: Day]]

  /// A buffer for one account's measures, to be reused for the next account.
  public struct Workspace {
    /// For each day, whether the account is active.
    var isActive: [Bool] = []
    /// For each day, the measures of the account's model.
    var measures: [MeasureScore?] = []
    /// The dimensions on the day that was scored last.
    var dimensions: [DimensionScore?] = []

    /// Creates an empty workspace.
    public init() {}

    /// Forgets what was read.
    fileprivate mutating func begin(days: Int, measures count: Int) {
      if isActive.count != days { isActive = Array(repeating: false, count: days) }
      if measures.count != days * count {
        measures = Array(repeating: nil, count: days * count)
      } else {
        for index in measures.indices { measures[index] = nil }
      }
    }
  }

  /// Looks at what the days say of all accounts; they follow one another.
  init(_ scorer: Scorer, on days: [Day]) {
    self.scorer = scorer
    self.days = days.map { scorer.tables.news(of: $0) }
    func isLeftOut(_ measure: BoundMeasure, on day: Day) -> Bool {
      scorer.scope == .knownThen && measure.readsAccountColumn(in: scorer.tables, on: day)
    }
    leftOut =
      scorer.scope == .everything
      ? nil : days.map { day in scorer.boundModels.map { $0.measures.map { isLeftOut($0, on: day) } } }
    peers = PeerTables(scorer, on: self.days, leavingOut: isLeftOut)
    newest = days.map { day in scorer.rhythms.compactMapValues { $0.newest(onOrBefore: day) } }
  }

  /// Whether the scorer's scope excludes a measure of a model on the day at an index.
  func isLeftOut(_ position: Int, ofModel model: Int, on day: Int) -> Bool { leftOut?[day][model][position] ?? false }

  /// Reads the measures of an account on every day on which it is active.
  func read(_ account: Int, into workspace: inout Workspace) {
    let model = scorer.modelIndex(of: account)
    let bound = scorer.boundModels[model]
    let count = bound.measures.count
    let rows = scorer.tables.rows(of: account)
    workspace.begin(days: days.count, measures: count)
    for day in days.indices { workspace.isActive[day] = rows.isActive(on: days[day].day) }
    guard workspace.isActive.contains(true) else { return }
    for position in bound.measures.indices where bound.isRead[position] {
      let measure = bound.measures[position]
      var reader = MeasureReader(measure, account: account, in: scorer.tables)
      for day in days.indices where workspace.isActive[day] && !isLeftOut(position, ofModel: model, on: day) {
        let observation = reader.observe(rows, on: day, of: self)
        let score = observation.value.map { bound.curves[position].score(of: $0) }
        let counted = measure.whenAbsent.counted(score, state: observation.state)
        workspace.measures[day * count + position] = MeasureScore(
          observation: observation, score: score, counted: counted)
      }
    }
  }

  /// The score of an account whose measures have been read; nil when it is not active on the day at an index.
  func score(of account: Int, on day: Int, using workspace: inout Workspace) -> Score? {
    guard workspace.isActive[day] else { return nil }
    return combine(
      account, weights: scorer.boundModels[scorer.modelIndex(of: account)].weights, on: day, in: &workspace)
  }

  /// The score that other weights than its model's give an account whose measures have been read.
  func combine(_ account: Int, weights: ModelWeights, on day: Int, in workspace: inout Workspace) -> Score {
    let model = scorer.modelIndex(of: account)
    return scorer.boundModels[model].combine(
      weights: weights, leftOut: leftOut?[day][model], on: day, in: &workspace)
  }

  /// True when the measure of the expansion rule, as it has been read, is fresh and high enough on the day at an index.
  func meetsExpansion(_ account: Int, on day: Int, in workspace: Workspace) -> Bool {
    let bound = scorer.boundModels[scorer.modelIndex(of: account)]
    guard let position = bound.expansionMeasure,
      let measure = workspace.measures[day * bound.measures.count + position], measure.observation.state == .fresh,
      let value = measure.observation.value
    else { return false }
    return value >= scorer.models.expansion.atLeast
  }
}
