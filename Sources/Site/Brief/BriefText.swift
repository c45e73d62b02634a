import Findings
import Health
public import Review

extension Context {
  /// The brief of an account as plain text for a terminal.
  public func brief(of account: AccountReview) -> String { BriefText(tell: Telling(self)).text(account) }
}

/// The brief of an account as plain text, wrapped for a terminal.
struct BriefText: Composer {
  /// The width of a line that every terminal has.
  private static let width = 80

  let tell: Telling

  func text(_ account: AccountReview) -> String {
    let brief = BriefComposer(tell: tell).brief(account, root: "")
    let hero = HeroPieceComposer(tell: tell).piece(account)
    var lines = wrapped("\(brief.name) (\(evidence.accounts[account.account].id.text)), \(formats.date(review.asOf))")
    func part(_ heading: String, _ items: [String], none: Phrase? = nil) {
      let texts = items.isEmpty ? none.map { [words($0)] } ?? [] : items
      guard !texts.isEmpty else { return }
      lines += ["", onOneLine(heading)]
      for text in texts { lines += wrapped(text, first: "- ", rest: "  ") }
    }
    lines += [""] + wrapped(brief.summary)
    part(
      words(.theScore),
      [hero.direction, hero.edge, hero.intervalWords, hero.dataState, hero.stability].filter { !$0.isEmpty })
    if !brief.divergence.isEmpty { lines += [""] + wrapped(brief.divergence) }
    part(words(.owedHeading), brief.owed.map(words), none: .nothingIsOwed)
    part(
      words(.changesHeading),
      (brief.windows.isEmpty
        ? [brief.nothingMoved]
        : brief.windows.map {
          joined(["\($0.span)\(words(.colon)) \($0.change) (\($0.scores))", $0.why])
        }) + [brief.rhythm].filter { !$0.isEmpty })
    part(
      words(.openRisks),
      brief.risks.map { joined(["\($0.kind), \($0.severity), \($0.age)", $0.note, $0.source]) }, none: .noRisks)
    part(words(.contacts), brief.people.map { joined([$0.name, $0.role, $0.when, $0.contact]) }, none: .noContacts)
    part(
      brief.saidHeading, brief.said.map { "\(words(.quoted, ["text": $0.text]))\($0.isCut ? "…" : "") (\($0.source))" },
      none: .nothingSaid)
    part(words(.questionsToAsk), brief.questions.map { "\($0.ask) (\($0.because))" }, none: .noQuestions)
    return lines.joined(separator: "\n")
  }

  private func words(_ owed: DebtRow) -> String {
    let due = owed.isDated ? words(owed.late.isEmpty ? .dueOn : .wasDueOn, ["date": owed.due]) : owed.due
    return joined([owed.what, owed.detail, [due, owed.late].filter { !$0.isEmpty }.joined(separator: ", ")])
  }

  private func joined(_ parts: [String]) -> String { words.clauses(parts.filter { !$0.isEmpty }) }

  /// A text in lines of at most `width`, broken at blanks; a longer word has a line of its own.
  private func wrapped(_ text: String, first: String = "", rest: String = "") -> [String] {
    var lines: [String] = []
    var line = first
    var isEmpty = true
    for word in onOneLine(text).split(separator: " ") {
      if !isEmpty, line.unicodeScalars.count + 1 + word.unicodeScalars.count > Self.width {
        lines.append(line)
        (line, isEmpty) = (rest, true)
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return lines + [line]
  }
}
