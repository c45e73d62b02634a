import Health
import Portfolio
import Review
import Spelling

/// A row of a table that people fill in sheets.
protocol SaidRow: Sendable {
  static var table: Table { get }
  /// The rows of all accounts.
  static func all(in judgement: Judgement) -> RowsByAccount<Self>
  /// The day that it is dated.
  var day: Day { get }
  /// Who says so.
  var who: String? { get }
  /// The words for it.
  var words: String { get }
  /// The words for it in a comparison.
  var verdict: String { get }
  /// What of an account it is about, by which sayings are compared.
  var subject: String { get }
  /// Of several rows of one day the last counts, so that the worst stands last.
  var severityOfSaying: Int { get }
  func newRow(of account: AccountID) -> NewRow
  /// Whether another row says the same, whenever it does.
  func says(_ other: Self) -> Bool
  /// Whether another row says something else about the same.
  func contradicts(_ other: Self) -> Bool
  /// The same without who says so, for a table that has no column for it.
  func anonymous() -> Self
}

extension SaidRow {
  var subject: String { "" }
  var severityOfSaying: Int { 0 }
  var saidBy: String { who.map { " by \($0)" } ?? "" }
}

private func isSame(_ one: String?, _ other: String?) -> Bool { one?.nameKey == other?.nameKey }

extension Sentiment: SaidRow {
  static var table: Table { .sentiment }
  static func all(in judgement: Judgement) -> RowsByAccount<Sentiment> { judgement.sentiment }
  var day: Day { date }
  var who: String? { csm }
  var words: String { "flag \(flag.rawValue) of \(date)\(saidBy)" }
  var verdict: String { flag.rawValue }
  var severityOfSaying: Int { flag.severity }
  func newRow(of account: AccountID) -> NewRow { NewRow(self, of: account) }
  func says(_ other: Sentiment) -> Bool {
    flag == other.flag && isSame(csm, other.csm) && reason == other.reason && note == other.note
  }
  func contradicts(_ other: Sentiment) -> Bool { flag != other.flag }
  func anonymous() -> Sentiment { Sentiment(date: date, flag: flag, reason: reason, note: note) }
}

extension ReviewDecision: SaidRow {
  static var table: Table { .reviews }
  static func all(in judgement: Judgement) -> RowsByAccount<ReviewDecision> { judgement.reviews }
  var day: Day { date }
  var who: String? { by }
  var words: String { "decision \(decision.rawValue) on \(list.rawValue) of \(date)\(saidBy)" }
  var verdict: String { "\(decision.rawValue) on \(list.rawValue)" }
  var subject: String { list.rawValue }
  func newRow(of account: AccountID) -> NewRow { NewRow(self, of: account) }
  func says(_ other: ReviewDecision) -> Bool {
    list == other.list && decision == other.decision && isSame(by, other.by) && note == other.note
      && nextStep == other.nextStep && dueOn == other.dueOn
  }
  func contradicts(_ other: ReviewDecision) -> Bool { list == other.list && decision != other.decision }
  func anonymous() -> ReviewDecision {
    ReviewDecision(date: date, list: list, decision: decision, note: note, nextStep: nextStep, dueOn: dueOn)
  }
}

extension Opinion: SaidRow {
  static var table: Table { .opinions }
  static func all(in judgement: Judgement) -> RowsByAccount<Opinion> { judgement.opinions }
  var day: Day { date }
  var who: String? { by }
  var words: String { "second opinion \(flag.rawValue) of \(date)\(saidBy)" }
  var verdict: String { flag.rawValue }
  func newRow(of account: AccountID) -> NewRow { NewRow(self, of: account) }
  func says(_ other: Opinion) -> Bool { flag == other.flag && isSame(by, other.by) && reason == other.reason }
  func contradicts(_ other: Opinion) -> Bool { false }
  func anonymous() -> Opinion { Opinion(date: date, flag: flag, reason: reason) }
}

extension Risk: SaidRow {
  static var table: Table { .risks }
  static func all(in judgement: Judgement) -> RowsByAccount<Risk> { judgement.risks }
  var day: Day { seenOn }
  var who: String? { source }
  var words: String {
    "risk \(kind.rawValue), \(severity) of \(Risk.severities.upperBound), seen on \(seenOn)\(saidBy)"
  }
  var verdict: String { kind.rawValue }
  func newRow(of account: AccountID) -> NewRow { NewRow(self, of: account) }
  func says(_ other: Risk) -> Bool {
    kind == other.kind && severity == other.severity && note == other.note && isSame(source, other.source)
  }
  func contradicts(_ other: Risk) -> Bool { false }
  func anonymous() -> Risk { Risk(seenOn: seenOn, kind: kind, severity: severity, note: note) }
}
