import Foundation
import SeededRandom

/// A table as another program writes it: its own names of columns, its own words, lines that are no rows.
struct ExportedTable {
  struct Column {
    /// The name that Vigie has for it; nil for one of no use.
    let canonical: String?
    let header: String
    let kind: CellKind
    var cells: [String]
    /// The words in it, and what they mean.
    var words: [(word: String, meaning: String)] = []
    var isHTML = false
    /// The cells of a second column of the same name, where each row fills one.
    var second: [String]?
  }

  let style: FileStyle
  /// The settings about how accounts are named.
  let match: [String]
  private let table: CleanTable
  private let numbers: NumberStyle
  private let days: DayStyle
  private var columns: [Column] = []
  private let rows: Int
  private let footer: Footer
  private let filter: [String]?
  /// Whether nobody but the settings knows which columns are in the file.
  private let isQueried: Bool

  private enum Footer: CaseIterable { case byShape, none, salesforce, text }

  init(
    _ table: CleanTable, _ rows: [[String]], _ export: Export, isQueried: Bool, with random: inout SplitMix64
  ) {
    self.table = table
    self.isQueried = isQueried
    self.rows = rows.count
    style = FileStyle(with: &random)
    numbers = NumberStyle(with: &random, delimiter: style.delimiter)
    days = DayStyle(with: &random)
    footer = random.pick(Footer.allCases)
    filter = random.chance(25) ? random.pick([["Customer", "client"], ["Customer"]]) : nil
    // Every column that a query gives beside the account and the day is a measure.
    let hasOthers = !isQueried || table.name != "measures" || table.columns.contains("measure")
    let naming =
      table.name == "accounts" ? .id : random.pick(AccountNaming.allCases.filter { hasOthers || $0 != .otherCell })
    match = table.name == "accounts" ? [] : naming.settings(with: &random)
    var headers = Set(table.columns)
    for (place, name) in table.columns.enumerated() {
      let cells = rows.map { $0[place] }
      let isNeeded = (requiredColumns[table.name] ?? [:])[name] != nil || table.name == "measures"
      if !isNeeded, cells.allSatisfy(\.isEmpty), random.chance(50) { continue }
      let kind = table.kind(of: name)
      let header = foreign(name, &headers, with: &random)
      var column = Column(canonical: name, header: header, kind: kind, cells: cells)
      if name == "account_id", table.name != "accounts" {
        let others = naming.dress(&column, export.accounts, with: &random)
        columns += others
      } else {
        dress(&column, with: &random)
      }
      columns.append(column)
    }
    if table.name == "accounts" { addKeys(export, rows, with: &random) }
    addOthers(with: &random)
    columns = random.shuffled(columns)
  }

  /// A name for a column that no other has.
  private func foreign(_ name: String, _ taken: inout Set<String>, with random: inout SplitMix64) -> String {
    let title = name.split(separator: "_").map { $0.capitalized }.joined(separator: " ")
    let header = random.pick([
      name, name.uppercased(), "\(title) (exported)", "L’\(name) été", "Their \(title): \"full\"", "x.\(name)",
    ])
    taken.insert(header)
    // The name of a measure is its own.
    let isMeasure = table.name == "measures" && !["account_id", "date", "measure", "value"].contains(name)
    return isMeasure && folded(header) == folded(name) ? name : header
  }

