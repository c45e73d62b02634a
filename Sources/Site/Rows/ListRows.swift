import Health
import Review

/// Lists as rows of a table.
struct ListRows: Composer {
  let tell: Telling

  /// A list as a row, with what is owed on it.
  func owed(on list: ListID, root: String) -> ReviewsOwed {
    let items = review[list]
    return ReviewsOwed(
      list: words.code(.list, list.rawValue), link: links.list(list, root: root),
      meaning: words.code(items.isEmpty ? .listEmpty : .listMeaning, list.rawValue),
      accounts: formats.whole(items.count),
      owed: owedWords(on: list),
      arr: shortMoney(arr(of: items.map(\.account))))
  }

  /// What a list still asks for: `4 open (€618k), 2 overdue`, and of flags `9 to renew (€450k), 7 late`.
  func owedWords(on list: ListID) -> String {
    let waiting = review[list].filter(\.isWaiting)
    guard !waiting.isEmpty else { return words(.nothingOpen) }
    let open = words.count(
      list.asksForDecision ? .openOnList : .flagsToRenew, waiting.count,
      ["arr": shortMoney(arr(of: waiting.map(\.account)), unknown: .arrUnknown)])
    let overdue = waiting.count { review.due($0)?.isOverdue ?? false }
    return overdue == 0
      ? open : words.count(list.asksForDecision ? .overdueOnList : .lateFlags, overdue, ["open": open])
  }
}
