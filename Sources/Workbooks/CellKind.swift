/// What a cell holds.
public enum CellKind: UInt8, Sendable, CaseIterable {
  /// Nothing, or a text without a character.
  case blank
  /// Text; also a time of day or a duration, as `HH:mm:ss`.
  case text
  /// A number in decimal digits.
  case number
  /// A day as `yyyy-MM-dd`, followed by ` HH:mm:ss` where there is a time of day.
  case day
  /// `TRUE` or `FALSE`.
  case boolean
  /// An error of Excel, such as `#N/A`.
  case error
  /// A formula that no program has computed yet.
  case formulaWithoutValue
}

/// A cell of the row that is being read; its bytes are in the row or among the shared texts.
struct Cell {
  var kind = CellKind.blank
  var range = 0..<0
  var isShared = false
}
