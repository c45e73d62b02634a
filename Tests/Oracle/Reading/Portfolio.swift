import Foundation

/// Everything in a portfolio folder except the model: accounts with their rows ("What of a table counts" in
/// docs/scoring.md).
struct Portfolio {
  var accounts: [Account] = []
  private(set) var rowsOfTables: [String: RowCounts] = [:]
  /// How the rows spell each person, by folded name and in the order of the tables; accounts have no day.
  private(set) var people: [Name: [(spelling: Name, day: Day?)]] = [:]
  let settings: Settings
  /// Over every table.
  var rows: RowCounts { rowsOfTables.values.reduce(into: RowCounts()) { $0 += $1 } }
  /// The index of each account in `accounts`.
  private var places: [Name: Int] = [:]
  /// Every column an account can have, known or not.
  var accountColumns: Set<Name> = [
    "csm", "arr", "currency", "segment", "industry", "employees", "plan", "region", "seats", "started_on", "renews_on",
    "ended_on",
  ]
  /// The days of the rows of measures, those of a wide row without an observation too.
  private(set) var measureDays: [Day] = []
  /// Today's id of every row of `accounts`, refused or not.
  private(set) var listedIDs: Set<Name> = []
  /// The day of the first observation of each measure, any account; nil for a column without one.
  var firstObservation: [Name: Day] = [:]

  /// - Throws: `OracleError` for a missing table or column, a duplicate account, or a measure named like a derived one.
  init(folder: URL, settings: Settings) throws {
    self.settings = settings
    try readAccounts(folder)
    try readMeasures(folder)
    var people = people
    func hear(_ spelling: String?, _ day: Day) {
      if let spelling { people[folded(spelling), default: []].append((Name(spelling), day)) }
    }
    try read("sentiment", ["date", "flag"], in: folder) {
      let row = try SentimentRow($1)
      $0.sentiment.append(row)
      hear($1.text("csm"), row.day)
    }
    try read("risks", ["seen_on", "kind"], in: folder) { $0.risks.append(try RiskRow($1)) }
    try read("touchpoints", ["date"], in: folder) {
      let row = try TouchpointRow($1)
      $0.touchpoints.append(row)
      hear($1.text("by"), row.day)
    }
    try read("tickets", ["ticket_id", "opened_on"], in: folder) { $0.tickets.append(try TicketRow($1)) }
    try read("contacts", ["name"], in: folder) { $0.contacts.append(try ContactRow($1)) }
    try read("goals", ["goal"], in: folder) { $0.goals.append(try GoalRow($1)) }
    try read("outcomes", ["date", "kind"], in: folder) {
      $0.outcomes.append(try OutcomeRow($1, settings: settings))
    }
    try read("reviews", ["date", "list", "decision"], in: folder) {
      let row = try ReviewRow($1)
      $0.reviews.append(row)
      hear($1.text("by"), row.day)
    }
    self.people = people
    for index in accounts.indices {
      accounts[index].outcomes = inDayOrder(accounts[index].outcomes) { $0.day }
    }
  }

  private func place(of id: String) throws -> Int {
    let today = try settings.today(id)
    guard let index = places[today] else {
      throw RefusedRow(isOfDeparted: settings.departed.contains(today) || settings.departed.contains(Name(id)))
    }
    return index
  }

  private mutating func readAccounts(_ folder: URL) throws {
    guard let file = try TableFile("accounts", in: folder, required: ["account_id", "name"]) else {
      throw OracleError("no accounts.csv")
    }
    let idColumn = file.columns.firstIndex(of: "account_id") ?? 0
    for line in file.lines where idColumn < line.cells.count {
      listedIDs.insert(try settings.today(cleaned(line.cells[idColumn])))
    }
    accountColumns.formUnion(file.columns.filter { $0 != "account_id" && $0 != "name" })
    rowsOfTables["accounts"] = try file.forEachRow { cells in
      let account = try Account(cells, settings: settings)
      guard places[account.id] == nil else { throw OracleError("duplicate account_id \(account.id.text)") }
      places[account.id] = accounts.count
      accounts.append(account)
      if let csm = account.csm { people[folded(csm), default: []].append((Name(csm), nil)) }
    }
  }

  private mutating func readMeasures(_ folder: URL) throws {
    guard let file = try TableFile("measures", in: folder, required: ["account_id", "date"]) else {
      throw OracleError("no measures.csv")
    }
    let isLong = file.columns.contains("measure") && file.columns.contains("value")
    let wideColumns =
      isLong
      ? [] : zip(file.columns, file.headers).filter { $0.0 != "account_id" && $0.0 != "date" }
    var cellsInFileOrder: [(account: Int, measure: Name, observation: Observation)] = []
    rowsOfTables["measures"] = try file.forEachRow { cells in
      let account = try place(of: cells.required("account_id"))
      let day = try cells.requiredDay("date")
      var values: [(Name, Double?)] = []
      if isLong {
        let measure = Name(try cells.required("measure"))
        let value = try cells.requiredNumber("value")
        values = [(measure, value)]
      } else {
        // All cells are read before any is kept: a bad cell refuses the whole line.
        values = try wideColumns.map { column, measure in
          (measure, cells.text(column) == nil ? nil : try cells.requiredNumber(column))
        }
      }
      measureDays.append(day)
      for case (let measure, let value?) in values {
        cellsInFileOrder.append((account, measure, Observation(day: day, value: value)))
      }
    }
    for name in wideColumns.map(\.1) + cellsInFileOrder.map(\.measure) where derivedNames.contains(name) {
      throw OracleError("the measure \(name.text) is named like a derived one")
    }
    var latestCell: [Int: [Name: [Day: Double]]] = [:]
    for (account, measure, observation) in cellsInFileOrder {
      // Of repeated rows, the lowest in the file.
      latestCell[account, default: [:]][measure, default: [:]][observation.day] = observation.value
      firstObservation[measure] = min(firstObservation[measure] ?? observation.day, observation.day)
    }
    for (account, measures) in latestCell {
      accounts[account].observations = measures.mapValues { byDay in
        byDay.sorted { $0.key < $1.key }.map { Observation(day: $0.key, value: $0.value) }
      }
    }
  }

  private mutating func read(
    _ table: String, _ required: [Name], in folder: URL, _ add: (inout Account, Cells) throws -> Void
  ) throws {
    guard let file = try TableFile(table, in: folder, required: ["account_id"] + required) else { return }
    rowsOfTables[table] = try file.forEachRow { cells in
      let index = try place(of: cells.required("account_id"))
      try add(&accounts[index], cells)
    }
  }
}

/// By day, keeping the file's order within one day.
func inDayOrder<Row>(_ rows: [Row], day: (Row) -> Day) -> [Row] {
  rows.enumerated().sorted { (day($0.element), $0.offset) < (day($1.element), $1.offset) }.map(\.element)
}
