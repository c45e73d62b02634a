import Findings
import Health
import Review
import Spelling
import Tables

/// Makes the entry of one file in the settings.
struct ProposeSource {
  private static let names = ColumnNames.builtIn
  /// So many different words in a column are a set that somebody chose; more are free text.
  private static let mostWords = 40

  let file: ExportFile
  let kind: Recognition.Kind
  let answers: ImportAnswers
  let context: ReadingContext
  /// The accounts to match rows with; nil while they are not known.
  let accounts: AccountIndex?

  var proposal: Proposal
  /// The keys of the entry after `file` and `preset`, in their order.
  var keys: [String] = []

  init(
    _ file: ExportFile, _ kind: Recognition.Kind, _ answers: ImportAnswers, _ context: ReadingContext,
    accounts: AccountIndex?
  ) {
    (self.file, self.kind, self.answers, self.context, self.accounts) = (file, kind, answers, context, accounts)
    switch kind {
    case .preset(let preset, let table):
      proposal = Proposal(file: file.pattern, table: table)
      proposal.reasons.append("it has the columns of \(preset.title)")
      propose(preset, table)
    case .named(let table, let positions):
      proposal = Proposal(file: file.pattern, table: table)
      proposal.reasons.append("its columns are called as those of \(table.rawValue) are in other exports")
      propose(table, positions)
    case .events(let positions):
      proposal = Proposal(file: file.pattern, table: .measures)
      proposal.reasons.append("each row is what one user did at a moment; weeks are counted from them")
      proposeEvents(positions)
    }
  }

  // MARK: - The three kinds

  private mutating func propose(_ preset: Preset, _ table: Table) {
    var source = TableSource(origin: .file(file.name))
    let query = preset.apply(to: &source, of: table)
    var days: [Int] = []
    var numbers: [Int] = []
    var used: Set<Int> = []
    var positions: [String: Int] = [:]
    if let query {
      days = quoted(in: query, after: "day(")
      numbers = quoted(in: query, after: "number(")
      used = Set(quoted(in: query, after: "")).union(days).union(numbers)
    } else {
      for (canonical, names) in source.columns {
        guard let position = names.compactMap({ file.position(of: $0) }).first else { continue }
        positions[canonical] = position
        used.insert(position)
      }
      days = positions.filter { table.dayColumns.contains($0.key) }.map(\.value)
      numbers = positions.filter { table.numberColumns.contains($0.key) }.map(\.value)
    }
    proposeLayout(footer: source.layout.footer)
    proposeDays(days, present: source.cells.days)
    proposeNumbers(numbers.filter { $0 != positions["csat"] }, present: source.cells.numbers)
    if table == .accounts, source.filter.isEmpty { proposeFilter(&used) }
    if table == .accounts { noteCurrency(positions["arr"]) }
    proposeWords(table, positions, known: source.cells.words, in: rows(source.filter))
    if query == nil { proposeMatch(table, positions["account_id"], of: source.match) }
    note(unused(used), positions, table, hasQuery: query != nil)
    proposal.sourceLines = lines(["file: \(proposal.file.yaml)", "preset: \(preset.name)"] + keys)
  }

  private mutating func propose(_ table: Table, _ positions: [String: Int]) {
    var used = Set(positions.values)
    proposeLayout(footer: .byShape)
    var columns = positions
    if table == .outcomes { columns["kind"] = outcomeKind(positions["kind"]) }
    proposeDays(columns.filter { table.dayColumns.contains($0.key) }.map(\.value), present: [.iso])
    proposeNumbers(
      columns.filter { table.numberColumns.contains($0.key) && $0.key != "csat" }.map(\.value), present: .plain)
    if table == .accounts {
      proposeFilter(&used)
      noteCurrency(columns["arr"])
    }
    proposeWords(table, columns, known: [:], in: file.rows)
    proposeHTML(columns)
    proposeMatch(table, columns["account_id"], of: [AccountMatch(.id)])
    let mapped = columns.filter { $0.key != file.header[$0.value].nameKey }.sorted { $0.value < $1.value }
    if !mapped.isEmpty {
      keys.append("columns:")
      keys += mapped.map { "  \($0.key): \(file.header[$0.value].yaml)" }
    }
    if table == .measures {
      let measures = file.header.indices.filter { column in
        !used.contains(column) && !file.cells(column).isEmpty
          && file.cells(column).allSatisfy { $0.number(.plain) != nil }
      }
      keys.append("values:")
      keys += measures.map { "  \(file.header[$0].measureName): \(file.header[$0].yaml)" }
      used.formUnion(measures)
    }
    note(unused(used), columns, table, hasQuery: false)
    proposal.sourceLines = lines(["file: \(proposal.file.yaml)"] + keys)
  }

