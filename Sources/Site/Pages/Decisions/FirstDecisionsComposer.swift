import Health
import Review

/// Whether lists are acted on, in words: by list and by edition, never by person.
struct FirstDecisionsComposer: Composer {
  let tell: Telling

  func section(root: String) -> FirstDecisionsSection {
    let acted = review.firstDecisions
    let all = acted.listings
    return FirstDecisionsSection(
      lead: all.isEmpty
        ? words(.actedNone)
        : [
          words.count(.actedLead, all.count, ["rate": words(of: FirstDecisions.inTime(all))]),
          acted.waiting > 0 ? words.count(.actedWaiting, acted.waiting) : "",
          acted.worsened.map(worse) ?? "", words(.actedRule),
        ].filter { !$0.isEmpty }.joined(separator: " "),
      lists: ListID.allCases.compactMap { list in
        row(
          words.code(.list, list.rawValue), link: links.list(list, root: root), all.filter { $0.list == list })
      },
      editions: acted.editions.compactMap { day in
        row(formats.shortDate(day), link: "", all.filter { $0.since == day })
      })
  }

  /// One notice, only when the last weeks are worse than the quarter before by more than chance.
  func notice(root: String) -> Notice? {
    review.firstDecisions.worsened.map { worsened in
      Notice(
        lead: words(.actedWorseLead), text: worse(worsened),
        link: root + DecisionsPageComposer.entry.path + "#acted", linkWords: words(.actedHeading))
    }
  }

  private func worse(_ worsened: (last: Rate, before: Rate)) -> String {
    words(.actedWorse, ["last": words(of: worsened.last), "before": words(of: worsened.before)])
  }

  private func row(_ label: String, link: String, _ listings: [FirstDecisions.Listing]) -> FirstDecisionsRow? {
    guard !listings.isEmpty else { return nil }
    return FirstDecisionsRow(
      label: label, link: link, listings: formats.whole(listings.count),
      inTime: words(of: FirstDecisions.inTime(listings)),
      median: FirstDecisions.medianDays(listings).map { days in
        words.count(.days, days, written: formats.number(days, decimals: 1))
      } ?? words(.actedNoDecision))
  }
}
