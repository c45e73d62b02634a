import Files
import Health
import Review
import Sheets

/// Makes workbooks of the lists: numbers are numbers and days are days, ids and texts are texts.
struct ListWorkbook: Composer {
  private static let textWidth = 92.0

  let tell: Telling
  private var look: SheetLook { SheetLook(tell: tell) }

  /// A list, and a sheet that says what it is.
  func bytes(of list: ListID, _ rows: [ListRow]) throws(FileError) -> [UInt8] {
    try look.book(title: words.code(.list, list.rawValue), [sheet(of: list, rows), about(list, rows)]).bytes()
  }

  /// What lists there are, and every list.
  func bytes(of lists: [(list: ListID, rows: [ListRow])]) throws(FileError) -> [UInt8] {
    let sheets = lists.map { sheet(of: $0.list, $0.rows) }
    return try look.book(title: words(.lists), [contents(lists)] + sheets).bytes()
  }

  private func sheet(of list: ListID, _ rows: [ListRow]) -> WorkSheet {
    let columns = ListColumn.inWorkbooks
    var sheet = WorkSheet(words.code(.list, list.rawValue))
    sheet.rows = [columns.map { (.text(words.code(.column, $0.rawValue)), look.head) }]
    sheet.rows += rows.map { row in columns.map { cell($0, of: row) } }
    sheet.widths = columns.map(width)
    sheet.frozen = (1, 1)
    sheet.hasFilter = true
    sheet.print.columns = ListColumn.printed.count
    sheet.print.head = look.stamp(words.code(.list, list.rawValue))
    sheet.print.foot = look.origin
    return sheet
  }

  private func cell(_ column: ListColumn, of row: ListRow) -> WorkSheet.StyledCell {
    switch row[column] {
    case .text(let text) where column == .name:
      return (.link(text ?? "", to: look.address(of: row.account.account)), look.wrapped)
    case .text(let text): return (text.map { .text($0) } ?? .blank, look.wrapped)
    case .id(let id): return (.text(id), look.plain)
    case .code(let phrase, let code):
      guard let code else { return (.blank, look.plain) }
      let isBand = phrase == .band
      return (.text(words.code(phrase, code)), isBand ? look.plain.with { $0.fill = look.fill(code) } : look.plain)
    case .segment(let segment): return (.text(name(of: segment)), look.plain)
    case .truth(let isTrue): return (.text(words(isTrue ? .yes : .no)), look.plain)
    case .number(let number): return (number.map { .number(Double($0)) } ?? .blank, look.plain.with { $0.format = "0" })
    case .change(let number):
      return (number.map { .number(Double($0)) } ?? .blank, look.plain.with { $0.format = "+0;-0;0" })
    case .money(let amount): return (amount.map { .number($0) } ?? .blank, look.money)
    case .day(let day): return (look.cell(day), look.day)
    }
  }

  /// In characters of the usual size.
  private func width(_ column: ListColumn) -> Double {
    switch column {
    case .name: 28
    case .whyListed, .reason, .note: 46
    case .nextStep: 30
    case .csm, .accountID, .segment, .direction, .decision, .flagBy, .decidedBy: 18
    case .score, .band, .flag, .points, .weeks, .overdue, .change: 10
    case .arr, .exposure, .renewsOn, .flagDate, .flagStatus, .since, .state, .decisionDue, .decidedOn, .nextStepDue: 13
    }
  }

  /// What a list is, for who opens the file without the page.
  private func about(_ list: ListID, _ rows: [ListRow]) -> WorkSheet {
    let name = words.code(.list, list.rawValue)
    let page = look.address(ofPage: "lists/\(list.rawValue).html")
    var sheet = look.page(
      words(.aboutTab), title: name,
      [
        words.code(.listMeaning, list.rawValue), lead(list, rows), words(ListPageComposer.order(of: list)),
        words(.figuresOfPage),
      ], width: Self.textWidth)
    sheet.rows.append([(.link(words(.toListPage), to: page), look.wrapped)])
    return sheet
  }

  private func lead(_ list: ListID, _ rows: [ListRow]) -> String {
    words.count(
      .listLead, rows.count,
      ["arr": money(arr(of: rows.map(\.account.account))), "owed": ListRows(tell: tell).owedWords(on: list)])
  }

  /// What lists there are and how long each is.
  private func contents(_ lists: [(list: ListID, rows: [ListRow])]) -> WorkSheet {
    var sheet = look.page(words(.lists), title: words(.lists), [], width: 34)
    sheet.widths = [34, 11, 15, Self.textWidth]
    sheet.rows.append([(.wide(words(.figuresOfPage), columns: sheet.widths.count), look.wrapped)])
    sheet.rows.append([])
    sheet.rows.append([.list, .accounts, .arr, .meaning].map { (.text(words($0)), look.head) })
    for (list, rows) in lists {
      let arr = arr(of: rows.map(\.account.account))
      sheet.rows.append([
        (
          .link(words.code(.list, list.rawValue), to: look.address(ofPage: "lists/\(list.rawValue).html")), look.wrapped
        ),
        (.number(Double(rows.count)), look.plain.with { $0.format = "0" }),
        (arr.isComplete ? .number(arr.known) : .text(money(arr)), look.money.with { $0.wraps = true }),
        (.text(words.code(.listMeaning, list.rawValue)), look.wrapped),
      ])
    }
    return sheet
  }
}
