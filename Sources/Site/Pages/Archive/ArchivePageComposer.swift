import Charts
import Health
import Review

extension Context {
  /// Every edition, the newest first, with the weeks between that had none.
  func archivePage(on draft: inout Draft) -> ArchivePage {
    let editions = review.history.editions + [thisEdition].compactMap { $0 }
    var rows: [EditionRow] = []
    for (index, edition) in editions.enumerated().reversed() {
      // The weeks up to the next edition, or to the one that this page belongs to.
      let missing = weeks(from: edition.asOf, to: editions[(index + 1)...].first?.asOf ?? review.asOf) - 1
      if missing > 0 { rows.append(EditionRow(gap: words.count(.weeksMissing, missing))) }
      rows.append(
        row(edition, isReplaced: editions.indices.contains(index + 1) && editions[index + 1].edition == edition.edition)
      )
    }
    return ArchivePage(history: editions.isEmpty ? "" : draft.add(figure(greenHistory(root: draft.root))), rows: rows)
  }

  /// Calendar weeks between two days.
  private func weeks(from earlier: Day, to later: Day) -> Int { (later.monday - earlier.monday) / 7 }

  private func row(_ edition: PublishedEdition, isReplaced: Bool) -> EditionRow {
    let bands = edition.bands
    func rate(_ share: Double?) -> String { share.map { formats.percent($0, decimals: 1) } ?? words(.unknown) }
    return EditionRow(
      edition: edition.edition.description, anchor: anchor(of: edition), fingerprint: edition.fingerprint,
      file: fileName(of: edition), fileLink: fileLink(of: edition), asOf: formats.shortDate(edition.asOf),
      model: edition.modelVersion, accounts: formats.whole(bands.total.accounts),
      green: formats.whole(bands[.green].accounts), yellow: formats.whole(bands[.yellow].accounts),
      red: formats.whole(bands[.red].accounts), unscored: formats.whole(bands[.unscored].accounts),
      atRisk: money(edition.arrAtRisk), retention: rate(edition.net) + "\u{A0}· " + rate(edition.gross),
      divergences: formats.whole(edition.openDivergences),
      note: edition.revision > 0
        ? words(.statusRevised, ["n": formats.whole(edition.revision), "reason": edition.reason ?? ""]) : "",
      replaced: isReplaced ? words(.replacedByRevision) : "", gap: "")
  }

  /// The id of an edition's row on the archive page, for links that lead to it: `2026-w47`, `2026-w47-r1`.
  func anchor(of edition: PublishedEdition) -> String {
    let name = edition.revision == 0 ? "\(edition.edition)" : "\(edition.edition)-r\(edition.revision)"
    return String(decoding: name.utf8.map { $0 == UInt8(ascii: "W") ? UInt8(ascii: "w") : $0 }, as: UTF8.self)
  }

  func fileName(of edition: PublishedEdition) -> String {
    edition.revision == 0 ? "\(edition.edition).zip" : "\(edition.edition)-r\(edition.revision).zip"
  }

  /// Where the archive of an edition lies; empty where nobody knows.
  func fileLink(of edition: PublishedEdition) -> String {
    archiveAddress.isEmpty ? "" : archiveAddress + fileName(of: edition)
  }

  /// What the editions of the last year said about an account, for its history: the last revision of each week.
  func published(_ account: Int, root: String) -> [PublishedRow] {
    standingScores(of: account).reversed().prefix(13).map { score in
      let edition = review.history.editions[score.edition]
      let rescored = review.trend.standing(of: account, weeksAgo: (review.asOf - edition.asOf) / 7)
      return PublishedRow(
        edition: edition.edition.description, link: "\(root)archive.html#\(anchor(of: edition))",
        restated: words(of: review.restatement.standing(of: account, edition: score.edition)),
        rescored: words(of: rescored), score: score.score.map(String.init) ?? "", band: score.band.rawValue,
        bandWord: words.code(.band, score.band.rawValue), flag: score.flag?.rawValue ?? "",
        flagWord: score.flag.map { words.code(.band, $0.rawValue) } ?? words(.noFlag), model: edition.modelVersion)
    }
  }

  private func words(of standing: Standing?) -> String {
    guard let standing else { return words(.unknown) }
    return standing.published.map(String.init) ?? words.code(.band, standing.band.rawValue)
  }

  /// What the editions of the last 52 weeks said about an account, oldest first: the last revision of each week.
  func standingScores(of account: Int) -> [PublishedScore] {
    review.history.scores[account].filter { score in
      !review.history.isReplaced(score.edition)
        && review.asOf - review.history.editions[score.edition].asOf < 7 * Trend.weeks
    }
  }
}
