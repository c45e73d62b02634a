/// What a cell of a workbook holds.
public enum Cell: Sendable {
  case blank
  /// A text, which nothing takes for a formula, a number or a day.
  case text(String)
  case number(Double)
  /// A text over so many columns, of which the others are not filled.
  case wide(String, columns: Int)
  /// A text that leads to a page; the address may be relative to the workbook.
  case link(String, to: String)
}

/// How a cell looks, and whether a protected sheet lets people fill it in.
public struct CellStyle: Hashable, Sendable {
  /// How a number is written, in the codes of Excel, such as `#,##0` or `yyyy-mm-dd`.
  public var format: String?
  /// The colour behind the text, as 0xRRGGBB.
  public var fill: UInt32?
  /// The colour of the text, as 0xRRGGBB.
  public var ink: UInt32?
  /// Whether the letters are bold.
  public var isBold = false
  /// In points; nil for the usual size.
  public var size: Double?
  /// Whether a long text runs on over several lines of the cell.
  public var wraps = false
  /// Whether a number stands on the left, as days do; others stand a little away from the text on their right.
  public var isLeft = false
  /// Whether the cell has a line at its foot.
  public var isRuled = false
  /// Whether people may fill the cell in where the sheet is protected.
  public var isOpen = false

  /// The usual look.
  public init() {}

  /// The same with some changes.
  public func with(_ change: (inout CellStyle) -> Void) -> CellStyle {
    var style = self
    change(&style)
    return style
  }
}

/// The number by which workbooks know a day: 2026-11-16 is 46342.
///
/// - Parameter day: days since 1970-01-01.
public func serial(ofDay day: Int) -> Double { Double(day + 25_569) }
