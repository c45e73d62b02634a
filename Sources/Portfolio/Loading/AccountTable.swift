import Findings
import Health
import Languages
import Spelling

/// The accounts table, gathered row by row.
struct AccountTable {
  private struct Row {
    let account: Account
    let cells: [Int: (text: String, number: Double?)]
    /// The id that the row gives, which may be an old one.
    let writtenID: String
    let file: String
    let line: Int
  }

  /// Columns whose refused cells an account remembers.
  private static let remembered: [AccountColumn] = [.arr, .startedOn, .renewsOn, .endedOn]

  /// Fewer accounts with revenue say nothing about what is usual.
  private static let fewestForOutlier = 3
  /// The share of all revenue that one account hardly ever has, unless a digit slipped.
  private static let outlyingShare = 0.99
  private static let parsed = AccountColumn.all.filter { $0.kind.isNumeric || $0.kind == .day }
  fileprivate static let parsedNames = Set(parsed.map(\.name))

  private let languages: Languages
  private let settings: Settings
  private var rows: [Row] = []
  /// The ids of the refused rows.
  private(set) var refused: Set<[UInt8]> = []
  private var columnNames: [String] = []
  private var slots: [String: Int] = [:]
  /// The same by the folded name, in which spellings of one column are equal.
  private var slotsByKey: [String: Int] = [:]
  /// Where each column stands among all: those that are parsed first, then the others as the first file has them that
  /// fills them, whichever row fills them first.
  private var ranks: [(file: Int, isAttribute: Int, position: Int)] = []
  private var files: [String: Int] = [:]

  /// Creates an empty table for the languages that documents can be in.
  init(_ settings: Settings, languages: Languages) {
    self.settings = settings
    self.languages = languages
  }

  /// Reads the current row of an accounts file.
  mutating func add(_ parser: inout RowParser, binding: ColumnBinding, file: String) {
    let writtenID = parser.requiredText(AccountColumn.id.name)
    let id = writtenID.map { settings.aliases.currentID(of: $0) }
    if let id, let writtenID, id != writtenID {
      parser.warn(
        AccountColumn.id.name,
        "account_id is '\(writtenID)', an old id of '\(id)' by the aliases in \(Settings.fileName); the row is one of '\(id)'"
      )
    }
    let name = parser.requiredText(AccountColumn.name.name)
    var cells: [Int: (text: String, number: Double?)] = [:]
    var numbers: [AccountColumn: Double] = [:]
    var days: [AccountColumn: Day] = [:]
    let fileNumber = files[file] ?? files.count
    files[file] = fileNumber
    for (index, column) in Self.parsed.enumerated() {
      let rank = (fileNumber, 0, index)
      if column.kind == .day {
        days[column] = parser.day(column.name)
        if let day = days[column] { cells[slot(of: column.name, rank)] = (day.description, nil) }
      } else {
        numbers[column] =
          column == .arr
          ? parser.amount(column.name)
          : parser.number(column.name, in: column == .seats ? 0...RowParser.mostMoney : nil)
        guard numbers[column] != nil else { continue }
        if column == .arr, let arr = numbers[column] {
          numbers[column] = parser.converted(arr, to: settings, unknown: column.name)
        }
        cells[slot(of: column.name, rank)] = (parser.text(column.name) ?? "", numbers[column])
      }
    }
    let csm = parser.person(AccountColumn.csm.name)
    for (column, position) in binding.attributes {
      if let text = parser.text(at: position) {
        cells[slot(of: column, (fileNumber, 1, position))] = (text, parser.attributeNumber(at: position))
        if column == AccountColumn.locale.name, languages.code(for: text) == nil {
          parser.warn(
            at: position,
            "locale is '\(text)', a language that customers' documents cannot be in"
              + suggestion(for: text, among: languages.codes))
        }
      }
    }
    guard parser.faults.isEmpty, let id, let name else {
      if let id {
        refused.insert(Array(id.utf8))
        parser.refuse(account: id)
      }
      return
    }
    let account = Account(
      id: AccountID(id), name: name, csm: csm, arr: numbers[.arr], segment: parser.text(AccountColumn.segment.name),
      startedOn: days[.startedOn], renewsOn: days[.renewsOn], endedOn: days[.endedOn],
      unreadable: Self.remembered.filter { parser.isRefused($0.name) })
    rows.append(Row(account: account, cells: cells, writtenID: writtenID ?? id, file: file, line: parser.line))
  }

