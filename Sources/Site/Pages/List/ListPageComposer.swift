import Health
import Review

/// Composes the pages of lists, sheet by sheet.
struct ListPageComposer: PageComposer {
  /// One sheet of a list.
  struct Subject {
    let list: ListID
    /// What the whole list asks for.
    let lead: String
    /// All items, in the order of the pages.
    let items: [ListItem]
    let sheet: Sheet
  }

  static let template = "list.md"
  /// The list that the product is about has its own entry.
  static let menuEntry: MenuEntry? = entry(of: .greenButYellow)

  /// The number of past decisions on a list's page.
  private static let mostPast = 30

  /// The lists that an account without a score can be on.
  private static let withoutScores: Set<ListID> = [.sentimentOverdue, .renewals, .unscored]

  let tell: Telling
  private var rows: AccountRows { AccountRows(tell: tell) }
  private var judgements: JudgementRows { JudgementRows(tell: tell) }
  private var listWords: ListWords { ListWords(tell: tell) }

  private static func entry(of list: ListID) -> MenuEntry {
    list == .greenButYellow
      ? MenuEntry(name: "green_but_yellow", path: "lists/green-but-yellow.html") : ListsPageComposer.entry
  }

  var pages: [PagePlan<Subject>] {
    ListID.allCases.flatMap { list in
      let items = review.waitingFirst(list)
      let lead = words.count(
        .listLead, items.count,
        ["arr": money(arr(of: items.map(\.account))), "owed": ListRows(tell: tell).owedWords(on: list)])
      return Sheet.all(rows: items.count).map { sheet in
        PagePlan(
          path: sheet.path("lists/\(list.rawValue)"), title: words.code(.list, list.rawValue),
          entry: Self.entry(of: list), subject: Subject(list: list, lead: lead, items: items, sheet: sheet))
      }
    }
  }

  func view(of subject: Subject, on page: inout PageBuilder) -> ListPage {
    let (list, sheet) = (subject.list, subject.sheet)
    let isAboutFlags = !list.asksForDecision
    let shown = subject.items[sheet.range]
    return ListPage(
      title: words.code(.list, list.rawValue),
      lead: subject.lead,
      meaning: words.code(.listMeaning, list.rawValue), order: words(Self.order(of: list)),
      waiting: words(isAboutFlags ? .waitingForFlag : .waitingForDecision),
      due: words(isAboutFlags ? .flagDue : .decisionDue),
      mark: words(isAboutFlags ? .lateFlagMark : .overdueMark),
      // The matrix belongs to the list that the product is about.
      matrix: list == .greenButYellow && sheet.number == 1
        ? page.add(MatrixPieceComposer(tell: tell).piece(root: page.root), as: \.matrix) : "",
      open: shown.filter(\.isWaiting).compactMap { rows.row(of: $0, drawsHistory: true, on: &page) },
      decided: shown.filter { !$0.isWaiting }.compactMap { rows.row(of: $0, on: &page) },
      sheets: sheet.links("lists/\(list.rawValue)"),
      empty: subject.items.isEmpty ? emptiness(of: list) : "", csv: "\(list.rawValue).csv",
      workbook: "\(list.rawValue).xlsx",
      rubric: judgements.rubricRows, estimate: list == .spotCheck ? listWords.spotCheckWords(namesTurned: true) : "",
      worth: sheet.number == 1 ? WorthComposer(tell: tell).sentence(on: list) : "",
      conditions: list == .expansion ? listWords.expansionRule() : "",
      dropOuts: list == .expansion && sheet.number == 1 ? dropOuts(on: &page) : [],
      past: sheet.number == 1 ? pastDecisions(list, on: &page) : [])
  }

  /// In which order a list stands.
  static func order(of list: ListID) -> Phrase {
    switch list {
    case .greenButYellow: .listOrderRed
    case .renewals: .listOrderLapsed
    default: .listOrder
    }
  }

  /// What an empty list means.
  private func emptiness(of list: ListID) -> String {
    if review.today.bands.isUnscored, !Self.withoutScores.contains(list) { return words(.noScoreToListBy) }
    // Without these tables no account can be found to be quiet.
    let isBlind = list == .quiet && (evidence.tickets.isEmpty || evidence.touchpoints.isEmpty)
    return isBlind ? words(.quietIsBlind) : words.code(.listEmpty, list.rawValue)
  }

  private func words(of condition: ExpansionCondition) -> String {
    condition == .measure ? label(review.models.expansion.measure) : words.code(.expansionCondition, condition.rawValue)
  }

  private func dropOuts(on page: inout PageBuilder) -> [DropOutRow] {
    review.expansionDropOuts.compactMap { dropOut in
      review.review(of: dropOut.account).map { account in
        DropOutRow(
          account: rows.row(account, drawsHistory: false, on: &page),
          conditions: dropOut.failed.map(words(of:)).joined(separator: ", "))
      }
    }
  }

  /// The decisions of a quarter about accounts that are or were on a list.
  private func pastDecisions(_ list: ListID, on page: inout PageBuilder) -> [PastDecisionView] {
    review.decisions(on: list).prefix(Self.mostPast).map { past in
      PastDecisionView(
        account: rows.row(past.account, drawsHistory: false, on: &page), decision: judgements.view(past.decision),
        followed: listWords.followUpWords(past.decision, account: past.account.account))
    }
  }
}
