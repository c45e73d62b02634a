/// A note as people write it: paragraphs, some of them points of a list, with a word in front that stands out.
struct Note: Sendable {
  struct Part: Sendable {
    var lead: String?
    let text: String
    var isPoint = false
  }

  let parts: [Part]

  /// The words alone, as one line.
  var text: String { parts.map { ($0.lead.map { "\($0) " } ?? "") + $0.text }.joined(separator: " ") }
}

/// The timelines of all accounts, newest first as the tool writes them.
func makeActivities(_ accounts: [Account], seed: UInt64) -> [Activity] {
  let all = accounts.flatMap { account in
    var chance = Chance(seed: seed, topic: "contacts of \(account.name)")
    return contacts(of: account, &chance) + updates(of: account, &chance)
  }
  return all.sorted { ($1.at, $1.account.name, $1.subject) < ($0.at, $0.account.name, $0.subject) }
}

private func contacts(of account: Account, _ chance: inout Chance) -> [Activity] {
  var decks: [Activity.Kind: Deck<(String, Note)>] = [:]
  for kind in Activity.Kind.allCases { decks[kind] = Deck(Notes.all(kind)) }
  var activities: [Activity] = []
  let sinceContact = max(account.course.silence, chance.whole(in: 1...account.course.contactGap))
  var day = (account.lastDay - sinceContact).workingDay
  var sinceReview = chance.whole(in: 0...2)
  while day > max(Calendar.firstActivity, account.started) {
    sinceReview += 1
    let isReview = sinceReview >= 4 && account.employees >= 200
    if isReview { sinceReview = 0 }
    let kind = isReview ? .review : chance.pick([Activity.Kind.call, .call, .email, .email, .meeting])
    guard let (subject, note) = decks[kind]?.draw(&chance) else { break }
    let author = chance.happens(0.06) ? chance.pick(CSM.allCases) : account.csm
    activities.append(
      Activity(
        account: account, at: Moment(day, second: 60 * chance.whole(in: 8 * 60...17 * 60)), kind: kind,
        subject: subject, note: note, author: author.rawValue))
    let gap = Double(account.course.contactGap) * chance.factor(spread: 0.6)
    day = (day - max(2, Int(gap))).workingDay
  }
  return activities
}

/// What the tool and the CSMs note without talking with anybody; also about those with whom nobody talks.
private func updates(of account: Account, _ chance: inout Chance) -> [Activity] {
  (0..<chance.whole(in: 1...4)).compactMap { _ in
    let day = (account.lastDay - chance.whole(in: 2...300)).workingDay
    guard day > max(Calendar.firstActivity, account.started) else { return nil }
    let (subject, note) = chance.pick(Notes.all(.update))
    return Activity(
      account: account, at: Moment(day, second: 60 * chance.whole(in: 6 * 60...20 * 60)), kind: .update,
      subject: subject, note: note, author: account.csm.rawValue)
  }
}

/// What the CSMs have said about their accounts, oldest first: monthly, and weekly about those at risk.
func makeJudgements(_ accounts: [Account], seed: UInt64) -> [Judgement] {
  accounts.flatMap { account in
    var chance = Chance(seed: seed, topic: "flags of \(account.name)")
    return judgements(of: account, &chance)
  }.sorted { ($0.day, $0.account.name) < ($1.day, $1.account.name) }
}

private func judgements(of account: Account, _ chance: inout Chance) -> [Judgement] {
  var whys = Dictionary(uniqueKeysWithValues: RAG.allCases.map { ($0, Deck(Words.whys(for: $0))) })
  var comments = Dictionary(uniqueKeysWithValues: RAG.allCases.map { ($0, Deck(Words.comments(for: $0))) })
  var judgements: [Judgement] = []
  var day = (account.lastDay - max(account.course.silence, chance.whole(in: 2...22))).workingDay
  while day > max(account.lastDay - 184, account.started + 10) {
    let rag = account.course.flag(judgements.count)
    // A green rarely comes with a reason; the others owe one.
    let isExplained = rag != .onTrack || chance.happens(0.45)
    let isCommented = chance.happens(rag == .onTrack ? 0.15 : 0.5)
    let comment = isCommented ? comments[rag]?.draw(&chance) : nil
    judgements.append(
      Judgement(
        account: account, day: day, csm: chance.happens(0.04) ? chance.pick(CSM.allCases) : account.csm, rag: rag,
        why: isExplained ? whys[rag]?.draw(&chance) : nil, comment: comment, isRich: chance.happens(0.4)))
    day = (day - (rag == .atRisk ? chance.whole(in: 7...9) : chance.whole(in: 26...35))).workingDay
  }
  return judgements
}
