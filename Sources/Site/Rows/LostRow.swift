import Templates

/// A lost account, with the call before it gave notice.
struct LostRow: TemplateRecord {
  let name: String
  let link: String
  let arr: String
  /// Who saw it coming, in one sentence.
  let verdict: String
  let notice: String
  /// The day it left.
  let left: String
  /// The last decision before the notice.
  let decision: String
  let score: String
  let band: String
  let bandWord: String
  let flag: String
  let flagWord: String
  let reason: String

  static let fields: TemplateFields<LostRow> = [
    .text("name") { $0.name },
    .text("link") { $0.link },
    .text("arr") { $0.arr },
    .text("verdict") { $0.verdict },
    .text("notice") { $0.notice },
    .text("left") { $0.left },
    .text("decision") { $0.decision },
    .text("score") { $0.score },
    .text("band") { $0.band },
    .text("band_word") { $0.bandWord },
    .text("flag") { $0.flag },
    .text("flag_word") { $0.flagWord },
    .text("reason") { $0.reason },
  ]
}