  /// The accounts in order of id, their columns, and an error for every duplicate id.
  func finished() -> (accounts: [Account], columns: [AccountCells], duplicates: [Finding]) {
    let order = rows.indices.sorted { (rows[$0].account.id, $0) < (rows[$1].account.id, $1) }
    var unique: [Int] = []
    var duplicates: [Finding] = []
    for index in order {
      if let last = unique.last, rows[last].account.id == rows[index].account.id {
        let first: Message =
          rows[last].file == rows[index].file ? "line \(rows[last].line)" : "\(rows[last].file):\(rows[last].line)"
        let (id, written) = (rows[index].account.id.text, rows[index].writtenID)
        duplicates.append(
          Finding(
            .error, file: rows[index].file, line: rows[index].line,
            id == written
              ? "the account_id '\(id)' stands already in \(first); an account has one row"
              : "the account_id '\(written)' is an old one of '\(id)', which stands already in \(first); an account has one row",
            group: Finding.Group(.rows, of: AccountColumn.id.name)))
      } else {
        unique.append(index)
      }
    }
    let places = Dictionary(unique.map { (rows[$0].account.id.text, $0) }, uniquingKeysWith: { first, _ in first })
    for index in unique where rows[index].account.id.text.utf8.count == 15 {
      guard let other = otherSalesforceID(rows[index].account.id.text), let long = places[other] else { continue }
      duplicates.append(
        Finding(
          .error, file: rows[index].file, line: rows[index].line,
          "the account_id '\(rows[index].account.id.text)' is the same as '\(other)' of \(rows[long].file):\(rows[long].line), written shorter; an account has one row",
          group: Finding.Group(.rows, of: AccountColumn.id.name)))
    }
    let columns = columnNames.indices.sorted { ranks[$0] < ranks[$1] }.map { column in
      AccountCells(
        name: columnNames[column], texts: unique.map { rows[$0].cells[column]?.text },
        numbers: unique.map { rows[$0].cells[column]?.number })
    }
    return (unique.map { rows[$0].account }, columns, duplicates)
  }

  /// A warning of each cell that names no segment, so that the conditions decide.
  func unknownSegments(_ models: Models?) -> [Finding] {
    guard let models else { return [] }
    let ids = models.segments.map(\.id).joined(separator: ", ")
    var known: [String: Bool] = [:]
    return rows.compactMap { row in
      guard let cell = row.account.segment else { return nil }
      let isKnown = known[cell] ?? (models.segment(named: cell, by: \.nameKey) != nil)
      known[cell] = isKnown
      guard !isKnown else { return nil }
      return Finding(
        .warning, file: row.file, line: row.line,
        "no segment has the id or the name '\(cell)'; the conditions of the model decide (\(ids))",
        group: Finding.Group(.cells, of: AccountColumn.segment.name))
    }
  }

  /// A warning for each account whose cell is no number, where a rule of a segment compares it with one.
  func unfitForRules(_ models: Models?) -> [Finding] {
    guard let models else { return [] }
    return models.segments.flatMap { segment in
      segment.conditions.flatMap { condition -> [Finding] in
        guard case .number = condition.test, let slot = slots[condition.column] else { return [] }
        return rows.compactMap { row in
          guard row.account.segment == nil, let cell = row.cells[slot], cell.number == nil else { return nil }
          return Finding(
            .warning, file: row.file, line: row.line,
            "\(condition.column) is '\(cell.text)', no plain number, so that the rule of the segment '\(segment.id)' cannot hold; write a plain number",
            group: Finding.Group(.cells, of: condition.column))
        }
      }
    }
  }

