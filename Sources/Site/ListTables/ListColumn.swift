import Health
import Review

/// A column of the tables of lists, by its name in the CSV, in the order there.
enum ListColumn: String, CaseIterable {
  case accountID = "account_id"
  case name, csm, arr, segment
  case renewsOn = "renews_on"
  case score, band, direction
  case change = "change_13w"
  case flag
  case flagDate = "flag_date"
  case flagBy = "flag_by"
  case flagStatus = "flag_status"
  case reason
  case whyListed = "why_listed"
  case points, exposure, since, weeks, state, overdue
  case decisionDue = "decision_due"
  case decision
  case decidedOn = "decided_on"
  case decidedBy = "decided_by"
  case note
  case nextStep = "next_step"
  case nextStepDue = "next_step_due"

  /// The columns in the order of workbooks: what a meeting looks at comes first.
  static let inWorkbooks: [ListColumn] =
    printed + allCases.filter { !printed.contains($0) }

  /// The columns that fit on a printed sheet.
  static let printed: [ListColumn] = [
    .name, .csm, .arr, .renewsOn, .score, .band, .flag, .whyListed, .since, .decisionDue, .nextStep,
  ]
}

/// What a cell of the tables of lists holds, without its form.
enum ListValue {
  case text(String?)
  /// A name that other programs know the account by, even where it looks like a number.
  case id(String)
  /// One of a fixed set of words.
  case code(CodePhrase, String?)
  case segment(Segment)
  case truth(Bool)
  case number(Int?)
  /// A number whose sign is shown.
  case change(Int?)
  case money(Double?)
  case day(Day?)
}

/// An account on a list, with all that the tables tell of it.
struct ListRow {
  let item: ListItem
  let account: AccountReview
  let facts: Account
  let segment: Segment
  let renewsOn: Day?
  /// Why it is on the list.
  let why: String
  let due: (on: Day, isOverdue: Bool)?
  /// What everyone may read of what people wrote.
  let told: (Remark?) -> String?

  subscript(column: ListColumn) -> ListValue {
    let flag = account.sentiment
    let decision = item.decision
    return switch column {
    case .accountID: .id(facts.id.text)
    case .name: .text(facts.name)
    case .csm: .text(facts.csm)
    case .arr: .money(facts.arr)
    case .segment: .segment(segment)
    case .renewsOn: .day(renewsOn)
    case .score: .number(account.score.published)
    case .band: .code(.band, account.score.band.rawValue)
    case .direction: .code(.direction, account.direction.rawValue)
    case .change: .change(account.changes.thirteenWeeks)
    case .flag: .code(.band, flag?.flag.rawValue)
    case .flagDate: .day(flag?.date)
    case .flagBy: .text(flag?.csm)
    case .flagStatus: .code(.status, account.sentimentStatus.rawValue)
    case .reason: .text(told(flag?.reason ?? flag?.note))
    case .whyListed: .text(why)
    case .points: .number(account.points.total)
    case .exposure: .money(account.exposure)
    case .since: .day(item.since)
    case .weeks: .number(item.weeks)
    case .state: .code(.state, item.state.rawValue)
    case .overdue: .truth(due?.isOverdue ?? false)
    case .decisionDue: .day(due?.on)
    case .decision: .code(.decision, decision?.decision.rawValue)
    case .decidedOn: .day(decision?.date)
    case .decidedBy: .text(decision?.by)
    case .note: .text(told(decision?.note))
    case .nextStep: .text(told(decision?.nextStep))
    case .nextStepDue: .day(decision?.dueOn)
    }
  }
}
