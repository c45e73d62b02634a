import Customer
import Findings
import Health
import Review
import Tables
import YAML

extension Settings {
  static let fileName = "vigie.yml"
  private static let keys = [
    "title", "locale", "currency", "sources", "spot_check_weeks", "capacity", "rubric", "feed_max_age", "aliases",
    "archive_url", "site_url", "retention_target", "snapshot", "brand", "time_zone", "max_refused", "max_arr_change",
    "departed", "fx",
  ]

  /// Reads the text of `vigie.yml`.
  ///
  /// - Parameter locales: the available languages.
  static func parse(_ text: String, locales: [String]) -> (settings: Settings, findings: [Finding]) {
    var reader = YAMLReader(file: fileName)
    var settings = Settings()
    if let root = reader.parse(text) {
      let fields = reader.fields(root, of: "the settings", known: keys)
      settings.title = reader.text(fields["title"], "title") ?? settings.title
      settings.locale = reader.choice(fields["locale"], "locale", among: locales) ?? settings.locale
      settings.currency = reader.currency(fields["currency"]) ?? settings.currency
      settings.rates = reader.rates(fields["fx"], into: settings.currency)
      settings.spotCheckWeeks =
        reader.wholeNumber(fields["spot_check_weeks"], "spot_check_weeks", in: 1...520) ?? settings.spotCheckWeeks
      settings.capacity = reader.wholeNumber(fields["capacity"], "capacity", in: 0...Int.max)
      settings.feedMaxAge =
        reader.wholeNumber(fields["feed_max_age"], "feed_max_age", in: 0...3660) ?? settings.feedMaxAge
      if let url = reader.text(fields["archive_url"], "archive_url") {
        settings.archiveURL = url == "none" ? "" : url.hasSuffix("/") ? url : url + "/"
      }
      if let node = fields["site_url"], let url = reader.text(node, "site_url") {
        if url.hasPrefix("https://") || url.hasPrefix("http://") {
          settings.siteURL = url.hasSuffix("/") ? url : url + "/"
        } else {
          reader.fail(node, "site_url is '\(url)'; write the whole address, such as https://health.example.org/")
        }
      }
      if let aliases = fields["aliases"] {
        settings.read(aliases, with: &reader)
      }
      settings.timeZone = reader.zone(fields["time_zone"]) ?? settings.timeZone
      settings.guards = reader.guards(fields, aliases: settings.aliases)
      if let snapshot = fields["snapshot"] { settings.customer = reader.snapshot(snapshot) }
      if let target = fields["retention_target"] { settings.retentionTarget = reader.retentionTarget(target) }
      if let brand = fields["brand"] { settings.brand = reader.brand(brand) }
      if let rubric = fields["rubric"] { settings.rubric = reader.rubric(rubric) }
      if let sources = fields["sources"] {
        (settings.sources, settings.faultySources) = reader.sources(sources)
      }
    }
    return (settings, reader.findings)
  }
}

extension Settings {
  /// Reads the aliases; one that leads back to itself is an error.
  fileprivate mutating func read(_ node: Node, with reader: inout YAMLReader) {
    let entries = reader.entries(node, of: "aliases")
    for (old, keyNode, new) in entries {
      guard let new = reader.text(new, "the id that follows \(old)") else { continue }
      aliases[old] = new
      aliasPlaces[old] = (keyNode.mark.line, keyNode.mark.column)
    }
    for (old, keyNode, _) in entries where aliases[old] != nil && follow(old) == nil {
      let what = aliases[old] == old ? "names itself" : "leads back to itself or into a circle"
      reader.fail(keyNode, "the alias '\(old)' \(what); write the id that the account has now")
    }
  }

  /// The id at the end of a chain of aliases; nil for a circle.
  public func follow(_ old: String) -> String? {
    var seen: Set<String> = []
    var id = old
    while let next = aliases[id] {
      guard seen.insert(id).inserted else { return nil }
      id = next
    }
    return id
  }

  /// Checks the aliases against the accounts: one that leads to no account is a warning.
  func checkAliases(_ accounts: [Account]) -> [Finding] {
    let ids = Set(accounts.map(\.id.text))
    let present = guards.departed.keys.sorted().filter { ids.contains(aliases.currentID(of: $0)) }.map { id in
      Finding(
        .warning, file: Settings.fileName,
        "departed names '\(id)', which still has a row of accounts and counts; take the row away, or the name")
    }
    return present
      + aliases.keys.sorted().compactMap { old in
        let place = aliasPlaces[old]
        guard let new = follow(old), !ids.contains(new) else { return nil }
        return Finding(
          .warning, file: Settings.fileName, line: place?.line, column: place?.column,
          "no account has the id '\(new)', which '\(old)' leads to\(identitySuggestion(for: new, among: ids))")
      }
  }
}

