import Review

/// Composes a page for each quarter of renewals, which the blocks of their chart lead to.
struct RenewalsPageComposer: PageComposer {
  static let template = "renewals.md"

  let tell: Telling

  var pages: [PagePlan<(quarter: RenewalQuarter, sheet: Sheet)>] {
    review.renewalQuarters.flatMap { quarter in
      Sheet.all(rows: quarter.accounts.count).map { sheet in
        PagePlan(
          path: sheet.path(quarter.path), title: title(of: quarter), entry: RetentionPageComposer.entry,
          subject: (quarter, sheet))
      }
    }
  }

  func view(of subject: (quarter: RenewalQuarter, sheet: Sheet), on page: inout PageBuilder) -> RenewalsPage {
    let (quarter, sheet) = subject
    let blocks = RenewalBlocks(tell: tell)
    let rows = AccountRows(tell: tell)
    var first = 0
    var groups: [RenewalGroup] = []
    for block in quarter.blocks {
      let shown = sheet.range.clamped(to: first..<first + block.accounts.count)
      if !shown.isEmpty {
        groups.append(
          RenewalGroup(
            anchor: block.anchor,
            title: words(.blockHeading, ["block": blocks.title(of: block), "sum": blocks.sum(block.accounts)]),
            rows: block.accounts[shown.lowerBound - first..<shown.upperBound - first].map { rows.row($0, on: &page) }))
      }
      first += block.accounts.count
    }
    return RenewalsPage(
      title: title(of: quarter), lead: blocks.sum(quarter.accounts),
      retentionLink: "\(page.root)\(RetentionPageComposer.entry.path)", groups: groups,
      sheets: sheet.links(quarter.path))
  }

  private func title(of quarter: RenewalQuarter) -> String {
    words(.renewalsOf, ["quarter": RenewalBlocks(tell: tell).name(of: quarter.span)])
  }
}
