/// A number as a reader sees it, in the operands of Unicode CLDR's plural rules: 1.50 is not 1.5.
public struct PluralNumber: Sendable {
  /// What a condition can ask of a number.
  enum Operand: String {
    /// The number with its sign, which CLDR takes off.
    case n
    /// The whole number before the decimals, without its sign.
    case i
    /// How many decimals are written.
    case v
    /// How many are without the zeros at the end.
    case w
    /// The decimals as a whole number.
    case f
    /// The same without the zeros at the end.
    case t
  }

  private let isNegative: Bool
  private let whole: Double
  private let decimals: [UInt8]

  /// Takes a whole number.
  public init(_ number: Int) {
    isNegative = number < 0
    whole = Double(number.magnitude)
    decimals = []
  }

  /// Takes a number as it is written out.
  ///
  /// - Parameters:
  ///   - text: the number with its decimals; signs and what sets thousands apart are passed over.
  ///   - decimal: what stands before its decimals.
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
