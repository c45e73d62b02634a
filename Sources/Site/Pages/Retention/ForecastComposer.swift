import Charts
import Health
import Review

/// What renewals are expected to bring, in words and drawings.
struct ForecastComposer: Composer {
  let tell: Telling

  func section(on page: inout PageBuilder) -> ForecastSection {
    let quarters = review.forecast?.quarters ?? []
    let record = review.forecastRecord
    let judged = record.quarters.flatMap(\.forecasts)
    return ForecastSection(
      lead: review.forecast.map(basis) ?? missing,
      chart: quarters.contains { $0.expectation.renewals.known > 0 } ? page.add(chart(quarters)) : "",
      quarters: quarters.map { row($0.expectation, of: $0.quarter) }, record: recordWords(record),
      recordChart: judged.isEmpty ? "" : page.add(chart(record)),
      judged: judged.map { judged in
        JudgedForecastRow(
          forecast: row(judged.forecast.expectation, of: judged.forecast.quarter),
          said: formats.shortDate(judged.forecast.asOf), came: came(judged), verdict: verdict(judged))
      })
  }

  /// `Renewals until 31 March 2027: €2.3m of €2.6m expected …`; nil without a forecast, or without anything to renew.
  func line(_ forecast: RenewalForecast?) -> String? {
    guard let forecast, let last = forecast.quarters.last?.quarter else { return nil }
    let whole = forecast.whole
    guard whole.renewals.known > 0 else { return nil }
    return words(
      .forecastLine,
      [
        "date": formats.near(last.lastDay), "expected": expected(whole), "arr": shortMoney(whole.renewals),
        "range": range(whole.interval),
      ])
  }

  private func basis(_ forecast: RenewalForecast) -> String {
    let all = forecast.rates.all
    return words(
      .forecastBasis,
      ["n": formats.whole(all.n), "kept": formats.whole(all.count), "lost": formats.whole(all.n - all.count)])
  }

  /// What is missing for a forecast, and when it should be there.
  private var missing: String {
    let outcomes = review.outcomesToCome
    let sentence = words(
      .forecastMissing,
      [
        "fewest": formats.whole(AUC.fewest), "lost": formats.whole(outcomes.lost), "kept": formats.whole(outcomes.kept),
      ])
    let pace =
      outcomes.enoughOn.map { words(.forecastEnough, ["date": formats.date($0)]) }
      ?? words(.forecastNever, ["years": formats.whole(OutcomesToCome.mostYears)])
    return [sentence, pace].joined(separator: " ")
  }

  private func recordWords(_ record: ForecastRecord) -> String {
    let within = record.within
    var sentences: [String] = []
    if within.n > 0 {
      sentences.append(words.count(.forecastWithin, within.n, ["within": formats.whole(within.count)]))
    }
    if record.open > 0 { sentences.append(words.count(.forecastOpen, record.open)) }
    if record.quarters.isEmpty {
      sentences.append(
        record.next.map { words(.forecastNext, ["quarter": name(of: $0), "date": formats.date($0.lastDay + 1)]) }
          ?? words(.forecastUnjudged))
    }
    return sentences.joined(separator: " ")
  }

  private func row(_ said: Expectation, of quarter: Quarter) -> ForecastRow {
    ForecastRow(
      quarter: name(of: quarter), accounts: formats.whole(said.renewals.count), arr: shortMoney(said.renewals),
      expected: expected(said), interval: said.renewals.amount == nil ? words(.unknown) : range(said.interval))
  }

  private func chart(_ quarters: [RenewalForecast.OfQuarter]) -> RateRows {
    chart(
      quarters.map { row in
        self.row(row.expectation, of: row.quarter, share: row.expectation.expected, words: expected(row.expectation))
      }, title: .forecastTitle)
  }

  /// What came of each quarter, within what the last edition judged by had said.
  private func chart(_ record: ForecastRecord) -> RateRows {
    chart(
      record.quarters.compactMap { quarter, forecasts in
        forecasts.first.map { judged in
          row(
            judged.forecast.expectation, of: quarter,
            share: judged.open.known > 0 ? nil : judged.kept.known, words: came(judged))
        }
      }, title: .forecastRecordTitle)
  }

  private func row(
    _ said: Expectation, of quarter: Quarter, share amount: Double?, words told: String
  ) -> RateRows.Row {
    let whole = said.renewals.known
    return RateRows.Row(
      label: name(of: quarter), words: words(.forecastOf, ["n": told, "arr": shortMoney(said.renewals)]), band: nil,
      share: whole > 0 ? amount.map { $0 / whole } : nil,
      interval: whole > 0 ? said.interval.lowerBound / whole...said.interval.upperBound / whole : 0...0)
  }

  private func chart(_ rows: [RateRows.Row], title: Phrase) -> RateRows {
    RateRows(
      rows: rows, base: nil, top: 1, ticks: [0, 0.5, 1].map { formats.percent($0) },
      title: words(
        title,
        [
          "rows": rows.map { words(.nameAndCount, ["name": $0.label, "n": $0.words]) }
            .joined(separator: words(.clauseSeparator))
        ]))
  }

  private func came(_ judged: JudgedForecast) -> String {
    judged.open.known > 0 ? range(judged.came) : money(judged.kept.known)
  }

  private func verdict(_ judged: JudgedForecast) -> String {
    switch judged.isWithin {
    case true?: words(.forecastInside)
    case false?: words(judged.came.upperBound < judged.forecast.expectation.expected ? .forecastBelow : .forecastAbove)
    case nil: words.count(.forecastUndecided, judged.open.count)
    }
  }

  private func expected(_ said: Expectation) -> String {
    said.renewals.amount == nil ? words(.unknown) : money(said.expected)
  }

  private func range(_ amounts: ClosedRange<Double>) -> String {
    words(.betweenShort, ["low": money(amounts.lowerBound), "high": money(amounts.upperBound)])
  }
}
