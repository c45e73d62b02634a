import Health
import Review

/// Composes the pages of the people responsible for accounts, sheet by sheet.
struct CSMPageComposer: PageComposer {
  static let template = "csm.md"

  /// The number of changes in a book.
  private static let mostChanges = 10
  /// The number of owed decisions in a book; the lists name all.
  private static let mostOwed = 40

  /// The number of lost accounts to name.
  private static let mostLost = 6

  let tell: Telling
  private var rows: AccountRows { AccountRows(tell: tell) }
  private var judgements: JudgementRows { JudgementRows(tell: tell) }
  private var moves: MoveWords { MoveWords(tell: tell) }

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
    let isFirst = sheet.number == 1
    let changed = (isFirst ? book.accounts.filter(hasChanged) : [])
      .sorted { ($0.changes.fourWeeks ?? 0, $0.account) < ($1.changes.fourWeeks ?? 0, $1.account) }
    let steps = isFirst ? steps(book) : []
    let news = isFirst ? news(book) : []
    func more(_ all: Int) -> String { moreAccounts(of: all, shown: Self.mostOwed) }
    func accountRows(_ accounts: some Sequence<AccountReview>) -> [AccountRow] {
      accounts.map { rows.row($0, on: &page) }
    }
    return CSMPage(
      name: book.csm ?? words(.withoutCSM),
      lead: lead(book),
      isFirst: isFirst,
      owed: isFirst ? book.owed.prefix(Self.mostOwed).compactMap { owedRow($0, on: &page) } : [],
      moreOwed: more(book.owed.count), flagsDue: isFirst ? accountRows(book.flagsDue.prefix(Self.mostOwed)) : [],
      moreFlagsDue: more(book.flagsDue.count),
      steps: steps.prefix(Self.mostOwed).map { stepRow($0, on: &page) }, moreSteps: rest(of: steps),
      newsTitle: words(.newsSince, ["date": formats.date(review.lossesSince)]),
      news: news.prefix(Self.mostOwed).map { newsRow($0, on: &page) }, moreNews: rest(of: news),
      renewals: isFirst ? accountRows(book.renewals.prefix(Self.mostOwed)) : [],
      moreRenewals: more(book.renewals.count),
      changed: changed.prefix(Self.mostChanges).map { changedRow($0, on: &page) },
      lost: isFirst ? lostWords(book) : "",
      rubric: judgements.rubricRows, rows: accountRows(book.accounts[sheet.range]),
      sheets: sheet.links(pathOfCSM(book.csm)))
  }

  private func hasChanged(_ account: AccountReview) -> Bool {
    [account.changes.week, account.changes.fourWeeks].contains { abs($0 ?? 0) >= Mover.smallestChange }
      || account.direction.isFall
  }

  /// What there is to do in a book, in two sentences.
  func lead(_ book: Book) -> String {
    let late = book.owed.count { $0.isOverdue }
    let due = words.count(.decisionsDue, book.owed.count)
    return words.count(
      .bookLead, book.accounts.count,
      [
        "arr": money(arr(of: book.accounts.map(\.account))),
        "owed": late == 0 ? due : words.count(.dueAndLate, late, ["due": due]),
        "flags": words.count(.flagsDue, book.flagsDue.count),
        "renewals": words.count(
          .renewalsDue, book.renewals.count, ["arr": shortMoney(arr(of: book.renewals.map(\.account)))]),
      ])
  }

  private func owedRow(_ owed: DecisionDue, on page: inout PageBuilder) -> OwedRow? {
    owed.items.first.map { item in
      OwedRow(
        account: rows.row(owed.account, drawsHistory: false, on: &page),
        lists: owed.items.map {
          Fact(label: words.code(.list, $0.list.rawValue), value: links.list($0.list, root: page.root))
        },
        why: ListWords(tell: tell).why(item, owed.account),
        due: dueView(owed.dueOn, isLate: owed.isOverdue), elsewhere: judgements.elsewhere(owed.heldElsewhere))
    }
  }

  private func dueView(_ day: Day?, isLate: Bool) -> DueView {
    DueView(
      date: day.map(formats.shortDate) ?? words(.noDay),
      late: isLate ? day.map { words.count(.daysLate, review.asOf - $0) } ?? "" : "")
  }

  /// `3 more` of some rows that do not all fit; empty when they do.
  private func rest(of rows: [some Any]) -> String {
    rows.count > Self.mostOwed ? words.count(.guardMore, rows.count - Self.mostOwed) : ""
  }

  typealias Step = (account: AccountReview, decision: ReviewDecision)

  /// The steps that were promised about a book's accounts, the first due first; of equal days in the order of the book.
  func steps(_ book: Book) -> [Step] {
    let promised = book.accounts.flatMap { account in
      review.judgement.promisedSteps(of: account.account, on: review.asOf).map { (account: account, decision: $0) }
    }
    return promised.enumerated().sorted {
      ($0.element.decision.dueOn ?? Day(number: .max), $0.offset)
        < ($1.element.decision.dueOn ?? Day(number: .max), $1.offset)
    }.map(\.element)
  }

  private func stepRow(_ step: Step, on page: inout PageBuilder) -> StepRow {
    StepRow(
      step: told(step.decision.nextStep) ?? "", by: step.decision.by ?? words(.somebody),
      account: rows.row(step.account, drawsHistory: false, on: &page),
      due: dueView(step.decision.dueOn, isLate: step.decision.dueOn.map { $0 < review.asOf } ?? false))
  }

  /// What is new about an account.
  enum NewThing {
    case risk(Risk)
    case ticket(Ticket)
  }

  typealias News = (account: AccountReview, day: Day, what: NewThing)

  /// The risks seen since the last edition, and the urgent tickets that are open, the newest first.
  func news(_ book: Book) -> [News] {
    let found = book.accounts.flatMap { account -> [News] in
      account.openRisks.filter { $0.seenOn > review.lossesSince }.map { (account, $0.seenOn, NewThing.risk($0)) }
        + evidence.tickets[account.account].filter { $0.isUrgent(on: review.asOf) }.map {
          (account, $0.openedOn, NewThing.ticket($0))
        }
    }
    return found.sorted { $0.day > $1.day }
  }

  private func newsRow(_ news: News, on page: inout PageBuilder) -> NewsRow {
    let listWords = ListWords(tell: tell)
    let what =
      switch news.what {
      case .risk(let risk): listWords.riskWords(risk)
      case .ticket(let ticket): listWords.ticketWords(ticket)
      }
    return NewsRow(
      account: rows.row(news.account, drawsHistory: false, on: &page), what: what,
      date: formats.shortDate(news.day))
  }

  /// Who of a person's accounts was lost since the last edition; empty when nobody was.
  private func lostWords(_ book: Book) -> String {
    let losses = LossRows(tell: tell)
    let mine = tell.losses.filter { review.isNews($0) && evidence.accounts[$0.account].csm == book.csm }
    return mine.isEmpty
      ? ""
      : words(
        .bookLost,
        [
          "date": formats.date(review.lossesSince),
          "names": words.some(
            mine.map {
              words(
                .guardAccount,
                ["name": evidence.accounts[$0.account].name, "arr": losses.arr(of: $0, unknown: .arrUnknown)])
            }, most: Self.mostLost, separator: words(.clauseSeparator)),
        ])
  }

  private func changedRow(_ account: AccountReview, on page: inout PageBuilder) -> ChangedRow {
    ChangedRow(
      account: rows.row(account, drawsHistory: false, on: &page),
      changes: moves.directionWords(account),
      driver: (tell.movers.falls + tell.movers.rises).first { $0.account == account.account }?.driver
        .map(moves.shortDriverWords) ?? "")
  }
}
