import Health
import Markdown
import Review

/// Composes the front page.
struct IndexPageComposer: MenuPageComposer {
  static let template = "index.md"
  static let entry = MenuEntry(name: "this_week", path: "index.html")

  /// The number of rows in the tables of the front page before a link to the rest.
  private static let mostFalls = 6
  private static let mostRises = 3
  private static let mostRows = 5
  private static let mostDecisions = 8
  private static let mostSince = 4
  private static let mostFirst = 2
  private static let mostLost = 10
  private static let mostMissing = 6

  let tell: Telling
  private var rows: AccountRows { AccountRows(tell: tell) }

  func view(on page: inout PageBuilder) -> IndexPage {
    let today = review.today
    let shownMovers = tell.movers.falls.prefix(Self.mostFalls) + tell.movers.rises.prefix(Self.mostRises)
    let hidden = tell.movers.falls.count + tell.movers.rises.count - shownMovers.count
    let note = review.judgement.editionNote.map(Note.init)
    let listWords = ListWords(tell: tell)
    let wanted = review.decisionsDue
    let since = SinceRows(tell: tell)
    return IndexPage(
      guards: GuardRows(tell: tell).rows(most: Self.mostMissing),
      headline: Headline(tell: tell).today, isUnscored: today.bands.isUnscored,
      lead: lead,
      notices: Notices(tell: tell).rows(root: page.root),
      note: note.map { page.add($0.html) } ?? "",
      figures: page.add(FiguresPieceComposer(tell: tell).piece(root: page.root), as: \.figures),
      bands: page.add(BandsPieceComposer(tell: tell).piece(), as: \.bands),
      matrix: page.add(MatrixPieceComposer(tell: tell).piece(root: page.root), as: \.matrix),
      since: since.rows(most: Self.mostSince, root: page.root),
      moreSince: moreAccounts(of: tell.change.changes.count, shown: Self.mostSince),
      isCompared: review.sinceLastEdition != nil,
      first: wanted.prefix(Self.mostFirst).map { first($0, root: page.root) }, decisionsCount: count(of: wanted),
      trust: VerdictWords(tell: tell).shortVerdict(),
      forecast: ForecastComposer(tell: tell).line(review.forecast) ?? "",
      moversLead: moversLead, movers: shownMovers.compactMap { row($0, on: &page) },
      moreMovers: hidden > 0 ? words.count(.moreMovers, hidden) : "", reviews: reviewsOwed(root: page.root),
      spotChecks: listWords.spotCheckWords(),
      risks: RiskRows(tell: tell).riskKinds(review.byExposure),
      expansionRule: listWords.expansionRule(),
      expansion: review[.expansion].prefix(Self.mostRows).compactMap { rows.row(of: $0, on: &page) },
      segments: review.segments.filter { !$0.members.isEmpty }.map { SegmentRows(tell: tell).row($0, on: &page) },
      lostRule: words(.lostSince, ["date": formats.date(review.lossesSince)]),
      lost: review.lost.prefix(Self.mostLost).map { LossRows(tell: tell).row($0, root: page.root) },
      nobodyLost: VanishedAccounts(tell: tell).nobodyLost,
      moreLost: moreAccounts(of: review.lost.count, shown: Self.mostLost),
      decisions: wanted.prefix(Self.mostDecisions).compactMap { decision($0, on: &page) },
      moreDecisions: wanted.count > Self.mostDecisions
        ? words.count(.moreDecisions, wanted.count - Self.mostDecisions) : "")
  }

  private func decision(_ due: DecisionDue, on page: inout PageBuilder) -> DecisionRow? {
    guard let first = due.items.first else { return nil }
    return DecisionRow(
      account: AccountRows(tell: tell).row(due.account, drawsHistory: false, on: &page),
      list: words.code(.list, first.list.rawValue), listLink: links.list(first.list, root: page.root),
      moreLists: due.items.count > 1 ? words.count(.moreLists, due.items.count - 1) : "",
      why: ListWords(tell: tell).why(first, due.account),
      due: formats.shortDate(due.dueOn),
      late: due.isOverdue ? words.count(.daysLate, review.asOf - due.dueOn) : "", isOverdue: due.isOverdue,
      decided: due.heldElsewhere.map {
        words(
          .decidedThere,
          ["list": words.code(.list, $0.list.rawValue), "date": formats.shortNear($0.date)])
      } ?? "")
  }

  /// An account to decide about first: what it is worth, and how late the decision is.
  private func first(_ due: DecisionDue, root: String) -> SinceRow {
    let account = due.account.account
    let day = words(.dueOn, ["date": formats.shortNear(due.dueOn)])
    let late = due.isOverdue ? words.count(.daysLate, review.asOf - due.dueOn) : day
    return SinceRow(
      name: evidence.accounts[account].name, link: links.account(account, root: root),
      text: words(.sinceStep, ["arr": namedARR(evidence.accounts[account].arr), "step": late]))
  }

  private func count(of due: [DecisionDue]) -> String {
    due.isEmpty
      ? words(.nothingDue)
      : words.count(.decisionsWaiting, due.count, ["late": formats.whole(due.count(where: \.isOverdue))])
  }

  /// How large the portfolio is.
  private var lead: String {
    let total = review.today.bands.total
    return words(
      review.today.bands.isUnscored ? .leadUnscored : .lead,
      ["accounts": words.count(.activeAccounts, total.count), "arr": money(total)])
  }

  /// How many scores moved, and the largest account among those that fell.
  private var moversLead: String {
    let (falls, rises) = tell.movers
    let quick = falls.count { $0.weeks == ScoreChanges.spans[1] }
    var sentences = [words.count(.leadFalls, quick, ["rises": formats.whole(rises.count)])]
    if falls.count > quick { sentences.append(words.count(.leadSlowFalls, falls.count - quick)) }
    let largest = falls.max { arrOrLess(of: $0.account) < arrOrLess(of: $1.account) }
    if let largest, let arr = evidence.accounts[largest.account].arr {
      sentences.append(
        words(
          .leadLargest,
          [
            "name": evidence.accounts[largest.account].name, "arr": money(arr),
            "change": MoveWords(tell: tell).movedWords(largest),
          ]))
    }
    return sentences.joined(separator: " ")
  }

  private func row(_ mover: Mover, on page: inout PageBuilder) -> MoverRow? {
    guard let account = review.review(of: mover.account) else { return nil }
    let moveWords = MoveWords(tell: tell)
    let driver = mover.driver.map(moveWords.shortDriverWords) ?? words(.noDriver)
    let isUnseen = mover.change < 0 && review.items(of: mover.account).isEmpty
    return MoverRow(
      account: rows.row(account, on: &page), moved: moveWords.movedWords(mover),
      driver: isUnseen ? words(.onNoList, ["driver": driver]) : driver)
  }

  private func reviewsOwed(root: String) -> [ReviewsOwed] {
    ListID.allCases.compactMap { list in
      review[list].isEmpty ? nil : ListRows(tell: tell).owed(on: list, root: root)
    }
  }
}
