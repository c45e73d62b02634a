import Charts
import Health
import Review
import Templates

/// An account as a row of any table.
struct AccountRow: TemplateRecord {
  let name: String
  let link: String
  let arr: String
  let owner: String
  let ownerLink: String
  let renews: String
  let score: String
  let band: String
  let bandWord: String
  let cap: String
  let direction: String
  let change: String
  let spark: String
  let flag: FlagView?
  let points: String
  let exposure: String
  let item: ListItemView?

  static let fields: TemplateFields<AccountRow> = [
    .text("name") { $0.name },
    .text("link") { $0.link },
    .text("arr") { $0.arr },
    .text("owner") { $0.owner },
    .text("owner_link") { $0.ownerLink },
    .text("renews") { $0.renews },
    .text("score") { $0.score },
    .text("band") { $0.band },
    .text("band_word") { $0.bandWord },
    .text("cap") { $0.cap },
    .text("direction") { $0.direction },
    .text("change") { $0.change },
    .text("spark") { $0.spark },
    .optional("flag") { $0.flag },
    .text("points") { $0.points },
    .text("exposure") { $0.exposure },
    .optional("item") { $0.item },
  ]
}

/// A CSM's flag.
struct FlagView: TemplateRecord {
  let code: String
  let word: String
  let age: String
  let status: String
  let reason: String
  let by: String
  let date: String
  let given: String
  let note: String

  static let fields: TemplateFields<FlagView> = [
    .text("code") { $0.code },
    .text("letter") { String($0.code.prefix(1)) },
    .text("word") { $0.word },
    .text("age") { $0.age },
    .text("status") { $0.status },
    .text("reason") { $0.reason },
    .text("by") { $0.by },
    .text("date") { $0.date },
    .text("given") { $0.given },
    .text("note") { $0.note },
  ]
}

/// What a list knows about an account on it.
struct ListItemView: TemplateRecord {
  let why: String
  let said: String
  let since: String
  let age: String
  let standing: String
  let isOverdue: Bool
  let due: String
  let owed: String
  let holds: String
  let elsewhere: String
  let decision: DecisionView?

  static let fields: TemplateFields<ListItemView> = [
    .text("why") { $0.why },
    .text("said") { $0.said },
    .text("since") { $0.since },
    .text("age") { $0.age },
    .text("standing") { $0.standing },
    .flag("overdue") { $0.isOverdue },
    .text("due") { $0.due },
    .text("owed") { $0.owed },
    .text("holds") { $0.holds },
    .text("elsewhere") { $0.elsewhere },
    .optional("decision") { $0.decision },
  ]
}

/// A decision that people took about a listed account.
struct DecisionView: TemplateRecord {
  let date: String
  let list: String
  let word: String
  let by: String
  let note: String
  let nextStep: String
  let due: String

  static let fields: TemplateFields<DecisionView> = [
    .text("date") { $0.date },
    .text("list") { $0.list },
    .text("word") { $0.word },
    .text("by") { $0.by },
    .text("note") { $0.note },
    .text("next_step") { $0.nextStep },
    .text("due") { $0.due },
  ]
}

extension DecisionView {
  /// A decision in the words and forms of a language.
  init(_ decision: ReviewDecision, _ words: Words, _ formats: Formats) {
    self.init(
      date: formats.shortDate(decision.date), list: words.code(.list, decision.list.rawValue),
      word: words.code(.decision, decision.decision.rawValue), by: decision.by ?? words(.somebody),
      note: decision.note ?? "", nextStep: decision.nextStep ?? "",
      due: decision.dueOn.map(formats.shortDate) ?? "")
  }
}

extension Context {
  /// The row of an active account; with an item, what its list knows too.
  func row(_ account: AccountReview, item: ListItem? = nil, drawsHistory: Bool = true, on draft: inout Draft)
    -> AccountRow
  {
    let facts = evidence.accounts[account.account]
    let renewal = evidence.renewalDay(of: account.account, on: review.asOf)
    return AccountRow(
      name: facts.name, link: accountLink(account.account, root: draft.root), arr: arr(of: account.account),
      owner: facts.csm ?? words(.nobody), ownerLink: ownerLink(account.account, root: draft.root),
      renews: renewal.map(formats.shortDate) ?? words(.unknown),
      score: account.score.published.map(formats.whole) ?? "", band: account.score.band.rawValue,
      bandWord: words.code(.band, account.score.band.rawValue), cap: capReason(account),
      direction: words.code(.direction, account.direction.rawValue),
      change: account.changes.thirteenWeeks.map(formats.change) ?? "",
      spark: drawsHistory ? draft.add(sparkline(of: account)) : "",
      flag: account.sentiment.map { flag($0, status: account.sentimentStatus) },
      points: String(account.points.total), exposure: account.exposure.map(money) ?? words(.unknown),
      item: item.map { view($0, account) })
  }

