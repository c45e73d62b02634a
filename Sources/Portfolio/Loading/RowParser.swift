import Findings
import Health
import Tables

/// Reads the rows of one file into typed cells and notes every cell that does not fit.
///
/// A fault refuses the row. A filled optional cell that does not fit is refused alone and counts as blank.
struct RowParser: ~Copyable {
  private(set) var reader: TableReader
  let source: TableSource
  /// The few columns that are read by name; comparing short names is faster than hashing one.
  private let columns: [(name: String, position: Int)]
  private let accounts: AccountIndex?
  private var lastAccount: (id: [UInt8], position: Int)?
  /// The account of the current row, once requested; nil when the row names no known account.
  private(set) var accountOfRow: Int?
  /// What is wrong with the current row.
  private(set) var faults: [Finding] = []
  /// The optional cells of the current row that do not fit, with the positions of their columns.
  private(set) var refusals: [(column: Int, finding: Finding)] = []
  /// The warnings about the current row.
  private(set) var warnings: [Finding] = []
  /// The positions of the filled optional cells of the current row that could be refused.
  private(set) var filled: [Int] = []
  /// The positions of the cells of the current row that hold a placeholder.
  private(set) var placeholders: [Int] = []
  /// The people of our own that the current row names.
  private(set) var people: [String] = []
  /// True when the file ends in the middle of the current row.
  private(set) var isCutOff = false
  /// Whether a quoted cell of the current row has a line in it that looks like a row.
  private(set) var hasRowInside = false
  /// Whether the current row is refused because the settings say that its account is gone.
  private(set) var isOfDeparted = false
  /// Whether the current row has fewer cells than the header.
  var isShort: Bool { reader.count < reader.header.count }
  /// Whether what is no currency's code in the column of the currency is something else.
  let guessesCurrency: Bool
  /// The day of the report.
  let asOf: Day

  init(
    _ reader: consuming TableReader, binding: ColumnBinding, source: TableSource, accounts: AccountIndex?, asOf: Day
  ) {
    self.asOf = asOf
    guessesCurrency = binding.guessesCurrency
    self.reader = reader
    self.source = source
    self.accounts = accounts
    columns = binding.positions.map { (name: $0.key, position: $0.value) }
  }

  /// Moves to the next row that has a filled cell; false at the end of the file.
  mutating func advance() throws(TableProblem) -> Bool {
    faults.removeAll(keepingCapacity: true)
    refusals.removeAll(keepingCapacity: true)
    warnings.removeAll(keepingCapacity: true)
    filled.removeAll(keepingCapacity: true)
    isOfDeparted = false
    placeholders.removeAll(keepingCapacity: true)
    people.removeAll(keepingCapacity: true)
    repeat {
      guard try reader.advance() else { return false }
    } while isBlank
    isCutOff = reader.isCutOff
    if isCutOff {
      failAsCutOff()
    } else if reader.count > reader.header.count {
      fail(
        at: reader.header.count,
        "the line has \(reader.count) cells and the header \(reader.header.count); quote a cell that holds the delimiter"
      )
    }
    if let cell = reader.malformedCell {
      fail(at: cell, "text follows the closing quote; double the quotes inside a quoted cell")
    }
    let inside = reader.rowInside ?? rowOfAccountInside
    hasRowInside = inside != nil
    if let (cell, line) = inside {
      let first = reader.position(of: cell).line
      warn(
        at: cell,
        "the quoted cell begins in line \(first) and has line \(line) in it, which looks like a row of its own; if a quotation mark stands there by mistake, rows are lost in the cell"
      )
    }
    return true
  }

  /// The first quoted cell of the current row in which a line begins with the id of an account, and that line.
  private var rowOfAccountInside: (cell: Int, line: Int)? {
    guard reader.spansLines, let accounts, let delimiter = reader.dialect?.delimiter else { return nil }
    for cell in 0..<reader.count {
      let line = reader.withCell(cell) { bytes in
        bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated().dropFirst()
          .first { _, line in
            guard let end = line.firstIndex(of: delimiter) else { return false }
            return accounts.position(of: CellParsing.text(String(decoding: line[..<end], as: UTF8.self))) != nil
          }?.offset
      }
      if let line { return (cell, reader.position(of: cell).line + line) }
    }
    return nil
  }

