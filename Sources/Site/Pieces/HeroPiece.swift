import Templates

/// The head of an account page: the score and, next to it but never in it, the CSM's judgement.
struct HeroPiece: TemplateRecord {
  let score: String
  let band: String
  let bandWord: String
  let direction: String
  let interval: [UInt8]
  let intervalWords: String
  let edge: String
  let dataState: String
  let coverage: String
  let peers: String
  let exposure: String
  let factors: String
  let stability: String
  let flag: FlagView?
  let rubric: String

  static let fields: TemplateFields<HeroPiece> = [
    .text("score") { $0.score },
    .text("band") { String($0.band.prefix(1)) },
    .text("band_word") { $0.bandWord },
    .text("direction") { $0.direction },
    .html("interval") { $0.interval },
    .text("interval_words") { $0.intervalWords },
    .text("edge") { $0.edge },
    .text("data_state") { $0.dataState },
    .text("coverage") { $0.coverage },
    .text("peers") { $0.peers },
    .text("exposure") { $0.exposure },
    .text("factors") { $0.factors },
    .text("stability") { $0.stability },
    .optional("flag") { $0.flag },
    .text("rubric") { $0.rubric },
  ]
}