extension YAMLReader {
  fileprivate mutating func currency(_ node: Node?) -> String? {
    guard let node, let code = text(node, "currency") else { return nil }
    guard isCurrency(code) else {
      fail(node, "currency is '\(code)'; write its three-letter code, such as EUR")
      return nil
    }
    return code
  }

  fileprivate mutating func retentionTarget(_ node: Node) -> RetentionTarget? {
    let fields = fields(node, of: "retention_target", known: ["gross", "net"])
    if node.mapping?.isEmpty ?? false {
      fail(node, "retention_target names neither gross nor net; write such as {gross: 0.9, net: 1.05}")
    }
    let gross = number(fields["gross"], "gross", in: 0...1)
    let net = number(fields["net"], "net", in: 0...10)
    if let gross, let net, net < gross {
      fail(fields["net"], "net is \(net) and gross \(gross); net counts growth, so that it cannot be lower")
    }
    return RetentionTarget(gross: gross, net: net)
  }

  fileprivate mutating func rubric(_ node: Node) -> [Sentiment.Flag: String] {
    let fields = fields(node, of: "the rubric", known: Sentiment.Flag.allCases.map(\.rawValue))
    var rubric: [Sentiment.Flag: String] = [:]
    for flag in Sentiment.Flag.allCases { rubric[flag] = text(fields[flag.rawValue], flag.rawValue) }
    return rubric
  }

  /// The sources of each table, and the tables of which a source has a fault.
  fileprivate mutating func sources(_ node: Node) -> ([Table: [TableSource]], faulty: Set<Table>) {
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
      let read = named.compactMap { source($0, of: table) }
      if read.count < max(named.count, 1) { faulty.insert(table) }
      sources[table] = read
    }
    return (sources, faulty)
  }

  private mutating func source(_ node: Node, of table: Table) -> TableSource? {
    let known = ["file", "sqlite", "query", "delimiter", "decimal", "date_format", "columns", "values"]
    let fields = fields(node, of: "a source of \(table.rawValue)", known: known)
    guard let origin = origin(fields, at: node) else { return nil }
    var source = TableSource(origin: origin)
    source.place = (node.mark.line, node.mark.column)
    if let decimal = character(fields["decimal"], "decimal", among: [".", ","]) { source.decimal = decimal }
    if let format = text(fields["date_format"], "date_format") {
      if let parsed = DateFormat(format) {
        source.dateFormat = parsed
      } else {
        fail(
          fields["date_format"],
          "date_format is '\(format)'; write year, month and day once each, such as dd/MM/yyyy or yyyy-MM-dd")
      }
    }
    if let columns = fields["columns"] { source.columns = self.columns(columns, of: table) }
    if let values = fields["values"] {
      if table == .measures {
        for (measure, _, column) in entries(values, of: "values") {
          if let column = text(column, "the column of \(measure)") { source.values.append((measure, column)) }
        }
      } else {
        fail(values, "only measures have values; map the columns of \(table.rawValue) under columns")
      }
    }
    return source
  }

  private mutating func origin(_ fields: [String: Node], at node: Node) -> TableSource.Origin? {
    if let file = fields["file"] {
      for key in ["sqlite", "query"] where fields[key] != nil {
        fail(fields[key], "a source has either a file or a sqlite file with a query, not both")
      }
      let delimiter = character(fields["delimiter"], "delimiter", among: [",", ";", "\t", "|"])
      return text(file, "file").map { .csv(file: $0, delimiter: delimiter) }
    }
    guard let database = fields["sqlite"] else {
      fail(node, "a source needs a file, or a sqlite file with a query")
      return nil
    }
    guard let query = text(fields["query"], "query") else {
      if fields["query"] == nil { fail(node, "a sqlite source needs a query, such as select * from accounts") }
      return nil
    }
    return text(database, "sqlite").map { .sqlite(file: $0, query: query) }
  }

  private mutating func character(_ node: Node?, _ what: String, among known: [String]) -> UInt8? {
    guard let node else { return nil }
    let written = node.scalar?.string == "tab" ? "\t" : node.scalar?.string ?? ""
    guard known.contains(written), let byte = written.utf8.first else {
      let names = known.map { $0 == "\t" ? "tab" : "\"\($0)\"" }
      fail(node, "\(what) is '\(written)'; write one of: \(names.joined(separator: ", "))")
      return nil
    }
    return byte
  }

  private mutating func columns(_ node: Node, of table: Table) -> [String: String] {
    var columns: [String: String] = [:]
    for (name, keyNode, value) in entries(node, of: "columns") {
      let canonical = table.column(named: name) ?? name
      if !table.allowsOtherColumns, !table.columns.contains(canonical) {
        fail(
          keyNode, "\(table.rawValue) has no column '\(canonical)'\(suggestion(for: canonical, among: table.columns))")
        continue
      }
      if let name = text(value, "the column of \(canonical)") { columns[canonical] = name }
    }
    return columns
  }
}
