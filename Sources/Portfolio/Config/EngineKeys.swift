import Engines
import Findings
import YAML

/// A query that an engine answers.
public struct EngineSource: Hashable, Sendable {
  let address: EngineAddress
  /// What the settings say.
  let events: ReadOnlyQuery
  /// What the engine is asked.
  let query: ReadOnlyQuery
  /// What the rows of the query are summed up to; nil where they are those of the table.
  let sums: WeeklySums?
  /// The SQL of the engine; nil to know it by its name.
  let dialect: EngineDialect?
  /// Seconds that an answer is waited for.
  let timeout: Int

  /// What messages and lists of sources call the engine.
  var name: String { address.name }
}

/// How the settings name an engine.
extension YAMLReader {
  static let engineKeys = ["adbc", "driver", "options", "timeout", "aggregate", "dialect"]
  private static let profileScheme = "profile://"
  /// A day: no query of a weekly report may take longer.
  private static let longest = 86_400

  /// Reads which engine is asked and what.
  mutating func engine(
    _ fields: [String: Node], query: String?, columns: [String: [String]], at node: Node
  ) -> TableSource.Origin? {
    for key in ["file", "sqlite"] where fields[key] != nil {
      fail(fields[key], "a source has either a file or an engine, not both")
      return nil
    }
    var profile: String?
    if let node = fields["adbc"] {
      guard let text = text(node, "adbc"), !hasSecret("", text, at: node) else { return nil }
      guard text.hasPrefix(Self.profileScheme) else {
        fail(
          node,
          "adbc is '\(text)'; write \(Self.profileScheme) and the name of a connection profile, or name a driver with driver and options"
        )
        return nil
      }
      profile = String(text.dropFirst(Self.profileScheme.count))
    }
    let driver = text(fields["driver"], "driver")
    guard let options = fields["options"].map({ self.options($0) }) ?? [:] else { return nil }
    let timeout = wholeNumber(fields["timeout"], "timeout", in: 1...Self.longest) ?? EngineLimits.usualSeconds
    let dialects = EngineDialect.allCases.filter { $0 != .other }.map(\.rawValue)
    let dialect = choice(fields["dialect"], "dialect", among: dialects).flatMap(EngineDialect.init)
    let sums = fields["aggregate"].flatMap { self.sums($0, columns: columns) }
    if fields["aggregate"] != nil, sums == nil { return nil }
    guard let query else {
      if fields["query"] == nil { fail(node, "an engine needs a query, such as select * from accounts") }
      return nil
    }
    do throws(EngineProblem) {
      let events = try ReadOnlyQuery(query)
      return .engine(
        EngineSource(
          address: EngineAddress(profile: profile, driver: driver, options: options), events: events,
          query: try sums?.query(over: events) ?? events, sums: sums, dialect: dialect, timeout: timeout))
    } catch {
      fail(fields["query"] ?? node, "\(error.words)")
      return nil
    }
  }

  /// Reads what an engine makes of events.
  private mutating func sums(_ node: Node, columns: [String: [String]]) -> WeeklySums? {
    let fields = fields(node, of: "aggregate", known: ["per", "of"])
    let before = findings.count
    guard choice(fields["per"], "per", among: ["week"]) != nil, let of = fields["of"] else {
      if findings.count == before {
        fail(node, "aggregate needs per and of, such as {per: week, of: {sessions: sum sessions}}")
      }
      return nil
    }
    var figures: [WeeklySums.Figure] = []
    for (name, keyNode, value) in entries(of, of: "of") {
      guard let text = text(value, name) else { continue }
      if let figure = WeeklySums.Figure(name: name, text) {
        figures.append(figure)
      } else {
        fail(
          keyNode,
          "\(name) is '\(text)'; write count, or one of count_distinct, sum, min and max and a column, all by names of letters, digits and _ that the query gives them"
        )
      }
    }
    let account = columns["account_id"]?.first ?? "account_id"
    let day = columns["date"]?.first ?? "date"
    for name in [account, day] where !WeeklySums.isPlain(name) {
      fail(node, "aggregate cannot name the column '\(name)'; let the query give it a name of letters, digits and _")
    }
    return findings.count == before ? WeeklySums(account: account, day: day, figures: figures) : nil
  }

  private mutating func options(_ node: Node) -> [String: String]? {
    var options: [String: String] = [:]
    var isSound = true
    for (key, _, value) in entries(node, of: "options") {
      guard let text = text(value, "the option \(key)"), !hasSecret(key, text, at: value) else {
        isSound = false
        continue
      }
      options[key] = text
    }
    return isSound ? options : nil
  }

  /// Whether a value holds what does not belong into the settings, which are shown, sent and kept with the others.
  private mutating func hasSecret(_ key: String, _ value: String, at node: Node) -> Bool {
    let secret = EngineAddress.isSecret(key) ? value : EngineAddress.password(in: value)
    guard let secret, !secret.hasPrefix("{{") else { return false }
    fail(
      node,
      "the settings are no place for a secret; write it into the connection profile, or as {{ env_var(NAME) }}, a variable of the environment"
    )
    return true
  }
}
