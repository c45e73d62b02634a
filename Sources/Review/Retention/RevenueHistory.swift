public import Health

/// The annual recurring revenue of every account on any day up to the as-of day.
public struct RevenueHistory: Sendable {
  /// The days at the beginning of a table in which a first row says nothing: whoever was a customer before the records
  /// began appears in them within a month.
  public static let openingDays = 28

  let evidence: Evidence
  /// For each account the day of its first row in a table with days; nil where that is no start.
  private let firstSeen: [Day?]

  /// Finds where each account begins.
  ///
  /// A first row is a start unless it lies in the first `openingDays` of its table. Outcomes do not count, since the
  /// contract is older than its renewal, nor do goals, which have no day of their own.
  public init(_ evidence: Evidence, judgement: Judgement) {
    self.evidence = evidence
    let accounts = evidence.accounts.indices
    func days<Row>(_ rows: RowsByAccount<Row>, _ day: (Row) -> Day?) -> [Day?] {
      accounts.map { rows[$0].compactMap(day).min() }
    }
    let tables: [[Day?]] = [
      accounts.map { account in evidence.series.compactMap { $0.firstDay(of: account) }.min() },
      days(judgement.sentiment, \.date), days(judgement.risks, \.seenOn), days(evidence.touchpoints, \.date),
      days(evidence.tickets, \.openedOn), days(evidence.contacts, \.since), days(judgement.reviews, \.date),
    ]
    var firstSeen = [(day: Day, isStart: Bool)?](repeating: nil, count: accounts.count)
    for table in tables {
      guard let begin = table.compactMap({ $0 }).min() else { continue }
      for account in accounts {
        guard let day = table[account], firstSeen[account].map({ day <= $0.day }) ?? true else { continue }
        // Where an account appears in two tables on one day, both must have been there before.
        let wasStart = firstSeen[account].map { $0.day != day || $0.isStart } ?? true
        firstSeen[account] = (day, day - begin >= Self.openingDays && wasStart)
      }
    }
    self.firstSeen = firstSeen.map { $0.flatMap { $0.isStart ? $0.day : nil } }
  }

  /// The first day as a customer, as it counts on a day: `started_on`, or the day on which the account is first seen;
  /// nil when neither is known, so that it counts as a customer all along.
  func start(of account: Int, on day: Day) -> Day? {
    evidence.start(of: account, on: day) ?? firstSeen[account]
  }

  /// The revenue of an account on a day, 0 while it is not a customer; nil when it is unknown.
  ///
  /// It is the amount after the latest outcome, or else the amount before the next one (up to the as-of day), or else
  /// today's figure. For a customer that came back, nothing up to the churn counts.
  public func arr(of account: Int, on day: Day) -> Double? {
    let row = evidence.accounts[account]
    if let start = start(of: account, on: day), day < start { return 0 }
    if let ended = row.endedOn, day >= ended { return 0 }
    guard !evidence.outcomes[account].isEmpty else { return row.arr }
    if evidence.churn(of: account, on: day) != nil { return 0 }
    var after: Double?
    for outcome in outcomesByDate(of: account) where outcome.date <= evidence.asOf {
      if outcome.date > day {
        if let before = outcome.arrBefore { return after ?? before }
      } else if outcome.kind == .churned {
        after = nil
      } else {
        after = outcome.arrAfter ?? after
      }
    }
    return after ?? row.arr
  }

  /// The outcomes of an account by date; of two on one day, the later in the file comes later.
  private func outcomesByDate(of account: Int) -> ArraySlice<Outcome> {
    let rows = evidence.outcomes[account]
    // Most files are already in order, and this is called a hundred times for every account.
    guard zip(rows, rows.dropFirst()).contains(where: { $0.date > $1.date }) else { return rows }
    return rows.sorted { $0.date < $1.date }[...]
  }
}
