import Templates

/// The split by band, by count and by revenue, and its course over 13 weeks.
struct BandsPiece: TemplateRecord {
  let accountsLabel: String
  let accounts: [UInt8]
  let arrLabel: String
  let arr: [UInt8]
  let weeks: [UInt8]
  let table: [UInt8]
  let keys: [BandKey]

  static let fields: TemplateFields<BandsPiece> = [
    .text("accounts_label") { $0.accountsLabel },
    .html("accounts") { $0.accounts },
    .text("arr_label") { $0.arrLabel },
    .html("arr") { $0.arr },
    .html("weeks") { $0.weeks },
    .html("table") { $0.table },
    .list("keys") { $0.keys },
  ]
}

/// A band with its share, for the legend below a chart.
struct BandKey: TemplateRecord {
  let letter: String
  let text: String

  static let fields: TemplateFields<BandKey> = [
    .text("letter") { $0.letter },
    .text("text") { $0.text },
  ]
}
