import Health
import Review

/// One sheet of a long table: which rows, and how to reach the others.
struct Sheet: Sendable {
  /// Rows of a sheet with drawings, which keeps a page under 100 KB.
  static let rows = 60

  let number: Int
  let count: Int
  let range: Range<Int>

  /// The sheets of so many rows; one even when there are none.
  static func all(rows: Int) -> [Sheet] {
    let count = max(1, (rows + Self.rows - 1) / Self.rows)
    return (0..<count).map {
      Sheet(number: $0 + 1, count: count, range: $0 * Self.rows..<min(rows, ($0 + 1) * Self.rows))
    }
  }

  /// `lists/quiet.html` for the first sheet, `lists/quiet.2.html` for the second: no slug holds a full stop.
  func path(_ base: String) -> String { Self.path(base, number) }

  func links(_ base: String) -> [SheetLink] {
    let name = base.split(separator: "/").last.map(String.init) ?? base
    return (1...count).map { SheetLink(number: String($0), link: Self.path(name, $0), isCurrent: $0 == number) }
  }

  private static func path(_ base: String, _ number: Int) -> String {
    number == 1 ? "\(base).html" : "\(base).\(number).html"
  }
}

extension Context {
  /// How many past decisions a list shows.
  private static let mostPast = 30

  func listPage(_ list: ListID, sheet: Sheet, matrix: [UInt8]?, on draft: inout Draft) -> ListPage {
    let items = waitingFirst(list)
    let shown = items[sheet.range]
    return ListPage(
      title: words.code(.list, list.rawValue),
      lead: words.count(
        .listLead, items.count,
        [
          "arr": money(arr(of: items.map(\.account))), "open": formats.whole(items.count { $0.isWaiting }),
          "overdue": formats.whole(items.count { $0.isOverdue }),
        ]),
      meaning: words.code(.listMeaning, list.rawValue), matrix: matrix.map { draft.add($0) } ?? "",
      open: shown.filter(\.isWaiting).compactMap { row(of: $0, drawsHistory: true, on: &draft) },
      decided: shown.filter { !$0.isWaiting }.compactMap { row(of: $0, on: &draft) },
      sheets: sheet.links("lists/\(list.rawValue)"),
      empty: items.isEmpty ? emptiness(of: list) : "", csv: "\(list.rawValue).csv",
      rubric: rubricRows, estimate: list == .spotCheck ? spotCheckWords() : "",
      gates: list == .expansion ? expansionRule() : "",
      dropOuts: list == .expansion && sheet.number == 1 ? dropOuts(on: &draft) : [],
      past: sheet.number == 1 ? pastDecisions(list, on: &draft) : [])
  }

  /// What it means that nobody is on a list.
  private func emptiness(of list: ListID) -> String {
    // Without these tables nobody can be found to have gone quiet.
    let isBlind = list == .quiet && (evidence.tickets.isEmpty || evidence.touchpoints.isEmpty)
    return isBlind ? words(.quietIsBlind) : words.code(.listEmpty, list.rawValue)
  }

  /// What the spot checks of a quarter say about the greens that nothing else points at.
  func spotCheckWords() -> String {
    let checks = review.spotChecks
    guard checks.made > 0 else { return words.count(.noSpotChecks, checks.greens) }
    return words.count(
      .spotChecksMade, checks.made,
      [
        "problems": words.count(.problems, checks.problems), "bound": formats.percent(checks.upperBound),
        "most": formats.whole(checks.mostHidden), "greens": formats.whole(checks.greens),
      ])
  }

  /// What an account must pass to be ready to grow.
  func expansionRule() -> String {
    words(
      .expansionRule,
      [
        "measure": label(review.models.expansion.measure), "least": expansionThreshold,
      ])
  }

  private func words(of gate: ExpansionGate) -> String {
    gate == .measure ? label(review.models.expansion.measure) : words.code(.gate, gate.rawValue)
  }

  private func dropOuts(on draft: inout Draft) -> [DropOutRow] {
    review.expansionDropOuts.compactMap { dropOut in
      review.review(of: dropOut.account).map { account in
        DropOutRow(
          account: row(account, drawsHistory: false, on: &draft),
          gates: dropOut.failed.map(words(of:)).joined(separator: ", "))
      }
    }
  }

  /// The decisions of a quarter about accounts that stand or stood on a list.
  private func pastDecisions(_ list: ListID, on draft: inout Draft) -> [PastDecisionView] {
    review.decisions(on: list).prefix(Self.mostPast).map { past in
      PastDecisionView(
        account: row(past.account, drawsHistory: false, on: &draft), decision: view(past.decision),
        followed: followUpWords(past.decision, account: past.account.account))
    }
  }

  /// The items of a list that wait for a decision, then the others, each in the order of the list.
  func waitingFirst(_ list: ListID) -> [ListItem] {
    review[list].filter(\.isWaiting) + review[list].filter { !$0.isWaiting }
  }

  func listsPage(root: String) -> ListsPage {
    func owed(where isShown: (ListID) -> Bool) -> [ReviewsOwed] {
      ListID.allCases.filter(isShown).map { self.owed(on: $0, root: root) }
    }
    return ListsPage(lists: owed { !review[$0].isEmpty }, empty: owed { review[$0].isEmpty })
  }

  /// A list in a line, with what is owed on it.
  func owed(on list: ListID, root: String) -> ReviewsOwed {
    let items = review[list]
    return ReviewsOwed(
      list: words.code(.list, list.rawValue), link: listLink(list, root: root), accounts: formats.whole(items.count),
      open: formats.whole(items.count { $0.isWaiting }), overdue: formats.whole(items.count { $0.isOverdue }),
      arr: money(arr(of: items.map(\.account))))
  }

  func accountsPage(
    title: String, lead: String, accounts: [AccountReview], sheet: Sheet, base: String, on draft: inout Draft
  ) -> AccountsPage {
    AccountsPage(
      title: title, lead: lead, rows: accounts[sheet.range].map { row($0, on: &draft) }, sheets: sheet.links(base))
  }
}
