import Testing

@testable import Engines

/// Events that are summed up in the engine.
@Suite struct WeeklySumsTests {
  private func sums() throws -> WeeklySums {
    let texts = [("users", "count_distinct user_id"), ("logins", "sum sessions"), ("events", "count")]
    let figures = try texts.map { try #require(WeeklySums.Figure(name: $0, $1)) }
    return WeeklySums(account: "account_id", day: "at", figures: figures)
  }

  @Test func `a query of events becomes one GROUP BY`() throws {
    let query = try sums().query(over: ReadOnlyQuery("select * from events -- all;"))
    #expect(
      try EngineDialect.postgresql.filled(query.text) == """
        SELECT account_id, (CAST(at AS DATE) + (6 - (CAST(at AS DATE) - DATE '1900-01-01') % 7)) AS at, \
        COUNT(DISTINCT user_id) AS users, SUM(sessions) AS logins, COUNT(*) AS events
        FROM (select * from events -- all;
        ) AS events
        GROUP BY account_id, (CAST(at AS DATE) + (6 - (CAST(at AS DATE) - DATE '1900-01-01') % 7))
        """)
    #expect(!query.isOrdered)
  }

  @Test func `the events of one account are asked by its id as it is`() throws {
    let events = try ReadOnlyQuery("select 1")
    #expect(
      try EngineDialect.sqlite.filled(sums().events(of: "O'Hara", isNumber: false, in: events).text)
        == "SELECT date(at) AS at, sessions, user_id\nFROM (select 1\n) AS events\nWHERE account_id = 'O''Hara'")
    #expect(try sums().events(of: "7", isNumber: true, in: events).text.hasSuffix("WHERE account_id = 7"))
  }

  @Test(arguments: [
    (EngineDialect.duckdb, "(CAST(d AS DATE) + CAST(6 - (CAST(d AS DATE) - DATE '1900-01-01') % 7 AS INTEGER))"),
    (.spark, "date_add(CAST(d AS DATE), 6 - pmod(datediff(CAST(d AS DATE), DATE '1900-01-01'), 7))"),
    (
      .snowflake,
      "DATEADD(day, 6 - MOD(DATEDIFF(day, DATE '1900-01-01', CAST(d AS DATE)), 7), CAST(d AS DATE))"
    ),
    (
      .redshift,
      "DATEADD(day, 6 - MOD(DATEDIFF(day, DATE '1900-01-01', CAST(d AS DATE)), 7), CAST(d AS DATE))"
    ),
    (
      .bigquery,
      "DATE_ADD(CAST(d AS DATE), INTERVAL (6 - MOD(DATE_DIFF(CAST(d AS DATE), DATE '1900-01-01', DAY), 7)) DAY)"
    ),
    (
      .sqlite,
      "date(d, '+' || (6 - CAST(julianday(date(d)) - julianday('1900-01-01') AS INTEGER) % 7) || ' days')"
    ),
  ])
  func `each dialect finds the Sunday by arithmetic`(dialect: EngineDialect, text: String) throws {
    #expect(try dialect.filled("{{week_end(d)}}") == text)
  }

  @Test func `an engine of unknown SQL is asked nothing that depends on it`() throws {
    #expect(try EngineDialect.other.filled("select 1") == "select 1")
    #expect(throws: EngineProblem.self) { try EngineDialect.other.filled("select {{week_end(d)}}") }
  }

  @Test(arguments: [
    "", "sum", "count x", "avg x", "sum a b", "sum a;b", "SUM a", "count_distinct",
  ])
  func `anything else is no figure`(text: String) { #expect(WeeklySums.Figure(name: "x", text) == nil) }

  @Test(arguments: [
    ("PostgreSQL", EngineDialect.postgresql), ("Redshift", .redshift), ("duckdb", .duckdb), ("SQLite", .sqlite),
    ("Snowflake", .snowflake), ("Google BigQuery", .bigquery), ("Apache Spark", .spark), ("Flight SQL", .other),
  ])
  func `an engine is known by its name`(name: String, dialect: EngineDialect) {
    #expect(EngineDialect(of: name) == dialect)
  }
}
