import Charts
import Health
import Markdown
import Review
import Templates

extension Context {
  /// How many rows the tables of the front page show before they lead on.
  private static let mostFalls = 6
  private static let mostRises = 3
  private static let mostRows = 5
  private static let mostDecisions = 8
  private static let mostLost = 10

  func thisWeek(_ templates: Partials, on draft: inout Draft) -> ThisWeek {
    let today = review.today
    let shownMovers = movers.falls.prefix(Self.mostFalls) + movers.rises.prefix(Self.mostRises)
    let hidden = movers.falls.count + movers.rises.count - shownMovers.count
    let note = review.judgement.editionNote.map(Note.init)
    let wanted = review.decisionsWanted
    return ThisWeek(
      headline: words.count(
        .headline, today.bands[.green].accounts,
        ["accounts": formats.whole(today.bands.total.accounts), "at_risk": money(today.arrAtRisk)]),
      lead: lead(falls: movers.falls.count { $0.weeks == 4 }, rises: movers.rises.count),
      notices: notices(root: draft.root),
      note: note.map { draft.add($0.html) } ?? "", figures: draft.add(frontFigures(templates.figures)),
      bands: draft.add(bandsFigure(templates.bands)), matrix: draft.add(matrix(templates.matrix, root: draft.root)),
      since: review.sinceLastEdition.map { bandWords($0) } ?? "",
      sinceTitle: review.sinceLastEdition.map { words(.sinceTitle, ["edition": $0.before.edition.description]) } ?? "",
      movers: shownMovers.compactMap { row($0, on: &draft) },
      moreMovers: hidden > 0 ? words.count(.moreMovers, hidden) : "", reviews: reviewsOwed(root: draft.root),
      spotChecks: spotCheckWords(), verdict: shortVerdict(), risks: riskKinds(review.byExposure),
      expansionRule: expansionRule(),
      expansion: review[.expansion].prefix(Self.mostRows).compactMap { row(of: $0, on: &draft) },
      segments: review.segments.filter { !$0.members.isEmpty }.map { row($0, on: &draft) },
      lostRule: words(.lostSince, ["date": formats.date(review.lossesSince)]),
      lost: review.lost.prefix(Self.mostLost).map { row($0, root: draft.root) },
      moreLost: moreAccounts(of: review.lost.count, shown: Self.mostLost),
      decisions: wanted.prefix(Self.mostDecisions).compactMap { decision($0, on: &draft) },
      moreDecisions: wanted.count > Self.mostDecisions
        ? words.count(.moreDecisions, wanted.count - Self.mostDecisions) : "")
  }

  /// The row of an item's account.
  func row(of item: ListItem, drawsHistory: Bool = false, on draft: inout Draft) -> AccountRow? {
    review.review(of: item.account).map { row($0, item: item, drawsHistory: drawsHistory, on: &draft) }
  }

  private func decision(_ item: ListItem, on draft: inout Draft) -> DecisionRow? {
    guard let account = review.review(of: item.account) else { return nil }
    return DecisionRow(
      account: row(account, item: item, on: &draft), list: words.code(.list, item.list.rawValue),
      listLink: "\(draft.root)lists/\(item.list.rawValue).html")
  }

  private func lead(falls: Int, rises: Int) -> String {
    let total = review.today.bands.total
    return words(
      .lead,
      [
        "accounts": words.count(.activeAccounts, total.accounts), "arr": money(total.arr),
        "falls": words.count(.accounts, falls), "rises": words.count(.accounts, rises),
      ])
  }

  private func row(_ mover: Mover, on draft: inout Draft) -> MoverRow? {
    guard let account = review.review(of: mover.account) else { return nil }
    return MoverRow(
      account: row(account, on: &draft), moved: movedWords(mover),
      driver: mover.driver.map(shortDriverWords) ?? words(.noDriver))
  }

  /// `−12 in 13 weeks`.
  func movedWords(_ mover: Mover) -> String {
    words(.movedInWeeks, ["n": formats.change(mover.change), "weeks": formats.whole(mover.weeks)])
  }

