public import Health

/// The headline figures of the portfolio on one of the last weekly days.
public struct WeekFigures: Sendable {
  /// The number of weeks that the figures reach back: a quarter, so that they can be drawn and compared.
  public static let weeks = 13

  /// The day.
  public let day: Day
  /// Gross retention over the year before it, 0–1.
  public let gross: Double?
  /// Net retention over the year before it.
  public let net: Double?
  /// Active accounts by band, with today's revenue.
  public let bands: BandSplit
  /// The revenue of the accounts at risk.
  public let atRisk: AmountSum
  /// Accounts that come up for renewal soon.
  public let renewals: Int
  /// The revenue of those among them that are not green both by score and by a current flag.
  public let renewalsNotAgreed: AmountSum
  /// The revenue of the accounts on `green-but-yellow` that wait for a decision.
  public let openDivergences: AmountSum
  /// The number of those that are overdue.
  public let overdueDivergences: Int
  /// Accounts whose flag is missing or no longer fresh.
  public let sentimentOverdue: Int
}

extension WeekFigures {
  /// The figures with the published ones in their place; figures that an edition lacks stay.
  func published(by edition: PublishedEdition) -> WeekFigures {
    WeekFigures(
      day: day, gross: edition.gross, net: edition.net, bands: edition.bands, atRisk: edition.atRisk,
      renewals: renewals, renewalsNotAgreed: edition.renewalsNotAgreed ?? renewalsNotAgreed,
      openDivergences: AmountSum(
        count: edition.openDivergences, unknown: openDivergences.unknown, known: openDivergences.known),
      overdueDivergences: overdueDivergences, sentimentOverdue: edition.sentimentOverdue ?? sentimentOverdue)
  }
}

extension ListConditions {
  /// The figures a number of weeks ago, at most 13, under today's models and with today's revenue.
  ///
  /// - Parameter retention: of that day.
  func figures(weeksAgo: Int, retention: Retention) -> WeekFigures {
    let day = trend.day(weeksAgo: weeksAgo)
    var bands = BandSplit()
    var atRisk = AmountSum()
    var renewals = 0
    var notAgreed = AmountSum()
    var divergences = AmountSum()
    var overdue = 0
    var sentimentOverdue = 0
    for (account, row) in evidence.accounts.enumerated() {
      guard let standing = trend.standing(of: account, weeksAgo: weeksAgo) else { continue }
      let band = standing.band
      let flag = judgement.currentFlag(of: account, on: day)
      bands.add(band, arr: row.arr)
      if accountIsAtRisk(account, band: band, flag: flag, on: day, in: evidence) { atRisk.add(row.arr) }
      if evidence.renewsSoon(account, on: day) {
        renewals += 1
        if band != .green || flag != .green { notAgreed.add(row.arr) }
      }
      if let item = item(on: .greenButYellow, account: account, weeksAgo: weeksAgo), item.isWaiting {
        divergences.add(row.arr)
        if item.isOverdue { overdue += 1 }
      }
      if holds(.sentimentOverdue, for: account, weeksAgo: weeksAgo) { sentimentOverdue += 1 }
    }
    return WeekFigures(
      day: day, gross: retention.gross, net: retention.net, bands: bands, atRisk: atRisk,
      renewals: renewals, renewalsNotAgreed: notAgreed, openDivergences: divergences,
      overdueDivergences: overdue, sentimentOverdue: sentimentOverdue)
  }
}

/// True when the account counts towards ARR at risk: red by score, red by a current flag, or up for renewal soon with
/// either yellow.
func accountIsAtRisk(_ account: Int, band: Band, flag: Sentiment.Flag?, on day: Day, in evidence: Evidence) -> Bool {
  band == .red || flag == .red
    || (band == .yellow || flag == .yellow) && evidence.renewsSoon(account, on: day)
}