  private func dress(_ column: inout Column, with random: inout SplitMix64) {
    switch column.kind {
    case .day: column.cells = column.cells.map { $0.isEmpty ? "" : days.text($0, with: &random) }
    case .number, .amount:
      let isAmount = column.kind == .amount
      column.cells = column.cells.map { $0.isEmpty ? "" : numbers.text($0, isAmount: isAmount, with: &random) }
    case .attribute:
      // What is compared with a number is one, as numbers are written here.
      column.cells = column.cells.map { plainNumber($0) == nil ? $0 : $0.replacing(".", with: numbers.decimal) }
    case .word: dressWords(&column, with: &random)
    case .note where ["note", "reason", "evidence"].contains(column.canonical) && random.chance(25):
      guard column.cells.allSatisfy({ $0.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != 0x26 && $0 != 0x3C } })
      else { break }
      column.isHTML = true
      column.cells = column.cells.map {
        $0.isEmpty ? "" : random.pick(["<p>\($0)</p>", "<div><b>\($0)</b><br></div>"])
      }
    default: break
    }
    if random.chance(10) {
      column.cells = column.cells.map { $0.isEmpty ? random.pick(["", "-", "N/A", " "]) : " " + $0 + "  " }
    }
  }

  private func dressWords(_ column: inout Column, with random: inout SplitMix64) {
    guard random.chance(50) else { return }
    var foreign: [Name: String] = [:]
    let isBlankAWord = random.chance(30) && column.cells.contains("")
    for (number, word) in Set(column.cells).sorted().enumerated() where !word.isEmpty || isBlankAWord {
      guard word.isEmpty || random.chance(70) else { continue }
      let new = random.pick(["Étape \(number)", "\(number) – ok", "#\(number): yes", "Status \(number)"])
      foreign[Name(word)] = new
      column.words.append((new, word))
    }
    column.cells = column.cells.map { cell in
      foreign[Name(cell)].map { random.chance(20) ? $0.uppercased() : $0 } ?? cell
    }
  }

  /// The keys by which the rows of other tables name the accounts.
  private mutating func addKeys(_ export: Export, _ rows: [[String]], with random: inout SplitMix64) {
    let place = table.columns.firstIndex(of: "account_id") ?? 0
    let identities = rows.compactMap { export.accounts[Name($0[place])] }
    columns.append(
      Column(canonical: "CRM number", header: "No. in the CRM", kind: .text, cells: identities.map(\.key)))
    let sites = identities.map { random.pick(["https://www.\($0.domain)/about", $0.domain, "www.\($0.domain)"]) }
    columns.append(Column(canonical: random.pick(["website", "domain"]), header: "Web", kind: .text, cells: sites))
  }

  private mutating func addOthers(with random: inout SplitMix64) {
    if let filter {
      let cells = (0..<rows).map { _ in random.pick(filter.flatMap { [$0, $0.uppercased()] }) }
      columns.append(Column(canonical: nil, header: "Record kind", kind: .text, cells: cells))
    }
    if random.chance(30), table.name != "accounts" {
      let cells = (0..<rows).map { "x \($0)" }
      columns.append(Column(canonical: nil, header: "Row of the export", kind: .text, cells: cells))
    }
    if let place = columns.firstIndex(where: { $0.canonical == "account_id" }), random.chance(10) {
      let cells = columns[place].cells
      columns[place].second = cells.map { random.pick(["", "", $0]) }
      for row in 0..<rows where columns[place].second?[row] != "" && random.chance(70) {
        columns[place].cells[row] = ""
      }
    }
  }

  // MARK: - The file

  private var headerCells: [String] { columns.flatMap { $0.second == nil ? [$0.header] : [$0.header, $0.header] } }

  private func cells(_ row: Int) -> [String] {
    columns.flatMap { column in [column.cells[row]] + (column.second.map { [$0[row]] } ?? []) }
  }

  /// The text of the file, with lines that are no rows.
  func text(with random: inout SplitMix64) -> String {
    let header = headerCells
    let blank = header.map { _ in "" }
    func total(_ word: String) -> [String] { [word] + blank.dropFirst().map { _ in random.pick(["", "12", "1.5"]) } }
    var lines = [header]
    for row in 0..<rows {
      if random.chance(2) { lines.append(random.pick([[""], blank])) }
      if random.chance(1) { lines.append(header) }
      if random.chance(1), footer != .none, header.count > 1 {
        lines.append(total(random.pick(["Subtotal", "SUM:"])))
      }
      if filter != nil, random.chance(10) { lines.append(decoy(row, with: &random)) }
      var line = cells(row)
      if random.chance(10) { while line.count > 1, line.last == "" { line.removeLast() } }
      lines.append(line)
    }
    switch footer {
    case .none: break
    case .byShape:
      if random.chance(60) { lines.append(total(random.pick(["Total", "Grand total:", "Gesamt"]))) }
      if random.chance(60) {
        lines += [[""], ["Exported by Kim at 9:00"], Array(blank.dropLast()) + ["page 1 of 1"]]
      }
    case .salesforce:
      lines += [
        ["Grand Totals (\(rows) records)"], blank, ["Confidential Information - Do Not Distribute", "soon"],
        ["Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved."],
      ]
    case .text: lines += [["Ende der Liste"], blank.map { _ in "not, a row" }, ["x"]]
    }
    return style.text(lines, with: &random)
  }

  /// A row that `where` leaves out, whatever is in it.
  private func decoy(_ row: Int, with random: inout SplitMix64) -> [String] {
    columns.flatMap { column in
      let isFilter = column.header == "Record kind" && column.canonical == nil
      let cell =
        isFilter ? random.pick(["Prospect", "", "ex-Customer"]) : random.pick([column.cells[row], "??", ""])
      return column.second == nil ? [cell] : [cell, "another"]
    }
  }
}

