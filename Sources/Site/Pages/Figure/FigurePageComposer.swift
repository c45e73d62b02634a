import Health
import Review

/// Composes the pages of the accounts behind the figures of the front page, sheet by sheet.
struct FigurePageComposer: PageComposer {
  /// One sheet of a figure's accounts.
  struct Subject {
    let figure: HeadlineFigure
    let counted: [AccountReview]
    let notCounted: [AccountReview]
    /// How many are counted and their revenue, and those of the others.
    let sums: (counted: String, notCounted: String)
    let sheet: Sheet
  }

  static let template = "figure.md"
  /// The accounts next to a figure that its page names.
  private static let mostNotCounted = 20

  let tell: Telling

  var pages: [PagePlan<Subject>] {
    HeadlineFigure.allCases.flatMap { figure in
      let (counted, notCounted) = review.accounts(in: figure)
      let sums = (countAndSum(of: counted), countAndSum(of: notCounted))
      return Sheet.all(rows: counted.count).map { sheet in
        PagePlan(
          path: sheet.path(figure.base), title: words(figure.label), entry: IndexPageComposer.entry,
          subject: Subject(figure: figure, counted: counted, notCounted: notCounted, sums: sums, sheet: sheet))
      }
    }
  }

  func view(of subject: Subject, on page: inout PageBuilder) -> FigurePage {
    let (figure, sheet) = (subject.figure, subject.sheet)
    let accounts = AccountRows(tell: tell)
    let why = FigureWords(tell: tell)
    func row(_ account: AccountReview, why: String) -> FigurePage.Row {
      FigurePage.Row(account: accounts.row(account, drawsHistory: false, on: &page), why: why)
    }
    return FigurePage(
      title: words(.figureTitle, ["label": words(figure.label), "sum": subject.sums.counted]),
      rule: words.code(.figureRule, figure.rawValue),
      rows: subject.counted[sheet.range].map { row($0, why: why.whyCounted($0, in: figure)) },
      sum: sheet.number == sheet.count ? shortMoney(arr(of: subject.counted.map(\.account))) : "",
      count: words.count(.accounts, subject.counted.count),
      notCounted: sheet.number == 1
        ? subject.notCounted.prefix(Self.mostNotCounted).map { row($0, why: why.whyNotCounted($0, in: figure)) } : [],
      notCountedSum: subject.sums.notCounted, sheets: sheet.links(figure.base))
  }

  /// `8 accounts, €768k`.
  private func countAndSum(of accounts: [AccountReview]) -> String {
    words(
      .countAndArr,
      ["n": words.count(.accounts, accounts.count), "arr": money(arr(of: accounts.map(\.account)))])
  }
}

extension HeadlineFigure {
  /// What the front page calls it.
  var label: Phrase {
    switch self {
    case .atRisk: .atRiskLabel
    case .renewals: .renewalsLabel
    case .divergences: .divergencesLabel
    case .flagsDue: .overdueLabel
    }
  }
}
