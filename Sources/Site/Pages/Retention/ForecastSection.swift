import Templates

/// What renewals are expected to bring, and how earlier forecasts turned out.
struct ForecastSection: TemplateRecord {
  /// What it rests on, or what is missing for it.
  let lead: String
  let chart: String
  let quarters: [ForecastRow]
  let record: String
  let recordChart: String
  let judged: [JudgedForecastRow]

  static let fields: TemplateFields<ForecastSection> = [
    .text("lead") { $0.lead },
    .text("chart") { $0.chart },
    .list("quarters") { $0.quarters },
    .text("record") { $0.record },
    .text("record_chart") { $0.recordChart },
    .list("judged") { $0.judged },
  ]
}

/// The renewals of a quarter and what they should keep.
struct ForecastRow: TemplateRecord {
  let quarter: String
  let accounts: String
  let arr: String
  let expected: String
  let interval: String

  static let fields: TemplateFields<ForecastRow> = [
    .text("quarter") { $0.quarter },
    .text("accounts") { $0.accounts },
    .text("arr") { $0.arr },
    .text("expected") { $0.expected },
    .text("interval") { $0.interval },
  ]
}

/// What an edition had said of a quarter that is over, and what came.
struct JudgedForecastRow: TemplateRecord {
  let forecast: ForecastRow
  let said: String
  let came: String
  let verdict: String

  static let fields: TemplateFields<JudgedForecastRow> = [
    .record("forecast") { $0.forecast },
    .text("said") { $0.said },
    .text("came") { $0.came },
    .text("verdict") { $0.verdict },
  ]
}
