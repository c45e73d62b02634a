import Health
import Review

/// Lists as rows of a table.
struct ListRows: Composer {
  let tell: Telling

  /// A list as a row, with what is owed on it.
  func owed(on list: ListID, root: String) -> ReviewsOwed {
    let items = review[list]
    return ReviewsOwed(
      list: words.code(.list, list.rawValue), link: links.list(list, root: root), accounts: formats.whole(items.count),
      open: formats.whole(items.count { $0.isWaiting }), overdue: formats.whole(items.count { $0.isOverdue }),
      arr: shortMoney(arr(of: items.filter(\.isWaiting).map(\.account))))
  }
}
