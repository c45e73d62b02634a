import Findings
import Review
import Tables
import YAML

/// Where the settings say that rows come from.
extension YAMLReader {
  private static let sourceKeys = fileKeys + ["sqlite", "query", "columns", "match", "where", "html"] + engineKeys
  static let presetKeys =
    sourceKeys.filter { !(["file", "sqlite"] + engineKeys).contains($0) } + ["recognise", "optional"]
  /// The name under which the query of a source reads the source's own file.
  static let ownFile = "export"

  /// The sources of each table, and the tables of which a source has a fault.
  mutating func sources(
    _ node: Node, files: [NamedFile], presets: Presets
  ) -> ([Table: [TableSource]], faulty: Set<Table>) {
    var sources: [Table: [TableSource]] = [:]
    var faulty: Set<Table> = []
    let names = Table.allCases.map(\.rawValue)
    for (key, keyNode, value) in entries(node, of: "sources") {
      guard let table = Table(rawValue: key) else {
        fail(keyNode, "unknown table '\(key)' in sources\(suggestion(for: key, among: names))")
        continue
      }
      let named = items(value, of: "the sources of \(key)")
      if named.isEmpty, value.sequence != nil {
        fail(keyNode, "the list of sources of \(key) is empty; take the key away, or name a file with - file:")
      }
      let read = named.compactMap { source($0, of: table, files: files, presets: presets) }
      if read.count < max(named.count, 1) { faulty.insert(table) }
      sources[table] = read
    }
    return (sources, faulty)
  }

  private mutating func source(
    _ node: Node, of table: Table, files: [NamedFile], presets: Presets
  ) -> TableSource? {
    let fields = fields(node, of: "a source of \(table.rawValue)", known: Self.sourceKeys + ["preset"])
    var source = TableSource(origin: .file(""))
    source.place = (node.mark.line, node.mark.column)
    var query: String?
    if let presetNode = fields["preset"], let name = text(presetNode, "preset") {
      guard let preset = preset(name, of: table, at: presetNode, presets: presets) else { return nil }
      query = preset.apply(to: &source, of: table)
    }
    apply(fields, to: &source, of: table)
    query = text(fields["query"], "query") ?? query
    guard let origin = origin(fields, query: query, source: source, files: files, at: node) else { return nil }
    source.origin = origin
    if case .query(let query, let files) = origin, fields["file"] == nil {
      readAsWritten(in: files, query, by: fields, at: node, &source.cells)
    }
    return source
  }

  /// Takes how the cells of a query are read from the files that it reads, where the source itself does not say.
  private mutating func readAsWritten(
    in files: [NamedFile], _ query: String, by fields: [String: Node], at node: Node, _ cells: inout CellFormat
  ) {
    let keys = ["decimal", "thousands", "unit", "date_format", "time_zone"]
    guard keys.allSatisfy({ fields[$0] == nil }), let first = files.first else { return }
    let words = cells.words
    cells = first.cells
    cells.words = words
    let usesFormats = ["number(", "day("].contains { query.lowercased().contains($0) }
    guard usesFormats, let other = files.first(where: { $0.cells.spelling != first.cells.spelling }) else { return }
    fail(
      node,
      "the files '\(first.name)' and '\(other.name)' write numbers or days differently; say which way the query reads by decimal, thousands and date_format of the source"
    )
  }

  private mutating func preset(_ name: String, of table: Table, at node: Node, presets: Presets) -> Preset? {
    guard let preset = presets[name] else {
      fail(
        node,
        "there is no preset '\(name)'\(suggestion(for: name, among: presets.names)); known: \(presets.names.joined(separator: ", "))"
      )
      return nil
    }
    guard preset.tables[table] != nil else {
      let known = preset.tables.keys.map(\.rawValue).sorted()
      fail(node, "the preset '\(name)' is none of \(table.rawValue), but of: \(known.joined(separator: ", "))")
      return nil
    }
    return preset
  }

  /// Takes what is said about the columns and rows of a source; what stands there already and is not named stays.
  mutating func apply(_ fields: [String: Node], to source: inout TableSource, of table: Table) {
    apply(fields, to: &source.layout)
    apply(fields, to: &source.cells)
    if let columns = fields["columns"] { apply(columns, toColumnsOf: &source, table) }
    if let values = fields["values"] {
      if table == .measures {
        source.measures = entries(values, of: "values").compactMap { measure, _, column in
          text(column, "the column of \(measure)").map { (measure, $0) }
        }
      } else {
        for (column, meanings) in words(values) {
          let canonical = table.column(named: column) ?? column
          source.cells.words[canonical, default: [:]].merge(meanings) { _, own in own }
        }
      }
    }
    if let html = fields["html"] {
      let names = (html.sequence ?? [html]).compactMap { choice($0, "html", among: table.columns) }
      source.html.formUnion(names)
    }
    if let match = fields["match"] {
      if table == .accounts {
        fail(match, "the rows of accounts are the accounts themselves; match holds for other tables")
      } else {
        source.isMatchOfPreset = false
        source.match = (match.sequence ?? [match]).compactMap { self.match($0) }
      }
    }
    if let filter = fields["where"] {
      source.filter = entries(filter, of: "where").map { column, _, words in
        (column, (words.sequence ?? [words]).compactMap { text($0, "a word of \(column)") })
      }
    }
  }

