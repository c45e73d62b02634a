import Findings
import Health
import Review

extension Context {
  /// The most lines that the digest has: what a mail or a chat shows without scrolling.
  static let mostDigestLines = 20
  private static let mostNamed = 4

  /// The edition in a few lines of plain text, for mail or chat.
  func digest() -> [UInt8] {
    let today = review.today
    let total = today.bands.total
    func named<Row>(_ title: Phrase, _ rows: [Row], most: Int = Context.mostNamed, _ words: (Row) -> String) -> [String]
    {
      guard !rows.isEmpty else { return [] }
      // How many are not named takes the place of the last one, so that three lists fit.
      let named = rows.prefix(rows.count > most ? most - 1 : most)
      let rest = rows.count - named.count
      return [self.words(title)] + named.map { "- \(words($0))" }
        + (rest > 0 ? ["- " + self.words.count(.digestMore, rest)] : [])
    }
    var lines = [
      "\(title), \(review.edition), \(formats.date(review.asOf)) (\(statusWords))",
      words.count(
        .headline, today.bands[.green].accounts,
        ["accounts": formats.whole(total.accounts), "at_risk": money(today.arrAtRisk)]),
      review.retention.isConfirmed
        ? words(
          .netAndGrossLine,
          [
            "net": today.net.map { formats.percent($0, decimals: 1) } ?? words(.unknown),
            "gross": today.gross.map { formats.percent($0, decimals: 1) } ?? words(.unknown),
          ]) : words(.verdictSentence, ["verdict": words(.retentionUnconfirmed)]),
      spotCheckWords(), digestVerdict(), "",
    ]
    let wanted = named(.digestWanted, review.decisionsWanted) { item in
      let account = evidence.accounts[item.account]
      let why = review.review(of: item.account).map { self.why(item, $0) } ?? ""
      return words(.digestAccount, ["name": account.name, "arr": arr(of: item.account), "what": why])
    }
    let lost = named(.digestLost, review.lost) { lost in
      words(
        .digestAccount,
        [
          "name": evidence.accounts[lost.account].name,
          "arr": arr(of: lost),
          "what": reason(of: lost).isEmpty ? words(.noReasonGiven) : reason(of: lost),
        ])
    }
    // Where all three are full, one more fall makes way.
    let room = Self.mostDigestLines - lines.count - wanted.count - lost.count - 1
    let falls = named(.digestFalls, movers.falls, most: min(room, Self.mostNamed)) { mover in
      words(
        .digestAccount,
        [
          "name": evidence.accounts[mover.account].name, "arr": arr(of: mover.account),
          "what": movedWords(mover),
        ])
    }
    lines += wanted + falls + lost
    // A text from data may hold line breaks, which would let it pass for lines of ours.
    let text = lines.prefix(Self.mostDigestLines).map(onOneLine).joined(separator: "\n")
    return Array((text + "\n").utf8)
  }

  /// Whether the score can be trusted, and that it was fitted where it was.
  private func digestVerdict() -> String {
    let proof = judged.proving(review.models)
    return [
      words(.verdictSentence, ["verdict": words.code(.verdict, proof.verdict.code)]), missedWords(judged),
      fittedWords(judged, by: review.models),
    ].compactMap { $0 }.joined(separator: " ")
  }
}
