import Findings
import Health
import Tables

/// Reads the rows of one file into typed cells and notes every cell that does not fit.
struct RowParser: ~Copyable {
  private var reader: TableReader
  private let file: String
  private let source: TableSource
  /// The few columns that are read by name; comparing short names is faster than hashing one.
  private let columns: [(name: String, position: Int)]
  private let accounts: AccountIndex?
  private var lastAccount: (id: [UInt8], position: Int)?
  /// The account of the current row, once requested; nil when the row names no known account.
  private(set) var accountOfRow: Int?
  /// What is wrong with the current row.
  private(set) var faults: [Finding] = []
  /// The warnings about the current row.
  private(set) var warnings: [Finding] = []

  init(_ reader: consuming TableReader, binding: ColumnBinding, source: TableSource, accounts: AccountIndex?) {
    self.reader = reader
    self.source = source
    self.accounts = accounts
    file = source.file
    columns = binding.positions.map { (name: $0.key, position: $0.value) }
  }

  /// Moves to the next row; false at the end of the file.
  mutating func advance() throws(TableProblem) -> Bool {
    faults.removeAll(keepingCapacity: true)
    warnings.removeAll(keepingCapacity: true)
    guard try reader.advance() else { return false }
    if reader.count > reader.header.count {
      fail(
        at: reader.header.count,
        "the line has \(reader.count) cells and the header \(reader.header.count); quote a cell that holds the delimiter"
      )
    }
    if let cell = reader.malformedCell {
      fail(at: cell, "text follows the closing quote; double the quotes inside a quoted cell")
    }
    return true
  }

  private func position(of name: String) -> Int? {
    columns.first { $0.name == name }?.position
  }

  /// The line of the current row.
  var line: Int { reader.line }

  /// The position of the account that the row names; an unknown account is a fault.
  mutating func account() -> Int? {
    accountOfRow = findAccount()
    return accountOfRow
  }

  private mutating func findAccount() -> Int? {
    guard let column = position(of: "account_id"), let accounts else { return nil }
    let position = reader.withCell(column) { bytes -> Int? in
      // Rows of one account usually follow each other.
      if let last = lastAccount, last.id.count == bytes.count, last.id.elementsEqual(bytes) { return last.position }
      guard let position = accounts.position(of: bytes) else { return nil }
      lastAccount = (Array(bytes), position)
      return position
    }
    if let position { return position }
    let id = rawText(column)
    if id.isEmpty {
      fail(at: column, "account_id is blank")
    } else if accounts.isRefused(id) {
      fail(at: column, "the row of the account '\(id)' is refused, and what belongs to it with it")
      faults[faults.count - 1].refusedAccount = .consequence(id)
    } else if accounts.isComplete {
      fail(at: column, "no account has the account_id '\(id)'\(nearest(id, among: accounts.names))")
    }
    return nil
  }

  /// Reads a text; nil when it is missing or blank.
  mutating func text(_ name: String) -> String? {
    guard let column = position(of: name) else { return nil }
    return reader.withCell(column) { bytes in
      CellParsing.trimmed(bytes).isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }
  }

  /// Reads a required text; a blank is a fault.
  mutating func requiredText(_ name: String) -> String? {
    let value = text(name)
    if value == nil, let column = position(of: name) { fail(at: column, "\(name) is blank") }
    return value
  }

  /// Reads a day; nil when it is blank.
  mutating func day(_ name: String) -> Day? {
    guard let column = position(of: name) else { return nil }
    let format = source.dateFormat
    let (isBlank, day) = reader.withCell(column) { bytes in
      let bytes = CellParsing.trimmed(bytes)
      return (bytes.isEmpty, bytes.isEmpty ? nil : format.day(bytes))
    }
    if !isBlank, day == nil {
      fail(at: column, "\(name) is '\(rawText(column))'; write a day such as \(format.example)")
      say(settings: reader.withCell(column) { ReadingSettings.day(CellParsing.trimmed($0)) })
    }
    return day
  }

  /// Reads a required day; a blank is a fault.
  mutating func requiredDay(_ name: String) -> Day? {
    let before = faults.count
    let value = day(name)
    if value == nil, faults.count == before, let column = position(of: name) { fail(at: column, "\(name) is blank") }
    return value
  }

  /// Reads a number; nil when it is blank.
  mutating func number(_ name: String, in range: ClosedRange<Double>? = nil) -> Double? {
    guard let column = position(of: name) else { return nil }
    return number(at: column, name: name, in: range)
  }

