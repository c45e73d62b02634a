import Health

/// A CSV table that opens correctly in a spreadsheet, and in which no text can act as a formula.
///
/// Every text is quoted. An apostrophe is added before a sign that a formula may begin with (`=`, `+`, `-`, `@` and
/// their full-width forms) wherever a program might see the beginning of a cell: at the start of the text, and after
/// what may be taken for the end of a cell or a line when the file is opened with another delimiter. A text that begins
/// with a tab or a line break gets one too, and so does an id that a spreadsheet would read as another value.
struct SpreadsheetTable {
  /// The lines in UTF-8, beginning with the byte-order mark that spreadsheets recognise it by.
  private var lines: [UInt8] = [0xEF, 0xBB, 0xBF]
  private var isFirstCell = true
  private let delimiter: UInt8
  private let decimal: UInt8

  /// - Parameter hasDecimalComma: whether the spreadsheets of the language write 2,5 and part cells by semicolons.
  init(header: [String], hasDecimalComma: Bool = false) {
    delimiter = UInt8(ascii: hasDecimalComma ? ";" : ",")
    decimal = UInt8(ascii: hasDecimalComma ? "," : ".")
    for name in header { add(text: name) }
  }

  /// The whole file, with its last line ended.
  var bytes: [UInt8] { lines + Self.lineEnd }

  /// Begins the next line.
  mutating func begin() {
    lines += Self.lineEnd
    isFirstCell = true
  }

  mutating func add(text: String?) {
    beginCell()
    guard let text else { return }
    lines.append(UInt8(ascii: "\""))
    // True where a reader may see the beginning of a cell.
    var begins = true
    if let first = text.utf8.first, [0x09, 0x0A, 0x0D].contains(first) { lines.append(UInt8(ascii: "'")) }
    for scalar in text.unicodeScalars {
      if begins, Self.opensFormula(scalar) { lines.append(UInt8(ascii: "'")) }
      if scalar == "\"" { lines.append(UInt8(ascii: "\"")) }
      lines.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
      begins = Self.endsCell(scalar) || begins && Self.isInvisible(scalar)
    }
    lines.append(UInt8(ascii: "\""))
  }

  /// Adds a number in a notation that every program reads, without an exponent.
  mutating func add(number: Double?) {
    beginCell()
    guard let number, number.isFinite else { return }
    let isWhole = number == number.rounded() && abs(number) < 1e15
    let digits = isWhole ? String(Int(number)) : "\(number)"
    lines += digits.utf8.map { $0 == UInt8(ascii: ".") ? decimal : $0 }
  }

  /// Adds an id, with an apostrophe where a spreadsheet would show it as another value: `00042` as 42,
  /// `3050000010100000` as 3.05E+15, `3-12` as a day.
  mutating func add(id: String) {
    let isNumberLike = !id.isEmpty && id.utf8.allSatisfy { Self.signsOfValues.contains($0) }
    let isSafe = id.utf8.allSatisfy { 48...57 ~= $0 } && id.utf8.count <= Self.mostDigits && !id.hasPrefix("0")
    add(text: isNumberLike && !isSafe && !(id.unicodeScalars.first.map(Self.opensFormula) ?? false) ? "'" + id : id)
  }

  /// What numbers, amounts, days and times are written with.
  private static let signsOfValues = Array("0123456789eE+-./:, ".utf8)
  /// The digits that spreadsheets show of a number before they write it with an exponent.
  private static let mostDigits = 11

  mutating func add(day: Day?) {
    beginCell()
    if let day { lines += Array(day.description.utf8) }
  }

  private mutating func beginCell() {
    if !isFirstCell { lines.append(delimiter) }
    isFirstCell = false
  }

  private static let lineEnd: [UInt8] = [0x0D, 0x0A]

  private static func opensFormula(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
    default: false
    }
  }

  private static func endsCell(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ";", "|", "\t", "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
  }

  /// Whether a scalar is blank or invisible, which programs drop before they interpret a cell.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .format: true
    default: scalar == "'" || scalar == "\""
    }
  }
}
