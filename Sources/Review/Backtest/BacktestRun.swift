public import Health

extension Backtest {
  /// The age in days up to which a published score is used: one missed edition does not matter.
  static let publishedWithin = 14
  /// The age in days where single weeks are looked at: the edition of that week or none.
  static let publishedInWeek = 6
  /// The number of days before in which a decision of people counts as a review: a quarter.
  public static let reviewedWithin = 90

  /// Finds the call on every account before its decision: as published if there was a recent edition, otherwise scored
  /// again by today's models.
  ///
  /// Each account counts once, with its latest decision to renew, to contract or to leave. What the models read from
  /// account columns is excluded, since their past values are unknown.
  public init(_ scorer: Scorer, judgement: Judgement, history: History) {
    var run = BacktestRun(scorer.limited(to: .knownThen), history: history)
    run.finish()
    let order = scorer.models.all.flatMap { $0.dimensions.flatMap { $0.measures.map(\.key) } }
    func call(
      _ unit: BacktestRun.Unit, on day: Day, score: Score, rescoring: Rescoring?, before: PastLists.Before? = nil,
      publishedWithin days: Int
    ) -> Call {
      let published = history.published(of: unit.account, onOrBefore: day, within: days)
      let sentiment = judgement.latestSentiment(of: unit.account, on: day)
      let band = published?.band ?? score.band
      return Call(
        account: unit.account, segment: scorer.segmentOf[unit.account], decidedOn: unit.decidedOn,
        churned: unit.churned, score: published.map(\.score) ?? score.published, band: band,
        flag: judgement.currentFlag(of: unit.account, on: day), sentiment: sentiment,
        flagStatus: sentiment?.status(on: day) ?? .none,
        wasReviewed: judgement.reviews[unit.account].contains { $0.date <= day && day - $0.date < Self.reviewedWithin },
        edition: published?.edition,
        earlierModel: published.map { history.editions[$0.edition].modelVersion }.flatMap {
          $0 == scorer.models.version ? nil : $0
        }, leadTime: unit.leadTime, leadTimeIsCut: unit.leadTimeIsCut,
        lists: PastLists(account: unit.account, day: day, band: band, evidence: scorer.evidence, judgement: judgement)
          .lists(direction: rescoring?.direction, before: before),
        rescoring: rescoring)
    }
    results = Backtest.horizons.map { horizon in
      let judged = run.units.compactMap { unit in unit.calls[horizon].map { (unit, $0) } }
      let calls = judged.map { unit, found in
        call(
          unit, on: unit.decidedOn - horizon, score: found.score,
          rescoring: found.rescoring(tenure: scorer.evidence.tenure(of: unit.account, on: unit.decidedOn - horizon)),
          before: horizon == Review.callHorizon ? found.before(scorer.model(of: unit.account)) : nil,
          publishedWithin: Self.publishedWithin)
      }
      let rescored = zip(judged, calls).filter { $1.isRescored }
      let leftOut = Set(rescored.flatMap { $0.0.1.leftOut })
      var listed: Set<String> = []
      return Result(
        horizon: horizon, calls: calls, leftOut: order.filter { leftOut.contains($0) && listed.insert($0).inserted })
    }
    approaches = Dictionary(
      uniqueKeysWithValues: run.units.filter { !$0.weeks.isEmpty }.map { unit in
        let calls = unit.weeks.enumerated().map { index, score in
          score.map {
            call(
              unit, on: unit.decidedOn - 7 * (index + 1), score: $0, rescoring: nil,
              publishedWithin: Self.publishedInWeek)
          }
        }
        return (unit.account, calls)
      })
  }
}

/// Walks back through time once, day by day, so that the values of peers are computed once a day.
private struct BacktestRun {
  /// The number of weeks to search back for the start of a run of bad bands: two years, longer than a warning is
  /// remembered.
  static let longestRun = 104

  /// An account scored again at a horizon, with its scores up to that day.
  struct Rescored {
    let score: Score
    let dimensions: [Double?]
    let measures: [Double?]
    let leftOut: [String]
    /// Published scores one, four and thirteen weeks earlier; absent when there was none.
    var earlier: [Int: Int] = [:]
    /// At `Review.callHorizon`: whether it was green in the weeks in which that counts, and the dimensions 13 weeks
    /// earlier.
    var wasGreen = false
    var dimensionsEarlier: [Double?] = []

    /// What the lists about losses ask about the time before.
    func before(_ model: Model) -> PastLists.Before {
      let usage = model.dimensions.firstIndex { $0.id == Dimension.usage }
      func score(_ dimensions: [Double?]) -> Double? {
        usage.flatMap { dimensions.indices.contains($0) ? dimensions[$0] : nil }
      }
      return PastLists.Before(wasGreen: wasGreen, usage: score(dimensions), usageEarlier: score(dimensionsEarlier))
    }

    func rescoring(tenure: Int?) -> Backtest.Rescoring {
      func change(over weeks: Int) -> Int? {
        guard let now = score.published, let then = earlier[weeks] else { return nil }
        return now - then
      }
      let changes = ScoreChanges(over: change)
      return Backtest.Rescoring(
        exact: score.published == nil ? nil : score.exact, dimensions: dimensions, measures: measures,
        changes: changes, direction: Direction(changes: changes, tenureDays: tenure))
    }
  }

