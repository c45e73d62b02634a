import Charts
import Health
import Review

/// Composes the page of all editions.
struct ArchivePageComposer: MenuPageComposer {
  static let template = "archive.md"
  static let entry = MenuEntry(name: "archive", path: "archive.html")

  let tell: Telling

  /// Every edition, the newest first, with the weeks between that have none.
  func view(on page: inout PageBuilder) -> ArchivePage {
    let editions = review.history.editions + [tell.thisEdition].compactMap { $0 }
    var rows: [EditionRow] = []
    for (index, edition) in editions.enumerated().reversed() {
      // The weeks up to the next edition, or to the one of this page.
      let missing = weeks(from: edition.asOf, to: editions[(index + 1)...].first?.asOf ?? review.asOf) - 1
      if missing > 0 { rows.append(EditionRow(gap: words.count(.weeksMissing, missing))) }
      rows.append(
        row(edition, isReplaced: editions.indices.contains(index + 1) && editions[index + 1].edition == edition.edition)
      )
    }
    return ArchivePage(
      history: editions.isEmpty ? "" : page.add(figure(ScoreHistories(tell: tell).greenHistory(root: page.root))),
      rows: rows,
      withdrawn: review.history.withdrawn.map { WithdrawnRow(sentence: tell.withdrawnWords($0)) })
  }

  /// Calendar weeks between two days.
  private func weeks(from earlier: Day, to later: Day) -> Int { (later.monday - earlier.monday) / 7 }

  private func row(_ edition: PublishedEdition, isReplaced: Bool) -> EditionRow {
    let bands = edition.bands
    func rate(_ share: Double?) -> String { share.map { formats.percent($0, decimals: 1) } ?? words(.unknown) }
    return EditionRow(
      edition: edition.edition.description, anchor: edition.anchor, fingerprint: edition.fingerprint,
      file: edition.archiveName, fileLink: links.archive(of: edition), asOf: formats.shortDate(edition.asOf),
      model: edition.modelVersion, accounts: formats.whole(bands.total.count),
      green: formats.whole(bands[.green].count), yellow: formats.whole(bands[.yellow].count),
      red: formats.whole(bands[.red].count), unscored: formats.whole(bands[.unscored].count),
      atRisk: shortMoney(edition.atRisk), retention: rate(edition.net) + "\u{A0}· " + rate(edition.gross),
      divergences: formats.whole(edition.openDivergences),
      note: edition.revision > 0
        ? words(.statusRevised, ["n": formats.whole(edition.revision), "reason": edition.reason ?? ""]) : "",
      replaced: isReplaced ? words(.replacedByRevision) : "", gap: "")
  }
}
