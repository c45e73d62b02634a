import Foundation
import Health
import Portfolio
import Testing

/// How the settings name an engine, and what they must not hold.
@Suite struct EngineSourceTests {
  private func findings(_ source: String) throws -> [String] {
    let settings = "sources:\n  sentiment:\n    - " + source.replacing("\n", with: "\n      ") + "\n"
    return try loaded(["vigie.yml": settings]).findings
  }

  @Test(arguments: [
    ("driver: postgresql\noptions: {password: hunter2}\nquery: select 1", 4, 27),
    ("driver: postgresql\noptions:\n  uri: postgresql://me:hunter2@host/db\nquery: select 1", 5, 14),
    ("adbc: postgresql://me:hunter2@host/db\nquery: select 1", 3, 13),
    ("driver: snowflake\noptions: {adbc.snowflake.sql.auth_token: abc}\nquery: select 1", 4, 48),
  ])
  func `a secret in the settings is an error with its line`(source: String, line: Int, column: Int) throws {
    #expect(
      try findings(source).first
        == "vigie.yml:\(line):\(column): error: the settings are no place for a secret; write it into the connection profile, or as {{ env_var(NAME) }}, a variable of the environment"
    )
  }

  @Test(arguments: [
    (
      "adbc: warehouse\nquery: select 1",
      "vigie.yml:3:13: error: adbc is 'warehouse'; write profile:// and the name of a connection profile, or name a driver with driver and options"
    ),
    ("adbc: profile://warehouse", "vigie.yml:3:7: error: an engine needs a query, such as select * from accounts"),
    (
      "adbc: profile://warehouse\nfile: x.csv\nquery: select 1",
      "vigie.yml:4:13: error: a source has either a file or an engine, not both"
    ),
    (
      "adbc: profile://warehouse\nquery: drop table accounts",
      "vigie.yml:4:14: error: the query must begin with SELECT or WITH, since a source is only read"
    ),
    (
      "adbc: profile://warehouse\nquery: select 1\ntimeout: 0",
      "vigie.yml:5:16: error: timeout is '0'; write a whole number from 1 to 86400"
    ),
    (
      "adbc: profile://warehouse\nquery: select 1\naggregate: {per: month, of: {logins: count}}",
      "vigie.yml:5:24: error: per is 'month'; write one of: week"
    ),
    (
      "adbc: profile://warehouse\nquery: select 1\naggregate: {per: week}",
      "vigie.yml:5:18: error: aggregate needs per and of, such as {per: week, of: {sessions: sum sessions}}"
    ),
    (
      "adbc: profile://warehouse\nquery: select 1\naggregate: {per: week, of: {logins: avg sessions}}",
      "vigie.yml:5:35: error: logins is 'avg sessions'; write count, or one of count_distinct, sum, min and max and a column, all by names of letters, digits and _ that the query gives them"
    ),
    (
      "adbc: profile://warehouse\nquery: select 1\ncolumns: {date: Seen on}\naggregate: {per: week, of: {logins: count}}",
      "vigie.yml:6:18: error: aggregate cannot name the column 'Seen on'; let the query give it a name of letters, digits and _"
    ),
    (
      "adbc: profile://warehouse\nquery: select 1\ndialect: oracle",
      "vigie.yml:5:16: error: dialect is 'oracle'; write one of: postgresql, redshift, duckdb, sqlite, snowflake, bigquery, spark"
    ),
  ])
  func `what is wrong with a source is told at its place`(source: String, finding: String) throws {
    #expect(try findings(source).first == finding)
  }

  @Test func `a variable of the environment is no secret, and a missing profile names the folders`() throws {
    let source = "adbc: profile://nowhere\noptions: {password: '{{ env_var(PASSWORD) }}'}\nquery: select 1"
    let first = try #require(try findings(source).first)
    #expect(first.hasPrefix("vigie.yml:3:7: error: nowhere: there is no profile nowhere.toml; looked in "), "\(first)")
  }

  @Test func `no_day says what stands where there is no day`() throws {
    let read = try loaded([
      "vigie.yml": "sources: {accounts: [{file: a.csv, no_day: [2099-12-31, never]}]}",
      "a.csv": "account_id,name,renews_on\nA1,Acme,2099-12-31T00:00:00\nB2,Beta,never\nC3,Gamma,2099-12-30\n",
    ])
    #expect(read.portfolio?.evidence.accounts.map { $0.renewsOn?.description } == [nil, nil, "2099-12-30"])
    #expect(read.findings.filter { $0.contains("renews_on") }.count == 1, "\(read.findings)")
  }
}
