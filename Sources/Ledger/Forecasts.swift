import Health
import Review
import SQLite

extension Ledger {
  /// Adds what an edition expects of renewals, and which accounts these are.
  func insert(
    forecastOf review: Review, edition: Int64, accounts: [Int: Int64], _ database: Database
  ) throws {
    for quarter in review.forecast?.quarters ?? [] {
      let (said, label) = (quarter.expectation, quarter.quarter.description)
      try database.run(
        "INSERT INTO forecast VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
          edition, label, said.renewals.count, said.renewals.unknown, said.renewals.known, said.expected,
          said.interval.lowerBound, said.interval.upperBound,
        ])
      for account in quarter.accounts {
        try database.run("INSERT INTO renewal VALUES (?, ?, ?)", [edition, accounts[account.account], label])
      }
    }
  }

  /// What some editions expected of renewals; with the renewals themselves where the quarter is over on a day and the
  /// forecast is one that is judged.
  func forecasts(
    of editions: [(id: Int64, edition: PublishedEdition)], judgedOn asOf: Day, _ people: LedgerAccounts,
    _ database: Database
  ) throws -> [PublishedForecast] {
    guard try database.hasTable("forecast") else { return [] }
    let rows = try database.prepare("SELECT * FROM forecast WHERE edition = ? ORDER BY quarter")
    var forecasts: [PublishedForecast] = []
    for (id, edition) in editions {
      try rows.bind([id])
      while try rows.step() {
        guard let quarter = Quarter(try rows.value("quarter", as: String.self)) else { continue }
        let low: Double = try rows.value("low")
        let forecast = PublishedForecast(
          asOf: edition.asOf, quarter: quarter,
          expectation: Expectation(
            renewals: AmountSum(
              count: try rows.value("accounts"), unknown: try rows.value("arr_unknown"), known: try rows.value("arr")),
            expected: try rows.value("expected"), interval: low...max(low, try rows.value("high"))))
        let isOver = forecast.isJudged && quarter.lastDay < asOf
        forecasts.append(isOver ? try withRenewals(forecast, edition: id, people, database) : forecast)
      }
    }
    return forecasts
  }

  private func withRenewals(
    _ forecast: PublishedForecast, edition: Int64, _ people: LedgerAccounts, _ database: Database
  ) throws -> PublishedForecast {
    let rows = try database.prepare(
      """
      SELECT renewal.account, score.arr FROM renewal JOIN score USING (edition, account)
      WHERE renewal.edition = ? AND renewal.quarter = ? ORDER BY renewal.account
      """)
    try rows.bind([edition, forecast.quarter.description])
    var renewals: [PublishedForecast.Renewal] = []
    while try rows.step() {
      renewals.append(
        PublishedForecast.Renewal(account: people.position(of: try rows.value(0)), arr: try rows.value(1)))
    }
    return PublishedForecast(
      asOf: forecast.asOf, quarter: forecast.quarter, expectation: forecast.expectation, renewals: renewals)
  }
}