  /// The bytes of the current row in one number, by which equal rows are known.
  var fingerprint: Int {
    var hasher = Hasher()
    for cell in 0..<reader.header.count { reader.withCell(cell) { hasher.combine(bytes: UnsafeRawBufferPointer($0)) } }
    return hasher.finalize()
  }

  /// True when no cell of the row is filled.
  private var isBlank: Bool {
    for cell in 0..<reader.count where !reader.withCell(cell, CellParsing.isBlank) { return false }
    return true
  }

  private mutating func failAsCutOff() {
    if reader.endsInsideQuotes {
      fail(
        at: reader.count - 1,
        "the quoted cell that begins here never ends; close it with '\"', or export the file again if it was cut off")
    } else {
      fail(
        at: 0,
        "the row has \(reader.count) cells of \(reader.header.count), and the file ends without a line break: it was cut off; export it again"
      )
    }
  }

  func position(of name: String) -> Int? {
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
    guard let id = text(at: column) else {
      fail(at: column, "account_id is blank")
      return nil
    }
    if let position = accounts.position(of: id) { return position }
    let current = accounts.aliases.currentID(of: id)
    if accounts.isRefused(current) {
      fail(at: column, "the row of the account '\(current)' is refused, and what belongs to it with it")
      faults[faults.count - 1].refusedAccount = .consequence(current)
    } else if accounts.departed.contains(id) || accounts.departed.contains(current) {
      isOfDeparted = faults.isEmpty
      fail(at: column, "the account '\(current)' is among departed in \(Settings.fileName), and its rows count nowhere")
    } else if accounts.isComplete {
      fail(
        at: column,
        current == id
          ? "no account has the account_id '\(id)'\(nearest(id, among: accounts.names))"
          : "no account has the account_id '\(current)', which '\(id)' leads to")
    }
    return nil
  }

  /// Whether the cell of a column was refused in the current row.
  func isRefused(_ name: String) -> Bool {
    guard !refusals.isEmpty, let column = position(of: name) else { return false }
    return refusals.contains { $0.column == column }
  }

  /// Refuses the row; of one that is cut off no more is said than that.
  mutating func fail(at column: Int, _ message: Message, settings: [String] = []) {
    guard !isCutOff || faults.isEmpty else { return }
    var fault = finding(.error, at: column, message)
    fault.settings = settings
    faults.append(fault)
  }

  /// Refuses a cell, and the row with it where the cell is required.
  mutating func refuse(_ column: Int, isRequired: Bool, _ message: Message, settings: [String] = []) {
    if isRequired { return fail(at: column, message, settings: settings) }
    var refusal = finding(.error, at: column, message)
    refusal.settings = settings
    refusals.append((column, refusal))
  }

  mutating func warn(at column: Int, _ message: Message) { warnings.append(finding(.warning, at: column, message)) }

  /// Adds a warning about a column that is read by name.
  mutating func warn(_ name: String, _ message: Message) {
    if let column = position(of: name) { warn(at: column, message) }
  }

  mutating func note(filled column: Int) { filled.append(column) }

  mutating func note(placeholder column: Int) {
    if !placeholders.contains(column) { placeholders.append(column) }
  }

  mutating func note(person: String) { people.append(person) }

  private func finding(_ severity: Finding.Severity, at column: Int, _ message: Message) -> Finding {
    let place = reader.position(of: column)
    let group =
      column < reader.header.count ? Finding.Group(.cells, of: reader.header[column]) : Finding.Group(.rows)
    return Finding(severity, file: source.file, line: place.line, column: place.column, message, group: group)
  }

  /// Says that the row is an account's own and refused, so that the other rows of the account follow from its faults.
  mutating func refuse(account id: String) {
    for index in faults.indices { faults[index].refusedAccount = .cause(id) }
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
