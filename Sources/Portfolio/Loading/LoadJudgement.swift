import Files
import Findings
import Health
import Review

extension Loader {
  mutating func judgement(_ settings: Settings, accounts: [Account], index: AccountIndex) -> Judgement {
    let count = accounts.count
    let sentiment = recordedRows(of: .sentiment, settings: settings, accounts: index, count: count, order: RowOrder.of)
    {
      row -> (Sentiment, Day?)? in
      let date = row.requiredDay("date")
      let flag = row.requiredChoice("flag", of: Sentiment.Flag.self)
      let said = row.remarks(["reason", "note"], mark: settings.privateMark)
      guard let date, let flag else { return nil }
      return (Sentiment(date: date, flag: flag, csm: row.person("csm"), reason: said[0], note: said[1]), date)
    }
    let risks = recordedRows(of: .risks, settings: settings, accounts: index, count: count, order: RowOrder.of) {
      row -> (Risk, Day?)? in
      let seenOn = row.requiredDay("seen_on")
      let kind = row.requiredChoice("kind", of: Risk.Kind.self)
      let severity = row.wholeNumber("severity", in: Risk.severities)
      let isUnreadable = row.isRefused("severity")
      let closedOn = row.day("closed_on")
      let said = row.remarks(["note"], mark: settings.privateMark)
      guard let seenOn, let kind else { return nil }
      return (
        Risk(
          seenOn: seenOn, kind: kind,
          severity: severity ?? (isUnreadable ? Risk.severities.upperBound : Risk.usualSeverity),
          note: said[0],
          source: row.text("source"),
          closedOn: closedOn),
        seenOn
      )
    }
    let reviews = recordedRows(of: .reviews, settings: settings, accounts: index, count: count, order: RowOrder.of) {
      row -> (ReviewDecision, Day?)? in
      let date = row.requiredDay("date")
      let list = row.requiredChoice("list", of: ListID.self)
      let decision = row.requiredChoice("decision", of: ReviewDecision.Decision.self)
      let dueOn = row.day("due_on")
      let said = row.remarks(["note", "next_step"], mark: settings.privateMark)
      guard let date, let list, let decision else { return nil }
      return (
        ReviewDecision(
          date: date, list: list, decision: decision, by: row.person("by"), note: said[0], nextStep: said[1],
          dueOn: dueOn),
        date
      )
    }
    let opinions = recordedRows(of: .opinions, settings: settings, accounts: index, count: count, order: RowOrder.of) {
      row -> (Opinion, Day?)? in
      let date = row.requiredDay("date")
      let flag = row.requiredChoice("flag", of: Sentiment.Flag.self)
      let said = row.remarks(["reason"], mark: settings.privateMark)
      guard let date, let flag else { return nil }
      return (Opinion(date: date, flag: flag, by: row.person("by"), reason: said[0]), date)
    }
    return Judgement(
      sentiment: sentiment, risks: risks, reviews: reviews, opinions: opinions, notes: notes(index),
      editionNote: note("data/edition/\(Edition(of: asOf)).md"),
      privateMark: settings.privateMark)
  }

  /// Reads the files `data/notes/<account_id>.md`.
  private mutating func notes(_ index: AccountIndex) -> [Int: String] {
    var notes: [Int: String] = [:]
    for (account, _, text) in texts(in: "data/notes", index) {
      notes[account] = notes[account].map { "\($0)\n\n\(text)" } ?? text
    }
    return notes
  }

  /// Reads the Markdown files of a folder that are named after accounts, those under old ids first.
  mutating func texts(in folder: String, _ index: AccountIndex) -> [(account: Int, file: String, text: String)] {
    let names = names(in: dataFolder + "/" + folder, shown: folder)
    var texts: [(account: Int, file: String, text: String)] = []
    let files = names.filter { $0.hasSuffix(".md") }.map { name in
      (name: name, id: String(decoding: percentDecoded(name.dropLast(3)), as: UTF8.self))
    }
    func isOld(_ id: String) -> Bool { index.aliases.currentID(of: id) != id }
    for (name, id) in files.sorted(by: { (isOld($0.id) ? 0 : 1, $0.name) < (isOld($1.id) ? 0 : 1, $1.name) }) {
      let file = folder + "/" + name
      guard let account = index.position(of: id) else {
        if index.isComplete {
          let meant = sameIdentity(as: id, among: index.names)
          let hint: Message = meant.map { "; call it '\(UnreadFiles.fileName(of: $0))'" } ?? ""
          log.add(
            Finding(
              .warning, file: file, "no account has the account_id that the file is named for\(hint)",
              group: meant == nil ? Finding.Group(.files, of: folder) : nil))
        }
        continue
      }
      guard let text = note(file) else { continue }
      texts.append((account, file, text))
    }
    return texts
  }

  /// The text of a Markdown file; nil when it does not exist or is no text.
  ///
  /// One that cannot be read stops the build.
  private mutating func note(_ file: String) -> String? {
    let path = dataFolder + "/" + file
    do throws(FileError) {
      guard let bytes = try contentsIfThere(path, atMost: Limits.text) else { return nil }
      inputs.append(PortfolioInput(path, isAboutAccounts: true))
      switch EditedText(bytes) {
      case .text(let text): return text
      case .fault(let fault, let line, let column):
        log.add(Finding(.error, file: file, line: line, column: column, "the note is left out: \(fault)"))
        return nil
      }
    } catch {
      stop(cannotRead(file, error))
      return nil
    }
  }
}

/// The bytes of an id in a file name, which writes `/` as `%2F`.
func percentDecoded(_ name: Substring) -> [UInt8] {
  var bytes: [UInt8] = []
  var rest = Array(name.utf8)[...]
  while let byte = rest.popFirst() {
    if byte == UInt8(ascii: "%"), rest.count >= 2,
      let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
    {
      bytes.append(value)
      rest = rest.dropFirst(2)
    } else {
      bytes.append(byte)
    }
  }
  return bytes
}
