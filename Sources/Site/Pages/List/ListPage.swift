import Templates

/// A review list, or one sheet of it.
struct ListPage: TemplateRecord {
  let title: String
  let lead: String
  let meaning: String
  let order: String
  let waiting: String
  let due: String
  let mark: String
  let matrix: String
  let open: [AccountRow]
  let decided: [AccountRow]
  let sheets: [SheetLink]
  let empty: String
  let csv: String
  let workbook: String
  let rubric: [RubricRow]
  let estimate: String
  let worth: String
  let conditions: String
  let dropOuts: [DropOutRow]
  let past: [PastDecisionView]

  static let fields: TemplateFields<ListPage> = [
    .text("title") { $0.title },
    .text("lead") { $0.lead },
    .text("meaning") { $0.meaning },
    .text("order") { $0.order },
    .text("waiting") { $0.waiting },
    .text("due_head") { $0.due },
    .text("mark") { $0.mark },
    .text("matrix") { $0.matrix },
    .list("open") { $0.open },
    .list("decided") { $0.decided },
    .flag("has_sheets") { $0.sheets.count > 1 },
    .list("sheets") { $0.sheets },
    .text("empty") { $0.empty },
    .text("csv") { $0.csv },
    .text("workbook") { $0.workbook },
    .list("rubric") { $0.rubric },
    .text("estimate") { $0.estimate },
    .text("worth") { $0.worth },
    .text("conditions") { $0.conditions },
    .list("drop_outs") { $0.dropOuts },
    .list("past") { $0.past },
  ]
}

/// An account that was ready to grow a week ago.
struct DropOutRow: TemplateRecord {
  let account: AccountRow
  let conditions: String

  static let fields: TemplateFields<DropOutRow> = [
    .record("account") { $0.account },
    .text("conditions") { $0.conditions },
  ]
}
