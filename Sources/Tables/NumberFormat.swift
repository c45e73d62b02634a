/// How numbers are written in a table: the sign before the decimals, and what parts the thousands.
///
/// No locale is asked. What the settings name is read and nothing else, so that one cell never has two meanings;
/// around the digits, what people write for other people is read whatever the format is (``number(_:)``).
public struct NumberFormat: Hashable, Sendable {
  /// What stands before the decimals.
  public enum Decimal: String, CaseIterable, Sendable {
    case point = "."
    case comma = ","
  }

  /// What stands between groups of three digits.
  public enum Thousands: String, CaseIterable, Sendable {
    case comma = ","
    case point = "."
    /// Every kind of blank: space, tab, no-break space, narrow no-break space, thin space.
    case blank = " "
    /// The straight and the curly one.
    case apostrophe = "'"

    /// Reads a sign as settings have it: one of the four, any kind of blank, or the curly apostrophe.
    public init?(sign: String) {
      switch sign {
      case "\u{2019}": self = .apostrophe
      case "\u{A0}", "\u{202F}", "\u{2009}", "\t": self = .blank
      default: self.init(rawValue: sign)
      }
    }
  }

  /// A decimal point and no sign for thousands.
  public static let plain = NumberFormat(decimal: .point, of: nil)

  /// What stands before the decimals.
  public let decimal: Decimal
  /// What parts the thousands; nil where nothing does, so that `1,250` is a number of this format or none.
  public let thousands: Thousands?

  private init(decimal: Decimal, of thousands: Thousands?) {
    self.decimal = decimal
    self.thousands = thousands
  }

  /// Creates a format; nil when one sign would mean both.
  public init?(decimal: Decimal = .point, thousands: Thousands? = nil) {
    guard thousands?.rawValue != decimal.rawValue else { return nil }
    self.init(decimal: decimal, of: thousands)
  }

  /// Reads the number in a cell; nil where there is none, or one that this format would not write so.
  ///
  /// Around the digits it reads a currency sign or code or both (`EUR 18000.00` is 18000, `$5 CAD` is 5), a minus of
  /// any kind before or behind or parentheses instead (`(1200)` is -1200), a plus, `%` behind (`12.5 %` is 0.125),
  /// and behind the digits a `k` or an `m` for thousands or millions (`36k` is 36000, `€1.2M` is 1200000). With a
  /// comma for thousands `72,000.50` is 72000.5 and `1,23` is none: the first group has one to three digits and does
  /// not begin with 0, every other has three. An exponent is read only where nothing stands around the number
  /// (`1e3`).
  public func number(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    if let number = plainNumber(bytes) { return number }
    guard let dressed = DressedNumber(bytes) else { return nil }
    return number(dressed)
  }

  /// Reads a number around which nothing stands.
  func plainNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? { CellParsing.number(bytes, decimal: decimalSign) }

  /// The currency that a cell with an amount names: a code in capitals, or else the sign as it is written; nil where
  /// it names none, and in a cell that holds anything but one amount.
  ///
  /// `45 000,00 eur` gives `EUR`, `US$ 5` gives `US$`, `$5 CAD` gives `CAD`.
  public static func currency(in bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard let dressed = DressedNumber(bytes), all.contains(where: { $0.number(dressed) != nil }) else { return nil }
    return dressed.currency
  }

  /// True for a number whose every point can be one of thousands as well as one of decimals, such as `84.000`,
  /// `€1.250` and `1.250.000`.
  ///
  /// One to three digits stand before the first point and exactly three behind each. `0.500` is none, since nobody
  /// begins thousands with 0.
  public static func isAmbiguous(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.contains(Decimal.point.sign), let dressed = DressedNumber(bytes) else { return false }
    let pointed = NumberFormat(decimal: .comma, of: .point)
    return !dressed.core.contains(Decimal.comma.sign) && pointed.number(dressed) != nil
  }

  /// True for a number that has a point in it, be it one of thousands or one of decimals: `84.5`, `1.250,00 €`.
  public static func hasPoint(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.contains(Decimal.point.sign) && all.contains { $0.number(bytes) != nil }
  }

