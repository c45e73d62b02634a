public import Health

/// A comparison of two editions: who moved between the bands, and why each score changed.
public struct EditionComparison: Sendable {
  /// One account in both editions.
  public struct AccountChange: Sendable {
    /// Its position in the evidence; nil when the evidence no longer contains it.
    public let account: Int?
    /// Its id.
    public let id: String
    /// What the earlier edition recorded; nil when it was not a customer then.
    public let before: RecordedScore?
    /// What the later one records; nil when it is no longer a customer.
    public let after: RecordedScore?
    /// The band of the earlier day by the earlier model, on today's data.
    public let restatedBand: Band?
    /// The band of the earlier day by the later model, on today's data.
    public let remodelledBand: Band?
    /// The cap that binds the band on the earlier day by the earlier model, and the one that binds it on the later day.
    public let caps: (before: Cap?, after: Cap?)
    /// Why the score changed; nil when one of the ends has no score or the earlier model is not on record.
    public let why: ScoreChange?
    /// The dimension in which the change of the model had the largest effect, with that effect; nil when it had none.
    public let modelShift: (dimension: String, points: Double)?
    /// The effect of each measure between the two days under the later model, the largest falls first.
    public let moves: [MeasureMove]

    /// The change of the published score; nil when either end has none.
    public var change: Int? {
      guard let before = before?.score, let after = after?.score else { return nil }
      return after - before
    }

    /// The cap that moved the account into another band, or released it; nil when the score did that.
    public var capChange: (cap: Cap, isHeld: Bool)? {
      guard let before, let after, before.band != after.band, caps.before?.band != caps.after?.band else { return nil }
      if let cap = caps.after, cap.band == after.band { return (cap, true) }
      if let cap = caps.before, cap.band == before.band { return (cap, false) }
      return nil
    }

    /// Annual recurring revenue, the later figure if there is one.
    public var arr: Double? { after.map(\.arr) ?? before?.arr }

    /// The measure with the largest effect in the direction of the behaviour part.
    public var driver: MeasureMove? {
      why.flatMap { moves.driver(isFall: $0.behaviour < 0) }
    }
  }

  /// The smallest move of a measure, in points of the score, that is kept.
  public static let smallestMove = 0.05

  /// A cell of the movement matrix: from a band to a band; nil when not a customer.
  public struct Cell: Hashable, Sendable {
    /// The band in the earlier edition.
    public let from: Band?
    /// The band in the later one.
    public let to: Band?

    /// Creates a cell from two bands.
    public init(from: Band?, to: Band?) {
      self.from = from
      self.to = to
    }

    /// All possible cells.
    public static let all: [Cell] = {
      let places = Band.allCases.map(Optional.some) + [nil]
      return places.flatMap { from in places.map { Cell(from: from, to: $0) } }.filter {
        $0 != Cell(from: nil, to: nil)
      }
    }()
  }

  /// The earlier edition.
  public let before: EditionRecord
  /// The later edition.
  public let after: EditionRecord
  /// Every account that is in at least one of the two, the most revenue first.
  public let accounts: [AccountChange]
  /// The accounts of each cell of the movement matrix, the most revenue first.
  public let movement: [Cell: [AccountChange]]
  /// What each measure did to the mean of the comparable scores between the two days, by its key under the later model,
  /// in points, the largest falls first.
  public let meanMoves: [(measure: String, points: Double)]
  private let positions: [Int: Int]

  /// Compares two editions whose days the scorer's evidence covers.
  ///
  /// - Parameter scorer: has today's evidence; its models replace an edition's own that are not on record.
  public init(from before: EditionRecord, to after: EditionRecord, scorer: Scorer) {
    self.before = before
    self.after = after
    let old = before.models.map { PastScorer($0, like: scorer) }
    let new = PastScorer(after.models ?? scorer.models, like: scorer)
    let restated = old?.session(on: before.asOf)
    let remodelled = new.session(on: before.asOf)
    let now = new.session(on: after.asOf)
    var sums: [String: Double] = [:]
    var comparable = 0
    let known = scorer.evidence.accounts.indices.compactMap { account -> AccountChange? in
      let (then, today) = (before.scores[account], after.scores[account])
      guard then != nil || today != nil else { return nil }
      let restatedDetail = then.flatMap { _ in restated?.detail(of: account) }
      let remodelledDetail = remodelled.detail(of: account)
      var why: ScoreChange?
      var modelShift: (dimension: String, points: Double)?
      if let then, let today, let restatedDetail, let oldModel = old?.model(of: account), let remodelledDetail {
        let restated = ScoreParts(restatedDetail, by: oldModel)
        let remodelled = ScoreParts(remodelledDetail, by: new.model(of: account))
        why = ScoreChange(published: then.parts, restated: restated, remodelled: remodelled, now: today.parts)
        if let change = why?.model, change != 0 {
          modelShift = restated.largestShift(to: remodelled, isRise: change > 0)
        }
      }
      var moves: [MeasureMove] = []
      let detail = today.flatMap { _ in now.detail(of: account) }
      if let remodelledDetail, let detail {
        let all = MeasureMove.all(from: remodelledDetail, to: detail, by: new.model(of: account))
        moves = all.filter { abs($0.points) >= Self.smallestMove }
        if why != nil, then?.score != nil, today?.score != nil {
          comparable += 1
          for move in all { sums[move.definition.key, default: 0] += move.points }
        }
      }
      return AccountChange(
        account: account, id: scorer.evidence.accounts[account].id.text, before: then, after: today,
        restatedBand: restatedDetail?.score.band, remodelledBand: remodelledDetail?.score.band,
        caps: (
          restatedDetail.flatMap { $0.score.bindingCap(of: old?.model(of: account)) },
          detail.flatMap { $0.score.bindingCap(of: new.model(of: account)) }
        ), why: why, modelShift: modelShift, moves: moves)
    }
    meanMoves = sums.map { (measure: $0, points: $1 / Double(comparable)) }
      .sorted { ($0.points, $0.measure) < ($1.points, $1.measure) }
    let forgotten = before.forgotten.map { id, _, score in
      AccountChange(
        account: nil, id: id, before: score, after: nil, restatedBand: nil, remodelledBand: nil, caps: (nil, nil),
        why: nil, modelShift: nil, moves: [])
    }
    accounts = (known + forgotten).sorted { $0.arr ?? 0 > $1.arr ?? 0 }
    positions = Dictionary(
      uniqueKeysWithValues: accounts.enumerated().compactMap { index, change in change.account.map { ($0, index) } })
    movement = Dictionary(grouping: accounts) { Cell(from: $0.before?.band, to: $0.after?.band) }
  }

