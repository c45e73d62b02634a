import Foundation
import Testing

@testable import Oracle

@Suite struct `Who is who, by hand` {
  @Test func `a person has the most frequent spelling, of equal ones the first`() throws {
    let world = try world([
      "data/accounts.csv": "account_id,name,csm\na,A,iris vale\nb,B,IRIS  VALE\nc,C,sam\nd,D,Sam\n",
      "data/sentiment.csv":
        "account_id,date,flag,csm\na,2026-11-01,red,Iris Vale\na,2026-11-02,red,Iris\u{a0}Vale\na,2026-12-01,red,Sam\n",
      "data/touchpoints.csv": "account_id,date,by\na,2026-11-01,IRIS VALE\n",
    ])
    // Once, twice and twice; the row after T has no say about Sam.
    #expect(["iris vale", "sam"].map { world.person($0) } == ["IRIS VALE", "sam"])
    let reports = world.report()["accounts"] as? [[String: Any]]
    #expect(reports?.compactMap { $0["csm"] as? String } == ["IRIS VALE", "IRIS VALE", "sam", "sam"])
  }

  @Test func `an old id leads to the account of today in every table`() throws {
    let world = try world([
      "vigie.yml": "aliases: {older: old, old: new, 'x': y}\n",
      "data/accounts.csv": "account_id,name\nnew,N\nx,X\n",
      "data/measures.csv": "account_id,date,nps\nolder,2026-11-01,10\nold,2026-11-08,20\nnew,2026-11-15,30\n",
      "data/tickets.csv": "account_id,ticket_id,opened_on\nold,1,2026-11-01\nnew,1,2026-11-02\ny,1,2026-11-03\n",
      "data/sentiment.csv": "account_id,date,flag\nolder,2026-11-01,red\ngone,2026-11-01,red\n",
    ])
    let accounts = world.portfolio.accounts
    #expect(accounts.map(\.id) == ["new", "y"])
    #expect(accounts[0].observations["nps"]?.map(\.value) == [10, 20, 30])
    #expect(accounts[0].sentiment.count == 1)
    #expect(accounts.map { world.tickets(of: $0, openedBy: world.asOf).count } == [1, 1])
    #expect(world.portfolio.rows.refused == 1)
    #expect(throws: OracleError.self) {
      try OracleTests.world([
        "vigie.yml": "aliases: {old: new}\n", "data/accounts.csv": "account_id,name\nnew,N\nold,O\n",
      ])
    }
  }

  @Test func `amounts in another currency are converted, or unknown without a rate`() throws {
    let world = try world([
      "vigie.yml": "currency: EUR\nfx: {USD: 0.5}\n",
      "model.yml": "dimensions: {usage: {weight: 1, measures: {arr: {worst: 0, best: 1000}}}}\n",
      "data/accounts.csv":
        "account_id,name,arr,currency\na,A,100,usd\nb,B,100,GBP\nc,C,100,\nd,D,100,eur\ne,E,-1,GBP\n",
      "data/outcomes.csv": "account_id,date,kind,arr_before,arr_after,currency\na,2026-11-01,expanded,40,60,USD\n",
    ])
    #expect(world.portfolio.accounts.map(\.arr) == [50, nil, 100, 100, nil])
    #expect(world.portfolio.rows.refusedCells == 1)
    let outcome = world.portfolio.accounts[0].outcomes[0]
    #expect([outcome.arrBefore, outcome.arrAfter] == [20, 30])
    #expect(try [0, 1, 2].map { try world.reading("arr", account: $0).value } == [50, nil, 100])
    let portfolio = try #require(world.report()["portfolio"] as? [String: Any])
    #expect(portfolio["arr"] as? Double == 250)
    #expect(portfolio["arr_unknown"] as? Int == 2)
  }

  @Test func `a segment is named by its id before its name`() throws {
    let world = try world([
      "model.yml": """
      dimensions: {usage: {weight: 1, measures: {nps: {worst: 0, best: 100}}}}
      segments: [{id: core, name: Key}, {id: key, name: Key accounts}, {id: rest, name: Rest}]
      """,
      "data/accounts.csv": "account_id,name,segment\na,A,KEY \nb,B,key  accounts\nc,C,Rest\nd,D,nothing\n",
    ])
    #expect(world.portfolio.accounts.map { world.segment(of: $0).id } == ["key", "key", "rest", "core"])
    #expect(world.portfolio.rows.refusedCells == 0)
  }

  @Test func `sums are unknown where every part is`() throws {
    let world = try world(["data/accounts.csv": "account_id,name,arr,renews_on\na,A,,2026-11-01\nb,B,-,\n"])
    let portfolio = try #require(world.report()["portfolio"] as? [String: Any])
    #expect(portfolio["arr"] is NSNull)
    let risk = try #require(portfolio["arr_at_risk"] as? [String: Any])
    #expect(risk["arr"] is NSNull)
    #expect(risk["share"] is NSNull)
    // Nothing is green, so that there is nothing unknown about it.
    let bands = try #require(portfolio["bands"] as? [String: [String: Any]])
    #expect(bands["green"]?["arr"] as? Double == 0)
    #expect(bands["unscored"]?["arr"] is NSNull)
    #expect((portfolio["lapsed"] as? [String: Any])?["accounts"] as? Int == 1)
  }

  @Test func `a variant adds measures for its model alone, and no dimension`() throws {
    let model = """
      dimensions: {usage: {weight: 1, measures: {nps: {worst: 0, best: 100}}}}
      segments: [{id: big, name: Big, when: {Size: BIG}, model: big}, {id: core, name: Core}]
      models: {big: {dimensions: {DIMENSION: {measures: {visits: {worst: 0, best: 10}}}}}}
      """
    let files = [
      "data/accounts.csv": "account_id,name,size\na,A,Big\nb,B,\n",
      "data/measures.csv": "account_id,date,nps,visits\na,2026-11-22,60,10\nb,2026-11-22,60,10\n",
    ]
    let world = try world(files.merging(["model.yml": model.replacing("DIMENSION", with: "usage")]) { $1 })
    // Of 60 and 100 the mean.
    #expect(world.portfolio.accounts.map { world.score(of: $0, on: world.asOf).published } == [80, 60])
    #expect(throws: OracleError.self) {
      try OracleTests.world(files.merging(["model.yml": model.replacing("DIMENSION", with: "other")]) { $1 })
    }
  }
}
