/// What differs between engines.
public enum EngineDialect: String, CaseIterable, Hashable, Sendable {
  case postgresql, redshift, duckdb, sqlite, snowflake, bigquery, spark, other

  /// Knows an engine by the name that its driver gives.
  init(of name: String) {
    let name = name.lowercased()
    let known: [(String, EngineDialect)] = [
      ("redshift", .redshift), ("postgresql", .postgresql), ("duckdb", .duckdb), ("sqlite", .sqlite),
      ("snowflake", .snowflake), ("bigquery", .bigquery), ("spark", .spark), ("databricks", .spark),
    ]
    self = known.first { name.contains($0.0) }?.1 ?? .other
  }

  /// Refuses a query with a column of PostgreSQL's type of money.
  ///
  /// It comes as a count of hundredths, and nothing in the answer says so. A query of no rows has types and costs
  /// nothing.
  func refuseMoney(in query: String, _ session: DriverSession) throws(EngineProblem) {
    guard self == .postgresql, let rows = try? session.query("SELECT * FROM (\(query)\n) AS asked LIMIT 0") else {
      return
    }
    let numbers = rows.columns.filter { $0.layout == .signed(bytes: 8) }.map(\.name)
    // Only one query at a time can be open.
    _ = consume rows
    guard !numbers.isEmpty else { return }
    let types = numbers.map { name in
      let quoted = name.replacing("\"", with: "\"\"")
      return "pg_typeof((SELECT \"\(quoted)\" FROM (\(query)\n) AS asked LIMIT 0))::text"
    }
    let names = session.cell("SELECT " + types.joined(separator: " || ';' || "))?.split(separator: ";") ?? []
    if let money = zip(numbers, names).first(where: { $1 == "money" })?.0 {
      throw ArrowColumn.refusal(money, type: "money")
    }
  }

  /// What is said before the query: that nothing is written, and in which zone the session counts days, so that neither
  /// depends on how server and user are set up.
  func preparations(zone: String) -> [(text: String, isNeeded: Bool)] {
    switch self {
    case .redshift: [("SET default_transaction_read_only = on", false), ("SET TIME ZONE '\(zone)'", false)]
    case .postgresql:
      [("SET default_transaction_read_only = on", true), ("SET TIME ZONE '\(zone)'", true)]
    case .duckdb: [("SET TimeZone = '\(zone)'", false)]
    case .snowflake: [("ALTER SESSION SET TIMEZONE = '\(zone)'", false)]
    case .spark: [("SET spark.sql.session.timeZone = '\(zone)'", false)]
    case .sqlite, .bigquery, .other: []
    }
  }
}
