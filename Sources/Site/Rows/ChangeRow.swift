import Templates

/// Why one account's score changed.
struct ChangeRow: TemplateRecord {
  /// A score with its band; the band is empty when the account is not a customer.
  struct End: TemplateRecord {
    let score: String
    let band: String
    let bandWord: String

    static let fields: TemplateFields<End> = [
      .text("score") { $0.score },
      .text("band") { $0.band },
      .text("band_word") { $0.bandWord },
    ]
  }

  let name: String
  let link: String
  let arr: String
  let before: End
  let after: End
  let change: String
  let behaviour: String
  let lateData: String
  let model: String
  let why: String

  static let fields: TemplateFields<ChangeRow> = [
    .text("name") { $0.name },
    .text("link") { $0.link },
    .text("arr") { $0.arr },
    .record("before") { $0.before },
    .record("after") { $0.after },
    .text("change") { $0.change },
    .text("behaviour") { $0.behaviour },
    .text("late_data") { $0.lateData },
    .text("model") { $0.model },
    .text("why") { $0.why },
  ]
}
