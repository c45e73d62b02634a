import Health
import Review

/// Composes the index of the lists.
struct ListsPageComposer: MenuPageComposer {
  static let template = "lists.md"
  static let entry = MenuEntry(name: "lists", path: "lists/index.html")

  let tell: Telling

  func view(on draft: inout PageBuilder) -> ListsPage {
    let root = draft.root
    func owed(where isShown: (ListID) -> Bool) -> [ReviewsOwed] {
      ListID.allCases.filter(isShown).map { ListRows(tell: tell).owed(on: $0, root: root) }
    }
    return ListsPage(lists: owed { !review[$0].isEmpty }, empty: owed { review[$0].isEmpty })
  }
}
