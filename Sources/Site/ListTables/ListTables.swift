import Files
import Health
import Publishing
import Review

/// The tables next to the page of each list, for people who work in a spreadsheet: as CSV, as a workbook, and all lists
/// of the edition in one workbook.
struct ListTables: Composer {
  let tell: Telling

  /// The tables of one list.
  func files(of list: ListID) throws(FileError) -> [OutputFile] {
    let rows = rows(of: list)
    return [
      OutputFile(path: Self.path(list, "csv"), bytes: table(of: rows)),
      OutputFile(path: Self.path(list, "xlsx"), bytes: try ListWorkbook(tell: tell).bytes(of: list, rows)),
    ]
  }

  /// The workbook of all lists.
  func all() throws(FileError) -> OutputFile {
    let tables = ListID.allCases.map { (list: $0, rows: rows(of: $0)) }
    return OutputFile(path: "lists/all-lists.xlsx", bytes: try ListWorkbook(tell: tell).bytes(of: tables))
  }

  private static func path(_ list: ListID, _ ending: String) -> String { "lists/\(list.rawValue).\(ending)" }

  /// The rows of a list in the order of its page.
  private func rows(of list: ListID) -> [ListRow] {
    let listWords = ListWords(tell: tell)
    return review.waitingFirst(list).compactMap { item in
      review.review(of: item.account).map { account in
        ListRow(
          item: item, account: account, facts: evidence.accounts[item.account],
          segment: review.models.segments[account.segment],
          renewsOn: evidence.renewalDay(of: item.account, on: review.asOf), why: listWords.why(item, account),
          due: review.due(item), told: { told($0) })
      }
    }
  }

  private func table(of rows: [ListRow]) -> [UInt8] {
    var csv = SpreadsheetTable(
      header: ListColumn.allCases.map(\.rawValue), hasDecimalComma: words(.decimal) == ",")
    for row in rows {
      csv.begin()
      for column in ListColumn.allCases { csv.add(row[column]) }
    }
    return csv.bytes
  }
}

extension SpreadsheetTable {
  fileprivate mutating func add(_ value: ListValue) {
    switch value {
    case .text(let text): add(text: text)
    case .id(let id): add(id: id)
    case .code(_, let code): add(text: code)
    case .segment(let segment): add(text: segment.id)
    case .truth(let isTrue): add(text: isTrue ? "yes" : "no")
    case .number(let number), .change(let number): add(number: number.map(Double.init))
    case .money(let amount): add(number: amount)
    case .day(let day): add(day: day)
    }
  }
}