  private mutating func proposeEvents(_ positions: [String: Int]) {
    guard let at = positions["at"], let account = positions["account"], let user = positions["user"] else { return }
    proposeLayout(footer: .byShape)
    proposeDays([at], present: [.iso])
    let name = "events"
    // Addresses are the same in capitals.
    let addresses = file.cells(user).count { $0.contains("@") }
    let person = 2 * addresses > file.rows.count ? "lower(\(sql(user)))" : sql(user)
    proposal.fileLines =
      keys.isEmpty
      ? ["\(name): {file: \(proposal.file.yaml)}"]
      : ["\(name):"] + (["file: \(proposal.file.yaml)"] + keys).map { "  " + $0 }
    keys = []
    proposeMatch(.measures, account, of: [AccountMatch(.id)])
    proposal.reasons.append("a person is counted once a week, and a week on its Sunday, when events reach its end")
    proposal.unused = unused([at, account, user])
    proposal.sourceLines = lines(
      [
        "query: |", "  select \(sql(account)) as account_id, week(day(\(sql(at)))) as date,",
        "    count(distinct \(person)) as weekly_active_users", "  from \(name)",
        "  where week(day(\(sql(at)))) <= date((select max(day(\(sql(at)))) from \(name)), '+2 days')",
        "  group by 1, 2",
      ] + keys)
  }

  // MARK: - What is found out

  private mutating func proposeLayout(footer: TableLayout.Footer) {
    if case .named(let name) = file.layout.sheet { keys.append("sheet: \(name.yaml)") }
    if let encoding = file.layout.encoding {
      keys.append("encoding: \(encoding.name)")
      if let example = file.rows.lazy.joined().first(where: { !$0.utf8.allSatisfy { $0 < 0x80 } }) {
        proposal.reasons.append("it is no UTF-8 but \(encoding.name), by which a cell is '\(example)'")
      }
    }
    if file.hasSalesforceFooter, footer == .byShape { keys.append("footer: salesforce") }
  }

  private mutating func proposeDays(_ columns: [Int], present: [DateFormat]) {
    let cells = columns.filter { !file.typed.contains($0) }.sorted().flatMap { file.cells($0) }
    guard !cells.isEmpty else { return }
    take(
      CellReadings.days(cells, present: present, zone: context.zone, asOf: context.asOf), option: "--date-format",
      "in which order are day and month in \(proposal.file)?")
  }

  private mutating func proposeNumbers(_ columns: [Int], present: NumberFormat) {
    let cells = columns.filter { !file.typed.contains($0) }.sorted().flatMap { file.cells($0) }
    guard !cells.isEmpty else { return }
    take(
      CellReadings.numbers(cells, present: present, pointIsUnsure: file.hasSemicolons),
      option: "--decimal, --thousands",
      "what do the signs in the numbers of \(proposal.file) mean?")
  }

  /// Takes the one reading that there is, or the one that a person chose; asks where there are several.
  private mutating func take(_ readings: [CellReadings.Reading], option: String, _ question: String) {
    guard readings.count > 1 else { return keys += readings.first?.lines ?? [] }
    let said = Set(answers.ofOptions)
    let chosen = readings.first { reading in
      answers.chosen[file.name]?.contains(reading.lines) ?? false
        || !said.isEmpty && said.isSubset(of: reading.lines)
          && Set(reading.lines).subtracting(said).allSatisfy { $0 == "decimal: \".\"" }
    }
    if let chosen { return keys += chosen.lines }
    proposal.questions.append(
      Proposal.Question(
        file: file.name, option: option, text: question,
        choices: readings.map { ($0.options, "\($0.example.cell) is \($0.example.value)") },
        lines: readings.map(\.lines)))
  }

  /// Leaves out rows of accounts that a column calls something else than a customer.
  private mutating func proposeFilter(_ used: inout Set<Int>) {
    for column in file.header.indices
    where Self.names.customerColumns.contains(file.header[column].headerKeyWithoutAccents) {
      let words = Array(Set(file.cells(column))).sorted()
      let customers = words.filter { Self.names.customerWords.contains($0.headerKeyWithoutAccents) }
      guard !customers.isEmpty, customers.count < words.count else { continue }
      let others = words.filter { !customers.contains($0) }.joined(separator: ", ")
      keys.append("where: {\(file.header[column].yaml): [\(customers.map(\.yaml).joined(separator: ", "))]}")
      proposal.reasons.append("rows whose \(file.header[column]) is \(others) are no customers and left out")
      used.insert(column)
      return
    }
  }

