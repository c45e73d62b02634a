import Health
import Review

/// Composes the frame of a page around its content.
struct LayoutComposer: Composer {
  let tell: Telling

  func layout(_ page: Page, content: [UInt8]) -> Layout {
    let context = tell.context
    let root = page.root
    return Layout(
      language: words.language, root: root, title: context.title, page: page.title, edition: review.edition.description,
      asOf: formats.date(review.asOf), asOfISO: review.asOf.description,
      data: evidence.series.compactMap(\.lastDay).max().map { words(.dataTo, ["date": formats.date($0)]) }
        ?? words(.noData), refused: refused, status: tell.statusWords,
      fingerprint: tell.fingerprint,
      model: review.models.version, tool: context.tool, months: formats.shortMonths.joined(separator: " "),
      isWholeSite: context.isWholeSite, brand: context.brand,
      links: SitePages.menu.filter { tell.changes != nil || $0 != ChangesPageComposer.menuEntry }.map { entry in
        Layout.Link(
          label: words.code(.nav, entry.name), address: root + entry.path, isCurrent: entry == page.entry)
      }, content: content)
  }

  private var refused: String {
    let rows = tell.context.quality.rows
    return rows.refused == 0
      ? "" : words.count(.rowsRefused, rows.refused, ["of": formats.whole(rows.read)])
  }
}
