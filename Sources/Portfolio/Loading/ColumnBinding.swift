import Findings
import Review
import Spelling
import Tables

/// Which column of a file holds each canonical column of its table.
///
/// Headers are compared as names. A column that the settings map wins over one that merely has the canonical name.
struct ColumnBinding {
  /// The position in the file of each canonical column that is there.
  private(set) var positions: [String: Int] = [:]
  /// The columns that have no canonical name, each name once: attributes, measures, or columns of no use.
  private(set) var others: [(name: String, position: Int)] = []
  /// Whether a column is taken for the currency by its name alone, so that what is no code in it is none.
  private(set) var guessesCurrency = false
  /// The positions of the columns of which each row fills one.
  private(set) var repeats: [String: [Int]] = [:]
  /// The columns that decide whether a row is left in, and the words for it.
  private(set) var filter: [(column: Int, words: Set<String>)] = []
  /// For each way in which an account is matched the column of its cell; nil for that of `account_id`.
  private(set) var matchCells: [Int?] = []
  /// What is wrong with the header.
  private(set) var findings: [Finding] = []

  private let table: Table
  private let source: TableSource
  private let header: [String]
  private let keys: [String]
  private let places: [(line: Int, column: Int)]

  /// True when the rows cannot be read because something required is missing.
  var isUnusable: Bool { findings.contains { $0.severity == .error } }

  init(_ table: Table, source: TableSource, header: [String], positions places: [(line: Int, column: Int)]) {
    self.table = table
    self.source = source
    self.header = header
    self.places = places
    keys = header.map(\.headerKey)
    bindMapped()
    warnOfShared()
    bindByName()
    bindCurrency()
    bindRows()
    for name in table.requiredColumns where positions[name] == nil && source.columns[name] == nil {
      findings.append(
        Finding(
          .error, file: source.file, line: places.first?.line ?? 1,
          "the column '\(name)' is missing\(suggestion(for: name, among: others.map(\.name)))"))
    }
    // A wide table of measures may have columns of any name, similar to `value` or not.
    if table != .measures { adviseOnOthers() }
  }

  /// The columns that nothing reads: those without a meaning, where the table has no use for others.
  var unused: [String] {
    let looked = Set(filter.map(\.column) + matchCells.compactMap(\.self))
    let measures = Set(source.measures.map { $0.column.headerKey })
    return others.filter { name, position in
      guard !name.isEmpty, !looked.contains(position) else { return false }
      return !table.allowsOtherColumns || !measures.isEmpty && !measures.contains(keys[position])
    }.map(\.name)
  }

  /// The canonical name of a column of the file; its own where it has none.
  func name(of position: Int) -> String {
    positions.first { $0.value == position }?.key ?? others.first { $0.position == position }?.name ?? header[position]
  }

  /// The position of the column that a name in the settings means: the one spelled so, else the one equal without case.
  ///
  /// - Parameter meaning: what the settings map the name to; said where there is no such column.
  mutating func position(of name: String, among allowed: Set<Int>? = nil, meaning: Message) -> Int? {
    let found = places(of: name, among: allowed)
    if found.count > 1 { refuseTwice(found[0], found[1]) }
    if found.isEmpty { refuseMissing([name], among: allowed, meaning: meaning) }
    return found.first
  }

  private func places(of name: String, among allowed: Set<Int>? = nil) -> [Int] {
    let name = CellParsing.text(name)
    let columns = header.indices.filter { allowed?.contains($0) ?? true }
    let exact = columns.filter { header[$0] == name }
    if !exact.isEmpty { return exact }
    let alike = columns.filter { keys[$0] == name.headerKey }
    return alike.isEmpty ? repeated(name, among: columns) : alike
  }

  /// The column that a name such as `Amount (2)` means where `Amount` stands more than once.
  private func repeated(_ name: String, among columns: [Int]) -> [Int] {
    guard let open = name.lastIndex(of: "("), name.hasSuffix(")"),
      let number = Int(name[name.index(after: open)...].dropLast()), number > 0
    else { return [] }
    let key = name[..<open].trimmed().headerKey
    let same = columns.filter { keys[$0] == key }
    return same.count >= number && same.count > 1 ? [same[number - 1]] : []
  }

  private mutating func refuseMissing(_ names: [String], among allowed: Set<Int>? = nil, meaning: Message) {
    let known = header.indices.filter { allowed?.contains($0) ?? true }.map { header[$0] }
    let shown = names.joined(separator: "', '")
    findings.append(
      Finding(
        .error, file: source.file, line: places.first?.line ?? 1,
        names.count == 1
          ? "there is no column '\(shown)', which the settings map to \(meaning)\(suggestion(for: names[0], among: known))"
          : "there is none of the columns '\(shown)', which the settings map to \(meaning)"))
  }

  private mutating func bindMapped() {
    for (canonical, names) in source.columns.sorted(by: { $0.key < $1.key }) {
      let found = names.map { places(of: $0) }.first { !$0.isEmpty } ?? []
      if found.isEmpty, !source.isOptional(canonical, of: table) { refuseMissing(names, meaning: "\(canonical)") }
      if found.count > 1 {
        if source.repeated.contains(canonical) { repeats[canonical] = found } else { refuseTwice(found[0], found[1]) }
      }
      positions[canonical] = found.first
    }
  }

