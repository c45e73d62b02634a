package import Health

/// 2026-11-16, a Monday: the as-of day of the tests.
package let today = Day(number: 20_773)

/// Facts about a few accounts, from which a test builds evidence and scores it.
package struct World: Sendable {
  package var accounts: [Account]
  package var columns: [AccountCells] = []
  package var observations: [String: [(account: Int, day: Day, value: Double)]] = [:]
  package var touchpoints: [(account: Int, row: Touchpoint)] = []
  package var tickets: [(account: Int, row: Ticket)] = []
  package var replacedTickets: [(account: Int, row: ReplacedTicket)] = []
  package var contacts: [(account: Int, row: Contact)] = []
  package var goals: [(account: Int, row: Goal)] = []
  package var outcomes: [(account: Int, row: Outcome)] = []

  /// Creates accounts with the given ids, which must be sorted, and nothing else known about them.
  package init(_ ids: [String] = ["a"]) {
    accounts = ids.map { Account(id: AccountID($0), name: $0) }
  }

  /// Says more about an account.
  package mutating func account(
    _ account: Int, arr: Double? = nil, renewsOn: Day? = nil, endedOn: Day? = nil, csm: String? = nil
  ) {
    let own = accounts[account]
    accounts[account] = Account(id: own.id, name: own.name, csm: csm, arr: arr, renewsOn: renewsOn, endedOn: endedOn)
  }

  /// Adds an observation.
  package mutating func observe(_ measure: String, _ value: Double, on day: Day = today, account: Int = 0) {
    observations[measure, default: []].append((account, day, value))
  }

  /// Adds an attribute, with a number or nil for each account.
  package mutating func column(_ name: String, _ numbers: [Double?]) {
    columns.append(AccountCells(name: name, texts: numbers.map { $0.map { "\($0)" } }, numbers: numbers))
  }

  /// The evidence as of a day, without rows dated after it, as from a loader.
  package func evidence(asOf: Day = today, feedMaxAge: Int = 14) -> Evidence {
    func rows<Row: Sendable>(_ pairs: [(account: Int, row: Row)], _ date: (Row) -> Day?) -> RowsByAccount<Row> {
      RowsByAccount(pairs.filter { date($0.row).map { $0 <= asOf } ?? true }, accounts: accounts.count)
    }
    return Evidence(
      asOf: asOf, accounts: accounts, columns: columns,
      series: observations.sorted { $0.key < $1.key }.map { series($0.key, $0.value.filter { $0.day <= asOf }) },
      touchpoints: rows(touchpoints, \.date), tickets: rows(tickets, \.openedOn), contacts: rows(contacts, \.since),
      goals: rows(goals) { _ in nil }, outcomes: rows(outcomes, \.date),
      replacedTickets: rows(replacedTickets, \.ticket.openedOn), feedMaxAge: feedMaxAge)
  }

  private func series(_ name: String, _ observations: [(account: Int, day: Day, value: Double)]) -> Series {
    var starts: [Int32] = [0]
    var days: [Int32] = []
    var values: [Double] = []
    for account in accounts.indices {
      for row in observations.filter({ $0.account == account }).sorted(by: { $0.day < $1.day }) {
        days.append(row.day.number)
        values.append(row.value)
      }
      starts.append(Int32(days.count))
    }
    return Series(name: name, starts: starts, days: days, values: values)
  }
}

extension World {
  /// A scorer with one model; every account belongs to its only segment.
  package func scorer(_ model: Model, asOf: Day = today, expansion: Models.Expansion = .init()) -> Scorer {
    let models = Models(
      version: "test", changed: nil, all: [model], segments: [Segment(id: "all", name: "All")], expansion: expansion)
    return Scorer(evidence: evidence(asOf: asOf), models: models, segmentOf: accounts.map { _ in 0 })
  }

  /// The score of an account by one model.
  package func score(_ model: Model, account: Int = 0, on day: Day = today) -> ScoreDetail? {
    scorer(model).session(on: day).detail(of: account)
  }
}

extension Model {
  /// A model of one dimension with the given measures.
  package init(
    _ measures: MeasureDefinition..., bands: BandEdges = BandEdges(), coverageFloor: Double = 0, caps: [Cap] = []
  ) {
    self.init(
      id: "default", dimensions: [Dimension(id: "usage", weight: 1, measures: measures)], bands: bands,
      coverageFloor: coverageFloor, caps: caps)
  }
}

extension Curve {
  /// The value itself is the sub-score.
  package static let identity = Curve(worst: 0, best: 100)
}

/// True when there is a value that differs from the wanted one by less than the tolerance.
package func isNear(_ value: Double?, _ wanted: Double, within tolerance: Double = 1e-9) -> Bool {
  value.map { abs($0 - wanted) < tolerance } ?? false
}
