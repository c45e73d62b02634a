import Health
import Review

/// The notices about the report itself that readers must see first.
struct Notices: Composer {
  let tell: Telling

  /// How many accounts a notice names.
  private static let mostNamed = 4

  /// The share of all rows that may be refused before a notice says so: one in two hundred changes no figure that is
  /// told.
  private static let fewRefused = 0.005

  /// What people said or decided: a row of these that cannot be read leaves an earlier one in force.
  private static let judgement: Set<Table> = [.sentiment, .risks, .outcomes, .reviews]

  /// Of each table of judgement with refused rows, and of any that lost more than `Guard.Rules.usualMaxRefused`, how
  /// many of how many, and whose they are as far as the rows say.
  private var refusals: [String] {
    let quality = tell.context.quality
    return Table.allCases.compactMap { table in
      let rows = quality.feeds.filter { $0.table == table }.reduce(DataQuality.Rows()) { $0 + $1.rows }
      let refused = rows.refused - rows.departed
      let isMany = Double(refused) > Guard.Rules.usualMaxRefused * Double(rows.read)
      guard refused > 0, isMany || Self.judgement.contains(table) else { return nil }
      let count = words(
        .guardRefusals,
        [
          "name": words.code(.table, table.rawValue), "n": formats.whole(refused), "of": formats.whole(rows.read),
        ])
      let accounts = (quality.refusedOf[table] ?? []).sorted()
      guard !accounts.isEmpty else { return count }
      let names = words.some(accounts.map { evidence.accounts[$0].name }, most: Self.mostNamed)
      return words(.refusedOf, ["count": count, "names": names])
    }
  }

  /// The renewals whose day has passed while nothing says what became of them; nil where there are none.
  func lapsedNotice(root: String) -> Notice? {
    let lapsed = review[.renewals].compactMap { review.review(of: $0.account) }.filter(\.isLapsed).map(\.account)
    guard !lapsed.isEmpty else { return nil }
    let names = words.some(lapsed.map { evidence.accounts[$0].name }, most: Self.mostNamed)
    return Notice(
      lead: words.count(.lapsedLead, lapsed.count),
      text: names.hasSuffix(".") ? names : names + ".",
      link: links.list(.renewals, root: root), linkWords: words.code(.list, ListID.renewals.rawValue))
  }

  /// How many of the active accounts have no renewal day.
  private var renewalsUnknown: (Int, Int) {
    let active = review.accounts.map(\.account)
    return (active.count { evidence.accounts[$0].renewsOn == nil }, active.count)
  }

  func rows(root: String) -> [Notice] {
    var notices: [Notice] = []
    let method = root + MethodPageComposer.entry.path
    let quality = root + DataQualityPageComposer.entry.path
    if let shift = review.shift {
      notices.append(
        Notice(
          lead: words(.shiftLead, ["n": formats.change(shift.change, decimals: 1)]),
          text: words(.shiftText, ["measure": shift.measure.map(label) ?? words(.unknown)]), link: quality,
          linkWords: words(.dataQuality)))
    }
    let late = LateFeeds(tell: tell)
    for feed in late.feeds {
      notices.append(
        Notice(
          lead: words(.lateFeedLead, ["name": late.name(of: feed.source)]),
          text: words.count(.lateFeedText, review.asOf - feed.newestDay), link: quality,
          linkWords: words(.dataQuality)))
    }
    // One line per notice: the page that it links to has them all.
    let partlyLate = late.ofSome
    if let source = partlyLate.first {
      notices.append(
        Notice(
          lead: words(
            .partlyLateLead,
            [
              "name": label(source.name), "n": formats.whole(source.stale), "of": formats.whole(source.accounts),
            ]), text: partlyLate.count > 1 ? words.count(.partlyLateMore, partlyLate.count - 1) : "",
          link: quality + "#gaps", linkWords: words(.dataQuality)))
    }
    if let lapsed = lapsedNotice(root: root) { notices.append(lapsed) }
    let (unknown, all) = renewalsUnknown
    if unknown * 2 > all {
      notices.append(
        Notice(
          lead: words(.noRenewalDayLead, ["n": formats.whole(unknown), "of": words.count(.activeAccounts, all)]),
          text: words(.noRenewalDayText), link: quality, linkWords: words(.dataQuality)))
    }
    notices += [DriftComposer(tell: tell).notice(root: root), FirstDecisionsComposer(tell: tell).notice(root: root)]
      .compactMap(\.self)
    if let unreadable = UnreadableAccounts(tell: tell).notice(root: root) { notices.append(unreadable) }
    // A few refused rows of what was measured stand in the line of the edition, on every page.
    let rows = tell.context.quality.rows
    let refused = rows.refused - rows.departed
    if !refusals.isEmpty || Double(refused) > Self.fewRefused * Double(rows.read) {
      notices.append(
        Notice(
          lead: words.count(.refusedLead, refused),
          text: (refusals.isEmpty ? "" : refusals.joined(separator: words(.clauseSeparator)) + ". ")
            + words.count(.refusedText, rows.refused - rows.departed), link: quality,
          linkWords: words(.dataQuality)))
    }
    let swallowing = tell.context.quality.swallowing.count
    if swallowing > 0 {
      notices.append(
        Notice(
          lead: words.count(.swallowedLead, swallowing), text: words(.swallowedText), link: quality,
          linkWords: words(.dataQuality)))
    }
    if let change = review.models.changed, let date = change.date, review.asOf - date < Review.newsDays,
      date <= review.asOf
    {
      notices.append(
        Notice(
          lead: words(.modelChangedLead, ["version": review.models.version, "date": formats.date(date)]),
          text: change.why.map { words(.modelChangedText, ["why": $0]) } ?? "", link: method,
          linkWords: words.code(.nav, MethodPageComposer.entry.name)))
    }
    return notices
  }
}
