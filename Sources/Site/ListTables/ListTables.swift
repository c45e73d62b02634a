import Files
import Health
import Publishing
import Review

/// The tables next to the page of each list, for people who work in a spreadsheet: as CSV, as a workbook, and all lists
/// of the edition in one workbook.
struct ListTables: Composer {
  /// The workbook of all lists.
  static let allLists = "lists/all-lists.xlsx"

  let tell: Telling

  func files() throws(FileError) -> [OutputFile] {
    let book = ListWorkbook(tell: tell)
    var files: [OutputFile] = []
    var tables: [(list: ListID, rows: [ListRow])] = []
    for list in ListID.allCases {
      let rows = rows(of: list)
      tables.append((list, rows))
      files.append(OutputFile(path: Self.path(list, "csv"), bytes: table(of: rows)))
      files.append(OutputFile(path: Self.path(list, "xlsx"), bytes: try book.bytes(of: list, rows)))
    }
    return files + [OutputFile(path: Self.allLists, bytes: try book.bytes(of: tables))]
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
