import Templates

/// The accounts lost in the last year.
struct LossesPage: TemplateRecord {
  let lead: String
  let nobodyLost: String
  let quarters: [LossQuarterRow]
  let rows: [LostRow]
  let sheets: [SheetLink]

  static let fields: TemplateFields<LossesPage> = [
    .text("lead") { $0.lead },
    .text("nobody_lost") { $0.nobodyLost },
    .list("quarters") { $0.quarters },
    .list("rows") { $0.rows },
    .flag("has_sheets") { $0.sheets.count > 1 },
    .list("sheets") { $0.sheets },
  ]
}

/// A quarter of losses, and who saw how many of them coming.
struct LossQuarterRow: TemplateRecord {
  let quarter: String
  let accounts: String
  let arr: String
  let both: String
  let score: String
  let person: String
  let nobody: String
  let notCalled: String

  static let fields: TemplateFields<LossQuarterRow> = [
    .text("quarter") { $0.quarter },
    .text("accounts") { $0.accounts },
    .text("arr") { $0.arr },
    .text("both") { $0.both },
    .text("score") { $0.score },
    .text("person") { $0.person },
    .text("nobody") { $0.nobody },
    .text("not_called") { $0.notCalled },
  ]
}
