public import Files
import Health
import Review
import Sheets

extension Context {
  /// The workbook in which people say what they think of the accounts that wait for it, without any score.
  ///
  /// - Parameter csm: who is asked, about the accounts of their own; nil for everybody.
  /// - Returns: the name of its file, how many accounts it asks about, and its bytes.
  /// - Throws: `FileError` when there is no room for it while it is made.
  public func judgementSheet(
    for csm: String?
  ) throws(FileError) -> (name: String, accounts: Int, bytes: [UInt8]) {
    let owners = review.evidence.accounts.map(\.csm)
    // In a sheet for everybody the flag stands beside the question.
    let asked =
      review.judgementsAsked { csm == nil || owners[$0] == csm } + (csm.map(review.opinionsAsked(of:)) ?? [])
    let person = csm.map { $0.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-") }
    let name = [review.asOf.description, person].compactMap(\.self).joined(separator: "-")
    let bytes = try JudgementSheetComposer(tell: Telling(self)).book(asked, by: csm).bytes()
    return ("\(name).xlsx", asked.count, bytes)
  }
}

/// Composes the workbook that CSMs fill in.
///
/// No cell, list or order of it says what a score is.
struct JudgementSheetComposer: Composer {
  private typealias Column = JudgementSheet.Column

  /// The hidden sheet with the words of the drop-downs.
  private static let wordsTab = "vigie"
  /// The columns that fit on a printed sheet.
  private static let printed = 11
  private static let open: UInt32 = 0xFFF6DD
  private static let openHead: UInt32 = 0xFFE2A0

  let tell: Telling
  private var look: SheetLook { SheetLook(tell: tell) }

  /// The words of a drop-down, one below the other in a column of the hidden sheet.
  private struct DropDown {
    let column: Column
    let words: [Cell]
    let isStrict: Bool
    let hint: Phrase
  }

  private var dropDowns: [DropDown] {
    let kinds = Risk.Kind.allCases.map(\.rawValue)
    func texts(_ phrase: CodePhrase, _ codes: [String]) -> [Cell] { codes.map { .text(words.code(phrase, $0)) } }
    return [
      DropDown(
        column: .flag, words: texts(.band, Sentiment.Flag.allCases.map(\.rawValue)), isStrict: true, hint: .hintFlag),
      DropDown(
        column: .reason, words: texts(.risk, kinds.filter { $0 != Risk.Kind.other.rawValue }), isStrict: false,
        hint: .hintReason),
      DropDown(
        column: .decision, words: texts(.decision, ReviewDecision.Decision.allCases.map(\.rawValue)), isStrict: true,
        hint: .hintDecision),
      DropDown(column: .riskKind, words: texts(.risk, kinds), isStrict: true, hint: .hintRisk),
      DropDown(
        column: .riskSeverity, words: Risk.severities.map { .number(Double($0)) }, isStrict: true, hint: .hintSeverity),
    ]
  }

  func book(_ asked: [AskedJudgement], by csm: String?) -> WorkBook {
    look.book(title: words(.sheetTab), [accounts(asked, by: csm), howTo(csm), wordList])
  }

  private func accounts(_ asked: [AskedJudgement], by csm: String?) -> WorkSheet {
    let columns = Column.allCases
    var sheet = WorkSheet(words(.sheetTab))
    sheet.rows = [
      columns.map { column in
        (
          .text(words.code(.sheet, column.rawValue)),
          column.isOpen ? look.head.with { $0.fill = Self.openHead } : look.head
        )
      }
    ]
    sheet.rows += asked.map { row in columns.map { cell($0, of: row, by: csm) } }
    sheet.widths = columns.map(width)
    sheet.hiddenColumns = [columns.count - 1]
    sheet.frozen = (1, 1)
    sheet.hasFilter = true
    sheet.isProtected = true
    sheet.choices = dropDowns.enumerated().map { place, choice in
      WorkSheet.Choice(
        column: columns.firstIndex(of: choice.column) ?? 0, words: (Self.wordsTab, place, choice.words.count),
        isStrict: choice.isStrict, hint: (words.code(.sheet, choice.column.rawValue), words(choice.hint)))
    }
    sheet.print.columns = Self.printed
    sheet.print.head = look.stamp([words(.sheetTab), csm].compactMap(\.self).joined(separator: " · "))
    sheet.print.foot = look.origin
    return sheet
  }