  /// The lines of settings that read a cell which this format does not, such as `decimal: ","`; the fewest first.
  ///
  /// A sign that can be either gives both readings: `1,250` gives `decimal: ","` (1.25) and `thousands: ","` (1250).
  /// A line that this format has already is not said again, and lines of which fewer would do are not said at all.
  public func suggestions(for bytes: UnsafeBufferPointer<UInt8>) -> [String] {
    guard number(bytes) == nil else { return [] }
    let readings = Self.all.filter { other in
      // Settings gain lines or change them; that one is too many would be another advice.
      (other.thousands != nil || thousands == nil) && other.number(bytes) != nil
    }.map { lines($0) }
    let fewest = readings.filter { lines in !readings.contains { $0 != lines && Set($0).isSubset(of: lines) } }
    return (fewest.filter { $0.count == 1 } + fewest.filter { $0.count > 1 }).map { $0.joined(separator: ", ") }
  }

  /// Every format that there is, the plainer ones first.
  private static let all: [NumberFormat] = ([nil] + Thousands.allCases).flatMap { thousands in
    Decimal.allCases.compactMap { NumberFormat(decimal: $0, thousands: thousands) }
  }

  private var decimalSign: UInt8 { decimal.sign }

  /// The lines that make another format of this one.
  private func lines(_ other: NumberFormat) -> [String] {
    let decimals = other.decimal == decimal ? [] : ["decimal: \"\(other.decimal.rawValue)\""]
    guard let sign = other.thousands, sign != thousands else { return decimals }
    return decimals + ["thousands: \"\(sign.rawValue)\""]
  }

  /// The value of what was found in a cell: its digits without the signs between groups, read as a plain number.
  private func number(_ dressed: DressedNumber) -> Double? {
    let core = dressed.core
    let value = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: core.count + 3) { buffer -> Double? in
      guard var count = copy(core, to: buffer) else { return nil }
      // An exponent is rounded once with the digits: 1.1m is 1100000, and 1.1 × 1000000 is not.
      for byte in dressed.exponent.utf8 {
        buffer[count] = byte
        count += 1
      }
      return CellParsing.number(UnsafeBufferPointer(rebasing: buffer[..<count]))
    }
    return value.map { dressed.isNegative ? -$0 : $0 }
  }

  /// Copies digits and a point in place of the decimal sign; the number of bytes, or nil where groups are not as they
  /// must be.
  private func copy(_ core: UnsafeBufferPointer<UInt8>, to buffer: UnsafeMutableBufferPointer<UInt8>) -> Int? {
    var count = 0
    var position = 0
    var groupStart = 0
    var hasGroups = false
    var isFraction = false
    while position < core.count {
      let byte = core[position]
      if byte >= 48, byte <= 57 {
        buffer[count] = byte
        count += 1
        position += 1
        continue
      }
      guard !isFraction else { return nil }
      let isLastGroup = byte == decimalSign
      let length = isLastGroup ? 1 : thousands?.length(in: core, at: position) ?? 0
      let digits = count - groupStart
      let isGroup = hasGroups ? digits == 3 : (1...3).contains(digits) && buffer[0] != UInt8(ascii: "0")
      guard length > 0, isLastGroup ? isGroup || !hasGroups : isGroup else { return nil }
      if isLastGroup {
        isFraction = true
        buffer[count] = Decimal.point.sign
        count += 1
      } else {
        hasGroups = true
        groupStart = count
      }
      position += length
    }
    return isFraction || !hasGroups || count - groupStart == 3 ? count : nil
  }
}

extension NumberFormat.Decimal {
  fileprivate var sign: UInt8 { self == .point ? UInt8(ascii: ".") : UInt8(ascii: ",") }
}

extension NumberFormat.Thousands {
  /// The number of bytes of the sign at a position; 0 where there is none.
  fileprivate func length(in bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
    switch self {
    case .comma: bytes[position] == UInt8(ascii: ",") ? 1 : 0
    case .point: bytes[position] == UInt8(ascii: ".") ? 1 : 0
    case .apostrophe where bytes[position] == UInt8(ascii: "'"): 1
    case .apostrophe: bytes[position...].starts(with: [0xE2, 0x80, 0x99]) ? 3 : 0
    case .blank: Blank.length(in: bytes, at: position)
    }
  }
}
