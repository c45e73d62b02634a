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
    let all = review.trendOfAll
    let segmentRows = SegmentRows(tell: tell)
    let edges = Set(review.segments.map(\.model.bands))
    let segments = review.segments.map { segment in
      row(segmentRows.row(segment, on: &page), review.trend(of: segment), edges: segment.model.bands, on: &page)
    }
    let total = row(
      segmentRows.total(on: &page), all, edges: edges.count == 1 ? edges.first : nil, isTotal: true, on: &page)
    return SegmentsPage(
      lead: lead(all), since: words(.sinceShort, ["date": formats.shortDate(all.day(weeksAgo: all.weeksSinceEdition))]),
      // The only segment is everything already.
      rows: segments.count == 1 ? segments : segments + [total],
      placements: review.segments.map { placement(in: $0, root: page.root) })
  }

  private func row(
    _ segment: SegmentRow, _ trend: GroupTrend, edges: BandEdges?, isTotal: Bool = false, on page: inout PageBuilder
  ) -> SegmentTrendRow {
    let rows = SegmentRows(tell: tell)
    let changes = rows.changes(of: trend)
    return SegmentTrendRow(
      segment: segment, isTotal: isTotal, since: changes.since, thirteen: changes.thirteen,
      trend: page.add(rows.sparkline(of: trend, edges: edges)))
  }

  /// How the portfolio stands and moved, and which segment is lowest.
  private func lead(_ all: GroupTrend) -> String {
    let total = review.today.bands.total
    let changes = SegmentRows(tell: tell).changes(of: all)
    let told = words(
      .segmentsLead,
      [
        "accounts": words.count(.activeAccounts, total.count), "arr": money(total),
        "n": all.median(weeksAgo: 0).map { formats.number($0, decimals: 1) } ?? words(.unknown),
        "change": changes.since, "date": formats.date(all.day(weeksAgo: all.weeksSinceEdition)),
        "thirteen": changes.thirteen,
      ])
    let medians = review.segments.compactMap { segment in
      review.trend(of: segment).median(weeksAgo: 0).map { (segment: segment, median: $0) }
    }
    guard medians.count > 1, let lowest = medians.min(by: { $0.median < $1.median }) else { return told }
    return told + " "
      + words(
        .segmentsLowest,
        ["name": name(of: lowest.segment.segment), "n": formats.number(lowest.median, decimals: 1)])
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
      accounts: accountLinks(shown, root: root),
      more: moreAccounts(of: placed.count, shown: shown.count))
  }
}
