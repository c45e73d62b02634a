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
    let wanted = review.decisionsWanted
    return IndexPage(
      guards: GuardRows(tell: tell).rows(most: Self.mostMissing),
      headline: Headline(tell: tell).today, isUnscored: today.bands.isUnscored,
      lead: lead(falls: tell.movers.falls.count { $0.weeks == 4 }, rises: tell.movers.rises.count),
      notices: Notices(tell: tell).rows(root: page.root),
      note: note.map { page.add($0.html) } ?? "",
      figures: page.add(FiguresPieceComposer(tell: tell).piece(), as: \.figures),
      bands: page.add(BandsPieceComposer(tell: tell).piece(), as: \.bands),
      matrix: page.add(MatrixPieceComposer(tell: tell).piece(root: page.root), as: \.matrix),
      since: review.sinceLastEdition.map { ChangeWords(tell: tell).bandWords($0) } ?? "",
      sinceTitle: review.sinceLastEdition.map { words(.sinceTitle, ["edition": $0.before.edition.description]) } ?? "",
      movers: shownMovers.compactMap { row($0, on: &page) },
      moreMovers: hidden > 0 ? words.count(.moreMovers, hidden) : "", reviews: reviewsOwed(root: page.root),
      spotChecks: listWords.spotCheckWords(), verdict: VerdictWords(tell: tell).shortVerdict(),
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

  private func decision(_ item: ListItem, on page: inout PageBuilder) -> DecisionRow? {
    guard let account = review.review(of: item.account) else { return nil }
    return DecisionRow(
      account: rows.row(account, item: item, on: &page), list: words.code(.list, item.list.rawValue),
      listLink: links.list(item.list, root: page.root))
  }

  private func lead(falls: Int, rises: Int) -> String {
    let total = review.today.bands.total
    return words(
      review.today.bands.isUnscored ? .leadUnscored : .lead,
      [
        "accounts": words.count(.activeAccounts, total.count), "arr": money(total),
        "falls": words.count(.accounts, falls), "rises": words.count(.accounts, rises),
      ])
  }

  private func row(_ mover: Mover, on page: inout PageBuilder) -> MoverRow? {
    guard let account = review.review(of: mover.account) else { return nil }
    let moveWords = MoveWords(tell: tell)
    return MoverRow(
      account: rows.row(account, on: &page), moved: moveWords.movedWords(mover),
      driver: mover.driver.map(moveWords.shortDriverWords) ?? words(.noDriver))
  }

  private func reviewsOwed(root: String) -> [ReviewsOwed] {
    ListID.allCases.compactMap { list in
      review[list].isEmpty ? nil : ListRows(tell: tell).owed(on: list, root: root)
    }
  }
}
