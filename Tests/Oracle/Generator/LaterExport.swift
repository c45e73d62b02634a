import SeededRandom

extension RandomPortfolio {
  /// The same portfolio after an export in which data may have gone missing, in any of the ways that guards are for.
  ///
  /// Some of what is gone is explained by the settings.
  public func laterExport(seed: UInt64) -> RandomPortfolio {
    var export = LaterExport(files: files, random: SplitMix64(seed: seed &+ 7_000_003))
    export.loseAccounts()
    export.loseRows()
    export.spoil()
    export.changeARR()
    return RandomPortfolio(asOf: asOf, files: export.written())
  }
}

private struct LaterExport {
  private var random: SplitMix64
  private let files: [String: String]
  private var tables: Tables
  private var settings: String

  init(files: [String: String], random: SplitMix64) {
    self.files = files
    self.random = random
    tables = Tables(files)
    settings = files["vigie.yml"] ?? ""
  }

  mutating func written() -> [String: String] {
    var written = files.filter { !$0.key.hasPrefix("data/") }.merging(tables.files) { $1 }
    written["vigie.yml"] = settings
    if random.chance(15), let path = random.maybe(tables.files.keys.sorted()), let text = written[path],
      let comma = text.lastIndex(of: ",")
    {
      written[path] = String(text[..<comma])
    }
    return written
  }

  private func ids() -> [String] {
    (tables.records["accounts"] ?? []).indices.dropFirst().compactMap {
      tables.cell("account_id", of: $0, in: "accounts")
    }
  }

  /// Adds a line below a key of the settings.
  private mutating func set(_ key: String, _ id: String, _ value: String) {
    let line = "  '\(id.replacing("'", with: "''"))': '\(value.replacing("'", with: "''"))'\n"
    if settings.contains("\(key):\n") {
      settings = settings.replacing("\(key):\n", with: "\(key):\n\(line)", maxReplacements: 1)
    } else {
      settings += "\(key):\n\(line)"
    }
  }

  mutating func loseAccounts() {
    let losesTheirRows = random.chance(50)
    for _ in 0..<random.pick([0, 0, 1, 2, 12]) {
      let ids = ids()
      guard ids.count > 1, let gone = random.maybe(ids), let other = random.maybe(ids), gone != other,
        !settings.contains("'\(gone)'"), !settings.contains("'\(other)'")
      else { continue }
      switch random.int(0...6) {
      case 0: set("departed", gone, "a test account")
      case 1: set("aliases", gone, other)
      case 2:
        set("aliases", gone, "new \(gone)")
        if random.chance(50) {
          change("account_id", to: "new \(gone)", of: gone)
          continue
        }
        if random.chance(50) { set("departed", "new \(gone)", "merged and left") }
      case 3:
        change("name", to: "–", of: gone)
        continue
      default: break
      }
      remove(gone, from: "accounts")
      if losesTheirRows { for table in tables.records.keys where table != "accounts" { remove(gone, from: table) } }
    }
  }

  private mutating func remove(_ id: String, from table: String) {
    let lines = tables.records[table] ?? []
    tables.records[table] = lines.indices.filter { $0 == 0 || tables.cell("account_id", of: $0, in: table) != id }
      .map { lines[$0] }
  }

  private mutating func change(_ column: Name, to text: String, of id: String) {
    guard let place = tables.place(of: column, in: "accounts") else { return }
    for line in (tables.records["accounts"] ?? []).indices.dropFirst()
    where tables.cell("account_id", of: line, in: "accounts") == id {
      if place < tables.records["accounts"]?[line].count ?? 0 { tables.records["accounts"]?[line][place] = text }
    }
  }

  mutating func loseRows() {
    let others = tables.records.keys.sorted().filter { $0 != "accounts" }
    if random.chance(15), let table = random.maybe(others.filter { $0 != "measures" }) { tables.records[table] = nil }
    if random.chance(15), let table = random.maybe(others) {
      tables.records[table] = tables.records[table].map { [$0[0]] }
    }
    if random.chance(30), let table = random.maybe(others), let lines = tables.records[table] {
      // The newest rows, or any.
      let column: Name = ["risks": "seen_on", "tickets": "opened_on", "contacts": "since"][table] ?? "date"
      let days = lines.indices.dropFirst().compactMap { tables.cell(column, of: $0, in: table) }.sorted()
      guard let last = random.maybe(days) else { return }
      tables.records[table] = lines.indices
        .filter { $0 == 0 || tables.cell(column, of: $0, in: table).map { $0 <= last } ?? true }.map { lines[$0] }
    }
    if random.chance(15), let column = random.maybe(tables.records["measures"]?.first ?? []) {
      loseMeasure(folded(column))
    }
  }

  /// The cells of a wide table; of a long one the rows of one measure.
  private mutating func loseMeasure(_ column: Name) {
    guard let lines = tables.records["measures"] else { return }
    if tables.place(of: "measure", in: "measures") != nil {
      let measure =
        lines.count > 1 ? tables.cell("measure", of: random.int(1...(lines.count - 1)), in: "measures") : nil
      tables.records["measures"] = lines.indices
        .filter { $0 == 0 || tables.cell("measure", of: $0, in: "measures") != measure }.map { lines[$0] }
    } else if column != "account_id", column != "date", let place = tables.place(of: column, in: "measures") {
      for line in lines.indices.dropFirst() where place < lines[line].count {
        tables.records["measures"]?[line][place] = ""
      }
    }
  }

  mutating func spoil() {
    guard random.chance(40), let table = random.maybe(tables.records.keys.sorted()), let lines = tables.records[table]
    else { return }
    let columns = (optionalColumns[table] ?? [:]).filter { $0.value.mayBeRefused }.keys.sorted()
    let column = random.chance(70) ? random.maybe(columns) : "account_id"
    guard let column, let place = tables.place(of: Name(column), in: table) else { return }
    let text = column == "account_id" ? table == "accounts" ? "" : "nobody" : "cannot be read"
    for line in lines.indices.dropFirst().prefix(random.pick([3, 5, 6, 7, 30])) where place < lines[line].count {
      tables.records[table]?[line][place] = text
    }
  }

  mutating func changeARR() {
    guard random.chance(40), let place = tables.place(of: "arr", in: "accounts"), let lines = tables.records["accounts"]
    else { return }
    for line in lines.indices.dropFirst().prefix(random.pick([1, 5, 50])) where place < lines[line].count {
      tables.records["accounts"]?[line][place] = random.pick(["", "1", "90000", "3000"])
    }
  }
}

extension SplitMix64 {
  /// Nil of nothing.
  fileprivate mutating func maybe<Element>(_ elements: [Element]) -> Element? {
    elements.isEmpty ? nil : pick(elements)
  }
}
