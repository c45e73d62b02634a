/// The cells of one column of the accounts table, one for each account.
public struct AccountCells: Sendable {
  /// The column's canonical name.
  public let name: String
  /// The text of each cell; nil for a blank one.
  public let texts: [String?]
  /// The cells that are numbers.
  public let numbers: [Double?]

  /// Creates a column from a name and, for each account in order, a text and a number.
  public init(name: String, texts: [String?], numbers: [Double?]) {
    precondition(texts.count == numbers.count, "a column has one cell an account")
    self.name = name
    self.texts = texts
    self.numbers = numbers
  }
}

extension Evidence {
  /// The cells of a known column; nil when no account has any.
  public func cells(of column: AccountColumn) -> AccountCells? { columns.first { $0.name == column.name } }
}