  private mutating func apply(_ node: Node, toColumnsOf source: inout TableSource, _ table: Table) {
    for (name, keyNode, value) in entries(node, of: "columns") {
      let canonical = table.column(named: name) ?? name
      if !table.allowsOtherColumns, !table.columns.contains(canonical) {
        fail(
          keyNode, "\(table.rawValue) has no column '\(canonical)'\(suggestion(for: canonical, among: table.columns))")
        continue
      }
      var names = value.sequence ?? [value]
      if value.mapping != nil {
        let fields = fields(value, of: "the column of \(canonical)", known: ["column", "repeated"])
        names = fields["column"].map { $0.sequence ?? [$0] } ?? []
        if names.isEmpty { fail(value, "the column of \(canonical) has no name; write such as {column: Account}") }
        if choice(fields["repeated"], "repeated", among: ["true", "false"]) == "true" {
          source.repeated.insert(canonical)
        }
      }
      let read = names.compactMap { text($0, "the column of \(canonical)") }
      if read.isEmpty { continue }
      source.columns[canonical] = read
      source.presetColumns.remove(canonical)
    }
  }

  private mutating func match(_ node: Node) -> AccountMatch? {
    guard node.mapping != nil else {
      let word = choice(node, "match", among: ["id", "name", "domain"])
      return word.flatMap { Self.keys[$0] }.map { AccountMatch($0) }
    }
    let fields = fields(node, of: "match", known: ["column", "by", "cell"])
    let cell = text(fields["cell"], "cell")
    if let column = text(fields["column"], "column") { return AccountMatch(.column(column), cell: cell) }
    if fields["by"] == nil {
      fail(node, "match names neither a column of accounts nor by; write {column: Salesforce ID}")
    }
    let word = choice(fields["by"], "by", among: ["id", "name", "domain"])
    return word.flatMap { Self.keys[$0] }.map { AccountMatch($0, cell: cell) }
  }

  private static let keys: [String: AccountMatch.Key] = ["id": .id, "name": .name, "domain": .domain]

  private mutating func origin(
    _ fields: [String: Node], query: String?, source: TableSource, files: [NamedFile], at node: Node
  ) -> TableSource.Origin? {
    if fields["adbc"] != nil || fields["driver"] != nil {
      return engine(fields, query: query, columns: source.columns, at: node)
    }
    if let file = fields["file"] {
      if fields["sqlite"] != nil {
        fail(fields["sqlite"], "a source has either a file or a sqlite file with a query, not both")
      }
      guard let path = text(file, "file") else { return nil }
      guard let query else { return .file(path) }
      var own = NamedFile(name: Self.ownFile, file: path, layout: source.layout, cells: source.cells)
      own.place = (node.mark.line, node.mark.column)
      own.cells.words = [:]
      own.optional = source.optionalColumns
      return self.query(query, over: [own] + files, at: fields["query"] ?? node)
    }
    if let database = fields["sqlite"] {
      guard let query else {
        if fields["query"] == nil { fail(node, "a sqlite source needs a query, such as select * from accounts") }
        return nil
      }
      return text(database, "sqlite").map { .sqlite(file: $0, query: query) }
    }
    guard let query, fields["query"] != nil else {
      fail(node, "a source needs a file, or a sqlite file with a query, or a query over files")
      return nil
    }
    return self.query(query, over: files, at: fields["query"] ?? node)
  }

  /// A query over those of the files that it names.
  private mutating func query(_ query: String, over files: [NamedFile], at node: Node) -> TableSource.Origin? {
    let words = Set(query.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init))
    let used = files.filter { words.contains($0.name.lowercased()) || query.contains("\"\($0.name)\"") }
    guard !used.isEmpty else {
      let names = files.map(\.name).joined(separator: ", ")
      fail(
        node,
        files.isEmpty
          ? "the query reads nothing that is named under files; name the files that it reads there"
          : "the query reads none of the files that are named: \(names)")
      return nil
    }
    let addsColumn = query.lowercased().contains(/(sum|avg|total)\(\s*(\x22[^\x22]+\x22|[a-z_][a-z0-9_]*)\s*\)/)
    if addsColumn, !words.contains("number"), !words.contains("fx") {
      fail(node, "the cells of files are texts, of which SQL makes wrong sums; write such as sum(number(amount))")
    }
    return .query(query, over: used)
  }
}
