import Foundation
import SeededRandom
import Yams

/// A table of which every row can be used and every cell can be read, written as plainly as can be.
struct CleanTable {
  let name: String
  var columns: [String]
  var rows: [[String]]

  /// What the cells of a column are.
  func kind(of column: String) -> CellKind {
    if column == "account_id" { return .account }
    if isDay(column) { return .day }
    if ["arr", "arr_before", "arr_after"].contains(column) { return .amount }
    if name == "measures" { return column == "measure" ? .text : .number }
    switch (optionalColumns[name] ?? [:])[column] ?? (requiredColumns[name] ?? [:])[column] {
    case .number: return .number
    case .flag, .choice: return .word
    case .remark: return .note
    default: return column == "tier" || column == "quota" ? .attribute : .text
    }
  }

  private func isDay(_ column: String) -> Bool {
    ["date", "seen_on", "opened_on"].contains(column) || (optionalColumns[name] ?? [:])[column] == .day
  }

  /// The file as Vigie would rather have it.
  var text: String { ([columns] + rows).map { $0.map { quoted($0) }.joined(separator: ",") + "\n" }.joined() }
}

enum CellKind {
  case account, day, number, amount, word, note, text
  /// What no figure is made of, but a segment may ask for.
  case attribute
}

extension RandomPortfolio {
  /// The tables without the rows and the cells that are refused or odd, the accounts first.
  var cleanTables: [CleanTable] {
    let aliases = (try? Yams.compose(yaml: files["vigie.yml"] ?? ""))??["aliases"]?.mapping ?? [:]
    let newer = Dictionary(
      uniqueKeysWithValues: aliases.map { (Name($0.key.string ?? ""), Name($0.value.string ?? "")) })
    var tables: [CleanTable] = []
    var known: Set<Name> = []
    for name in ["accounts"] + optionalColumns.keys.sorted().filter({ $0 != "accounts" }) + ["measures"] {
      guard let text = files["data/\(name).csv"] else { continue }
      var table = CleanTable(name, csvRecords(Array(text.utf8)))
      let place = table.columns.firstIndex(of: "account_id") ?? 0
      for row in table.rows.indices {
        var id = Name(table.rows[row][place])
        while let next = newer[id] { id = next }
        table.rows[row][place] = id.text
      }
      if name == "accounts" {
        table.rows.removeAll { $0[place].hasPrefix("refused-") }
        known = Set(table.rows.map { Name($0[place]) })
        table.giveNames()
      } else {
        table.rows.removeAll { !known.contains(Name($0[place])) }
      }
      tables.append(table)
    }
    return tables
  }
}

extension CleanTable {
  /// Gives each account a name that no other has, however names are compared.
  fileprivate mutating func giveNames() {
    guard let name = columns.firstIndex(of: "name") else { return }
    let names = ["Café de l’Été", "Ångström & Fils", "O'Neil-Marsh", "Müller", "Ferrovia del Sud", "Nordlicht"]
    let forms = ["", " GmbH", " S.A.", ", Inc.", " Ltd", " B.V."]
    for row in rows.indices {
      rows[row][name] = "\(names[row % names.count]) \(row + 1)\(forms[row / names.count % forms.count])"
    }
  }

  fileprivate init(_ name: String, _ records: [CSVRecord]) {
    self.name = name
    let header = records[0].cells.map { trimmed($0) }
    let isLong = header.contains { folded($0) == "measure" }
    let known =
      (optionalColumns[name] ?? [:]).keys.map { Name($0) } + (requiredColumns[name] ?? [:]).keys.map { Name($0) }
    let others: [Name] = [
      "reason", "note", "source", "with", "unit", "next_step", "tier", "quota", "industry", "plan", "region",
    ]
    let places = header.indices.filter { place in
      let column = folded(header[place])
      return known.contains(column) || others.contains(column) || name == "measures" && !isLong
    }
    let isColumn =
      (isLong || name != "measures") ? { _ in true } : { known.contains($0) && $0 != "measure" && $0 != "value" }
    columns = places.map { isColumn(folded(header[$0])) ? folded(header[$0]).text : header[$0] }
    rows = []
    rows = records.dropFirst().compactMap { record in
      let isShort = record.cells.count < header.count
      guard record.cells.count <= header.count, !record.isOpen, record.hasLineBreak || !isShort else { return nil }
      let cells = record.cells + Array(repeating: "", count: header.count - record.cells.count)
      return clean(places.map { cells[$0] })
    }
  }

  /// The row with blanks for cells that cannot be read; nil where one of them is needed.
  private func clean(_ cells: [String]) -> [String]? {
    var row: [String] = []
    for (column, cell) in zip(columns, cells) {
      let text = cleaned(cell)
      let kept = text.isEmpty ? "" : clean(column, text, cell)
      let isRequired = (requiredColumns[name] ?? [:])[column] != nil
      // One number that cannot be read refuses a row of measures.
      if kept.isEmpty, isRequired || name == "measures" && !text.isEmpty { return nil }
      row.append(kept)
    }
    return row
  }

  private func clean(_ column: String, _ text: String, _ cell: String) -> String {
    switch kind(of: column) {
    case .day: return Day(iso: text)?.iso ?? ""
    case .number, .amount:
      guard let number = writtenNumber(text) else { return "" }
      let isWhole = number == number.rounded()
      switch column {
      case "severity" where !(1...5).contains(number) || !isWhole: return ""
      case "csat" where !(1...5).contains(number): return ""
      case "arr" where number < 0, "arr_after" where number < 0, "seats" where number < 0 && name == "accounts":
        return ""
      default: return plainNumber(text) == nil ? "\(number)" : text
      }
    case .word: return knows(text, in: column) ? text : ""
    // A line that looks like a row is told, whatever stands between its cells.
    case .note: return cell.contains(",,") ? "" : cleaned(cell)
    default: return text
    }
  }

  private func knows(_ text: String, in column: String) -> Bool {
    let word = choiceWord(text)
    switch (name, column) {
    case ("sentiment", _): return FlagWord(rawValue: word) != nil
    case ("risks", _): return RiskKind(rawValue: word) != nil
    case ("touchpoints", _): return TouchpointKind(rawValue: word) != nil
    case ("tickets", _): return TicketSeverity(rawValue: word) != nil
    case ("outcomes", "kind"): return OutcomeKind(rawValue: word) != nil
    case ("outcomes", _): return Answer(rawValue: word) != nil
    case ("reviews", "list"): return ListID.allCases.contains { choiceWord($0.rawValue) == word }
    case ("reviews", _): return Decision(rawValue: word) != nil
    default:
      return text.split(separator: ";").allSatisfy { Role(rawValue: choiceWord(String($0))) != nil }
    }
  }
}