  /// The rows that a filter leaves in.
  private func rows(_ filter: [(column: String, words: [String])]) -> [[String]] {
    filter.reduce(file.rows) { rows, part in
      guard let column = file.position(of: part.column) else { return rows }
      let words = Set(part.words.map { CellParsing.text($0).nameKey })
      return rows.filter { words.contains($0[column].nameKey) }
    }
  }

  /// The currency whose sign stands beside every amount.
  private mutating func noteCurrency(_ column: Int?) {
    guard let column else { return }
    let signs = Set(
      file.cells(column).map { cell in Array(cell.utf8).withUnsafeBufferPointer { NumberFormat.currency(in: $0) } })
    guard signs.count == 1, let sign = signs.first ?? nil else { return }
    proposal.currency = isCurrency(sign) ? sign : ["$": "USD", "US$": "USD", "€": "EUR", "£": "GBP"][sign]
  }

  private mutating func proposeWords(
    _ table: Table, _ positions: [String: Int], known: [String: [String: String]], in rows: [[String]]
  ) {
    var maps: [String] = []
    for (column, kind) in table.wordColumns.sorted(by: { $0.key < $1.key }) {
      guard let position = positions[column] else { continue }
      let mapped = Set((known[column] ?? [:]).keys.map(\.nameKey))
      let words = Set(ExportFile.filled(rows.lazy.map { $0[position] })).filter {
        !table.knows($0, in: column) && !mapped.contains($0.nameKey)
      }.sorted()
      guard words.count <= Self.mostWords else { continue }
      let meant = words.compactMap { word in Self.names.meaning(of: word, in: kind).map { (word, $0) } }
      if !meant.isEmpty {
        maps.append("  \(column): {\(meant.map { "\($0.yaml): \($1.yaml)" }.joined(separator: ", "))}")
      }
      let unknown = words.filter { word in !meant.contains { $0.0 == word } }
      if !unknown.isEmpty { proposal.unknownWords.append((column, unknown)) }
    }
    if !maps.isEmpty { keys += ["values:"] + maps }
  }

  /// Says which notes are HTML: those that mostly are.
  private mutating func proposeHTML(_ positions: [String: Int]) {
    let columns = ["note", "reason", "evidence"].filter { column in
      guard let cells = positions[column].map({ file.cells($0) }), !cells.isEmpty else { return false }
      return 2 * cells.count { CellParsing.looksLikeHTML($0) } > cells.count
    }
    if !columns.isEmpty { keys.append("html: [\(columns.joined(separator: ", "))]") }
  }

  /// The column that says more often than any other what an outcome was.
  private func outcomeKind(_ column: Int?) -> Int? {
    let known = file.header.indices.map { column in
      (
        column,
        file.cells(column).count {
          Table.outcomes.knows($0, in: "kind") || Self.names.meaning(of: $0, in: "outcome") != nil
        }
      )
    }.max { $0.1 < $1.1 }
    return known.flatMap { $0.1 > 0 ? $0.0 : column } ?? column
  }

  /// Notes the columns that are left: of accounts each is an attribute, and what a page needs is said to be missing.
  private mutating func note(_ rest: [String], _ positions: [String: Int], _ table: Table, hasQuery: Bool) {
    guard table == .accounts, !hasQuery else { return proposal.unused = rest }
    proposal.attributes = rest
    proposal.missing = ["csm", "arr", "renews_on"].filter { positions[$0] == nil }
  }

  // MARK: - Text

  private func unused(_ used: Set<Int>) -> [String] {
    file.header.indices.filter { !used.contains($0) && !file.cells($0).isEmpty }.map { file.header[$0] }
  }

  private func sql(_ column: Int) -> String {
    let name = file.header[column]
    let isPlain = name.utf8.allSatisfy { (97...122).contains($0) || $0 == UInt8(ascii: "_") }
    return isPlain && !["group", "order", "user", "table", "index", "from", "to"].contains(name) ? name : "\"\(name)\""
  }

  /// The positions of the columns that a query names in double quotes, behind a text.
  private func quoted(in query: String, after beginning: String) -> [Int] {
    query.ranges(of: beginning + "\"").compactMap { range in
      file.position(of: String(query[range.upperBound...].prefix { $0 != "\"" }))
    }
  }

  private func lines(_ keys: [String]) -> [String] {
    keys.enumerated().map { ($0.offset == 0 ? "- " : "  ") + $0.element }
  }
}

extension String {
  /// The name of a measure that a column is called by.
  fileprivate var measureName: String {
    let words = headerKeyWithoutAccents.split { !$0.isLetter && !$0.isNumber }
    return words.isEmpty ? "measure" : words.joined(separator: "_")
  }
}
