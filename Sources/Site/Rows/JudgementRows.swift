import Health
import Review

/// What people say about accounts and decide about them, as rows.
struct JudgementRows: Composer {
  let tell: Telling
  /// Who reads the rows.
  var reader = Remark.Reader.everyone

  func flag(_ sentiment: Sentiment, status: Sentiment.Status) -> FlagView {
    let age = review.asOf - sentiment.date
    let status = words.code(.status, status.rawValue)
    let by = sentiment.csm ?? words(.somebody)
    let date = formats.shortDate(sentiment.date)
    return FlagView(
      code: sentiment.flag.rawValue, word: words.code(.band, sentiment.flag.rawValue),
      age: words.age(age), status: status, reason: told(sentiment.reason ?? sentiment.note, to: reader) ?? "", by: by,
      date: date,
      given: age == 0
        ? words(.flagGivenToday, ["by": by, "date": date, "status": status])
        : words.count(.flagGiven, age, ["by": by, "date": date, "status": status]),
      note: sentiment.reason == nil ? "" : sentiment.note?.words(for: reader) ?? "")
  }

  func view(_ item: ListItem, _ account: AccountReview) -> ListItemView {
    let since = formats.shortDate(item.since)
    let age = words.age(review.asOf - item.since)
    let state = words.code(.state, item.state.rawValue)
    let due = review.due(item)
    let listWords = ListWords(tell: tell, reader: reader)
    let why = listWords.why(item, account)
    let said = listWords.said(account) ?? ""
    return ListItemView(
      why: why, said: said == why ? "" : said, since: since, age: age,
      standing: words(.listedSince, ["date": since, "age": age, "state": state]), isOverdue: due?.isOverdue ?? false,
      due: due.map { formats.shortDate($0.on) } ?? "",
      reopened: item.isWaiting
        ? item.decision.map { words(.reopenedOn, ["date": formats.shortDate($0.lapsesOn)]) } ?? "" : "",
      reopens: item.isWaiting ? "" : item.decision.map { formats.shortDate($0.lapsesOn) } ?? "",
      elsewhere: decisionElsewhere(item), decision: item.decision.map(view))
  }

  /// The valid decision on another list, for an account without a decision on this one.
  private func decisionElsewhere(_ item: ListItem) -> String {
    guard item.decision == nil else { return "" }
    let held = review.items(of: item.account).filter { !$0.isWaiting }
    return elsewhere(held.compactMap(\.decision).max { $0.date < $1.date })
  }

  /// A valid decision on another list; empty when there is none.
  func elsewhere(_ decision: ReviewDecision?) -> String {
    guard let decision else { return "" }
    return words(
      .decidedElsewhere,
      [
        "list": words.code(.list, decision.list.rawValue),
        "decision": words.code(.decision, decision.decision.rawValue), "date": formats.shortDate(decision.date),
      ])
  }

  func view(_ decision: ReviewDecision) -> DecisionView {
    DecisionView(decision, words, formats, for: reader)
  }

  /// The meaning of the flags, from the settings or else in Vigie's words.
  var rubricRows: [RubricRow] {
    Sentiment.Flag.allCases.map { flag in
      RubricRow(
        code: flag.rawValue, word: words.code(.band, flag.rawValue),
        meaning: meaning(of: flag))
    }
  }

  func meaning(of flag: Sentiment.Flag) -> String { tell.context.rubric[flag] ?? words.code(.rubric, flag.rawValue) }
}