  private mutating func bindRows() {
    for (column, words) in source.filter {
      guard let position = position(of: column, meaning: "where") else { continue }
      filter.append((position, Set(words.map { CellParsing.text($0).nameKey })))
    }
    matchCells = source.match.map { match in
      guard let cell = match.cell else { return nil }
      // The layouts of presets have columns that an export may leave out.
      if source.isMatchOfPreset, places(of: cell).isEmpty { return nil }
      return position(of: cell, meaning: "match")
    }
    if positions["account_id"] == nil, source.columns["account_id"] == nil {
      positions["account_id"] = matchCells.first ?? nil
    }
  }

  private mutating func bindByName() {
    let mapped = Set(positions.values).union(repeats.values.joined())
    let mappedNames = Dictionary(
      positions.map { ($0.key.nameKey, header[$0.value]) }, uniquingKeysWith: { first, _ in first })
    var seen: [String: Int] = [:]
    for (position, name) in header.enumerated() where !mapped.contains(position) {
      let canonical = table.column(named: name)
      if let other = mappedNames[canonical ?? keys[position]] {
        warn(
          position, "the column '\(name)' is left out, because the settings take \(canonical ?? name) from '\(other)'")
      } else if let canonical {
        if let first = positions[canonical] { refuseTwice(first, position) } else { positions[canonical] = position }
      } else {
        let count = seen[keys[position], default: 0] + 1
        seen[keys[position]] = count
        others.append((count > 1 ? "\(name) (\(count))" : name, position))
        // Spreadsheets write delimiters after the last column, whose names are blank.
        guard count > 1, !name.isEmpty, source.measures.isEmpty else { continue }
        warn(
          position,
          table.allowsOtherColumns
            ? "the column '\(name)' stands here again; this one is read as '\(others[others.count - 1].name)'"
            : "the column '\(name)' stands here again")
      }
    }
  }

  /// Warns where one column is two things; a name may be the id as well.
  private mutating func warnOfShared() {
    let shared = Dictionary(grouping: positions.keys.sorted()) { positions[$0] ?? 0 }
    for (position, names) in shared.sorted(by: { $0.key < $1.key })
    where names.count > 1 && names != ["account_id", "name"] {
      warn(
        position,
        "the column '\(header[position])' is read as \(names[0]) and as \(names[1]); say under columns which one it is")
    }
  }

  /// Takes the one column whose name speaks of a currency for that of the amounts, since their bare sum would be wrong.
  private mutating func bindCurrency() {
    guard table.columns.contains("currency") else { return }
    let meant = others.filter { Self.isOfCurrency(keys[$0.position]) }
    guard let column = meant.first else { return }
    if positions["currency"] != nil || meant.count > 1 {
      let used = positions["currency"].map { header[$0] } ?? "none"
      return warn(
        column.position,
        "the column '\(column.name)' may hold the currency of the amounts, which is taken from '\(used)'; say which one it is under columns"
      )
    }
    positions["currency"] = column.position
    guessesCurrency = true
    warn(
      column.position,
      "the column '\(column.name)' is taken for the currency of the amounts; say which one it is under columns")
  }

  /// Whether a header names a currency, in the languages of the usual exports.
  private static func isOfCurrency(_ key: String) -> Bool {
    let words = key.split { !$0.isLetter }
    return key.contains("currency")
      || words.contains { ["ccy", "devise", "währung", "waehrung", "valuta", "moneda", "moeda"].contains($0) }
  }

  private mutating func adviseOnOthers() {
    for (name, position) in others {
      // A missing required column has already been reported.
      let told = table.allowsOtherColumns ? table.requiredColumns : []
      let nearest = nearestColumn(to: name, among: table.columns.filter { positions[$0] == nil && !told.contains($0) })
      // A mapping chooses which columns to leave out, so only a likely typo is worth reporting.
      if nearest == nil, !source.columns.isEmpty || table.allowsOtherColumns { continue }
      let hint: Message = nearest.map { "; did you mean '\($0)'?" } ?? "; it is not used"
      let fault: Message =
        table.allowsOtherColumns
        ? "the column '\(name)' is taken for an attribute of its own" : "\(table.rawValue) has no column '\(name)'"
      warn(position, "\(fault)\(hint)", group: nearest == nil ? Finding.Group(.columns, of: table.rawValue) : nil)
    }
  }

  private mutating func refuseTwice(_ first: Int, _ second: Int) {
    tell(
      .error, second,
      "the column '\(header[second])' stands here twice, as columns \(first + 1) and \(second + 1); rename one of them, or name it '\("\(header[second]) (2)")' under columns"
    )
  }

  private mutating func warn(_ position: Int, _ message: Message, group: Finding.Group? = nil) {
    tell(.warning, position, message, group: group)
  }

  private mutating func tell(
    _ severity: Finding.Severity, _ position: Int, _ message: Message, group: Finding.Group? = nil
  ) {
    let place = places.indices.contains(position) ? places[position] : nil
    findings.append(
      Finding(severity, file: source.file, line: place?.line, column: place?.column, message, group: group))
  }
}
