/// The words of a chart's table apart from its figures, and the format of those.
public struct TableWords: Sendable {
  /// The name of the table.
  public var name: String
  /// The heads of the columns, starting with the one that names the rows.
  public var heads: [String]
  /// The name of each row, unless the figures themselves say it.
  public var rows: [String]
  /// The text of a cell without a figure.
  public var none: String
  /// Formats a figure in the unit in which it is drawn.
  public var number: @Sendable (Double) -> String

  /// Creates words for a table of figures formatted by `number`.
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

  /// The table of rows in the order given, each after its name.
  func table(_ values: [[Double?]]) -> ChartTable {
    table(texts: zip(rows, values).map { [$0] + $1.map(text) })
  }

  /// The table of finished rows; heads of columns that no row has are left out.
  func table(texts: [[String]]) -> ChartTable {
    ChartTable(name: name, heads: Array(heads.prefix(texts.map(\.count).max() ?? 0)), rows: texts)
  }
}
