import Findings
import Health
import Tables

/// The cells of the current row as values. A blank cell is nil; so is one that does not fit, after it is noted.
extension RowParser {
  /// Reads a text.
  mutating func text(_ name: String) -> String? { position(of: name).flatMap { text(at: $0) } }

  /// Reads a text in which people write lines, such as a note; its line breaks stay.
  ///
  /// What the settings say is HTML is read without its marks.
  mutating func freeText(_ name: String) -> String? {
    guard let column = position(of: name), let text = text(at: column, keepsLines: true) else { return nil }
    guard source.html.contains(name) else { return text }
    let plain = CellParsing.textOfHTML(text)
    return plain.isEmpty ? nil : plain
  }

  /// Reads the text of any column of the file.
  mutating func text(at column: Int, keepsLines: Bool = false) -> String? {
    if reader.isError(column) {
      note(placeholder: column)
      return nil
    }
    if reader.hasNoResult(column) {
      refuse(
        column, isRequired: false,
        "\(reader.header.indices.contains(column) ? reader.header[column] : "") is a formula of which the workbook holds no result; open it in the program that calculates it and save it"
      )
      return nil
    }
    let (isPlaceholder, text) = reader.withCell(column) { bytes -> (Bool, String?) in
      let trimmed = CellParsing.trimmed(bytes)
      if CellParsing.isPlaceholder(trimmed) { return (true, nil) }
      return (false, trimmed.isEmpty ? nil : CellParsing.text(trimmed, keepsLines: keepsLines))
    }
    if isPlaceholder { note(placeholder: column) }
    return text
  }

  /// Reads the name of a person of our own.
  mutating func person(_ name: String) -> String? {
    let person = text(name)
    if let person { note(person: person) }
    return person
  }

  /// Reads a required text; a blank is a fault.
  mutating func requiredText(_ name: String) -> String? { required(name) { $0.text(name) } }

  /// Reads a day.
  mutating func day(_ name: String, isRequired: Bool = false) -> Day? {
    guard let column = position(of: name) else { return nil }
    if !source.cells.noDays.isEmpty,
      reader.withCell(column, { source.cells.means(noDay: CellParsing.trimmed($0)) })
    {
      note(placeholder: column)
      return nil
    }
    let days = reader.isDay(column) ? Self.daysOfWorkbooks : days
    let day = value(at: column, isRequired: isRequired, isNone: Self.meansNoDay) {
      days.day($0)
    } unless: { bytes, text in
      ("\(name) is '\(text)'; write a day such as \(days.example)", days.suggestions(for: bytes))
    }
    if !readings.isSettled(column), !reader.isDay(column), let other = daysInOtherOrder {
      let isReadInOtherOrder = reader.withCell(column) { cell -> Bool? in
        let cell = CellParsing.trimmed(cell)
        return cell.isEmpty || CellParsing.isPlaceholder(cell) || Self.meansNoDay(cell) ? nil : other.day(cell) != nil
      }
      if let isReadInOtherOrder {
        readings.note(day: column, isRead: day != nil, isReadInOtherOrder: isReadInOtherOrder)
      }
    }
    guard let day else { return nil }
    guard day < Self.earliestDay || day - asOf > Self.mostDaysAhead else {
      if day - asOf > Self.usualDaysAhead {
        warn(
          at: column, "\(name) is '\(shownText(column))', decades away; correct the year if it is a slip")
      }
      return day
    }
    refuse(
      column, isRequired: isRequired,
      "\(name) is '\(shownText(column))', a day that can hardly be meant; correct the year, or leave the cell blank")
    return nil
  }

  /// How the reader of workbooks writes what a number format says is a day.
  private static let daysOfWorkbooks = DayReading(asOf: Day(number: 0))
  /// Nothing that is told of customers is older.
  private static let earliestDay = Day(iso: "1900-01-02") ?? Day(number: 0)
  /// Twenty years: contracts that are longer are rare.
  private static let usualDaysAhead = 7_305
  /// A century: no contract is longer.
  private static let mostDaysAhead = 36_524

  /// Whether a cell holds a day that databases write where there is none: of the years 0 and 1, or from 2900 on.
  private static func meansNoDay(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let text = bytes.prefix(10)
    guard text.count == 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-") else { return false }
    let isEarly = text.starts(with: "000".utf8) && text[3] <= UInt8(ascii: "1")
    let isLate =
      text[0] > UInt8(ascii: "2") || text[0] == UInt8(ascii: "2") && text[1] == UInt8(ascii: "9")
    return isEarly || isLate
  }

