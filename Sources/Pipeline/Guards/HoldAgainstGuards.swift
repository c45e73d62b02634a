import Health
import Languages
import Ledger
import Portfolio
import Review
import Site

extension Workspace {
  /// What was read beside the newest edition on record: which guards hold, and what else is missing.
  ///
  /// - Parameter digest: the inputs of a publication on record that is not compared with itself.
  func missing(except digest: String? = nil) throws -> MissingData {
    let ledger = try folder.ledger()
    func newest(upTo day: Day) throws -> EditionRecord? {
      try ledger?.newestRecord(
        upTo: day, except: digest, accounts: portfolio.evidence.accounts, aliases: portfolio.settings.aliases,
        models: models(readFrom:))
    }
    func check(_ record: EditionRecord?) -> GuardCheck {
      GuardCheck(
        portfolio.scorer, judgement: portfolio.judgement, quality: portfolio.quality, rules: portfolio.settings.guards,
        newest: record, today: today)
    }
    let record = try newest(upTo: asOf)
    guard let record, record.edition == Edition(of: asOf) else { return MissingData(check(record)) }
    // A revision takes the place of a publication: it says what has changed since the week before, and what that one was
    // published in spite of.
    let earlier = check(try newest(upTo: asOf.monday - 1))
    var missing = MissingData(check(record), notes: earlier.notes)
    missing.carry(record.accepted, earlier.held)
    return missing
  }

  /// Says what is missing, and then all else that was found.
  ///
  /// - Parameter accepted: the guards that somebody accepts now.
  func say(_ missing: MissingData, accepting accepted: [AcceptedGuard] = []) throws {
    if !missing.isNothing {
      let words = GuardWords(
        portfolio.models, words: try presentation.folder.words(Languages.program),
        currency: portfolio.settings.currency,
        around: asOf)
      for told in missing.guards {
        let sentences = [words.lead(told.held), words.facts(told.held), words.remedy(told.held.kind)]
        let kind = told.held.kind
        let text = plain(sentences.filter { !$0.isEmpty }.joined(separator: " "))
        let isAccepted = told.reason != nil || accepted.contains { $0.kind == kind }
        reporter.say(.held(kind, words: text, isAccepted: isAccepted), "guard \(kind.rawValue): \(text)")
      }
      for note in missing.notes {
        reporter.warn(plain("\(words.lead(note)) \(words.facts(note, among: portfolio.evidence.accounts))"))
      }
    }
    if !hasToldFindings { reporter.warn(portfolio.quality.findings) }
  }

  /// Refuses to publish where a guard holds that nobody has accepted.
  ///
  /// - Returns: what is missing, each guard with the reason why it is published all the same.
  func holdAgainstGuards(_ missing: MissingData, accepting accepted: [AcceptedGuard]) throws -> MissingData {
    try say(missing, accepting: accepted)
    var missing = missing
    for one in accepted where !missing.guards.contains(where: { $0.held.kind == one.kind }) {
      reporter.warn("guard \(one.kind.rawValue): it was accepted and does not hold, so nothing is recorded of it")
    }
    missing.guards = missing.guards.map { told in
      ToldGuard(told.held, reason: accepted.last { $0.kind == told.held.kind }?.reason ?? told.reason)
    }
    let open = missing.guards.filter { $0.reason == nil }.map(\.held.kind.rawValue)
    guard open.isEmpty else {
      throw Refusal.nothingWritten(
        "\(Edition(of: asOf)) is not published, because \(open.joined(separator: ", ")) \(open.count == 1 ? "holds" : "hold"); "
          + "to publish it all the same: \(open.map { "--accept \($0)" }.joined(separator: " ")) --reason \"why\"")
    }
    return missing
  }
}
