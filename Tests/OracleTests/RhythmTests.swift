import Testing

@testable import Oracle

@Suite struct `Rhythm by hand` {
  private let model = """
    dimensions: {usage: {weight: 1, measures: {rhythm: {of: logins, read: rhythm, worst: -80, best: 0}}}}
    """

  /// Rows of an account: a value on each of some days before T.
  private func rows(_ account: String, _ daysAgo: [Int], value: Int = 1) throws -> String {
    let asOf = try day("2026-11-22")
    return daysAgo.map { "\(account),\((asOf - $0).iso),\(value)\n" }.joined()
  }

  private func readings(_ rows: String, accounts: Int = 1, asOf: String = "2026-11-22") throws -> [Reading] {
    let world = try world(
      [
        "model.yml": model,
        "data/accounts.csv": "account_id,name\n" + ["a", "b", "c"].prefix(accounts).map { "\($0),N\n" }.joined(),
        "data/measures.csv": "account_id,date,logins\n" + rows,
      ], asOf: asOf)
    return try (0..<accounts).map { try world.reading("rhythm", account: $0) }
  }

  /// Five days of every week, 84 days long: 60 of 84.
  private let usual = (28..<112).filter { $0 % 7 < 5 }

  @Test func `five days a week becoming one is −80`() throws {
    let reading = try #require(try readings(rows("a", [0, 7, 14, 21] + usual)).first)
    // 100 · ((4 ÷ 28) ÷ (60 ÷ 84) − 1)
    #expect(abs((reading.value ?? 0) + 80) < 1e-9)
    #expect(reading.state == .fresh)
  }

  @Test func `days without use are no active days, and the windows meet`() throws {
    // Day 27 is in the window, day 28 in the baseline, day 111 too, day 112 not.
    let reading = try #require(
      try readings(rows("a", [0, 1, 2], value: 0) + rows("a", [27, 28, 60, 61, 111, 112, 113])).first)
    // 100 · ((1 ÷ 28) ÷ (4 ÷ 84) − 1) = 100 · (3 ÷ 4 − 1)
    #expect(abs((reading.value ?? 0) + 25) < 1e-9)
  }

  @Test func `who stays away while others come is at −100`() throws {
    let found = try readings(rows("a", usual) + rows("b", [0, 3]), accounts: 3)
    #expect(found.map(\.value) == [-100, nil, nil])  // b has no baseline, c no row
    #expect(found.map(\.state) == [.fresh, .never, .never])
    #expect(found.map { $0.observedOn?.iso } == ["2026-11-22", "2026-11-22", "2026-11-22"])
  }

  @Test func `who once came on four days within a baseline is missed, who came on three is not`() throws {
    let others = try rows("b", [0])
    func value(_ daysAgo: [Int]) throws -> Double? {
      try readings(rows("a", daysAgo) + others, accounts: 2).first?.value
    }
    #expect(try value([500, 490, 480, 417]) == -100)  // 84 days, both ends included
    #expect(try value([500, 490, 480, 416]) == nil)
    #expect(try value([500, 490, 480]) == nil)
  }

  @Test(arguments: [("2026-12-27", State.fresh), ("2026-12-28", .stale)])
  func `a dead feed is stale and keeps its value`(_ asOf: String, _ state: State) throws {
    let reading = try #require(try readings(rows("a", [0, 7, 14, 21] + usual), asOf: asOf).first)
    #expect(reading.state == state)  // 35 and 36 days
    #expect(abs((reading.value ?? 0) + 80) < 1e-9)
  }

  @Test func `without any row there is no rhythm`() throws {
    let reading = try #require(try readings("").first)
    #expect(reading.value == nil)
    #expect(reading.observedOn == nil)
  }

  @Test(arguments: [
    "{of: logins, per: seats, read: rhythm, worst: -80, best: 0}",
    "{of: tenure_days, read: rhythm, worst: -80, best: 0}",
    "{of: seats, read: rhythm, worst: -80, best: 0}",
  ])
  func `rhythm takes dated measures alone, without a divisor`(_ measure: String) {
    #expect(throws: OracleError.self) {
      try world(["model.yml": "dimensions: {usage: {weight: 1, measures: {m: \(measure)}}}"])
    }
  }
}
