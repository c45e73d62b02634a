import Health
import Review

/// Composes the brief of an account.
struct BriefComposer: Composer {
  /// The measures named for each span of weeks.
  private static let mostMoves = 3

  let tell: Telling

  /// - Parameter root: the path to the root of the site.
  func brief(_ account: AccountReview, root: String) -> Brief {
    let summary = AccountSummary(tell: tell)
    let said = review.said(of: account, signs: tell.context.signs, to: ownPage)
    let windows = tell.earlierDays.map { review.windows(of: account, since: $0) } ?? []
    let known = windows.filter { $0.before?.published != nil && $0.after.published != nil }
    let isStill = known.allSatisfy { $0.moves.isEmpty && abs($0.change ?? 0) < 1 }
    return Brief(
      name: evidence.accounts[account.account].name, summary: summary.summary(account),
      divergence: summary.divergence(account), owed: review.owed(for: account).map { row($0, root: root) },
      windows: isStill ? [] : known.map(row),
      nothingMoved: words(
        known.isEmpty ? .nothingToCompare : .nothingMoved,
        ["least": formats.number(ScoreWindow.smallestMove, decimals: 1)]),
      rhythm: rhythm(account.account),
      risks: account.openRisks.map(RiskRows(tell: tell, reader: ownPage).view), people: people(account.account),
      saidHeading: said.isSinceEdition
        ? words(.saidSince, ["date": formats.shortDate(said.since)]) : words(.saidLately),
      said: said.quotations.map(row), questions: Questions(tell: tell).questions(account))
  }

  /// `Somebody comes less often: 5 days a week became 1 since 12 October …`, or nothing.
  private func rhythm(_ account: Int) -> String {
    guard let shift = tell.rhythms?.all[account] else { return "" }
    return words(
      shift.after < shift.before ? .rhythmFell : .rhythmRose,
      [
        "before": formats.number(shift.before, decimals: 1), "after": formats.number(shift.after, decimals: 1),
        "date": formats.near(shift.since), "measure": label(shift.measure),
      ])
  }

  private func row(_ owed: Owed, root: String) -> DebtRow {
    var (what, link, detail, due) = ("", "", "", owed.dueOn.map(formats.shortDate) ?? "")
    switch owed.matter {
    case .step(let decision):
      what = told(decision.nextStep, to: ownPage) ?? ""
      detail = words(
        .promisedOn,
        [
          "by": decision.by ?? words(.somebody), "date": formats.shortDate(decision.date),
          "list": words.code(.list, decision.list.rawValue),
        ])
      if due.isEmpty { due = words(.noDayNamed) }
    case .decision(let decision):
      let lists = decision.items.map { words.code(.list, $0.list.rawValue) }
      what = words(.owedDecision, ["list": words.list(lists)])
      if let first = decision.items.first, tell.context.isWholeSite { link = links.list(first.list, root: root) }
      let since = decision.items.map(\.since).min().map(formats.shortDate) ?? ""
      detail =
        decision.heldElsewhere == nil
        ? words(.listedFrom, ["date": since]) : JudgementRows(tell: tell).elsewhere(decision.heldElsewhere)
    case .flag:
      what = words(.owedFlag)
      if due.isEmpty { detail = words(.summaryNoFlag) }
    case .risk(let risk):
      what = words(.owedRisk, ["kind": words.code(.risk, risk.kind.rawValue)])
      detail = told(risk.note, to: ownPage) ?? ""
      due = words(.openFor, ["age": words.count(.days, review.asOf - risk.seenOn)])
    }
    return DebtRow(
      what: what, link: link, detail: detail, due: due, isDated: owed.dueOn != nil,
      late: owed.daysLate(on: review.asOf).map { words.count(.daysLate, $0) } ?? "")
  }

  private func row(_ window: ScoreWindow) -> WindowRow {
    let moves = MoveWords(tell: tell)
    let why = window.moves.prefix(Self.mostMoves).map(moves.shortDriverWords)
    return WindowRow(
      span: words.count(.inWeeks, window.weeks), change: window.change.map(formats.change) ?? "",
      scores: words(
        .fromTo,
        [
          "from": window.before?.published.map(String.init) ?? words(.unknown),
          "to": window.after.published.map(String.init) ?? words(.unknown),
        ]),
      why: why.isEmpty
        ? words(.noMove, ["least": formats.number(ScoreWindow.smallestMove, decimals: 1)])
        : why.joined(separator: words(.clauseSeparator)))
  }

  /// The people at the customer: those who are there in the order of their roles, then those who left.
  private func people(_ account: Int) -> [PersonRow] {
    func rank(_ contact: Contact) -> Int {
      guard contact.isPresent(on: review.asOf) else { return Contact.Role.allCases.count + 1 }
      return contact.roles.compactMap { Contact.Role.allCases.firstIndex(of: $0) }.min() ?? Contact.Role.allCases.count
    }
    let ranked = evidence.contacts[account].enumerated().sorted { (rank($0.1), $0.0) < (rank($1.1), $1.0) }
    return ranked.map { person($0.1, of: account) }
  }

  private func person(_ contact: Contact, of account: Int) -> PersonRow {
    let when: String
    if let left = contact.leftOn, left <= review.asOf {
      when = words(.leftOn, ["date": formats.shortDate(left)])
    } else {
      when =
        contact.hasUnreadableLeave ? "" : contact.since.map { words(.sinceDay, ["date": formats.shortDate($0)]) } ?? ""
    }
    let last = review.lastContact(with: contact, of: account)
    return PersonRow(
      name: contact.name, role: contact.roles.map { words.code(.role, $0.rawValue) }.joined(separator: ", "),
      when: when,
      contact: last.map { touchpoint in
        [formats.shortDate(touchpoint.date), touchpoint.kind.map { words.code(.touchpoint, $0) }].compactMap { $0 }
          .joined(separator: ", ")
      } ?? words(.neverMet))
  }

  private func row(_ quotation: Quotation) -> SaidRow {
    SaidRow(text: quotation.text, isCut: quotation.isCut, source: source(of: quotation))
  }

  /// Where a sentence stands, since when, and who wrote it: `conversation, 6 Nov 2026, Claire Delorme`.
  private func source(of quotation: Quotation) -> String {
    [words.code(.said, quotation.place.rawValue), formats.shortDate(quotation.date), quotation.author]
      .compactMap { $0 }.joined(separator: ", ")
  }
}
