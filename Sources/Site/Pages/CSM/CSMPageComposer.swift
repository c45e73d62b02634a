import Health
import Review

extension Context {
  /// How many rows of what changed a book shows.
  private static let mostChanges = 10
  /// How many rows of what is owed a book shows; the lists name all.
  private static let mostOwed = 40

  func booksPage(_ books: [Book], root: String) -> BooksPage {
    BooksPage(
      rows: books.map { book in
        BookRow(
          name: name(of: book), link: "\(root)\(path(ofCSM: book.csm)).html",
          accounts: formats.whole(book.accounts.count),
          arr: money(arr(of: book.accounts.map(\.account))), owed: formats.whole(book.owed.count),
          overdue: formats.whole(book.owed.count { $0.isOverdue }), flagsDue: formats.whole(book.flagsDue.count),
          renewals: formats.whole(book.renewals.count))
      })
  }

  func bookPage(_ book: Book, sheet: Sheet, on draft: inout Draft) -> BookPage {
    let changed = book.accounts.filter(hasChanged)
      .sorted { ($0.changes.fourWeeks ?? 0, $0.account) < ($1.changes.fourWeeks ?? 0, $1.account) }
    let isFirst = sheet.number == 1
    func more(_ all: Int) -> String { moreAccounts(of: all, shown: Self.mostOwed) }
    func rows(_ accounts: some Sequence<AccountReview>) -> [AccountRow] { accounts.map { row($0, on: &draft) } }
    return BookPage(
      name: name(of: book),
      lead: words.count(
        .bookLead, book.accounts.count,
        [
          "arr": money(arr(of: book.accounts.map(\.account))), "owed": formats.whole(book.owed.count),
          "overdue": formats.whole(book.owed.count { $0.isOverdue }), "flags": formats.whole(book.flagsDue.count),
        ]),
      isFirst: isFirst,
      owed: isFirst ? book.owed.prefix(Self.mostOwed).compactMap { owedRow($0, on: &draft) } : [],
      moreOwed: more(book.owed.count), flagsDue: isFirst ? rows(book.flagsDue.prefix(Self.mostOwed)) : [],
      moreFlagsDue: more(book.flagsDue.count), renewals: isFirst ? rows(book.renewals.prefix(Self.mostOwed)) : [],
      moreRenewals: more(book.renewals.count),
      changed: isFirst ? changed.prefix(Self.mostChanges).map { changedRow($0, on: &draft) } : [],
      rubric: rubricRows, rows: rows(book.accounts[sheet.range]),
      sheets: sheet.links(path(ofCSM: book.csm)))
  }

  func name(of book: Book) -> String { book.csm ?? words(.withoutCSM) }

  private func hasChanged(_ account: AccountReview) -> Bool {
    [account.changes.week, account.changes.fourWeeks].contains { abs($0 ?? 0) >= Mover.smallestChange }
      || account.direction.isFall
  }

  private func owedRow(_ item: ListItem, on draft: inout Draft) -> OwedRow? {
    review.review(of: item.account).map { account in
      OwedRow(
        list: words.code(.list, item.list.rawValue), link: listLink(item.list, root: draft.root),
        account: row(account, drawsHistory: false, on: &draft), item: view(item, account))
    }
  }

  private func changedRow(_ account: AccountReview, on draft: inout Draft) -> ChangedRow {
    ChangedRow(account: row(account, drawsHistory: false, on: &draft), changes: directionWords(account))
  }
}
