import Health
import Review

/// Composes the pages of the people responsible for accounts, sheet by sheet.
struct CSMPageComposer: PageComposer {
  static let template = "csm.md"

  /// The number of changes in a book.
  private static let mostChanges = 10
  /// The number of owed decisions in a book; the lists name all.
  private static let mostOwed = 40

  let tell: Telling
  private var rows: AccountRows { AccountRows(tell: tell) }
  private var judgements: JudgementRows { JudgementRows(tell: tell) }

  var pages: [PagePlan<(book: Book, sheet: Sheet)>] {
    review.books.flatMap { book in
      Sheet.all(rows: book.accounts.count).map { sheet in
        PagePlan(
          path: sheet.path(pathOfCSM(book.csm)), title: book.csm ?? words(.withoutCSM), entry: CSMsPageComposer.entry,
          subject: (book, sheet))
      }
    }
  }

  func view(of subject: (book: Book, sheet: Sheet), on page: inout PageBuilder) -> CSMPage {
    let (book, sheet) = subject
    let changed = book.accounts.filter(hasChanged)
      .sorted { ($0.changes.fourWeeks ?? 0, $0.account) < ($1.changes.fourWeeks ?? 0, $1.account) }
    let isFirst = sheet.number == 1
    func more(_ all: Int) -> String { moreAccounts(of: all, shown: Self.mostOwed) }
    func accountRows(_ accounts: some Sequence<AccountReview>) -> [AccountRow] {
      accounts.map { rows.row($0, on: &page) }
    }
    return CSMPage(
      name: book.csm ?? words(.withoutCSM),
      lead: words.count(
        .bookLead, book.accounts.count,
        [
          "arr": money(arr(of: book.accounts.map(\.account))), "owed": formats.whole(book.owed.count),
          "overdue": formats.whole(book.owed.count { $0.isOverdue }), "flags": formats.whole(book.flagsDue.count),
        ]),
      isFirst: isFirst,
      owed: isFirst ? book.owed.prefix(Self.mostOwed).compactMap { owedRow($0, on: &page) } : [],
      moreOwed: more(book.owed.count), flagsDue: isFirst ? accountRows(book.flagsDue.prefix(Self.mostOwed)) : [],
      moreFlagsDue: more(book.flagsDue.count),
      renewals: isFirst ? accountRows(book.renewals.prefix(Self.mostOwed)) : [],
      moreRenewals: more(book.renewals.count),
      changed: isFirst ? changed.prefix(Self.mostChanges).map { changedRow($0, on: &page) } : [],
      rubric: judgements.rubricRows, rows: accountRows(book.accounts[sheet.range]),
      sheets: sheet.links(pathOfCSM(book.csm)))
  }

  private func hasChanged(_ account: AccountReview) -> Bool {
    [account.changes.week, account.changes.fourWeeks].contains { abs($0 ?? 0) >= Mover.smallestChange }
      || account.direction.isFall
  }

  private func owedRow(_ item: ListItem, on page: inout PageBuilder) -> OwedRow? {
    review.review(of: item.account).map { account in
      OwedRow(
        list: words.code(.list, item.list.rawValue), link: links.list(item.list, root: page.root),
        account: rows.row(account, drawsHistory: false, on: &page), item: judgements.view(item, account))
    }
  }

  private func changedRow(_ account: AccountReview, on page: inout PageBuilder) -> ChangedRow {
    ChangedRow(
      account: rows.row(account, drawsHistory: false, on: &page),
      changes: MoveWords(tell: tell).directionWords(account))
  }
}
