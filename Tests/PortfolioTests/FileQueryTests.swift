import Foundation
import Health
import Portfolio
import Review
import Testing

/// Queries over files: what they can call, what they cannot do, and what is told of them.
@Suite struct FileQueryTests {
  private let events = """
    at,Company,user id,note
    2026-11-02T23:30:00Z,A1,u1,x
    2026-11-08T09:00:00Z,A1,u2,
    2026-11-09T09:00:00Z,A1,u1,
    2026-11-09T09:00:00Z,B2,u3,
    """ + "\n"

  private func measures(_ query: String, _ file: String = "file: e.csv", _ keys: String = "", text: String? = nil)
    throws
    -> Loaded
  {
    try loaded([
      "vigie.yml": """
      currency: EUR
      fx: {USD: 0.5}
      files:
        events: {\(file)}
      sources:
        measures:
          - query: |
      \(query.split(separator: "\n").map { "        \($0)" }.joined(separator: "\n"))
      \(keys.isEmpty ? "" : "      \(keys)")
      """ + "\n", "e.csv": text ?? events,
    ])
  }

  @Test func `events become weeks that count when they are over`() throws {
    let read = try measures(
      """
      select Company as account_id, week(day(at)) as date, count(distinct "user id") as logins
      from events group by 1, 2
      """)
    #expect(read.observations("logins") == ["2026-11-08 2.0", "2026-11-15 1.0"], "\(read.findings)")
    #expect(read.observations("logins", of: 1) == ["2026-11-15 1.0"])
    // The accounts, and the rows of the query: those of its file do not count.
    #expect(read.counts == [5, 5, 0])
  }

  @Test func `functions read cells as the source says`() throws {
    let text = "id;d;n;a;c;t\nA1;02/11/2026;1.250,5;10;USD;Ann <x@Acme.Example>\n"
    func value(_ expression: String) throws -> String {
      let read = try measures(
        "select id as account_id, '2026-11-02' as date, \(expression) as logins from events",
        "file: e.csv, decimal: \",\", thousands: \".\", date_format: dd/MM/yyyy", text: text)
      return read.observations("logins").first.map { String($0.dropFirst("2026-11-02 ".count)) }
        ?? read.findings.first ?? ""
    }
    #expect(try value("number(n)") == "1250.5")
    #expect(try value("fx(number(a), c)") == "5.0" && value("fx(a, c)") == "5.0" && value("fx(n, 'eur')") == "1250.5")
    #expect(try value("fx(n, null)") == "1250.5")
    #expect(try value("fx(n, 'XYZ') is null") == "1.0" && value("number(null) is null") == "1.0")
    #expect(try value("day(d) = '2026-11-02'") == "1.0")
    #expect(try value("week(day(d)) = '2026-11-08' and month(day(d)) = '2026-11-30'") == "1.0")
    #expect(try value("week('2026-11-08') = '2026-11-08' and month('2024-02-01') = '2024-02-29'") == "1.0")
    #expect(try value("domain(t) = 'acme.example' and domain('x') is null") == "1.0")
    #expect(try value("folded('L''Été S.A.') = 'lete'") == "1.0")
  }

