public import Health
import Review
import Tables

extension Remark {
  /// Reads what somebody wrote; nil where nothing is left of it.
  ///
  /// - Parameters:
  ///   - mark: what a private text begins with, which is left out; empty for no such mark.
  ///   - isPrivate: whether it is private without the mark as well.
  public init?(reading text: String, mark: String, isPrivate: Bool = false) {
    guard !mark.isEmpty, text.utf8.starts(with: mark.utf8) else {
      self.init(text, isPrivate: isPrivate)
      return
    }
    let rest = CellParsing.text(String(Substring(text.utf8.dropFirst(mark.utf8.count))), keepsLines: true)
    guard !rest.isEmpty else { return nil }
    self.init(rest, isPrivate: true)
  }
}

extension RowParser {
  /// Reads what somebody wrote into columns of the row.
  ///
  /// All of it is private where the column `private` says so, and where that cell cannot be read: nobody can take back
  /// what was shown. One text alone is private where it begins with the mark.
  ///
  /// - Parameter mark: what a private text begins with; empty for no such mark.
  mutating func remarks(_ columns: [String], mark: String) -> [Remark?] {
    let isPrivate = choice(Table.privateColumn, of: YesOrNo.self) == .yes
    let isUnreadable =
      isRefused(Table.privateColumn) || position(of: Table.privateColumn).map { reader.isError($0) } ?? false
    return columns.map { column in
      freeText(column).flatMap { Remark(reading: $0, mark: mark, isPrivate: isPrivate || isUnreadable) }
    }
  }
}
