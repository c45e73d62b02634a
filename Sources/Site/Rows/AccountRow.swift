import Templates

/// An account as a row of any table.
struct AccountRow: TemplateRecord {
  let name: String
  let link: String
  let arr: String
  let segment: String
  let segmentLink: String
  let owner: String
  let ownerLink: String
  let renews: String
  let isLapsed: Bool
  let score: String
  let band: String
  let bandWord: String
  let cap: String
  let direction: String
  let change: String
  /// The score from which it changed.
  let from: String
  let spark: String
  let flag: FlagView?
  let points: String
  let exposure: String
  let item: ListItemView?

  static let fields: TemplateFields<AccountRow> = [
    .text("name") { $0.name },
    .text("link") { $0.link },
    .text("arr") { $0.arr },
    .text("segment") { $0.segment },
    .text("segment_link") { $0.segmentLink },
    .text("owner") { $0.owner },
    .text("owner_link") { $0.ownerLink },
    .text("renews") { $0.renews },
    .flag("lapsed") { $0.isLapsed },
    .text("score") { $0.score },
    .text("band") { $0.band },
    .text("band_word") { $0.bandWord },
    .text("cap") { $0.cap },
    .text("direction") { $0.direction },
    .text("change") { $0.change },
    .text("from") { $0.from },
    .text("spark") { $0.spark },
    .optional("flag") { $0.flag },
    .text("points") { $0.points },
    .text("exposure") { $0.exposure },
    .optional("item") { $0.item },
  ]
}
