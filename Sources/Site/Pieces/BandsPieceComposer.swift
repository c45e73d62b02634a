import Charts
import Health
import Review

/// Composes the split by band, by count and by revenue, and its course over 13 weeks.
struct BandsPieceComposer: Composer {
  let tell: Telling

  func piece() -> BandsPiece {
    let bands = review.today.bands
    let total = bands.total
    func svg(_ chart: some Chart) -> [UInt8] {
      var bytes: [UInt8] = []
      chart.append(to: &bytes)
      return bytes
    }
    func perBand<Value: Sendable>(_ value: (AmountSum) -> Value) -> PerBand<Value> {
      PerBand(
        green: value(bands[.green]), yellow: value(bands[.yellow]), red: value(bands[.red]),
        unscored: value(bands[.unscored]))
    }
    let weeks = review.figures.reversed().map { week in
      PerBand(
        green: Double(week.bands[.green].count), yellow: Double(week.bands[.yellow].count),
        red: Double(week.bands[.red].count), unscored: Double(week.bands[.unscored].count))
    }
    let days = review.figures.reversed().map { formats.shortDate($0.day) }
    let accountsLabel = words.count(.accounts, total.count)
    let arrLabel = words(.arrOf, ["arr": money(total)])
    let byAccounts = BandStrip(
      amounts: perBand { Double($0.count) }, labels: perBand { formats.whole($0.count) },
      title: words(.bandsByAccounts, ["split": split(bands) { formats.whole($0.count) }]),
      words: TableWords(
        name: accountsLabel, heads: [words(.band), words(.accounts)], rows: bandNames,
        number: { formats.whole(Int($0)) }))
    let byARR = BandStrip(
      amounts: perBand(\.known), labels: perBand { shortMoney($0) },
      title: words(.bandsByARR, ["split": split(bands) { shortMoney($0) }]))
    let arrTable = ChartTable(
      name: arrLabel, heads: [words(.band), words(.arr)],
      rows: zip(bandNames, Band.allCases).map { [$0, shortMoney(bands[$1])] })
    let overWeeks = BandStrips(
      weeks: weeks, firstLabel: days.first ?? "", lastLabel: days.last ?? "", title: words(.bandsOverWeeks),
      words: TableWords(
        name: words(.accountsOverWeeks), heads: [words(.day)] + bandNames, rows: days,
        number: { formats.whole(Int($0)) }))
    return BandsPiece(
      accountsLabel: accountsLabel, accounts: svg(byAccounts), arrLabel: arrLabel, arr: svg(byARR),
      weeks: svg(overWeeks),
      table: fold([byAccounts.table, arrTable, overWeeks.table].compactMap { $0 }, name: words(.bands)),
      keys: Band.allCases.map { band in
        BandKey(
          letter: String(band.rawValue.prefix(1)),
          text: words(
            .bandKey,
            [
              "band": words.code(.band, band.rawValue), "accounts": formats.whole(bands[band].count),
              "arr": shortMoney(bands[band]),
            ]))
      })
  }
}
