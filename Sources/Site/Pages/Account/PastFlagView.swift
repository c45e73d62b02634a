import Templates

/// A past flag, with the score of that time.
struct PastFlagView: TemplateRecord {
  let flag: FlagView
  let scoreThen: String
  let bandThen: String
  let bandWordThen: String

  static let fields: TemplateFields<PastFlagView> = [
    .record("flag") { $0.flag },
    .text("score_then") { $0.scoreThen },
    .text("band_then") { $0.bandThen },
    .text("band_word_then") { $0.bandWordThen },
  ]
}
