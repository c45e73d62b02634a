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
      PerBand { value(bands[$0]) }
    }
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
    let overWeeks = bandStrips(
      review.figures.reversed().map { week in
        (formats.shortDate(week.day), PerBand { Double(week.bands[$0].count) })
      })
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