extension ExportedTable {
  // MARK: - The settings

  /// How the file is written.
  func layout(_ text: String) -> [String] {
    let ends =
      switch footer {
      case .byShape: [String]()
      case .none: ["footer: none"]
      case .salesforce: ["footer: salesforce"]
      case .text: ["footer: Ende der"]
      }
    return style.settings(text, isQueried: isQueried) + ends + numbers.settings + days.settings
  }

  /// The meanings of words, by the names of columns in the file or in Vigie.
  func values(byHeader: Bool) -> [String] {
    let maps = columns.filter { !$0.words.isEmpty }.map { column in
      let words = column.words.map { "\(yaml($0.word)): \(yaml($0.meaning))" }.joined(separator: ", ")
      return "  \(yaml(byHeader ? column.header : column.canonical ?? column.header)): {\(words)}"
    }
    return maps.isEmpty ? [] : ["values:"] + maps
  }

  /// Which columns and rows count.
  func mapping(with random: inout SplitMix64) -> [String] {
    let isLong = table.columns.contains("measure")
    var mapped: [String] = []
    var measures: [String] = []
    for column in columns {
      guard let name = column.canonical else { continue }
      let written = random.pick([
        column.header, column.header.replacing("’", with: "'"), column.header.decomposedStringWithCanonicalMapping,
        column.header.uppercased(),
      ])
      if table.name == "measures", !isLong, name != "account_id", name != "date" {
        measures.append("  \(yaml(name)): \(yaml(written))")
        continue
      }
      let isItsOwn = folded(column.header) == folded(name)
      if isItsOwn, column.second == nil, random.chance(70) { continue }
      let names = random.pick([
        yaml(written), yaml(written), "[\(yaml("Absent \(name)")), \(yaml(written))]",
        "[\(yaml(written)), \(yaml("Absent \(name)"))]",
      ])
      mapped.append("  \(yaml(name)): " + (column.second == nil ? names : "{column: \(names), repeated: true}"))
    }
    // Without others, every column of a wide table that has no other meaning is a measure.
    let isEveryOther = columns.allSatisfy {
      $0.canonical != nil && $0.header == $0.canonical || ["account_id", "date"].contains($0.canonical)
    }
    let html = columns.filter(\.isHTML).compactMap(\.canonical)
    return (mapped.isEmpty ? [] : ["columns:"] + mapped)
      + (measures.isEmpty || isEveryOther && random.chance(50) ? [] : ["values:"] + measures)
      + values(byHeader: random.chance(50)) + (html.isEmpty ? [] : ["html: [\(html.joined(separator: ", "))]"])
      + (filter.map { ["where: {\"Record Kind\": [\($0.joined(separator: ", "))]}"] } ?? [])
  }

  /// SQL that gives the rows of the table.
  func query(over file: String, with random: inout SplitMix64) -> String {
    func quoted(_ name: String) -> String { "\"" + name.replacing("\"", with: "\"\"") + "\"" }
    let currency = columns.first { $0.canonical == "currency" }?.header
    let isConverted = table.name == "outcomes" && currency != nil && random.chance(50)
    let columns: [String] = columns.compactMap { column in
      let passedOn = column.header == AccountNaming.otherColumn ? column.header : nil
      guard var name = column.canonical ?? passedOn, !(isConverted && name == "currency") else { return nil }
      var expression = quoted(column.header)
      if column.second != nil {
        expression = "coalesce(\(quoted("\(column.header) (1)")), \(quoted("\(column.header) (2)")))"
      }
      switch column.kind {
      case .day where random.chance(70): expression = "day(\(expression))"
      case .amount where isConverted: expression = "fx(number(\(expression)), \(quoted(currency ?? "")))"
      case .number where random.chance(70), .amount where random.chance(70): expression = "number(\(expression))"
      default: break
      }
      if random.chance(20), passedOn == nil { name = name.uppercased() }
      let isMeasure =
        table.name == "measures" && !["account_id", "date", "measure", "value"].contains(name.lowercased())
      return "\(expression) as \(quoted(isMeasure ? column.canonical ?? name : name))"
    }
    let words = (filter ?? []).map { "'\($0.lowercased())'" }.joined(separator: ", ")
    return "select \(columns.joined(separator: ",\n  "))\nfrom \(file)"
      + (filter == nil ? "" : " where lower(\"Record kind\") in (\(words))")
  }
}
