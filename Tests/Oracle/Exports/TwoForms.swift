import SeededRandom
import Yams

public import Foundation

/// A made-up portfolio in two forms that say the same: as plain tables, and as other programs would have exported it.
///
/// Rows and cells that are refused are in neither.
public struct TwoForms: Sendable {
  /// T, as `yyyy-MM-dd`.
  public let asOf: String
  /// The files with plain tables, by their path.
  public let plain: [String: [UInt8]]
  /// The files as exports, and the settings that say how they are written.
  public let exported: [String: [UInt8]]
  /// The rows of all tables that both forms have in common.
  public let rows: Int

  /// Makes up both; nothing is written yet.
  public init(seed: UInt64) {
    let portfolio = RandomPortfolio(seed: seed)
    asOf = portfolio.asOf
    let tables = portfolio.cleanTables
    rows = tables.reduce(0) { $0 + $1.rows.count }
    let settings = portfolio.files["vigie.yml"] ?? ""
    let rest = portfolio.files.filter { !$0.key.hasPrefix("data/") }.mapValues { Array($0.utf8) }
    plain = rest.merging(tables.map { ("data/\($0.name).csv", Array($0.text.utf8)) }) { $1 }
    var export = Export(tables, seed: seed, aliases: oldIDs(settings))
    for table in tables { export.add(table) }
    exported = rest.merging(export.files) { $1 }
      .merging(["vigie.yml": Array((settings + export.settings).utf8)]) { $1 }
  }

  /// Writes the files of one form below `folder`, making folders as needed.
  /// - Throws: what Foundation throws when it cannot write.
  public static func write(_ files: [String: [UInt8]], to folder: URL) throws {
    for (path, bytes) in files {
      let file = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
  }
}

/// The ids that each account had before.
private func oldIDs(_ settings: String) -> [String: [String]] {
  let pairs = ((try? Yams.compose(yaml: settings))??["aliases"]?.mapping ?? [:]).map {
    (old: $0.key.string ?? "", new: $0.value.string ?? "")
  }
  let newer = Dictionary(uniqueKeysWithValues: pairs.map { (Name($0.old), $0.new) })
  var olds: [String: [String]] = [:]
  for pair in pairs {
    var id = pair.new
    while let next = newer[Name(id)] { id = next }
    olds[id, default: []].append(pair.old)
  }
  return olds
}

/// Exports in the making.
struct Export {
  /// How an account is known elsewhere.
  struct Identity {
    let id: String
    let oldIDs: [String]
    let name: String
    let key: String
    let domain: String
  }

  var random: SplitMix64
  private(set) var files: [String: [UInt8]] = [:]
  private(set) var accounts: [Name: Identity] = [:]
  private var named: [String] = []
  private var sources: [(table: String, lines: [String])] = []

  init(_ tables: [CleanTable], seed: UInt64, aliases: [String: [String]]) {
    random = SplitMix64(seed: seed &+ 9_000_011)
    guard let table = tables.first, let id = table.columns.firstIndex(of: "account_id"),
      let name = table.columns.firstIndex(of: "name")
    else { return }
    for (index, row) in table.rows.enumerated() {
      accounts[Name(row[id])] = Identity(
        id: row[id], oldIDs: aliases[row[id]] ?? [], name: row[name], key: "CRM-\(index)-X",
        domain: "customer\(index).example")
    }
  }

  /// What the settings say about the exports.
  var settings: String {
    var lines = named.isEmpty ? [] : ["files:"] + named
    lines.append("sources:")
    for table in Set(sources.map(\.table)).sorted() {
      lines.append("  \(table):")
      for source in sources where source.table == table {
        lines += source.lines.enumerated().map { ($0.offset == 0 ? "    - " : "      ") + $0.element }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Writes a table as one export or as two of which each has some of the rows.
  mutating func add(_ table: CleanTable) {
    let half = table.rows.count > 3 && random.chance(20) ? random.int(1...(table.rows.count - 1)) : table.rows.count
    add(table, Array(table.rows[..<half]), "1")
    if half < table.rows.count { add(table, Array(table.rows[half...]), "2") }
  }

  private mutating func add(_ table: CleanTable, _ rows: [[String]], _ part: String) {
    let kind = random.int(0...9)
    let made = ExportedTable(table, rows, self, isQueried: kind < 3, with: &random)
    let name = "\(table.name)_\(part)"
    let ending = random.pick([".csv", ".txt", ".tsv"]) + (made.style.isPacked ? ".gz" : "")
    var file = "exports/\(name)\(ending)"
    let text = made.text(with: &random)
    if random.chance(20) {
      // Of all whose names fit, the last counts.
      files["exports/\(name)-2020-01-31\(ending)"] = Array("an older export\n".utf8)
      files["exports/\(name)-2026-11-16\(ending)"] = made.style.bytes(text)
      file = "exports/\(name)-*\(ending)"
    } else {
      files[file] = made.style.bytes(text)
    }
    let layout = ["file: \(yaml(file))"] + made.layout(text)
    switch kind {
    case 0...1:
      named += ["  \(name):"] + (layout + made.values(byHeader: true)).map { "    " + $0 }
      sources.append((table.name, ["query: \(yaml(made.query(over: name, with: &random)))"] + made.match))
    case 2:
      let query = made.query(over: "export", with: &random)
      sources.append((table.name, layout + ["query: \(yaml(query))"] + made.match + made.values(byHeader: false)))
    default:
      sources.append((table.name, layout + made.match + made.mapping(with: &random)))
    }
  }
}

/// A text as YAML that means nothing else.
func yaml(_ text: String) -> String {
  "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n") + "\""
}