  /// `seat use: 62 % → 41 % (−4.2 points)`, for tables with little room.
  private func shortDriverWords(_ move: MeasureMove) -> String {
    let (measure, points) = (label(move.definition.key), points(move.points))
    if move.after.state != .fresh, move.before.state == .fresh {
      let state = words.code(.freshness, move.after.state.rawValue)
      return words(.driverStopped, ["measure": measure, "state": state, "points": points])
    }
    guard let from = move.before.value, let to = move.after.value,
      value(move.before, of: move.definition) != value(move.after, of: move.definition)
    else { return words(.driverOther, ["measure": measure, "points": points]) }
    let change = measures.text(from: from, to: to, of: move.definition)
    return words(.driverMoved, ["measure": measure, "change": change, "points": points])
  }

  /// `seat use fell from 0.62 to 0.41 (−4.2 points)`.
  func driverWords(_ move: MeasureMove) -> String {
    let before = value(move.before, of: move.definition)
    let after = value(move.after, of: move.definition)
    let values: Places = [
      "measure": label(move.definition.key), "from": before, "to": after,
      "points": points(move.points),
      "state": words.code(.freshness, move.after.state.rawValue),
    ]
    if move.after.state != .fresh, move.before.state == .fresh { return words(.driverSilent, values) }
    guard let from = move.before.value, let to = move.after.value, before != after else {
      return words(.driverOther, values)
    }
    if case .percentile = review.models.unit(of: move.definition) {
      let places: Places = [
        "measure": label(move.definition.key), "from": words.ordinal(Int(from.rounded())),
        "to": words.ordinal(Int(to.rounded())), "points": points(move.points),
      ]
      return words(to < from ? .driverPlaceFell : .driverPlaceRose, places)
    }
    return words(to < from ? .driverFell : .driverRose, values)
  }

  /// `−4.2 points`, with one decimal.
  func points(_ change: Double) -> String {
    let rounded = (change * 10).rounded() / 10
    return words.count(.scorePoints, rounded, written: formats.change(change, decimals: 1))
  }

  private func reviewsOwed(root: String) -> [ReviewsOwed] {
    ListID.allCases.compactMap { list in
      review[list].isEmpty ? nil : owed(on: list, root: root)
    }
  }

  private func notices(root: String) -> [Notice] {
    var notices: [Notice] = []
    let method = "\(root)method.html"
    let quality = "\(root)data-quality.html"
    if let shift = review.shift {
      notices.append(
        Notice(
          lead: words(.shiftLead, ["n": formats.change(shift.change, decimals: 1)]),
          text: words(.shiftText, ["measure": shift.measure.map(label) ?? words(.unknown)]), link: quality,
          linkWords: words(.dataQualityHead)))
    }
    for feed in lateFeeds {
      notices.append(
        Notice(
          lead: words(.lateFeedLead, ["name": name(of: feed.source)]),
          text: words.count(.lateFeedText, review.asOf - feed.newestDay), link: quality,
          linkWords: words(.dataQualityHead)))
    }
    // One notice, one line: the page it leads to has them all.
    let partlyLate = partlyLate
    if let source = partlyLate.first {
      notices.append(
        Notice(
          lead: words(
            .partlyLateLead,
            [
              "name": label(source.name), "n": formats.whole(source.stale), "of": formats.whole(source.accounts),
            ]), text: partlyLate.count > 1 ? words.count(.partlyLateMore, partlyLate.count - 1) : "",
          link: quality + "#gaps", linkWords: words(.dataQualityHead)))
    }
    if self.quality.rows.refused > 0 {
      notices.append(
        Notice(
          lead: words.count(.refusedLead, self.quality.rows.refused), text: words(.refusedText), link: quality,
          linkWords: words(.dataQualityHead)))
    }
    if let change = review.models.changed, let date = change.date, review.asOf - date < Review.newsDays,
      date <= review.asOf
    {
      notices.append(
        Notice(
          lead: words(.modelChangedLead, ["version": review.models.version, "date": formats.date(date)]),
          text: change.why.map { words(.modelChangedText, ["why": $0]) } ?? "", link: method,
          linkWords: words(.navMethod)))
    }
    return notices
  }
}