  @Test func `a cell that a function cannot read is blank, counted and told`() throws {
    let read = try measures(
      "select account_id, day(d) as date, number(n) as logins from events",
      text: "account_id,d,n\nA1,2026-11-02,many\nA1,2026-11-03,5\nA1,2026-11-04,few\nA1,2026-11-05,\n")
    #expect(read.observations("logins") == ["2026-11-03 5.0"])
    #expect(read.rows.cellsRefused == 2 && read.rows.refused == 0)
    #expect(
      read.findings(of: "e.csv") == [
        "e.csv: error: n is 'many', which the query cannot read; cells like it count as blank (2 of 3)"
      ])
  }

  @Test func `cells are trimmed texts, blanks are nothing, and words are mapped before`() throws {
    let read = try measures(
      "select account_id, d as date, case when w is null then 0 when w = 'in' then 1 else 2 end as logins from events",
      "file: e.csv, values: {w: {Login: in, none: \"\"}}",
      text: "account_id,d,w\n A1 ,2026-11-02, login \nA1,2026-11-03,-\nA1,2026-11-04,none\nA1,2026-11-05,x\n")
    #expect(
      read.observations("logins") == ["2026-11-02 1.0", "2026-11-03 0.0", "2026-11-04 0.0", "2026-11-05 2.0"])
  }

  @Test func `names that stand more than once have their numbers behind them, and one that is blank its place`() throws
  {
    let read = try measures(
      "select \"Org (1)\" as account_id, \"org (2)\" as date, \"column 3\" as logins from events",
      text: "Org,ORG,\nA1,2026-11-02,5\n")
    #expect(read.observations("logins") == ["2026-11-02 5.0"])
  }

  @Test func `a name in double quotes is a column and nothing else`() throws {
    let read = try measures("select Company as account_id, \"2026-11-02\" as date, 1 as logins from events")
    #expect(
      read.findings.contains("vigie.yml:7:7: error: e.csv: the query was refused: no such column: 2026-11-02"),
      "\(read.findings)")
  }

  @Test(arguments: [
    "delete from events", "insert into events values (1, 2, 3, 4)", "create table t as select * from events",
    "with e as (select * from events) update events set note = 1", "drop table events",
    "vacuum events into 'copy.db'", "pragma user_version = 5 -- events",
  ])
  func `nothing is changed by a query`(query: String) throws {
    let read = try measures(query)
    #expect(read.portfolio == nil)
    #expect(read.findings.contains { $0.contains("error: e.csv: the query was refused") }, "\(read.findings)")
  }

  @Test func `sums of texts are refused, and those of numbers are sums`() throws {
    let text = "account_id,d,n\nA1,2026-11-02,\"1,250\"\nA1,2026-11-02,2\n"
    let refused = try measures("select account_id, d as date, sum(n) as logins from events group by 1, 2", text: text)
    #expect(
      refused.findings.contains(
        "vigie.yml:7:14: error: the cells of files are texts, of which SQL makes wrong sums; write such as sum(number(amount))"
      ), "\(refused.findings)")
    let read = try measures(
      "select account_id, d as date, sum(number(n)) as logins from events group by 1, 2",
      "file: e.csv, thousands: \",\"", text: text)
    #expect(read.observations("logins") == ["2026-11-02 1252.0"])
  }

  @Test func `a query names the files that it reads, and a source may bring its own`() throws {
    let nothing = try measures("select 1 as account_id, 2 as date")
    #expect(
      nothing.findings.contains(
        "vigie.yml:7:14: error: the query reads none of the files that are named: events"), "\(nothing.findings)")
    let own = try loaded([
      "vigie.yml": """
      sources:
        measures:
          - file: e.csv
            query: select account_id, date, n as logins from export where n <> 'x'
      """, "e.csv": "account_id,date,n\nA1,2026-11-02,5\nA1,2026-11-03,x\n",
    ])
    #expect(own.observations("logins") == ["2026-11-02 5.0"] && own.findings(of: "e.csv") == [])
  }

  @Test func `files that write numbers differently need to be told apart`() throws {
    let read = try loaded([
      "vigie.yml": """
      files:
        a: {file: a.csv, decimal: ","}
        b: {file: b.csv}
      sources:
        measures:
          - query: select a.account_id, a.date, number(b.n) as logins from a join b on a.account_id = b.account_id
      """, "a.csv": "account_id,date\nA1,2026-11-02\n", "b.csv": "account_id,n\nA1,5.5\n",
    ])
    #expect(
      read.findings.contains(
        "vigie.yml:6:7: error: the files 'a' and 'b' write numbers or days differently; say which way the query reads by decimal, thousands and date_format of the source"
      ), "\(read.findings)")
  }

  @Test func `footers, sums and repeated headers of files are no rows of theirs`() throws {
    let read = try measures(
      "select account_id, d as date, count(*) as logins from events group by 1, 2",
      text: "account_id,d\nA1,2026-11-02\naccount_id,d\nTotal,2026-11-02\nA1,2026-11-02\n\nExported by Kim\n")
    #expect(read.observations("logins") == ["2026-11-02 2.0"])
  }

  @Test func `lines before the header are passed over where the settings name it`() throws {
    let text = "Events of the week\naccount_id,d\nA1,2026-11-02\n"
    let query = "select account_id, d as date, 1 as logins from events"
    #expect(try measures(query, "file: e.csv, header: 2, delimiter: \",\"", text: text).counts == [3, 3, 0])
    #expect(
      try measures(query, text: text).findings.contains {
        $0.contains("the query was refused: no such column: account_id")
      })
  }

  @Test func `the column by which a query's rows are matched is no measure`() throws {
    let read = try measures(
      "select Company as account_id, '2026-11-09' as date, 1 as logins, note as Mail from events",
      "file: e.csv", "match: [id, {by: domain, cell: Mail}]")
    #expect(read.rows.refused == 0)
  }
}
