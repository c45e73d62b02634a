/// A number as a reader sees it, in the operands of Unicode CLDR's plural rules: 1.50 is not 1.5.
public struct PluralNumber: Sendable {
  /// The operands of a condition.
  enum Operand: String {
    /// The number; CLDR uses its absolute value.
    case n
    /// The whole number before the decimals, without its sign.
    case i
    /// The number of visible decimals.
    case v
    /// The number of visible decimals without the zeros at the end.
    case w
    /// The decimals as a whole number.
    case f
    /// The same without the zeros at the end.
    case t
  }

  private let isNegative: Bool
  private let whole: Double
  private let decimals: [UInt8]

  /// Creates a whole number.
  public init(_ number: Int) {
    isNegative = number < 0
    whole = Double(number.magnitude)
    decimals = []
  }

  /// Creates a number from its written form.
  ///
  /// - Parameters:
  ///   - text: the number with its decimals; signs and thousands separators are skipped.
  ///   - decimal: the decimal separator.
  ///   - isNegative: whether it is below zero.
  public init(_ text: String, decimal: String, isNegative: Bool) {
    func digits(_ part: Substring) -> [UInt8] { part.utf8.filter { (48...57).contains($0) } }
    let parts = text.split(separator: decimal, maxSplits: 1, omittingEmptySubsequences: false)
    self.isNegative = isNegative
    whole = parts.first.map(digits)?.reduce(0) { $0 * 10 + Double($1 - 48) } ?? 0
    decimals = parts.count > 1 ? digits(parts[1]) : []
  }

  subscript(operand: Operand) -> Double {
    switch operand {
    case .n: (isNegative ? -1 : 1) * (whole + Self.value(decimals) / Self.power(of: decimals.count))
    case .i: whole
    case .v: Double(decimals.count)
    case .w: Double(shortDecimals.count)
    case .f: Self.value(decimals)
    case .t: Self.value(shortDecimals)
    }
  }

  private var shortDecimals: [UInt8] { decimals.reversed().drop { $0 == 48 }.reversed() }

  private static func value(_ digits: [UInt8]) -> Double { digits.reduce(0) { $0 * 10 + Double($1 - 48) } }

  private static func power(of digits: Int) -> Double { (0..<digits).reduce(1) { power, _ in power * 10 } }
}
