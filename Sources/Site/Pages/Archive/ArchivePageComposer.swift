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
    var rows = tell.thisEdition == nil ? [draft] : []
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
      isLinked: !tell.context.archiveAddress.isEmpty, rows: rows,
      withdrawn: review.history.withdrawn.map { WithdrawnRow(sentence: tell.withdrawnWords($0)) })
  }

  /// This report while nobody has published it.
  private var draft: EditionRow {
    var row = row(
      PublishedEdition(review, revision: 0, reason: nil, inputs: "", fingerprint: ""), isReplaced: false)
    (row.anchor, row.file, row.fileLink, row.note) = ("", "", "", words(.draftNote))
    return row
  }

  /// Calendar weeks between two days.
  private func weeks(from earlier: Day, to later: Day) -> Int { (later.monday - earlier.monday) / 7 }

  private func row(_ edition: PublishedEdition, isReplaced: Bool) -> EditionRow {
    let bands = edition.bands
    let scored = bands.total.count - bands[.unscored].count
    return EditionRow(
      edition: edition.edition.description, anchor: edition.anchor, fingerprint: edition.fingerprint,
      file: edition.archiveName, fileLink: links.archive(of: edition), asOf: formats.shortDate(edition.asOf),
      model: edition.modelVersion, accounts: formats.whole(bands.total.count),
      green: formats.whole(bands[.green].count),
      greenShare: scored > 0 ? formats.percent(Double(bands[.green].count) / Double(scored)) : words(.unknown),
      yellow: formats.whole(bands[.yellow].count),
      red: formats.whole(bands[.red].count), unscored: formats.whole(bands[.unscored].count),
      atRisk: shortMoney(edition.atRisk), retention: rate(edition.net) + "\u{A0}· " + rate(edition.gross),
      divergences: formats.whole(edition.openDivergences),
      note: note(on: edition), replaced: isReplaced ? words(.replacedByRevision) : "", gap: "")
  }

  /// That an edition is a revision, and what it was published in spite of.
  private func note(on edition: PublishedEdition) -> String {
    let status =
      edition.revision > 0
      ? words(.statusRevised, ["n": formats.whole(edition.revision), "reason": edition.reason ?? ""])
      : words(.statusPublished)
    let accepted = edition.accepted.map { words(.inSpiteOf, ["guard": $0.kind.rawValue, "reason": $0.reason]) }
    return words.clauses([status] + accepted)
  }
}
