public import Health

extension Backtest {
  /// Days before the day in question from which a published score is still taken.
  static let publishedWithin = 14

  /// Finds what was said of every account with a decision before it: as published where an edition was near, else
  /// scored again under today's models.
  ///
  /// Each account counts once, with its latest decision to renew, to contract or to leave. What the models read from
  /// account columns is left out, since those are known only as of today.
  public init(_ scorer: Scorer, judgement: Judgement, history: History) {
    var run = BacktestRun(scorer.limited(to: .knownThen))
    run.finish()
    let order = scorer.models.all.flatMap { $0.dimensions.flatMap { $0.measures.map(\.key) } }
    func call(_ unit: BacktestRun.Finding, on day: Day, rescored: Score, publishedWithin days: Int) -> Call {
      let published = history.published(of: unit.account, onOrBefore: day, within: days)
      return Call(
        account: unit.account, decidedOn: unit.decidedOn, churned: unit.churned,
        score: published.map(\.score) ?? rescored.published, band: published?.band ?? rescored.band,
        flag: judgement.currentFlag(of: unit.account, on: day), isRescored: published == nil, leadTime: unit.leadTime)
    }
    results = Backtest.horizons.map { horizon in
      let findings = run.findings.compactMap { unit in unit.calls[horizon].map { (unit, $0) } }
      let calls = findings.map { unit, found in
        call(unit, on: unit.decidedOn - horizon, rescored: found.score, publishedWithin: Self.publishedWithin)
      }
      let rescored = zip(findings, calls).filter { $1.isRescored }
      let leftOut = Set(rescored.flatMap { $0.0.1.leftOut })
      var listed: Set<String> = []
      return Result(
        horizon: horizon, calls: calls, leftOut: order.filter { leftOut.contains($0) && listed.insert($0).inserted })
    }
    approaches = Dictionary(
      uniqueKeysWithValues: run.findings.filter { !$0.weeks.isEmpty }.map { unit in
        let calls = unit.weeks.enumerated().map { index, score in
          score.map { call(unit, on: unit.decidedOn - 7 * (index + 1), rescored: $0, publishedWithin: 6) }
        }
        return (unit.account, calls)
      })
  }
}

/// Walks back through time once, day by day, so that what accounts are compared with is computed once a day.
private struct BacktestRun {
  /// Weeks that the search for the start of a run of bad bands looks back.
  static let longestRun = 104

  /// One account and what was found about it.
  struct Finding {
    let account: Int
    let decidedOn: Day
    let churned: Bool
    var calls: [Int: (score: Score, leftOut: [String])] = [:]
    /// Days to the start of the run as far as it has been followed; nil when the account was not active at first.
    var leadTime: Int?
    /// Of an account lost in the year, its score one week before the decision, two weeks before, and so on.
    var weeks: [Score?] = []
  }

  /// A question about an account on a day.
  private enum Question {
    case call(horizon: Int)
    case run(week: Int)
    case approach(week: Int)
  }

  private let scorer: Scorer
  private(set) var findings: [Finding]
  private var questions: [Day: [(finding: Int, question: Question)]] = [:]

  init(_ scorer: Scorer) {
    self.scorer = scorer
    let lostInYear = Set(scorer.evidence.lostInYear.map(\.account))
    findings = scorer.evidence.accounts.indices.compactMap { account in
      guard let decision = scorer.evidence.latestDecision(of: account) else { return nil }
      return Finding(
        account: account, decidedOn: decision.noticeOn ?? decision.date, churned: decision.kind == .churned,
        weeks: [Score?](repeating: nil, count: lostInYear.contains(account) ? Backtest.approachWeeks : 0))
    }
    for (index, finding) in findings.enumerated() {
      for horizon in Backtest.horizons {
        questions[finding.decidedOn - horizon, default: []].append((index, .call(horizon: horizon)))
      }
      if finding.churned { questions[finding.decidedOn - 7, default: []].append((index, .run(week: 1))) }
      for week in finding.weeks.indices {
        questions[finding.decidedOn - 7 * (week + 1), default: []].append((index, .approach(week: week)))
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
        let score = session.score(of: findings[index].account, using: &workspace)
        switch question {
        case .call(let horizon):
          guard let score else { continue }
          findings[index].calls[horizon] = (score, session.measuresLeftOut(forAccount: findings[index].account))
        case .approach(let week): findings[index].weeks[week] = score
        case .run(let week):
          guard follow(index, week: week, band: score?.band), week < Self.longestRun else { continue }
          let earlier = day - 7
          if questions[earlier] == nil { days.insert(earlier, at: days.firstIndex { $0 > earlier } ?? days.count) }
          questions[earlier, default: []].append((index, .run(week: week + 1)))
        }
      }
    }
  }

  /// Takes the band of a week into a run; true when the run goes on.
  private mutating func follow(_ index: Int, week: Int, band: Band?) -> Bool {
    switch band {
    case .yellow, .red:
      findings[index].leadTime = 7 * week
      return true
    case .green, .unscored:
      if week == 1 { findings[index].leadTime = 0 }
      return false
    case nil:
      return false
    }
  }
}

extension Evidence {
  /// The latest outcome at which an account decided whether to stay; of two on one day the later in the file.
  func latestDecision(of account: Int) -> Outcome? {
    var latest: Outcome?
    for outcome in outcomes[account] where outcome.kind.isDecision && outcome.date <= asOf {
      if let current = latest, current.date > outcome.date { continue }
      latest = outcome
    }
    return latest
  }
}
