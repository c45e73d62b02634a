import Health
import Review

/// Composes the page of all people responsible for accounts.
struct CSMsPageComposer: MenuPageComposer {
  static let template = "csms.md"
  static let entry = MenuEntry(name: "csms", path: "csms/index.html")

  let tell: Telling

  func view(on page: inout PageBuilder) -> CSMsPage {
    CSMsPage(
      rows: review.books.map { book in
        CSMRow(
          name: book.csm ?? words(.withoutCSM), link: "\(page.root)\(pathOfCSM(book.csm)).html",
          accounts: formats.whole(book.accounts.count),
          arr: shortMoney(arr(of: book.accounts.map(\.account))), owed: formats.whole(book.owed.count),
          overdue: formats.whole(book.owed.count { $0.isOverdue }), flagsDue: formats.whole(book.flagsDue.count),
          renewals: formats.whole(book.renewals.count))
      })
  }
}
