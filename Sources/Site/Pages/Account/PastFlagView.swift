import Templates

/// A past flag or a run of equal ones, with the score of that time.
struct PastFlagView: TemplateRecord {
  let flag: FlagView
  /// Its day, or those of the first and the last of a run.
  let days: String
  let times: String
  let scoreThen: String
  let bandThen: String
  let bandWordThen: String

  static let fields: TemplateFields<PastFlagView> = [
    .record("flag") { $0.flag },
    .text("days") { $0.days },
    .text("times") { $0.times },
    .text("score_then") { $0.scoreThen },
    .text("band_then") { $0.bandThen },
    .text("band_word_then") { $0.bandWordThen },
  ]
}
