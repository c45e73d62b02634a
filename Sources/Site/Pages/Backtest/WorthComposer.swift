import Health
import Review

/// Whether it pays to act on bands and lists, in words.
struct WorthComposer: Composer {
  let tell: Telling

  func section(root: String) -> WorthSection {
    let result = review.judged
    let bands: [Band] = [.red, .yellow, .green]
    return WorthSection(
      lead: review.rules.worthActingFrom.map { share in
        words(.worthFrom, ["share": words(.percent, ["n": formats.number(100 * share, decimals: 1)])])
      } ?? words(.worthUnset),
      bands: bands.compactMap { row(words.code(.band, $0.rawValue), link: $0.rawValue, result.rate(of: $0)) },
      lists: ListID.allCases.compactMap { list in
        result.rate(on: list).flatMap { row(words.code(.list, list.rawValue), link: links.list(list, root: root), $0) }
      })
  }

  /// How many of the accounts that were on a list left, for its page; empty where nobody on it has decided.
  func sentence(on list: ListID) -> String {
    guard let lost = review.judged.rate(on: list), lost.n > 0 else { return "" }
    let verdict = verdict(lost)
    return words(
      verdict.isEmpty ? .worthOnList : .worthOnListTold, ["rate": words(ofAny: lost), "verdict": verdict])
  }

  private func row(_ label: String, link: String, _ lost: Rate) -> WorthRow? {
    guard lost.n > 0 else { return nil }
    return WorthRow(
      label: label, link: link, lost: words(ofAny: lost),
      perOne: lost.perOne.map { formats.number($0, decimals: 1) } ?? words(.worthNobody), verdict: verdict(lost))
  }

  /// A verdict with what it would take; empty where the settings do not say from when acting pays.
  private func verdict(_ lost: Rate) -> String {
    guard let threshold = review.rules.worthActingFrom else { return "" }
    let worth = WorthActing(lost: lost, threshold: threshold)
    let verdict = words.code(.worth, worth.verdict.rawValue)
    guard worth.verdict == .cannotTell else { return verdict }
    return worth.outcomesNeeded.map { words(.worthNeeded, ["verdict": verdict, "n": formats.whole($0)]) }
      ?? words(.worthEven, ["verdict": verdict])
  }

  /// A share with its interval; of a few accounts the number with the interval, which is the answer here.
  private func words(ofAny rate: Rate) -> String {
    guard let share = rate.share, let interval = rate.interval else { return words(.noAccountYet) }
    guard rate.n >= Rate.smallestRated else {
      return words(
        .withInterval,
        [
          "n": words(.countOf, ["n": formats.whole(rate.count), "of": formats.whole(rate.n)]),
          "low": formats.percent(interval.lowerBound), "high": formats.percent(interval.upperBound),
        ])
    }
    return words(
      .rateWithInterval,
      [
        "n": formats.whole(rate.count), "of": formats.whole(rate.n), "share": formats.percent(share),
        "low": perCent(interval.lowerBound), "high": perCent(interval.upperBound),
      ])
  }
}
