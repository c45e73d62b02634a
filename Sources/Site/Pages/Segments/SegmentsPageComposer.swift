import Health
import Review

/// Composes the page of all segments.
struct SegmentsPageComposer: MenuPageComposer {
  static let template = "segments.md"
  static let entry = MenuEntry(name: "segments", path: "segments/index.html")

  /// The number of accounts per segment in the table of placements.
  private static let mostPlaced = 40

  let tell: Telling

  func view(on page: inout PageBuilder) -> SegmentsPage {
    SegmentsPage(
      rows: review.segments.map { SegmentRows(tell: tell).row($0, on: &page) },
      placements: review.segments.map { placement(in: $0, root: page.root) })
  }

  /// The number of a segment's accounts placed by a rule, and the ones placed by their own column.
  private func placement(in segment: SegmentReview, root: String) -> PlacementRow {
    let members = segment.members.map { review.accounts[$0].account }
    let placed = members.filter { review.models.isPlacedByColumn($0, of: evidence) }
      .sorted { evidence.accounts[$0].id < evidence.accounts[$1].id }
    let shown = placed.prefix(Self.mostPlaced)
    return PlacementRow(
      name: name(of: segment.segment), link: links.segment(segment.segment, root: root),
      byRule: formats.whole(members.count - placed.count), byColumn: formats.whole(placed.count),
      accounts: shown.enumerated().map { index, account in
        PlacedAccount(
          name: evidence.accounts[account].name, link: links.account(account, root: root),
          separator: index + 1 < shown.count ? words(.clauseSeparator) : "")
      },
      more: moreAccounts(of: placed.count, shown: shown.count))
  }
}
