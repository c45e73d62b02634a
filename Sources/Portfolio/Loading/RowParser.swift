import Findings
import Health
import Review
import Spelling
import Tables

/// Reads the rows of one file into typed cells and notes every cell that does not fit.
///
/// A fault refuses the row. A filled optional cell that does not fit is refused alone and counts as blank.
struct RowParser: ~Copyable {
  var reader: TableReader
  let source: TableSource
  /// The few columns that are read by name; comparing short names is faster than hashing one.
  private var columns: [(name: String, position: Int)]
  private let repeats: [(index: Int, positions: [Int])]
  private let filter: [(column: Int, words: Set<String>)]
  let matchCells: [Int?]
  private var rows: FooterRows
  /// By the bytes of the cells, since two spellings of one accent can be two ids.
  var matched: [[[UInt8]]: (account: Int, way: Int)] = [:]
  var hints: [String: Message] = [:]
  /// What cells could be read otherwise.
  var readings = ColumnReadings()
  /// How days are read.
  let days: DayReading
  /// How days are read with day and month exchanged, where one format is given and has both as digits.
  let daysInOtherOrder: DayReading?
  let matchesByIDAlone: Bool
  /// Whether a point may be a decimal sign or part thousands, and the settings do not say which.
  let isPointAmbiguous: Bool
  /// The currency of the portfolio.
  let currency: String
  /// How many rows were matched in each of the source's ways.
  var matches: [Int]
  let accounts: AccountIndex?
  var lastAccount: (id: [UInt8], position: Int)?
  /// The account of the current row, once requested; nil when the row names no known account.
  var accountOfRow: Int?
  /// What is wrong with the current row.
  var faults: [Finding] = []
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
  /// Whether the current row is none of the table's: a sum, a repeated header, a footer, or left out by `where`.
  private(set) var isLeftOut = false
  /// Whether the current row stands behind the footer that the settings name.
  private(set) var isBehindFooter = false
  /// Whether the current row is none of the table's if no complete row follows.
  private(set) var mayBeFooter = false
  /// Whether the current row is refused because the settings say that its account is gone.
  var isOfDeparted = false
  /// Whether the current row has fewer cells than the header.
  var isShort: Bool { reader.count < reader.header.count }
  /// Whether what is no currency's code in the column of the currency is something else.
  let guessesCurrency: Bool
  /// The day of the report.
  var asOf: Day { days.asOf }

