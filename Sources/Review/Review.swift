public import Health

/// Scores next to human judgement: everything in an edition, as values.
public struct Review: Sendable {
  /// What the settings decide about a review.
  public struct Rules: Sendable {
    /// The number of weeks within which every green account comes up for one spot check, at least 1.
    public let spotCheckWeeks: Int

    /// The number of accounts the team can handle in a week; nil when the settings do not say.
    public let capacity: Int?

    /// The target for retention; nil when the settings do not say.
    public let retentionTarget: RetentionTarget?

    /// The most that a figure of the front page should be: a share, 0–1, where it `isRevenue`, else a number of accounts.
    public let targets: [HeadlineFigure: Double]

    /// The loss rate from which the effort of acting on an account pays, between 0 and 1; nil when the settings do
    /// not say.
    public let worthActingFrom: Double?

    /// The weeks of a round of spot checks by default: everybody is looked at once a quarter.
    public static let usualSpotCheckWeeks = 13

    /// Creates rules from the settings.
    public init(
      spotCheckWeeks: Int = usualSpotCheckWeeks, capacity: Int? = nil, retentionTarget: RetentionTarget? = nil,
      targets: [HeadlineFigure: Double] = [:], worthActingFrom: Double? = nil
    ) {
      self.spotCheckWeeks = spotCheckWeeks
      self.capacity = capacity
      self.retentionTarget = retentionTarget
      self.targets = targets
      self.worthActingFrom = worthActingFrom
    }
  }

  /// The scorer whose scores are reviewed, with evidence and models.
  public let scorer: Scorer
  /// What people say.
  public let judgement: Judgement
  /// Weekly scores of the past.
  public let trend: Trend
  /// The rules of the settings.
  public let rules: Rules
  /// The editions published before this one.
  public let history: History
  /// The days of those editions scored with today's data.
  public let restatement: Restatement
  /// The days of editions whose scoring rules differ from those of the edition before, with the version of the new
  /// model, oldest first; they may include the as-of day.
  public let modelChanges: [(day: Day, version: String)]
  /// What changed since the last edition; nil when none was published.
  public let sinceLastEdition: EditionComparison?
  /// The active accounts, in order of id.
  public let accounts: [AccountReview]
  /// The active accounts by exposure (unknown ones last), then points, both falling, then id: the most urgent first.
  public let byExposure: [AccountReview]
  /// The segments in the order of the model, empty ones included.
  public let segments: [SegmentReview]
  /// Every list, in page order.
  public let lists: [ListID: [ListItem]]
  private let itemsByAccount: RowsByAccount<ListItem>
  private let publishedScores: PeerValues
  /// The headline figures today and on the 13 weekly days before, today first; a week with an edition has the published
  /// ones.
  public let figures: [WeekFigures]
  /// A movement of the whole portfolio; nil when there is none.
  public let shift: PortfolioShift?
  /// The revenue of each account on any day, as retention counts it.
  public let revenue: RevenueHistory
  /// The course of retention over the last year and in every edition on record.
  public let retentionTrend: RetentionTrend
  /// Whether the scores predicted what happened.
  public let backtest: Backtest
  /// What the renewals of this quarter and the next are expected to bring; nil while too few accounts have decided.
  public let forecast: RenewalForecast?
  /// The accounts that get the week's effort.
  public let attention: Attention
  /// What spot checks show about the greens.
  public let spotChecks: SpotChecks
  /// The accounts that were ready to grow a week ago and no longer are.
  public let expansionDropOuts: [ExpansionDropOut]

  /// The scored evidence.
  public var evidence: Evidence { scorer.evidence }
  /// The models that scored it.
  public var models: Models { scorer.models }
  /// The as-of day.
  public var asOf: Day { scorer.evidence.asOf }
  /// The edition of the as-of day.
  public var edition: Edition { Edition(of: asOf) }

