public import Health

/// What is held against the guards: the data of a day, and the newest edition on record.
public struct GuardCheck: Sendable {
  private let scorer: Scorer
  let arrivals: Arrivals
  private let quality: DataQuality
  private let rules: Guard.Rules
  let record: EditionRecord?
  private let today: Day

  var evidence: Evidence { scorer.evidence }

  /// Takes what is compared.
  ///
  /// - Parameters:
  ///   - record: the newest edition on record up to the as-of day; nil before the first.
  ///   - today: the day of the clock.
  public init(
    _ scorer: Scorer, judgement: Judgement, quality: DataQuality, rules: Guard.Rules, newest record: EditionRecord?,
    today: Day
  ) {
    self.scorer = scorer
    arrivals = Arrivals(scorer.evidence, judgement, quality)
    self.quality = quality
    self.rules = rules
    self.record = record
    self.today = today
  }

  /// The guards that hold, in the order of ``Guard``.
  public var held: [HeldGuard] {
    Guard.allCases.compactMap { kind in
      switch kind {
      case .noAccounts: noAccounts
      case .accountRefused: accountRefused
      case .rowsRefused: rowsRefused
      case .vanished: vanished
      case .cutOff: quality.cutOff.isEmpty ? nil : .cutOff(quality.cutOff)
      case .feedWentBack: feedWentBack
      case .arrJump: arrJump
      case .future: evidence.asOf > today ? .future(today: today) : nil
      }
    }
  }

  /// The accounts in no row of `accounts` of which the settings say why, in order of id.
  public var departed: [Departure] {
    let known = Set(evidence.accounts.map(\.id.text))
    let forgotten = Dictionary(
      (record?.forgotten ?? []).map { ($0.id, (name: $0.name, arr: $0.score.arr)) },
      uniquingKeysWith: { first, _ in first })
    return rules.departed.filter { !known.contains($0.key) }.sorted { $0.key < $1.key }.map { id, reason in
      let account = forgotten[id]
      return Departure(
        account: HeldGuard.Missing(id: id, name: account?.name ?? id, arr: account?.arr), reason: reason)
    }
  }

  private var before: HeldGuard.Before? {
    record.map { record in
      let scores = record.scores.compactMap(\.self) + record.forgotten.map(\.score)
      return HeldGuard.Before(edition: record.edition, arr: AmountSum(scores.map(\.arr)))
    }
  }

  private var active: [Int] { evidence.accounts.indices.filter { evidence.isActive($0, on: evidence.asOf) } }

  private var noAccounts: HeldGuard? {
    let session = scorer.session(on: evidence.asOf)
    let active = active
    let isAnyScored = active.contains { session.detail(of: $0)?.score.published != nil }
    return isAnyScored ? nil : .noAccounts(active: active.count, before: before)
  }

  private var accountRefused: HeldGuard? {
    let rows = rows(of: .accounts)
    guard rows.refused > 0 else { return nil }
    let refused = Set(quality.refusedAccounts)
    // Those of earlier editions were published without before, and nothing has been said of them since.
    let past = (record?.earlier.accounts ?? []).map(\.account)
    let known = Self.byRevenue((record?.forgotten ?? []).map(HeldGuard.Missing.init) + past).filter { account in
      ids(of: account.id).contains { refused.contains($0) }
    }
    return .accountRefused(rows: rows.refused, of: rows.read, known: known)
  }

  private var rowsRefused: HeldGuard? {
    let refusals = Table.allCases.flatMap { table in
      let rows = rows(of: table)
      let cells = quality.columns.filter { $0.table == table }.map {
        HeldGuard.Refusals(table: table, column: $0.name, refused: $0.refused, of: $0.filled)
      }
      return [
        HeldGuard.Refusals(
          table: table, column: nil, refused: rows.refused - rows.departed, of: rows.read - rows.departed)
      ]
        + cells
    }
    let tooMany = refusals.filter {
      $0.refused > Guard.Rules.refusedLet && Double($0.refused) > rules.maxRefused * Double($0.of)
    }
    return tooMany.isEmpty ? nil : .rowsRefused(tooMany)
  }

  func rows(of table: Table) -> DataQuality.Rows {
    quality.feeds.filter { $0.table == table }.reduce(DataQuality.Rows()) { $0 + $1.rows }
  }

  private var vanished: HeldGuard? {
    guard let record, let before else { return nil }
    let missing = record.forgotten.filter { isUnexplained($0.id) }
    return missing.isEmpty ? nil : .vanished(Self.byRevenue(missing.map(HeldGuard.Missing.init)), before: before)
  }

  /// Accounts with the most revenue first.
  static func byRevenue(_ accounts: [HeldGuard.Missing]) -> [HeldGuard.Missing] {
    accounts.sorted { ($1.arr ?? 0, $0.id) < ($0.arr ?? 0, $1.id) }
  }

  /// The id of an account on record, and the one that it has today.
  private func ids(of id: String) -> [String] { [id, rules.aliases.currentID(of: id)] }

  /// Whether neither a refused row nor the settings say what became of an account that is in no row.
  func isUnexplained(_ id: String) -> Bool {
    ids(of: id).allSatisfy { rules.departed[$0] == nil && !quality.refusedAccounts.contains($0) }
  }

  private var feedWentBack: HeldGuard? {
    guard let then = record?.arrivals, let before else { return nil }
    let ends = arrivals.earlierEnds(since: then)
    return ends.isEmpty ? nil : .feedWentBack(ends, before: before)
  }

  /// Of accounts that are active in both, as far as their revenue was known; what is unknown now counts as gone.
  private var arrJump: HeldGuard? {
    guard let record, let before else { return nil }
    var arr = 0.0
    var unexplained = 0.0
    var unknown = 0
    for account in active {
      guard let then = record.scores[account]?.arr else { continue }
      arr += then
      guard let now = evidence.accounts[account].arr else {
        unknown += 1
        unexplained -= then
        continue
      }
      var expected = then
      for outcome in evidence.outcomes[account] where outcome.date > record.asOf && outcome.date <= evidence.asOf {
        guard let arrAfter = outcome.arrAfter else { continue }
        expected += arrAfter - (outcome.arrBefore ?? expected)
      }
      // An outcome explains a change as far as it goes the same way; where nothing changed there is nothing to explain.
      let (low, high) = (min(then, expected), max(then, expected))
      unexplained += now - min(max(now, low), high)
    }
    // Sums of amounts that are equal on paper may differ in their last bit.
    guard abs(unexplained) > rules.maxARRChange * arr + 1e-9 else { return nil }
    return .arrJump(arr: arr, unexplained: unexplained, unknown: unknown, before: before)
  }
}

/// An account that is in no row of `accounts`, and why, as the settings say.
public struct Departure: Hashable, Sendable {
  /// Which account; by its id alone, and without revenue, where the newest edition did not have it any more.
  public let account: HeldGuard.Missing
  /// Why it is gone.
  public let reason: String
}
