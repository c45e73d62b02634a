import Health
import Review

/// Composes the log of decisions, sheet by sheet: what was promised and is late, then all of a year, the newest first.
struct DecisionsPageComposer: PageComposer {
  /// A decision about the account at a position.
  typealias Decided = (account: Int, decision: ReviewDecision)

  /// One sheet of the log.
  struct Subject {
    let decisions: [Decided]
    let late: [Decided]
    let sheet: Sheet
  }

  static let template = "decisions.md"
  static let entry = MenuEntry(name: "decisions", path: "decisions.html")
  static let menuEntry: MenuEntry? = entry

  /// The days that the log goes back.
  private static let days = 7 * Trend.weeks
  /// The number of late steps that are named.
  private static let mostLate = 60

  let tell: Telling

  var pages: [PagePlan<Subject>] {
    // Those of one day by exposure, then those about accounts that were lost.
    let all = (review.byExposure.map(\.account) + tell.losses.map(\.account)).flatMap { account in
      review.judgement.reviews[account].map { (account: account, decision: $0) }
    }
    .filter { $0.decision.date <= review.asOf && review.asOf - $0.decision.date < Self.days }
    .sorted { $0.decision.date > $1.decision.date }
    let late = review.byExposure.flatMap { account in
      review.judgement.promisedSteps(of: account.account, on: review.asOf)
        .map { (account: account.account, decision: $0) }
    }
    .filter { $0.decision.dueOn.map { $0 < review.asOf } ?? false }
    .sorted { ($0.decision.dueOn ?? review.asOf) < ($1.decision.dueOn ?? review.asOf) }
    return Sheet.all(rows: all.count).map { sheet in
      PagePlan(
        path: sheet.path("decisions"), title: words.code(.nav, Self.entry.name), entry: Self.entry,
        subject: Subject(decisions: all, late: late, sheet: sheet))
    }
  }

  func view(of subject: Subject, on page: inout PageBuilder) -> DecisionsPage {
    let (late, isFirst) = (subject.late, subject.sheet.number == 1)
    return DecisionsPage(
      lead: [
        words.count(.decisionsLead, subject.decisions.count),
        late.isEmpty ? "" : words.count(.stepsLate, late.count),
        isFirst ? moreAccounts(of: late.count, shown: Self.mostLate) : "",
      ].filter { !$0.isEmpty }.joined(separator: " "),
      isFirst: isFirst, acted: isFirst ? FirstDecisionsComposer(tell: tell).section(root: page.root) : nil,
      late: isFirst ? late.prefix(Self.mostLate).map { row($0, root: page.root) } : [],
      rows: subject.decisions[subject.sheet.range].map { row($0, root: page.root) },
      sheets: subject.sheet.links("decisions"))
  }

  private func row(_ decided: Decided, root: String) -> DecidedRow {
    let (account, decision) = decided
    let late = decision.dueOn.flatMap { $0 < review.asOf ? words.count(.daysLate, review.asOf - $0) : nil }
    return DecidedRow(
      name: evidence.accounts[account].name, link: links.accountOrLoss(account, root: root),
      listLink: links.list(decision.list, root: root), decision: JudgementRows(tell: tell).view(decision),
      late: late ?? "", followed: ListWords(tell: tell).followUpWords(decision, account: account))
  }
}