  /// A warning for each account whose id differs from that of an earlier one in capitals or blanks alone.
  var idsAlike: [Finding] {
    var first: [String: Row] = [:]
    return rows.compactMap { row in
      let key = row.account.id.text.nameKey.filter { !$0.isWhitespace }
      guard let known = first[key] else {
        first[key] = row
        return nil
      }
      guard known.account.id != row.account.id else { return nil }
      return Finding(
        .warning, file: row.file, line: row.line,
        "the account_id '\(row.account.id.text)' differs from '\(known.account.id.text)' of line \(known.line) in capitals or blanks alone, and both count; if they are one customer, keep one",
        group: Finding.Group(.accounts, of: AccountColumn.id.name))
    }
  }

  /// A warning for each account that begins after the day of the report.
  func notBegun(on asOf: Day) -> [Finding] {
    rows.compactMap { row in
      guard let start = row.account.startedOn, start > asOf else { return nil }
      return Finding(
        .warning, file: row.file, line: row.line,
        "the account '\(row.account.id.text)' begins on \(start.description), after the day of the report, and is in no figure until then",
        group: Finding.Group(.accounts, of: AccountColumn.startedOn.name))
    }
  }

  private mutating func slot(
    of column: String, _ rank: (file: Int, isAttribute: Int, position: Int)
  ) -> Int {
    if let slot = slots[column] { return slot }
    let key = column.nameKey
    let slot = slotsByKey[key] ?? columnNames.count
    if slot == columnNames.count {
      columnNames.append(column)
      ranks.append(rank)
    }
    slots[column] = slot
    slotsByKey[key] = slot
    return slot
  }

  /// A warning where one account has nearly all revenue, as a slip of the pen makes it.
  var outlier: [Finding] {
    let amounts = rows.map { $0.account.arr ?? 0 }
    guard amounts.count(where: { $0 > 0 }) >= Self.fewestForOutlier,
      let most = amounts.indices.max(by: { amounts[$0] < amounts[$1] }),
      amounts[most] > Self.outlyingShare * amounts.reduce(0, +)
    else { return [] }
    return [
      Finding(
        .warning, file: rows[most].file, line: rows[most].line,
        "the arr of '\(rows[most].account.id.text)' is more than \(Int(100 * Self.outlyingShare))% of that of all accounts; look whether it is right"
      )
    ]
  }
}

extension RowParser {
  /// Warns where the amounts of a row are read in the portfolio's currency, and its account has its own in another.
  mutating func warnOfCurrency(_ foreign: String?, own: String) {
    guard let foreign, text(AccountColumn.currency.name) == nil else { return }
    warn(
      "account_id",
      "the amounts are read as \(own), since the row names no currency, and accounts has this customer's in \(foreign); add a column currency"
    )
  }

  /// An amount in the portfolio's currency; nil, with a warning, where the row names a currency without a rate.
  mutating func converted(_ amount: Double, to settings: Settings, unknown column: String) -> Double? {
    guard let currency = text(AccountColumn.currency.name),
      !guessesCurrency || currencyCodes.contains(currency.uppercased())
    else { return amount }
    guard let rate = settings.rate(of: currency) else {
      warn(
        AccountColumn.currency.name,
        "currency is '\(currency)', and the settings have no rate for it, so that \(column) is unknown; write under fx how many \(settings.currency) one \(currency) is"
      )
      return nil
    }
    return amount * rate
  }
}

extension ColumnBinding {
  /// The columns of the accounts table that need not hold numbers or days, with their positions in the file.
  fileprivate var attributes: [(name: String, position: Int)] {
    let texts = positions.filter { !AccountTable.parsedNames.contains($0.key) }
    let named = texts.map { (name: $0.key, position: $0.value) }
    return (named + others).sorted { $0.position < $1.position }
  }
}
