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
    "departed", "fx", "files", "limits", "targets", "worth_acting_from", "private_mark", "digest",
  ]

  /// Reads the text of `vigie.yml`.
  ///
  /// - Parameters:
  ///   - locales: the available languages.
  ///   - presets: the layouts that sources can name.
  static func parse(
    _ text: String, locales: [String], presets: Presets = Presets()
  ) -> (settings: Settings, findings: [Finding]) {
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
      settings.worthActingFrom = reader.number(fields["worth_acting_from"], "worth_acting_from", in: 0.001...0.999)
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
      settings.privateMark = reader.text(fields["private_mark"], "private_mark") ?? ""
      settings.timeZone = reader.zone(fields["time_zone"]) ?? settings.timeZone
      settings.guards = reader.guards(fields, aliases: settings.aliases)
      if let limits = fields["limits"] { settings.limits = reader.limits(limits) }
      if let snapshot = fields["snapshot"] { settings.customer = reader.snapshot(snapshot) }
      if let target = fields["retention_target"] { settings.retentionTarget = reader.retentionTarget(target) }
      if let targets = fields["targets"] { settings.targets = reader.targets(targets) }
      if let digest = fields["digest"] { settings.digest = reader.digest(digest) }
      if let brand = fields["brand"] { settings.brand = reader.brand(brand) }
      if let rubric = fields["rubric"] { settings.rubric = reader.rubric(rubric) }
      settings.files = fields["files"].map { reader.namedFiles($0) } ?? []
      if let sources = fields["sources"] {
        (settings.sources, settings.faultySources) = reader.sources(sources, files: settings.files, presets: presets)
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
    var tooLong: [String] = []
    for (old, keyNode, _) in entries where aliases[old] != nil && follow(old) == nil {
      let isTooLong = chain(of: old).ids.count > Self.longestChain
      if isTooLong { tooLong.append(old) }
      let what =
        aliases[old] == old
        ? "names itself"
        : isTooLong ? "leads through more than \(Self.longestChain) others" : "leads back to itself or into a circle"
      reader.fail(keyNode, "the alias '\(old)' \(what); write the id that the account has now")
    }
    // Whoever follows them after this would walk all of it for each.
    for old in tooLong { aliases[old] = nil }
  }

  /// An id changes when a system is replaced; nobody has replaced that many.
  private static let longestChain = 100

  /// The id at the end of a chain of aliases; nil for a circle, and for a chain that is too long to be meant.
  public func follow(_ old: String) -> String? { chain(of: old).end }

  private func chain(of old: String) -> (ids: Set<String>, end: String?) {
    var ids: Set<String> = []
    var id = old
    while let next = aliases[id] {
      guard ids.insert(id).inserted, ids.count <= Self.longestChain else { return (ids, nil) }
      id = next
    }
    return (ids, id)
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

  fileprivate mutating func targets(_ node: Node) -> [HeadlineFigure: Double] {
    let fields = fields(node, of: "targets", known: HeadlineFigure.allCases.map(\.key))
    var targets: [HeadlineFigure: Double] = [:]
    for figure in HeadlineFigure.allCases {
      targets[figure] =
        figure.isRevenue
        ? number(fields[figure.key], figure.key, in: 0...1)
        : wholeNumber(fields[figure.key], figure.key, in: 0...Int.max).map(Double.init)
    }
    return targets
  }

  fileprivate mutating func rubric(_ node: Node) -> [Sentiment.Flag: String] {
    let fields = fields(node, of: "the rubric", known: Sentiment.Flag.allCases.map(\.rawValue))
    var rubric: [Sentiment.Flag: String] = [:]
    for flag in Sentiment.Flag.allCases { rubric[flag] = text(fields[flag.rawValue], flag.rawValue) }
    return rubric
  }
}