  func flag(_ sentiment: Sentiment, status: Sentiment.Status) -> FlagView {
    let age = review.asOf - sentiment.date
    let status = words.code(.status, status.rawValue)
    let by = sentiment.csm ?? words(.somebody)
    let date = formats.date(sentiment.date)
    return FlagView(
      code: sentiment.flag.rawValue, word: words.code(.band, sentiment.flag.rawValue),
      age: words.age(age), status: status, reason: sentiment.reason ?? sentiment.note ?? "", by: by,
      date: date,
      given: age == 0
        ? words(.flagGivenToday, ["by": by, "date": date, "status": status])
        : words.count(.flagGiven, age, ["by": by, "date": date, "status": status]),
      note: sentiment.reason == nil ? "" : sentiment.note ?? "")
  }

  func view(_ item: ListItem, _ account: AccountReview) -> ListItemView {
    let since = formats.shortDate(item.since)
    let age = words.age(review.asOf - item.since)
    let state = words.code(.state, item.state.rawValue)
    let due = item.decisionDueOn.map(formats.shortDate)
    let why = why(item, account)
    let said = said(account) ?? ""
    return ListItemView(
      why: why, said: said == why ? "" : said, since: since, age: age,
      standing: words(.listedSince, ["date": since, "age": age, "state": state]), isOverdue: item.isOverdue,
      due: due ?? "", owed: owed(item),
      holds: holds(item), elsewhere: decisionElsewhere(item), decision: item.decision.map(view))
  }

  /// By when a decision is owed, and how late it is.
  private func owed(_ item: ListItem) -> String {
    guard let due = item.decisionDueOn else { return "" }
    let date: Places = ["date": formats.shortDate(due)]
    return due < review.asOf
      ? words.count(.decisionLate, review.asOf - due, date) : words(.decisionOwed, date)
  }

  /// Until when a decision holds, or since when it does not any more.
  private func holds(_ item: ListItem) -> String {
    guard let decision = item.decision else { return "" }
    let date = formats.shortDate(decision.lapsesOn)
    return words(item.isWaiting ? .reopenedOn : .heldUntil, ["date": date])
  }

  /// What holds on another list, for an account about which nobody has decided on this one.
  private func decisionElsewhere(_ item: ListItem) -> String {
    guard item.decision == nil else { return "" }
    let held = review.items(of: item.account).filter { !$0.isWaiting }
    guard let latest = held.compactMap(\.decision).max(by: { $0.date < $1.date }) else { return "" }
    return words(
      .decidedElsewhere,
      [
        "list": words.code(.list, latest.list.rawValue), "decision": words.code(.decision, latest.decision.rawValue),
        "date": formats.shortDate(latest.date),
      ])
  }

  /// Why a cap holds the band below what the score says; empty where none does.
  private func capReason(_ account: AccountReview) -> String {
    guard let index = account.score.cap else { return "" }
    return words(.heldBy, ["why": reason(of: account.model.caps[index], in: account.model)])
  }

  /// What a cap is there for: the words of the model, else what it watches.
  func reason(of cap: Cap, in model: Model) -> String { cap.why.isEmpty ? rule(of: cap, in: model) : cap.why }

  func view(_ decision: ReviewDecision) -> DecisionView { DecisionView(decision, words, formats) }

  /// A year of weekly scores, oldest first.
  func scores(of account: Int) -> [Int?] {
    (0..<Trend.weeks).reversed().map { review.trend.standing(of: account, weeksAgo: $0)?.published }
  }

  private func sparkline(of account: AccountReview) -> Sparkline {
    let scores = scores(of: account.account)
    return Sparkline(
      scores: scores, edges: account.model.bands, band: account.score.band, title: scoreHistoryTitle(scores))
  }

  /// `52 weeks, from 84 to 64`, for those who cannot see the line.
  func scoreHistoryTitle(_ scores: [Int?]) -> String {
    let known = scores.compactMap { $0 }
    guard let first = known.first, let last = known.last else { return words(.noScores) }
    return words(.scoresFromTo, ["weeks": String(scores.count), "from": String(first), "to": String(last)])
  }
}