  /// Reads the number in a column of the file; nil when it is blank.
  mutating func number(at column: Int, name: String, in range: ClosedRange<Double>? = nil) -> Double? {
    let decimal = source.decimal
    let (isBlank, value) = reader.withCell(column) { bytes in
      let bytes = CellParsing.trimmed(bytes)
      return (bytes.isEmpty, bytes.isEmpty ? nil : CellParsing.number(bytes, decimal: decimal))
    }
    if isBlank { return nil }
    guard let value else {
      let example = decimal == UInt8(ascii: ",") ? "1234,5" : "1234.5"
      fail(at: column, "\(name) is '\(rawText(column))'; write a plain number such as \(example)")
      say(settings: reader.withCell(column) { ReadingSettings.number(CellParsing.trimmed($0), decimal: decimal) })
      return nil
    }
    if let range, !range.contains(value) {
      fail(
        at: column,
        "\(name) is '\(rawText(column))'; write a number from \(Int(range.lowerBound)) to \(Int(range.upperBound))")
      return nil
    }
    return value
  }

  /// Reads the number in any column of the file, if there is one; an attribute need not be a number.
  func attributeNumber(at column: Int) -> Double? {
    reader.withCell(column) { CellParsing.number(CellParsing.trimmed($0), decimal: source.decimal) }
  }

  /// Reads a required number; a blank is a fault.
  mutating func requiredNumber(_ name: String) -> Double? {
    let before = faults.count
    let value = number(name)
    if value == nil, faults.count == before, let column = position(of: name) { fail(at: column, "\(name) is blank") }
    return value
  }

  /// Reads a whole number within a range; nil when it is blank.
  mutating func wholeNumber(_ name: String, in range: ClosedRange<Int>) -> Int? {
    let value = number(name, in: Double(range.lowerBound)...Double(range.upperBound))
    guard let value, value != value.rounded(), let column = position(of: name) else { return value.map { Int($0) } }
    fail(at: column, "\(name) is '\(rawText(column))'; write a whole number")
    return nil
  }

  /// Reads one of the values that a column allows; nil when it is blank.
  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ name: String, of type: Choice.Type, unknownOnlyWarns: Bool = false
  ) -> Choice? where Choice.RawValue == String {
    guard let column = position(of: name), let text = text(name) else { return nil }
    let known = Choice.allCases.map(\.rawValue)
    let written = reader.withCell(column) { String(decoding: CellParsing.trimmed($0), as: UTF8.self) }
    if let choice = Choice(rawValue: written) { return choice }
    let message: Message = "\(name) is '\(text)'; write one of: \(known.joined(separator: ", "))"
    if unknownOnlyWarns { warn(at: column, message) } else { fail(at: column, message) }
    return nil
  }

  /// Reads one of the values that a column allows; a blank is a fault.
  mutating func requiredChoice<Choice: RawRepresentable & CaseIterable>(
    _ name: String, of type: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    let before = faults.count
    let value = choice(name, of: type)
    if value == nil, faults.count == before, let column = position(of: name) { fail(at: column, "\(name) is blank") }
    return value
  }

  /// The text of any column of the file, blank or not.
  func rawText(_ column: Int) -> String {
    reader.withCell(column) { String(decoding: $0, as: UTF8.self) }
  }

  mutating func fail(at column: Int, _ message: Message) { faults.append(finding(.error, at: column, message)) }

  mutating func warn(at column: Int, _ message: Message) { warnings.append(finding(.warning, at: column, message)) }

  private func finding(_ severity: Finding.Severity, at column: Int, _ message: Message) -> Finding {
    let place = reader.position(of: column)
    let group =
      column < reader.header.count ? Finding.Group(.cells, of: reader.header[column]) : Finding.Group(.rows)
    return Finding(severity, file: file, line: place.line, column: place.column, message, group: group)
  }

  /// Names the settings that would read the cell of the last fault.
  private mutating func say(settings: [String]) { faults[faults.count - 1].settings = settings }

  /// Says that the row is an account's own and refused, so that the other rows of the account follow from its faults.
  mutating func refuse(account id: String) {
    for index in faults.indices { faults[index].refusedAccount = .cause(id) }
  }

  /// Adds a warning about a column that is read by name.
  mutating func warn(_ name: String, _ message: Message) {
    if let column = position(of: name) { warn(at: column, message) }
  }

  /// A warning about a cell of the current row, for a caller that finds out later whether it holds.
  func warning(_ name: String, _ message: Message) -> Finding? {
    position(of: name).map { finding(.warning, at: $0, message) }
  }

  private func nearest(_ id: String, among names: [String]) -> Message {
    // Comparing every stray row with every id of a large portfolio would cost more than it helps.
    guard names.count <= 2000 else { return "" }
    return identitySuggestion(for: id, among: names)
  }
}