  /// Reads a required day; a blank is a fault.
  mutating func requiredDay(_ name: String) -> Day? { required(name) { $0.day(name, isRequired: true) } }

  /// Reads a number.
  mutating func number(
    _ name: String, in range: ClosedRange<Double>? = nil, isRequired: Bool = false
  ) -> Double? {
    guard let column = position(of: name) else { return nil }
    return number(at: column, name: name, in: range, isRequired: isRequired)
  }

  /// Reads the number in a column of the file.
  mutating func number(
    at column: Int, name: String, in range: ClosedRange<Double>? = nil, isRequired: Bool = false
  ) -> Double? {
    let numbers = reader.isNumber(column) ? NumberFormat.plain : source.cells.numbers
    if isPointAmbiguous, reader.withCell(column, NumberFormat.hasPoint) {
      reader.withCell(column) { readings.note(pointIn: column, $0) }
    }
    let number = value(at: column, isRequired: isRequired) {
      numbers.number($0)
    } unless: { bytes, text in
      (
        "\(name) is '\(text)'; write a plain number such as \(numbers.decimal == .comma ? "1234,5" : "1234.5")",
        numbers.suggestions(for: bytes)
      )
    }
    guard let number, let range, !range.contains(number) else { return number }
    let text = shownText(column)
    let (least, most) = (Int(range.lowerBound), Int(range.upperBound))
    refuse(
      column, isRequired: isRequired,
      range.upperBound < Self.mostMoney
        ? "\(name) is '\(text)'; write a number from \(least) to \(most)"
        : number < range.lowerBound
          ? "\(name) is '\(text)'; write a number of at least \(least)"
          : "\(name) is '\(text)', more than anybody pays; write a number of at most \(most)")
    return nil
  }

  /// Reads the numbers in columns of the file; a cell that does not fit refuses the row.
  mutating func numbers(at columns: [Int], named names: [String], into numbers: inout [Double?]) {
    if isPointAmbiguous {
      numbers = Array(repeating: nil, count: columns.count)
    } else {
      reader.plainNumbers(columns, source.cells.numbers, into: &numbers)
    }
    for index in columns.indices where numbers[index] == nil {
      numbers[index] = number(at: columns[index], name: names[index], isRequired: true)
    }
  }

  /// Reads an amount of money that cannot be below 0.
  mutating func amount(_ name: String) -> Double? { money(name, in: 0...Self.mostMoney) }

  /// Reads an amount of money that may be below 0.
  mutating func signedAmount(_ name: String) -> Double? { money(name, in: -Self.mostMoney...Self.mostMoney) }

  private mutating func money(_ name: String, in range: ClosedRange<Double>) -> Double? {
    guard let amount = number(name, in: range), let column = position(of: name) else { return nil }
    let sign = reader.withCell(column) { cell in
      // A plain number begins and ends with a digit.
      cell.last.map { $0 >= 48 && $0 <= 57 } ?? true && cell.first.map { $0 >= 48 && $0 <= 57 } ?? true
        ? nil : NumberFormat.currency(in: cell)
    }
    if let sign, !means(sign, text(AccountColumn.currency.name)?.uppercased() ?? currency) {
      warn(
        at: column,
        "\(name) is '\(shownText(column))', and amounts are read as \(currency) whatever sign stands beside them; say which currency it is in a column currency"
      )
    }
    return amount / source.cells.unit
  }

  /// No customer pays more a year in any currency.
  static let mostMoney = 1e15

  /// Reads the number in any column of the file, if there is one; an attribute need not be a number.
  func attributeNumber(at column: Int) -> Double? {
    let numbers = reader.isNumber(column) ? NumberFormat.plain : source.cells.numbers
    return reader.withCell(column) { numbers.number(CellParsing.trimmed($0)) }
  }

  /// Reads a required number; a blank is a fault.
  mutating func requiredNumber(_ name: String) -> Double? { required(name) { $0.number(name, isRequired: true) } }

  /// Reads a whole number within a range.
  mutating func wholeNumber(_ name: String, in range: ClosedRange<Int>) -> Int? {
    let value = number(name, in: Double(range.lowerBound)...Double(range.upperBound))
    guard let value, value != value.rounded(), let column = position(of: name) else { return value.map { Int($0) } }
    refuse(column, isRequired: false, "\(name) is '\(rawText(column))'; write a whole number")
    return nil
  }