  init(
    _ reader: consuming TableReader, binding: ColumnBinding, source: TableSource, accounts: AccountIndex?,
    _ context: ReadingContext
  ) {
    days = source.days(context)
    daysInOtherOrder = source.cells.days.count == 1 ? days.otherOrder : nil
    matchesByIDAlone = source.matchesByIDAlone
    currency = context.currency
    isPointAmbiguous = !source.cells.saysDecimal && reader.dialect?.delimiter == UInt8(ascii: ";")
    guessesCurrency = binding.guessesCurrency
    rows = FooterRows(source.isOfQuery ? .none : source.layout.footer)
    let columns = binding.positions.map { (name: $0.key, position: $0.value) }
    self.columns = columns
    repeats = columns.indices.compactMap { index in binding.repeats[columns[index].name].map { (index, $0) } }
    filter = binding.filter
    matchCells = binding.matchCells
    matches = source.match.map { _ in 0 }
    self.source = source
    self.accounts = accounts
    self.reader = reader
    let meanings = source.cells.meanings
    if !meanings.isEmpty {
      for (position, name) in self.reader.header.enumerated() {
        let canonical = columns.first { $0.position == position }?.name
        self.reader.meanings[position] = meanings[(canonical ?? name).nameKey] ?? meanings[name.nameKey]
      }
    }
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
    var kind = FooterRows.Kind.blank
    repeat {
      guard try reader.advance() else { return false }
      kind = rows.kind(of: reader)
    } while kind == .blank
    if kind == .total {
      warn(
        at: 0,
        "the row is left out, because it begins like a sum of others; \(setting("footer", "none")) reads it as a row")
    }
    isLeftOut = kind == .leftOut || kind == .total || !isWanted
    isBehindFooter = kind == .leftOut && rows.isOver
    mayBeFooter = kind == .held && !namesAnAccount
    (hasRowInside, isCutOff) = (false, false)
    if isLeftOut { return true }
    if kind == .held, !mayBeFooter, !text(at: position(of: "account_id") ?? 0, contains: { $0.isNumber }) {
      warn(
        at: 0,
        "the row has one filled cell, which is read as an id; if it is part of a footer, name its first words as footer of the source"
      )
    }
    isCutOff = reader.isCutOff && !mayBeFooter
    if !repeats.isEmpty { findRepeated() }
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

  private func text(at column: Int, contains isWanted: (Character) -> Bool) -> Bool {
    reader.withCell(column) { CellParsing.text($0) }.contains(where: isWanted)
  }

  /// Whether the current row has in the column of the account what may be an id: a customer without anything else is no
  /// footer.
  private var namesAnAccount: Bool {
    guard let column = position(of: "account_id"), !reader.withCell(column, CellParsing.isBlank) else { return false }
    let id = reader.withCell(column) { CellParsing.text($0) }
    return !id.contains(" ")
  }

  /// Whether `where` leaves the current row in.
  private var isWanted: Bool {
    filter.allSatisfy { column, words in
      words.contains(reader.withCellAsWritten(column) { CellParsing.text($0).nameKey })
    }
  }

  /// Points the columns whose header stands more than once at the cell that is filled; two different ones refuse the row.
  private mutating func findRepeated() {
    for (index, positions) in repeats {
      let filled = positions.filter { !reader.withCell($0, CellParsing.isBlank) }
      columns[index].position = filled.first ?? positions[0]
      let texts = filled.map { reader.withCell($0) { CellParsing.text($0) } }
      if let other = texts.firstIndex(where: { $0 != texts[0] }) {
        fail(
          at: filled[other],
          "the row has '\(texts[0])' and '\(texts[other])' in columns of the same name, and \(columns[index].name) is one of them"
        )
      }
    }
  }

  /// Whether every column that the table requires is filled.
  func isComplete(_ table: Table) -> Bool {
    table.requiredColumns.allSatisfy { name in
      position(of: name).map { !reader.withCell($0, CellParsing.isBlank) } ?? false
    }
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

  /// How many of the rows so far are hidden in a workbook.
  var hiddenRows: Int { reader.hiddenRows }

  /// The line of the current row.
  var line: Int { reader.line }

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

  mutating func warn(at column: Int, _ message: Message, group: Finding.Group? = nil) {
    warnings.append(finding(.warning, at: column, message, group: group))
  }

  /// Adds a warning about a column that is read by name.
  mutating func warn(_ name: String, _ message: Message) {
    if let column = position(of: name) { warn(at: column, message) }
  }

  mutating func note(filled column: Int) { filled.append(column) }

  mutating func note(placeholder column: Int) {
    if !placeholders.contains(column) { placeholders.append(column) }
  }

  mutating func note(person: String) { people.append(person) }

  private func finding(
    _ severity: Finding.Severity, at column: Int, _ message: Message, group: Finding.Group? = nil
  ) -> Finding {
    let place = reader.position(of: column)
    let own = column < reader.header.count ? Finding.Group(.cells, of: reader.header[column]) : Finding.Group(.rows)
    var finding = Finding(
      severity, file: source.file, line: place.line, column: place.column, message, group: group ?? own)
    finding.sheet = reader.sheet
    finding.isOfQuery = source.isOfQuery
    return finding
  }

  /// A warning about a cell of the current row, for a caller that finds out later whether it holds.
  func warning(_ name: String, _ message: Message) -> Finding? {
    position(of: name).map { finding(.warning, at: $0, message) }
  }
}