  /// One account and what was found about it.
  struct Unit {
    let account: Int
    let decidedOn: Day
    let churned: Bool
    var calls: [Int: Rescored] = [:]
    /// Days to the start of the run as far as it has been followed; nil when the account was not active at first.
    var leadTime: Int?
    /// True when the run was followed to where nothing is known about the account, or to the limit of the search.
    var leadTimeIsCut = false
    /// For an account lost in the year, its score one week before the decision, two weeks before, and so on.
    var weeks: [Score?] = []
  }

  /// A question about an account on a day.
  private enum Question {
    case call(horizon: Int)
    /// The score that a call is compared with, a number of weeks earlier.
    case earlier(horizon: Int, weeks: Int)
    /// Whether a call had left green, and how usage was a quarter earlier.
    case listed(weeks: Int)
    case run(week: Int)
    case approach(week: Int)
  }

  private let scorer: Scorer
  private let history: History
  private(set) var units: [Unit]
  private var questions: [Day: [(unit: Int, question: Question)]] = [:]

  init(_ scorer: Scorer, history: History) {
    self.scorer = scorer
    self.history = history
    let lostInYear = Set(scorer.evidence.lostInYear.filter { $0.outcome != nil }.map(\.account))
    units = scorer.evidence.accounts.indices.compactMap { account in
      guard let decision = scorer.evidence.latestDecision(of: account, by: scorer.evidence.asOf) else { return nil }
      return Unit(
        account: account, decidedOn: decision.noticeOn ?? decision.date, churned: decision.kind == .churned,
        weeks: [Score?](repeating: nil, count: lostInYear.contains(account) ? Backtest.approachWeeks : 0))
    }
    for (index, unit) in units.enumerated() {
      for horizon in Backtest.horizons {
        questions[unit.decidedOn - horizon, default: []].append((index, .call(horizon: horizon)))
      }
      if unit.churned { questions[unit.decidedOn - 7, default: []].append((index, .run(week: 1))) }
      for week in unit.weeks.indices {
        questions[unit.decidedOn - 7 * (week + 1), default: []].append((index, .approach(week: week)))
      }
    }
  }

  mutating func finish() {
    var workspace = DayScorer.Workspace()
    // An answer can only raise a question about an earlier day, so the newest open day is always ready.
    var days = Array(questions.keys).sorted()
    while let day = days.popLast() {
      let session = scorer.session(on: day)
      for (index, question) in questions.removeValue(forKey: day) ?? [] {
        let account = units[index].account
        switch question {
        case .call(let horizon):
          guard let detail = session.detail(of: account) else { continue }
          units[index].calls[horizon] = Rescored(
            score: detail.score, dimensions: detail.dimensions.map { $0?.score },
            measures: detail.measures.map { $0?.counted }, leftOut: session.measuresLeftOut(forAccount: account))
          if horizon == Review.callHorizon {
            for weeks in Array(1...ListID.leftGreenWeeks) + [Trend.longestChange] {
              ask(.listed(weeks: weeks), of: index, on: day - 7 * weeks, among: &days)
            }
          }
          guard detail.score.published != nil else { continue }
          for weeks in ScoreChanges.spans {
            ask(.earlier(horizon: horizon, weeks: weeks), of: index, on: day - 7 * weeks, among: &days)
          }
        case .earlier(let horizon, let weeks):
          units[index].calls[horizon]?.earlier[weeks] = session.score(of: account, using: &workspace)?.published
        case .listed(let weeks):
          guard let detail = session.detail(of: account) else { continue }
          if weeks == Trend.longestChange {
            units[index].calls[Review.callHorizon]?.dimensionsEarlier = detail.dimensions.map { $0?.score }
          } else if detail.score.band == .green {
            units[index].calls[Review.callHorizon]?.wasGreen = true
          }
        case .approach(let week): units[index].weeks[week] = session.score(of: account, using: &workspace)
        case .run(let week):
          let rescored = session.score(of: account, using: &workspace)?.band
          // A warning that nobody saw does not count: if there was a recent edition, it decides what people read.
          let band = rescored.map { rescored in
            history.published(of: account, onOrBefore: day, within: Backtest.publishedWithin)?.band ?? rescored
          }
          guard follow(index, week: week, band: band) else { continue }
          guard week < Self.longestRun else {
            units[index].leadTimeIsCut = true
            continue
          }
          ask(.run(week: week + 1), of: index, on: day - 7, among: &days)
        }
      }
    }
  }

  /// Adds a question about an earlier day.
  private mutating func ask(_ question: Question, of unit: Int, on day: Day, among days: inout [Day]) {
    if questions[day] == nil { days.insert(day, at: days.firstIndex { $0 > day } ?? days.count) }
    questions[day, default: []].append((unit, question))
  }

  /// Adds the band of a week to a run; true when the run continues.
  private mutating func follow(_ index: Int, week: Int, band: Band?) -> Bool {
    switch band {
    case .yellow, .red:
      units[index].leadTime = 7 * week
      return true
    case .green, .unscored:
      if week == 1 { units[index].leadTime = 0 }
      units[index].leadTimeIsCut = week > 1 && band == .unscored
      return false
    case nil:
      units[index].leadTimeIsCut = week > 1
      return false
    }
  }
}

extension Evidence {
  /// The latest outcome up to a day at which an account decided whether to stay; of two on one day, the later in the
  /// file.
  func latestDecision(of account: Int, by day: Day) -> Outcome? {
    var latest: Outcome?
    for outcome in outcomes[account] where outcome.kind.isDecision && outcome.date <= day {
      if let current = latest, current.date > outcome.date { continue }
      latest = outcome
    }
    return latest
  }
}