  /// Reviews all accounts that are active on the as-of day of the evidence.
  ///
  /// - Parameter history: the editions published before; none by default.
  public init(_ scorer: Scorer, judgement: Judgement, rules: Rules, history: History? = nil) async {
    let history = history ?? History(accounts: scorer.evidence.accounts.count)
    async let backtest = Backtest(scorer, judgement: judgement, history: history)
    let trend = await Trend(scorer)
    let today = scorer.session(on: scorer.evidence.asOf)
    let weekBefore = scorer.session(on: scorer.evidence.asOf - 7)
    let details = scorer.evidence.accounts.indices.compactMap { account in
      today.detail(of: account).map { (account: account, detail: $0) }
    }
    let accounts = zip(details, today.bandChanges(of: details)).map { scored, bandChanges in
      AccountReview(
        account: scored.account, scorer: scorer, detail: scored.detail,
        detailWeekBefore: weekBefore.detail(of: scored.account), bandChanges: bandChanges, trend: trend,
        judgement: judgement)
    }
    self.scorer = scorer
    self.judgement = judgement
    self.trend = trend
    self.rules = rules
    self.history = history
    self.accounts = accounts
    sinceLastEdition = history.previous.map {
      EditionComparison(from: $0, to: EditionRecord(accounts: accounts, scorer: scorer), scorer: scorer)
    }
    modelChanges = history.modelChanges(upTo: scorer.models, on: scorer.evidence.asOf)
    restatement = await Restatement(scorer, trend: trend, history: history)
    let byExposure = accounts.sorted(by: AccountReview.precedes)
    self.byExposure = byExposure
    let conditions = ListConditions(
      evidence: scorer.evidence, judgement: judgement, trend: trend, spotCheckWeeks: rules.spotCheckWeeks)
    let lists = conditions.lists(of: byExposure)
    self.lists = lists
    itemsByAccount = RowsByAccount(
      ListID.allCases.flatMap { list in (lists[list] ?? []).map { ($0.account, $0) } },
      accounts: scorer.evidence.accounts.count)
    publishedScores = PeerValues(
      accounts.compactMap { account in account.score.published.map { (account.segment, Double($0)) } },
      segments: scorer.models.segments.count)
    segments = SegmentReview.all(accounts, scorer: scorer)
    let published = Dictionary(history.standing.map { ($0.asOf.monday, $0) }) { $1 }
    let revenue = RevenueHistory(scorer.evidence, judgement: judgement)
    let retentionTrend = RetentionTrend(revenue, history: history)
    self.revenue = revenue
    figures = (0...WeekFigures.weeks).map { weeksAgo in
      let figures = conditions.figures(weeksAgo: weeksAgo, retention: retentionTrend.retention(weeksAgo: weeksAgo))
      let edition = weeksAgo == 0 ? nil : published[figures.day.monday]
      return edition.map(figures.published(by:)) ?? figures
    }
    shift = PortfolioShift(accounts)
    self.retentionTrend = retentionTrend
    let items = itemsByAccount
    attention = Attention(
      byExposure, items: { items[$0] }, evidence: scorer.evidence, revenue: revenue, capacity: rules.capacity)
    let undoubted = accounts.count { account in
      account.score.band == .green
        && !ListID.findingsAboutGreens.contains { conditions.holds($0, for: account.account, weeksAgo: 0) }
    }
    spotChecks = SpotChecks(
      decisions: judgement.reviews, accounts: scorer.evidence.accounts.count, greens: undoubted,
      on: scorer.evidence.asOf
    ) { trend.hasTurned($0, since: $1, evidence: scorer.evidence, judgement: judgement) }
    expansionDropOuts = conditions.expansionDropOuts(among: byExposure)
    let tested = await backtest
    self.backtest = tested
    forecast = RenewalForecast(
      of: accounts, in: scorer.evidence, calls: tested[Self.callHorizon]?.calls ?? [])
  }

  /// The flags of active accounts that need a reason and have none, by exposure.
  public var unexplainedFlags: [UnexplainedFlag] { byExposure.compactMap(UnexplainedFlag.init) }

  /// The open risks of some accounts by kind, those with the most revenue first.
  public func openRisks(of accounts: [AccountReview]) -> [OpenRisks] { OpenRisks.byKind(accounts, in: evidence) }

  /// The accounts whose band changes under at least one of the shifts of weights.
  public var unstable: [AccountReview] { byExposure.filter { !$0.isRobust } }

  /// What happened to last year's revenue.
  public var retention: Retention { retentionTrend.retention(weeksAgo: 0) }

  /// The headline figures of the as-of day.
  public var today: WeekFigures { figures[0] }

  /// The items of a list, in page order.
  public subscript(list: ListID) -> [ListItem] { lists[list] ?? [] }

  /// The items of a list that wait, then the others, each in the order of the list.
  public func waitingFirst(_ list: ListID) -> [ListItem] {
    self[list].filter(\.isWaiting) + self[list].filter { !$0.isWaiting }
  }

  /// The accounts of a segment, the most urgent first.
  public func byExposure(_ segment: SegmentReview) -> [AccountReview] {
    segment.members.map { accounts[$0] }.sorted(by: AccountReview.precedes)
  }

