import Health
import Review

extension Context {
  /// Every edition, the newest first, with the weeks between that had none.
  func archivePage() -> ArchivePage {
    let editions = review.history.editions
    var rows: [EditionRow] = []
    for (index, edition) in editions.enumerated().reversed() {
      // The weeks up to the next edition, or to the one that this page belongs to.
      let missing = weeks(from: edition.asOf, to: editions[(index + 1)...].first?.asOf ?? review.asOf) - 1
      if missing > 0 { rows.append(EditionRow(gap: words.count(.weeksMissing, missing))) }
      rows.append(row(edition, isReplaced: review.history.isReplaced(index)))
    }
    return ArchivePage(rows: rows)
  }

  /// Calendar weeks between two days.
  private func weeks(from earlier: Day, to later: Day) -> Int { (later.monday - earlier.monday) / 7 }

  private func row(_ edition: PublishedEdition, isReplaced: Bool) -> EditionRow {
    let bands = edition.bands
    func rate(_ share: Double?) -> String { share.map { formats.percent($0, decimals: 1) } ?? words(.unknown) }
    return EditionRow(
      edition: edition.edition.description, asOf: formats.shortDate(edition.asOf),
      model: edition.modelVersion, accounts: formats.whole(bands.total.accounts),
      green: formats.whole(bands[.green].accounts), yellow: formats.whole(bands[.yellow].accounts),
      red: formats.whole(bands[.red].accounts), unscored: formats.whole(bands[.unscored].accounts),
      atRisk: money(edition.arrAtRisk), retention: rate(edition.net) + "\u{A0}· " + rate(edition.gross),
      divergences: formats.whole(edition.openDivergences),
      note: edition.revision > 0
        ? words(.statusRevised, ["n": formats.whole(edition.revision), "reason": edition.reason ?? ""]) : "",
      replaced: isReplaced ? words(.replacedByRevision) : "", gap: "")
  }

  /// What the editions of the last year said about an account, for its history: the last revision of each week.
  func published(_ account: Int) -> [PublishedRow] {
    let history = review.history
    let scores = history.scores[account]
    return scores.enumerated().filter { index, score in
      let next = scores.dropFirst(index + 1).first
      return next.map { history.editions[$0.edition].edition != history.editions[score.edition].edition } ?? true
    }
    .reversed().prefix(13).map { _, score in
      let edition = history.editions[score.edition]
      return PublishedRow(
        edition: edition.edition.description, score: score.score.map(String.init) ?? "", band: score.band.rawValue,
        bandWord: words.code(.band, score.band.rawValue), flag: score.flag?.rawValue ?? "",
        flagWord: score.flag.map { words.code(.band, $0.rawValue) } ?? words(.noFlag), model: edition.modelVersion)
    }
  }

  /// The accounts lost since the last edition, and what was said of them before they gave notice.
  func lostRows() -> [LostRow] {
    review.lost.map { lost in
      let facts = evidence.accounts[lost.account]
      let call = lost.call
      return LostRow(
        name: facts.name, arr: (lost.outcome.arrBefore ?? facts.arr).map(money) ?? words(.unknown),
        notice: formats.shortDate(lost.outcome.noticeOn ?? lost.outcome.date),
        score: call?.score.map(String.init) ?? "", band: call?.band.rawValue ?? "",
        bandWord: call.map { words.code(.band, $0.band.rawValue) } ?? words(.noCustomerThen),
        flag: call?.flag?.rawValue ?? "", flagWord: call?.flag.map { words.code(.band, $0.rawValue) } ?? words(.noFlag),
        source: call.map { words($0.isRescored ? .rescored : .asPublished) } ?? "", reason: lost.outcome.reason ?? "")
    }
  }
}
