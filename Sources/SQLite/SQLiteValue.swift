/// The contents of a cell of a SQLite table.
public enum SQLiteCell: Equatable, Sendable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case blob([UInt8])
}

/// A Swift type that cells can be read as and written from.
public protocol SQLiteValue {
  /// Reads a cell; nil when it holds something else.
  init?(_ cell: SQLiteCell)

  /// The cell for the value.
  var sqlite: SQLiteCell { get }
}

extension Int64: SQLiteValue {
  /// Reads a whole number.
  public init?(_ cell: SQLiteCell) {
    guard case .integer(let number) = cell else { return nil }
    self = number
  }

  /// The number as an integer.
  public var sqlite: SQLiteCell { .integer(self) }
}

extension Int: SQLiteValue {
  /// Reads a whole number.
  public init?(_ cell: SQLiteCell) {
    guard case .integer(let number) = cell else { return nil }
    self.init(number)
  }

  /// The number as an integer.
  public var sqlite: SQLiteCell { .integer(Int64(self)) }
}

extension Bool: SQLiteValue {
  /// Reads 0 as false and any other whole number as true.
  public init?(_ cell: SQLiteCell) {
    guard case .integer(let number) = cell else { return nil }
    self = number != 0
  }

  /// 1 or 0.
  public var sqlite: SQLiteCell { .integer(self ? 1 : 0) }
}

extension Double: SQLiteValue {
  /// Reads a number, whole ones too.
  public init?(_ cell: SQLiteCell) {
    switch cell {
    case .real(let number): self = number
    case .integer(let number): self.init(number)
    default: return nil
    }
  }

  /// The number; SQLite keeps not-a-number as null.
  public var sqlite: SQLiteCell { .real(self) }
}

extension String: SQLiteValue {
  /// Reads a text.
  public init?(_ cell: SQLiteCell) {
    guard case .text(let text) = cell else { return nil }
    self = text
  }

  /// The text.
  public var sqlite: SQLiteCell { .text(self) }
}

extension [UInt8]: SQLiteValue {
  /// Reads bytes; a text is its UTF-8.
  public init?(_ cell: SQLiteCell) {
    switch cell {
    case .blob(let bytes): self = bytes
    case .text(let text): self = Array(text.utf8)
    default: return nil
    }
  }

  /// The bytes.
  public var sqlite: SQLiteCell { .blob(self) }
}

extension Optional: SQLiteValue where Wrapped: SQLiteValue {
  /// Reads null as nil.
  public init?(_ cell: SQLiteCell) {
    if cell == .null {
      self = nil
    } else {
      guard let value = Wrapped(cell) else { return nil }
      self = value
    }
  }

  /// The value, or null for nil.
  public var sqlite: SQLiteCell { self?.sqlite ?? .null }
}

extension SQLiteCell: SQLiteValue {
  /// Any cell is one.
  public init?(_ cell: SQLiteCell) { self = cell }

  /// The cell itself.
  public var sqlite: SQLiteCell { self }
}
