import Health
import Review

/// The edition in a few lines of plain text, for mail or chat.
struct WeeklyMail: Composer {
  /// The maximum number of lines: what a mail or a chat shows without scrolling.
  static let mostLines = 20
  private static let mostNamed = 4
  /// Lines about what is missing, so that the week itself has room below them.
  private static let mostMissing = 5

  let tell: Telling

  var bytes: [UInt8] {
    let listWords = ListWords(tell: tell)
    let losses = LossRows(tell: tell)
    let vanished = VanishedAccounts(tell: tell)
    let today = review.today
    func named<Row>(_ title: Phrase, _ rows: [Row], most: Int = Self.mostNamed, _ words: (Row) -> String) -> [String] {
      guard !rows.isEmpty else { return [] }
      // The line that counts the rest replaces the last one, so that three lists fit.
      let named = rows.prefix(rows.count > most ? most - 1 : most)
      let rest = rows.count - named.count
      return [self.words(title)] + named.map { "- \(words($0))" }
        + (rest > 0 ? ["- " + self.words.count(.digestMore, rest)] : [])
    }
    var lines = [
      "\(tell.context.title), \(formats.date(review.asOf)) (\(tell.statusWords))"
    ]
    let missing = GuardRows(tell: tell).sentences(most: Self.mostNamed)
    lines += missing.prefix(missing.count > Self.mostMissing ? Self.mostMissing - 1 : Self.mostMissing)
    if missing.count > Self.mostMissing {
      lines.append(words.count(.digestMoreMissing, missing.count - Self.mostMissing + 1))
    }
    if let lapsed = Notices(tell: tell).lapsedNotice(root: "") { lines.append("\(lapsed.lead) \(lapsed.text)") }
    lines.append(Headline(tell: tell).today)
    lines.append("")
    // What is known of the whole book comes after the names: it changes little in a week.
    let ends = [
      "",
      review.retention.isConfirmed
        ? words(
          .netAndGrossLine,
          [
            "net": vanished.told(today.net, written: rate), "gross": vanished.told(today.gross, written: rate),
          ]) : words(.verdictSentence, ["verdict": words(.retentionUnconfirmed)]),
      listWords.spotCheckWords(), verdict,
    ]
    let wanted = named(.digestWanted, review.decisionsDue) { due in
      let account = due.account.account
      let why = due.items.first.map { listWords.why($0, due.account) } ?? ""
      return words(
        .digestAccount, ["name": name(of: account), "arr": namedARR(evidence.accounts[account].arr), "what": why])
    }
    let lost = named(review.sinceLastEdition == nil ? .digestLostLately : .digestLost, review.lost) { lost in
      let reason = losses.reason(of: lost)
      return words(
        .digestAccount,
        [
          "name": name(of: lost.account),
          "arr": losses.arr(of: lost, unknown: .arrUnknown),
          "what": reason.isEmpty ? words(.noReasonGiven) : reason,
        ])
    }
    // If all three are full, one fewer fall is listed.
    let address = tell.context.siteAddress.isEmpty ? [] : [tell.context.siteAddress]
    let most = Self.mostLines - address.count
    let room = most - lines.count - wanted.count - lost.count - ends.count - 1
    let falls = named(.digestFalls, tell.movers.falls, most: max(1, min(room, Self.mostNamed))) { mover in
      words(
        .digestAccount,
        [
          "name": name(of: mover.account), "arr": namedARR(evidence.accounts[mover.account].arr),
          "what": MoveWords(tell: tell).movedWords(mover),
        ])
    }
    lines += wanted + falls + lost + ends
    let text = (lines.prefix(most).map(plainLine) + address).joined(separator: "\n")
    return Array((text + "\n").utf8)
  }

  /// The account's name, with its id where another account has the same name.
  private func name(of account: Int) -> String {
    let own = evidence.accounts[account]
    let isShared = evidence.accounts.count { $0.name.lowercased() == own.name.lowercased() } > 1
    return isShared ? "\(own.name) (\(own.id.text))" : own.name
  }

  /// Whether the score can be trusted, and whether it was fitted.
  private var verdict: String {
    let verdict = VerdictWords(tell: tell)
    let proof = review.judged.proving(review.models)
    return [
      words(.verdictSentence, ["verdict": words.code(.verdict, proof.verdict.code)]),
      verdict.missedWords(review.judged),
      verdict.fittedWords(review.judged, by: review.models),
    ].compactMap { $0 }.joined(separator: " ")
  }
}
