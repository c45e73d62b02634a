import Findings
import Presets
import Review
import YAML

/// The layouts of other programs' exports that sources can name: those that come with Vigie, and the portfolio's own.
public struct Presets: Sendable {
  /// The folder of a portfolio's own.
  static let folder = "presets"

  private var own: [String: Preset] = [:]

  /// Their names.
  public var names: [String] { Set(own.keys).union(builtInPresets.keys).sorted() }

  /// The preset of a name; of equal names the portfolio's own.
  ///
  /// Those that come with Vigie are read when they are asked for.
  public subscript(name: String) -> Preset? {
    own[name] ?? builtInPresets[name].flatMap { Preset.reading($0, named: name).0 }
  }

  /// All of them, in the order of their names.
  var all: [Preset] { names.compactMap { self[$0] } }

  /// The portfolio's own presets in texts, and what is wrong with them.
  static func reading(_ texts: [(name: String, text: String)]) -> (Presets, [Finding]) {
    var presets = Presets()
    var findings: [Finding] = []
    for (name, text) in texts {
      let (preset, faults) = Preset.reading(text, named: name)
      presets.own[name] = preset
      findings += faults
    }
    return (presets, findings)
  }
}

/// The layout of one program's exports.
public struct Preset: Sendable {
  /// The name by which sources name it.
  public let name: String
  /// The program, and what it exports.
  public let title: String
  /// In what the layout was seen.
  public let seen: String
  /// The keys of a source, by table.
  let tables: [Table: Node]
  /// The headers by which a file of a table is known, all of which it has; of a list within the list one.
  let marks: [Table: [[String]]]

  private static let keys = ["title", "seen", "tables"]

  /// Reads the text of a preset; nil where there is no mapping in it.
  static func reading(_ text: String, named name: String) -> (Preset?, [Finding]) {
    var reader = YAMLReader(file: "\(Presets.folder)/\(name).yml")
    guard let root = reader.parse(text) else { return (nil, reader.findings) }
    let fields = reader.fields(root, of: "a preset", known: keys)
    var tables: [Table: Node] = [:]
    var marks: [Table: [[String]]] = [:]
    let entries = fields["tables"].map { reader.entries($0, of: "tables") }
    for (key, keyNode, value) in entries ?? [] {
      guard let table = Table(rawValue: key) else {
        reader.fail(
          keyNode, "unknown table '\(key)' in tables\(suggestion(for: key, among: Table.allCases.map(\.rawValue)))")
        continue
      }
      tables[table] = value
      var source = TableSource(origin: .file(""))
      var own = reader.presetFields(value, of: table)
      let known: [Node] = own.removeValue(forKey: "recognise")?.sequence ?? []
      marks[table] = known.map { mark -> [String] in (mark.sequence ?? [mark]).compactMap { $0.scalar?.string } }
      reader.apply(own, to: &source, of: table)
    }
    if tables.isEmpty { reader.fail(root, "a preset has the keys of at least one table under tables") }
    let preset = Preset(
      name: name, title: reader.text(fields["title"], "title") ?? name,
      seen: reader.text(fields["seen"], "seen") ?? "", tables: tables, marks: marks)
    return (preset, reader.findings)
  }

  /// Takes what the preset says about a source of a table.
  ///
  /// - Returns: the query that gives its rows, where it has one.
  func apply(to source: inout TableSource, of table: Table) -> String? {
    guard let node = tables[table] else { return nil }
    var reader = YAMLReader(file: "\(Presets.folder)/\(name).yml")
    let fields = reader.presetFields(node, of: table)
    reader.apply(fields, to: &source, of: table)
    source.presetColumns = Set(source.columns.keys)
    source.isMatchOfPreset = true
    source.optionalColumns = (fields["optional"]?.sequence ?? []).compactMap { $0.scalar?.string }
    return fields["query"]?.scalar?.string
  }
}

extension YAMLReader {
  /// The keys of a source that a preset may have, and those by which its files are known.
  fileprivate mutating func presetFields(_ node: Node, of table: Table) -> [String: Node] {
    fields(node, of: "the preset of \(table.rawValue)", known: Self.presetKeys)
  }
}
