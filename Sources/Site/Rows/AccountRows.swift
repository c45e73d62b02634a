import Charts
import Health
import Review

/// Accounts as rows of any table.
struct AccountRows: Composer {
  let tell: Telling

  /// The row of an active account; with an item, it includes what the list knows.
  func row(_ account: AccountReview, item: ListItem? = nil, drawsHistory: Bool = true, on page: inout PageBuilder)
    -> AccountRow
  {
    let judgements = JudgementRows(tell: tell)
    let facts = evidence.accounts[account.account]
    let segment = review.models.segments[account.segment]
    let renewal = evidence.renewalDay(of: account.account, on: review.asOf)
    return AccountRow(
      name: facts.name, link: links.account(account.account, root: page.root), arr: arr(of: account.account),
      segment: name(of: segment), segmentLink: links.segment(segment, root: page.root),
      owner: facts.csm ?? words(.nobody), ownerLink: links.owner(account.account, root: page.root),
      renews: renewal.map(formats.shortDate) ?? words(.unknown), isLapsed: account.isLapsed,
      score: account.score.published.map(formats.whole) ?? "", band: account.score.band.rawValue,
      bandWord: words.code(.band, account.score.band.rawValue), cap: capReason(account),
      direction: words.code(.direction, account.direction.rawValue),
      change: account.changes.thirteenWeeks.map(formats.change) ?? "",
      from: scoreThen(account).map { words(.fromScore, ["n": formats.whole($0)]) } ?? "",
      spark: drawsHistory ? page.add(sparkline(of: account)) : "",
      flag: account.sentiment.map { judgements.flag($0, status: account.sentimentStatus) },
      points: String(account.points.total), exposure: account.exposure.map(money) ?? words(.unknown),
      item: item.map { judgements.view($0, account) })
  }

  /// The row of an item's account.
  func row(of item: ListItem, drawsHistory: Bool = false, on page: inout PageBuilder) -> AccountRow? {
    review.review(of: item.account).map { row($0, item: item, drawsHistory: drawsHistory, on: &page) }
  }

  /// Why a cap holds the band below that of the score; empty when none does.
  private func capReason(_ account: AccountReview) -> String {
    guard let index = account.score.cap else { return "" }
    let cap = account.model.caps[index]
    return words(
      .heldByCap,
      ["band": words.code(.band, cap.band.rawValue), "why": measures.reason(of: cap, in: account.model)])
  }

  /// A year of weekly scores, oldest first.
  func scores(of account: Int) -> [Int?] {
    (0..<Trend.weeks).reversed().map { review.trend.score(of: account, weeksAgo: $0)?.published }
  }

  private func sparkline(of account: AccountReview) -> Sparkline {
    let scores = scores(of: account.account)
    let title = scoreHistoryTitle(scores)
    return Sparkline(
      scores: scores, edges: account.model.bands, band: account.score.band, markedWeeksAgo: Trend.longestChange,
      title: scoreThen(account).map { words(.scoresWithThen, ["scores": title, "then": formats.whole($0)]) } ?? title)
  }

  /// The score 13 weeks ago; nil where there is nothing to compare.
  private func scoreThen(_ account: AccountReview) -> Int? {
    account.changes.thirteenWeeks == nil
      ? nil : review.trend.score(of: account.account, weeksAgo: Trend.longestChange)?.published
  }

  /// `52 weeks, from 84 to 64`, for readers who cannot see the line.
  func scoreHistoryTitle(_ scores: [Int?]) -> String {
    let known = scores.compactMap { $0 }
    guard let first = known.first, let last = known.last else { return words(.noScores) }
    return words(.scoresFromTo, ["weeks": String(scores.count), "from": String(first), "to": String(last)])
  }
}
