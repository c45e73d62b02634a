import Health
import Review
import Tables

extension RowParser {
  /// Reads what somebody wrote into columns of the row.
  ///
  /// All of it is private where the column `private` says so, and where that cell cannot be read: nobody can take back
  /// what was shown. One text alone is private where it begins with the mark, which is left out.
  ///
  /// - Parameter mark: what a private text begins with; empty for no such mark.
  mutating func remarks(_ columns: [String], mark: String) -> [Remark?] {
    let isPrivate = choice(Table.privateColumn, of: YesOrNo.self) == .yes
    let isUnreadable =
      isRefused(Table.privateColumn) || position(of: Table.privateColumn).map { reader.isError($0) } ?? false
    return columns.map { column in
      guard let text = freeText(column) else { return nil }
      guard !mark.isEmpty, text.utf8.starts(with: mark.utf8) else {
        return Remark(text, isPrivate: isPrivate || isUnreadable)
      }
      let rest = CellParsing.text(String(Substring(text.utf8.dropFirst(mark.utf8.count))), keepsLines: true)
      return rest.isEmpty ? nil : Remark(rest, isPrivate: true)
    }
  }
}