  /// The change of one account of the evidence.
  public func change(of account: Int) -> AccountChange? { positions[account].map { accounts[$0] } }

  /// The accounts of a cell.
  public subscript(cell: Cell) -> [AccountChange] { movement[cell] ?? [] }

  /// The accounts whose earlier day gets another band from the later model alone.
  public var flippedByModel: [AccountChange] {
    accounts.filter { $0.restatedBand != nil && $0.restatedBand != $0.remodelledBand }
  }

  /// The accounts whose band differs from that in the earlier edition, falls first.
  public var changedBand: [AccountChange] {
    let moved = accounts.filter { change in
      change.before != nil && change.after != nil && change.before?.band != change.after?.band
    }
    func isFall(_ change: AccountChange) -> Bool {
      (change.after?.band.severity ?? 0) > (change.before?.band.severity ?? 0)
    }
    return moved.filter(isFall) + moved.filter { !isFall($0) }
  }

  /// The accounts that were green in the earlier edition and are no longer customers.
  public var lostWhileGreen: [AccountChange] { self[Cell(from: .green, to: nil)] }

  /// The accounts that moved most within their band, the largest change first.
  public var movedWithinBand: [AccountChange] {
    accounts.filter { $0.before?.band == $0.after?.band && ($0.change ?? 0) != 0 }
      .sorted { abs($0.change ?? 0) > abs($1.change ?? 0) }
  }

  /// The accounts whose score stayed, although late data or another model moved it by a point or more, the most moved
  /// first.
  public var heldInBalance: [AccountChange] {
    func size(_ change: AccountChange) -> Double {
      change.why.map { max(abs($0.lateData), abs($0.model)) } ?? 0
    }
    return accounts.filter { $0.before?.band == $0.after?.band && $0.change == 0 && size($0) >= 1 }
      .sorted { size($0) > size($1) }
  }

  /// The measure that did most to the mean in the direction in which behaviour moved it, with what it did; nil when it
  /// hardly moved.
  public var mainMove: (measure: String, points: Double)? {
    guard let behaviour = mean?.change.behaviour, abs(behaviour) >= Self.smallestMove else { return nil }
    return (behaviour < 0 ? meanMoves.first : meanMoves.last).flatMap { ($0.points < 0) == (behaviour < 0) ? $0 : nil }
  }

  /// True when the later edition uses other scoring rules than the earlier; nil when those are not on record.
  public var changesModel: Bool? {
    guard let old = before.models, let new = after.models else { return nil }
    return !old.scoresLike(new)
  }

  /// The mean effect of each cause on the comparable scores, in points, and the number of those scores; nil when there
  /// are none.
  public var mean: (change: ScoreChange, accounts: Int)? {
    let changes = accounts.compactMap { $0.change == nil ? nil : $0.why }
    guard !changes.isEmpty else { return nil }
    func mean(_ part: KeyPath<ScoreChange, Double>) -> Double {
      changes.reduce(0) { $0 + $1[keyPath: part] } / Double(changes.count)
    }
    let change = ScoreChange(lateData: mean(\.lateData), behaviour: mean(\.behaviour), model: mean(\.model))
    return (change, changes.count)
  }
}

extension Score {
  fileprivate func bindingCap(of model: Model?) -> Cap? {
    guard let cap, let caps = model?.caps, caps.indices.contains(cap) else { return nil }
    return caps[cap]
  }
}

/// A scorer by the models of an edition; an account that belongs to none of their segments has no score.
struct PastScorer {
  private let scorer: Scorer
  private let isPlaced: [Bool]?

  init(_ models: Models, like scorer: Scorer) {
    if models.scoresLike(scorer.models) {
      self.scorer = scorer
      isPlaced = nil
    } else {
      let segments = models.segments(of: scorer.evidence)
      self.scorer = Scorer(evidence: scorer.evidence, models: models, segmentOf: segments.map { $0 ?? 0 })
      isPlaced = segments.map { $0 != nil }
    }
  }

  func model(of account: Int) -> Model { scorer.model(of: account) }

  func session(on day: Day) -> Session {
    Session(scorer: scorer.session(on: day), isPlaced: isPlaced)
  }

  /// The scores of every account on some days.
  func scores(on days: [Day]) async -> ScoresByDay {
    let scores = await scorer.scores(on: days)
    return isPlaced.map { scores.only($0) } ?? scores
  }

  struct Session {
    fileprivate let scorer: DayScorer
    fileprivate let isPlaced: [Bool]?

    func detail(of account: Int) -> ScoreDetail? {
      guard isPlaced?[account] ?? true else { return nil }
      return scorer.detail(of: account)
    }
  }
}
