import Testing

@testable import Engines

/// Which statements an engine is asked.
@Suite struct ReadOnlyQueryTests {
  @Test(arguments: [
    "select 1", "-- why\n/* and; how */ SELECT a FROM t", "(select 1)", "with a as (select 1) select * from a",
    "select ';' as \"delete\", `insert` from t where x = 'it''s; fine'", "select $$; drop$$", "select $b$ ; $b$ as x",
    "select updated from t", "select 1;", "select 1 ; -- the end",
  ])
  func `one statement that reads is taken`(text: String) throws { _ = try ReadOnlyQuery(text) }

  @Test func `a semicolon at the end is left out`() throws {
    #expect(try ReadOnlyQuery("select ';' as é ; -- end").text == "select ';' as é ")
  }

  @Test(arguments: [
    ("delete from t", "the query must begin with SELECT or WITH, since a source is only read"),
    ("", "the query must begin with SELECT or WITH, since a source is only read"),
    ("explain select 1", "the query must begin with SELECT or WITH, since a source is only read"),
    ("select 1; select 2", "the query has more than one statement; write one"),
    ("select 1; 'x'", "the query has more than one statement; write one"),
    (
      "with a as (delete from t returning x) select * from a",
      "the query has the word DELETE in it, and a source is only read; put it in double quotes if it is a name"
    ),
    (
      "select * into copy from t",
      "the query has the word INTO in it, and a source is only read; put it in double quotes if it is a name"
    ),
  ])
  func `anything else is refused`(text: String, words: String) {
    #expect(throws: EngineProblem(words, isOfSettings: true)) { try ReadOnlyQuery(text) }
  }

  @Test(arguments: [
    ("select a from t order by a", true), ("select a from t", false),
    ("select a, row_number() over (order by b) from t", false), ("select 'order by' from t", false),
    ("with x as (select 1 order by 1) select * from x", false), ("select * from x ORDER\n BY 1 limit 3", true),
  ])
  func `a query has an order where it says so for its rows`(text: String, isOrdered: Bool) throws {
    #expect(try ReadOnlyQuery(text).isOrdered == isOrdered)
  }
}