  /// Reads one of the values that a column allows.
  mutating func choice<Choice: CellChoice>(_ name: String, of type: Choice.Type, isRequired: Bool = false) -> Choice? {
    choices(name, of: type, isRequired: isRequired, parts: { [$0] }).first
  }

  /// Reads several of the values that a column allows, parted by `;`; an unknown one refuses the cell, and the known ones
  /// hold.
  mutating func choices<Choice: CellChoice>(_ name: String, of type: Choice.Type) -> [Choice] {
    choices(name, of: type, isRequired: false) { text in
      text.split(separator: ";").map { CellParsing.text(String($0)) }.filter { !$0.isEmpty }
    }
  }

  private mutating func choices<Choice: CellChoice>(
    _ name: String, of type: Choice.Type, isRequired: Bool, parts: (String) -> [String]
  ) -> [Choice] {
    guard let column = position(of: name), let text = text(at: column) else { return [] }
    if !isRequired { note(filled: column) }
    let parts = parts(text)
    let known = parts.compactMap { Choice(word: $0) }
    if known.count < parts.count {
      refuse(
        column, isRequired: isRequired,
        "\(name) is '\(shownText(column))'; write one of: \(Choice.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return known
  }

  /// Reads one of the values that a column allows; a blank is a fault.
  mutating func requiredChoice<Choice: CellChoice>(_ name: String, of type: Choice.Type) -> Choice? {
    required(name) { $0.choice(name, of: type, isRequired: true) }
  }

  /// The text of any column as a message shows it, cut where it is long.
  private func shownText(_ column: Int) -> String {
    let text = rawText(column)
    let scalars = text.unicodeScalars
    return scalars.count > Self.mostShown ? String(scalars.prefix(Self.mostShown - 1)) + "…" : text
  }

  /// Scalars of a cell in a message: a cell is recognised by its beginning.
  private static let mostShown = 80

  /// The text of any column of the file as it is written, blank or not.
  func rawText(_ column: Int) -> String {
    reader.withCell(column) { String(decoding: $0, as: UTF8.self) }
  }

  private mutating func required<Value>(_ name: String, _ read: (inout RowParser) -> Value?) -> Value? {
    let before = faults.count
    let value = read(&self)
    if value == nil, faults.count == before, let column = position(of: name) { fail(at: column, "\(name) is blank") }
    return value
  }

  /// Reads a cell; one that is filled and has no value is refused with a message and the settings that would read it.
  private mutating func value<Value>(
    at column: Int, isRequired: Bool, isNone: (UnsafeBufferPointer<UInt8>) -> Bool = { _ in false },
    _ read: (UnsafeBufferPointer<UInt8>) -> Value?,
    unless explain: (UnsafeBufferPointer<UInt8>, String) -> (Message, settings: [String])
  ) -> Value? {
    let (isBlank, isNone, value) = reader.withCell(column) { bytes -> (Bool, Bool, Value?) in
      let bytes = CellParsing.trimmed(bytes)
      guard !bytes.isEmpty else { return (true, false, nil) }
      return isNone(bytes) ? (false, true, nil) : (false, false, read(bytes))
    }
    if isBlank { return nil }
    if isNone { warn(at: column, "\(reader.header[column]) is '\(shownText(column))', which means no day") }
    if isNone || value == nil && reader.withCell(column, { CellParsing.isPlaceholder(CellParsing.trimmed($0)) }) {
      note(placeholder: column)
      return nil
    }
    if !isRequired { note(filled: column) }
    if let value { return value }
    let text = shownText(column)
    let (message, settings) = reader.withCell(column) { explain(CellParsing.trimmed($0), text) }
    refuse(column, isRequired: isRequired, message, settings: settings)
    return nil
  }
}

/// Whether a sign or code beside an amount can mean a currency: `$` is that of every dollar.
func means(_ sign: String, _ code: String) -> Bool {
  if sign.uppercased() == code { return true }
  switch sign {
  case "$", "US$": return sign == "$" ? code.hasSuffix("D") || code == "MXN" || code == "ARS" : code == "USD"
  case "€": return code == "EUR"
  case "£": return code == "GBP" || code == "EGP"
  case "¥": return code == "JPY" || code == "CNY"
  case "kr": return ["SEK", "NOK", "DKK", "ISK"].contains(code)
  default: return !sign.unicodeScalars.contains { $0.properties.generalCategory == .currencySymbol } && sign.count != 3
  }
}
