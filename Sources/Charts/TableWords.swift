/// The words of a drawing's table that are none of its figures, and how those are written.
public struct TableWords: Sendable {
  /// What the table shows; it is named for that.
  public var name: String
  /// The heads of the columns, from the one that names the rows on.
  public var heads: [String]
  /// What each row is called, where the figures themselves do not say so.
  public var rows: [String]
  /// A cell without a figure.
  public var none: String
  /// A figure as text, in the unit in which it is drawn.
  public var number: @Sendable (Double) -> String

  /// Words for a table of the figures that `number` writes.
  public init(
    name: String, heads: [String], rows: [String] = [], none: String = "",
    number: @escaping @Sendable (Double) -> String = { String(Int($0)) }
  ) {
    self.name = name
    self.heads = heads
    self.rows = rows
    self.none = none
    self.number = number
  }

  func text(_ value: Double?) -> String { value.map(number) ?? none }

  /// The table of rows in the order given, each behind its name.
  func table(_ values: [[Double?]]) -> ChartTable {
    table(texts: zip(rows, values).map { [$0] + $1.map(text) })
  }

  /// The table of finished rows; heads of columns that no row has are left out.
  func table(texts: [[String]]) -> ChartTable {
    ChartTable(name: name, heads: Array(heads.prefix(texts.map(\.count).max() ?? 0)), rows: texts)
  }
}
