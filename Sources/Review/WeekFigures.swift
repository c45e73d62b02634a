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
  /// Accounts at risk.
  public let atRisk: AmountSum
  /// Accounts whose renewal day has passed, and nothing says what became of it.
  public let lapsed: AmountSum
  /// Accounts that come up for renewal soon or have lapsed.
  public let renewals: Int
  /// The accounts among them with a doubt, which are all but those that are green by score, by a current flag and
  /// without an open risk.
  public let renewalsNotAgreed: AmountSum
  /// The accounts among those that are not on the list `renewals`: green by score, without an open risk, and nobody's
  /// flag is current.
  public let renewalsNotListed: AmountSum
  /// Accounts on `green-but-yellow` waiting for a decision.
  public let openDivergences: AmountSum
  /// Accounts whose flag is missing or no longer fresh.
  public let sentimentOverdue: Int
}

extension WeekFigures {
  /// The figures with the published ones in their place; figures that an edition lacks stay.
  func published(by edition: PublishedEdition) -> WeekFigures {
    WeekFigures(
      day: day, gross: edition.gross, net: edition.net, bands: edition.bands, atRisk: edition.atRisk, lapsed: lapsed,
      renewals: renewals, renewalsNotAgreed: edition.renewalsNotAgreed ?? renewalsNotAgreed,
      renewalsNotListed: renewalsNotListed,
      openDivergences: AmountSum(
        count: edition.openDivergences, unknown: openDivergences.unknown, known: openDivergences.known),
      sentimentOverdue: edition.sentimentOverdue ?? sentimentOverdue)
  }
}

extension ListConditions {
  /// The figures a number of weeks ago, at most 13, under today's models and with today's revenue.
  ///
  /// - Parameter retention: of that day.
  func figures(weeksAgo: Int, retention: Retention) -> WeekFigures {
    let day = trend.day(weeksAgo: weeksAgo)
    var bands = BandSplit()
    var (atRisk, lapsed, notAgreed, notListed) = (AmountSum(), AmountSum(), AmountSum(), AmountSum())
    var divergences = AmountSum()
    var (renewals, sentimentOverdue) = (0, 0)
    for (account, row) in evidence.accounts.enumerated() {
      guard let score = trend.score(of: account, weeksAgo: weeksAgo) else { continue }
      let band = score.band
      let flag = judgement.currentFlag(of: account, on: day)
      bands.add(band, arr: row.arr)
      if accountIsAtRisk(account, band: band, flag: flag, on: day, in: evidence) { atRisk.add(row.arr) }
      if let doubts = renewalDoubts(about: account, band: band, on: day) {
        renewals += 1
        if doubts.contains(.lapsed) { lapsed.add(row.arr) }
        if !doubts.isEmpty { notAgreed.add(row.arr) }
        if doubts == [.noFlag] { notListed.add(row.arr) }
      }
      if let item = item(on: .greenButYellow, account: account, weeksAgo: weeksAgo), item.isWaiting {
        divergences.add(row.arr)
      }
      if holds(.sentimentOverdue, for: account, weeksAgo: weeksAgo) { sentimentOverdue += 1 }
    }
    return WeekFigures(
      day: day, gross: retention.gross, net: retention.net, bands: bands, atRisk: atRisk, lapsed: lapsed,
      renewals: renewals, renewalsNotAgreed: notAgreed, renewalsNotListed: notListed, openDivergences: divergences,
      sentimentOverdue: sentimentOverdue)
  }
}