  private func cell(_ column: Column, of asked: AskedJudgement, by csm: String?) -> WorkSheet.StyledCell {
    let account = asked.account
    let facts = evidence.accounts[account.account]
    let flag = asked.isSecondOpinion ? nil : account.sentiment
    switch column {
    case .account: return (.text(facts.name), look.wrapped.with { $0.isBold = true })
    case .accountID: return (.text(facts.id.text), look.plain)
    case .csm: return (look.cell(facts.csm), look.plain)
    case .renewsOn: return (look.cell(evidence.renewalDay(of: account.account, on: review.asOf)), look.day)
    case .lastContact: return (look.cell(evidence.lastContact(of: account.account, on: review.asOf)), look.day)
    case .openRisks:
      let risks = account.openRisks.map(ListWords(tell: tell).riskWords)
      return (risks.isEmpty ? .blank : .text(risks.joined(separator: "\n")), look.wrapped)
    case .lastFlag:
      return (
        flag.map { .text(words.code(.band, $0.flag.rawValue)) } ?? .blank,
        look.plain.with { $0.fill = flag.flatMap { look.fill($0.flag.rawValue) } }
      )
    case .lastFlagOn: return (look.cell(flag?.date), look.day)
    case .lastReason: return (look.cell(told(flag?.reason ?? flag?.note)), look.wrapped)
    case .asked: return (.text(words(of: asked)), look.wrapped)
    case .by: return (look.cell(csm ?? facts.csm), opened(look.wrapped))
    case .dueOn, .saidOn: return (.blank, opened(look.day))
    case .key:
      let key = JudgementSheet.Key(
        day: review.asOf, account: facts.id.text, lists: asked.lists, isSecondOpinion: asked.isSecondOpinion)
      return (.text(key.text), look.plain)
    case .flag, .reason, .note, .decision, .decisionNote, .nextStep, .riskKind, .riskSeverity, .riskNote:
      return (.blank, opened(look.wrapped))
    }
  }

  private func opened(_ style: CellStyle) -> CellStyle {
    style.with { ($0.isOpen, $0.fill) = (true, Self.open) }
  }

  private func words(of asked: AskedJudgement) -> String {
    if asked.isSecondOpinion { return words(.askedOpinion) }
    let wanted: [Phrase] = (asked.wantsFlag ? [.askedFlag] : []) + (asked.lists.isEmpty ? [] : [.askedDecision])
    return words.list(wanted.map { words($0) })
  }

  /// In characters of the usual size.
  private func width(_ column: Column) -> Double {
    switch column {
    case .account, .reason, .decision, .riskKind: 26
    case .openRisks, .lastReason, .note, .decisionNote, .nextStep, .riskNote: 34
    case .asked, .by, .csm, .accountID: 18
    case .flag, .lastFlag, .riskSeverity: 11
    case .renewsOn, .lastContact, .lastFlagOn, .dueOn, .saidOn, .key: 13
    }
  }

  /// How the sheet is filled in, and for one person what became of the accounts by the flags of their own.
  private func howTo(_ csm: String?) -> WorkSheet {
    let paragraphs: [Phrase] = [.howWhy, .howCells, .howDecision, .howFree, .howOpinion, .howBack]
    var sheet = look.page(words(.howTab), title: words(.howTitle), [], width: 24)
    // The paragraphs stand over both columns of the lists under them.
    sheet.rows += paragraphs.map { [(.wide(words($0), columns: 2), CellStyle().with { $0.wraps = true })] }
    sheet.widths = [24, 84]
    let meanings = JudgementRows(tell: tell)
    sheet.rows += table(
      .whatFlagsMean,
      Sentiment.Flag.allCases.map { ($0.rawValue, words.code(.band, $0.rawValue), meanings.meaning(of: $0)) })
    sheet.rows += table(
      .decisionsMean,
      ReviewDecision.Decision.allCases.map {
        ("", words.code(.decision, $0.rawValue), words.code(.decisionMeaning, $0.rawValue))
      })
    guard let csm, let result = review.backtest[Review.callHorizon] else { return sheet }
    let own = result.rates(ofFlagsBy: csm).filter { $0.rate.n > 0 }
    guard !own.isEmpty else { return sheet }
    sheet.rows += table(
      .ownFlags, own.map { ($0.flag.rawValue, words.code(.band, $0.flag.rawValue), words(of: $0.rate)) })
    sheet.rows += [[(.wide(words(.ownFlagsRule), columns: 2), CellStyle().with { $0.wraps = true })]]
    return sheet
  }

  private func table(
    _ head: Phrase, _ rows: [(code: String, word: String, meaning: String)]
  ) -> [[WorkSheet.StyledCell]] {
    [[], [(.text(words(head)), CellStyle().with { ($0.isBold, $0.size) = (true, 13) })]]
      + rows.map { code, word, meaning in
        [(.text(word), look.wrapped.with { $0.fill = look.fill(code) }), (.text(meaning), look.wrapped)]
      }
  }

  private var wordList: WorkSheet {
    var sheet = WorkSheet(Self.wordsTab)
    let lists = dropDowns.map(\.words)
    sheet.rows = (0..<(lists.map(\.count).max() ?? 0)).map { row in
      lists.map { list in (list.indices.contains(row) ? list[row] : .blank, CellStyle()) }
    }
    sheet.isHidden = true
    return sheet
  }
}