  /// The items of an account, in the order of the lists.
  public func items(of account: Int) -> ArraySlice<ListItem> { itemsByAccount[account] }

  /// The conditions of the lists under some judgement.
  func conditions(given judgement: Judgement) -> ListConditions {
    ListConditions(
      evidence: evidence, judgement: judgement, trend: trend, spotCheckWeeks: rules.spotCheckWeeks)
  }

  /// The item that an account would have on a list with other judgement; nil when it would not be listed.
  public func item(on list: ListID, of account: Int, given judgement: Judgement) -> ListItem? {
    conditions(given: judgement).item(on: list, account: account)
  }

  /// The last weekly day on which an account that left green was green, and its published score then; nil when it did
  /// not leave green in the last `ListID.leftGreenWeeks`.
  public func lastGreen(_ account: AccountReview) -> (day: Day, published: Int?)? {
    guard account.score.band == .yellow || account.score.band == .red else { return nil }
    let weeksAgo = trend.lastGreen(account.account, beforeWeeksAgo: 0)
    return weeksAgo.map { (trend.day(weeksAgo: $0), trend.score(of: account.account, weeksAgo: $0)?.published) }
  }

  /// The rank of an account's published score within its segment, or the portfolio if the segment is too small; nil
  /// when it has no score or too few peers.
  public func rank(of account: AccountReview) -> PeerRank? {
    account.score.published.flatMap {
      publishedScores.rank(of: Double($0), in: account.segment, isIncluded: true)
    }
  }

  /// The review of the account at a position of the evidence; nil when it is not active.
  public func review(of account: Int) -> AccountReview? {
    let position = accounts.partitioningIndex { $0.account >= account }
    return position < accounts.count && accounts[position].account == account ? accounts[position] : nil
  }
}

extension History {
  fileprivate func modelChanges(upTo models: Models, on asOf: Day) -> [(day: Day, version: String)] {
    let known = editions.indices.filter { !isReplaced($0) }.compactMap { edition in
      self.models[edition].map { (day: editions[edition].asOf, models: $0) }
    }
    let ends = known + [(asOf, models)]
    return zip(ends, ends.dropFirst()).filter { !$0.models.scoresLike($1.models) }
      .map { ($1.day, $1.models.version) }
  }
}

extension AccountReview {
  /// Orders by exposure, then points, both falling; accounts of unknown exposure come after all others, and equal ones
  /// stay in order of id.
  static func precedes(_ left: AccountReview, _ right: AccountReview) -> Bool {
    if left.exposure != right.exposure {
      guard let first = left.exposure, let second = right.exposure else { return left.exposure != nil }
      return first > second
    }
    if left.points.total != right.points.total { return left.points.total > right.points.total }
    return left.account < right.account
  }
}

extension ListConditions {
  /// Every list in page order, with its accounts by exposure; on `green-but-yellow` red flags come first, and on
  /// `renewals` those that have lapsed.
  fileprivate func lists(of ordered: [AccountReview]) -> [ListID: [ListItem]] {
    func first(_ comesFirst: (AccountReview) -> Bool) -> [AccountReview] {
      ordered.filter(comesFirst) + ordered.filter { !comesFirst($0) }
    }
    return Dictionary(
      uniqueKeysWithValues: ListID.allCases.map { list in
        let order =
          switch list {
          case .greenButYellow: first { $0.currentFlag == .red }
          case .renewals: first(\.isLapsed)
          default: ordered
          }
        return (list, order.compactMap { item(on: list, account: $0.account) })
      })
  }
}

extension SegmentReview {
  fileprivate static func all(_ accounts: [AccountReview], scorer: Scorer) -> [SegmentReview] {
    var members = [[Int]](repeating: [], count: scorer.models.segments.count)
    var bands = [BandSplit](repeating: BandSplit(), count: scorer.models.segments.count)
    for (position, account) in accounts.enumerated() {
      members[account.segment].append(position)
      bands[account.segment].add(account.score.band, arr: scorer.evidence.accounts[account.account].arr)
    }
    return scorer.models.segments.enumerated().map { index, segment in
      let ranked = members[index].sorted {
        (accounts[$0].score.published ?? 101, $0) < (accounts[$1].score.published ?? 101, $1)
      }
      return SegmentReview(
        segment: segment, model: scorer.models.all[segment.model], members: ranked, bands: bands[index])
    }
  }
}
