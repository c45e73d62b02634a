public import Findings
import Health
public import Review
import YAML

/// The table of questions as read.
public struct QuestionFile: Sendable {
  /// In the order of the file, which is the order of importance.
  public let rules: [QuestionRule]
  /// What is wrong with the file.
  public let findings: [Finding]

  /// Reads a list of rules; an empty file has none.
  ///
  /// - Parameters:
  ///   - text: YAML.
  ///   - file: the path that findings name.
  ///   - hasWords: whether the language has words for the rule of an id.
  public init(_ text: String, file: String, hasWords: (String) -> Bool) {
    var reader = YAMLReader(file: file)
    var rules: [QuestionRule] = []
    if let root = reader.parse(text) {
      for item in reader.items(root, of: "the questions") {
        guard let rule = reader.rule(item, hasWords: hasWords) else { continue }
        if rules.contains(where: { $0.id == rule.id }) {
          reader.fail(item, "the question '\(rule.id)' stands here twice; give one of them another id")
        }
        rules.append(rule)
      }
    }
    self.rules = rules
    findings = reader.findings
  }
}

extension YAMLReader {
  fileprivate mutating func rule(_ node: Node, hasWords: (String) -> Bool) -> QuestionRule? {
    let fields = fields(node, of: "a question", known: ["id", "when", "because", "ask"])
    guard let id = text(fields["id"], "id") else {
      if fields["id"] == nil { fail(node, "the question has no id") }
      return nil
    }
    guard let when = fields["when"] else {
      fail(node, "the question '\(id)' has no condition; write one, such as when: {champions: 0}")
      return nil
    }
    let because = text(fields["because"], "because")
    let ask = text(fields["ask"], "ask")
    if because == nil || ask == nil, !hasWords(id) {
      fail(
        node,
        "the question '\(id)' has no words; write because: and ask: here, or because_\(id) and ask_\(id) in the language file"
      )
    }
    let names = AccountFact.allCases.map(\.rawValue)
    let conditions = entries(when, of: "when").compactMap { name, keyNode, value -> QuestionRule.Condition? in
      guard let fact = AccountFact(rawValue: name) else {
        fail(keyNode, "there is no fact '\(name)'\(suggestion(for: name, among: names))")
        return nil
      }
      return condition(on: fact, value)
    }
    if when.mapping?.isEmpty ?? false { fail(when, "the question '\(id)' has no condition") }
    let places = conditions.map(\.fact.rawValue) + QuestionRule.names
    for (node, text) in [(fields["because"], because), (fields["ask"], ask)] {
      check(places, of: text ?? "", at: node)
    }
    return QuestionRule(id: id, conditions: conditions, because: because, ask: ask)
  }

  /// Checks that the words name only what every rule may name and the facts that it compares.
  private mutating func check(_ places: [String], of text: String, at node: Node?) {
    for part in text.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
      let name = String(part.prefix { $0 != "}" })
      guard !places.contains(name) else { continue }
      fail(node, "nothing fills the place '{\(name)}'\(suggestion(for: name, among: places))")
    }
  }

  /// `0`, `>= 90`, `missing`, `>= 90 or missing`, or a list of comparisons that must all hold.
  private mutating func condition(on fact: AccountFact, _ node: Node) -> QuestionRule.Condition? {
    let texts = node.sequence.map { $0.map { $0.scalar?.string ?? "" } } ?? [node.scalar?.string ?? ""]
    var allowsMissing = false
    var comparisons: [(comparison: Comparison, limit: Double)] = []
    for written in texts {
      var words = written.split(separator: " ")
      if words.last == "missing" {
        allowsMissing = true
        words.removeLast()
        if words.last == "or" { words.removeLast() }
        if words.isEmpty { continue }
      }
      let text = words.joined(separator: " ")
      let comparison = Comparison.allCases.first { text.hasPrefix($0.rawValue) }
      let number = text.dropFirst(comparison?.rawValue.count ?? 0).drop { $0 == " " }
      guard let limit = Double(number), limit.isFinite else {
        fail(node, "\(fact.rawValue) is compared with '\(written)'; write such as 0, \">= 90\" or \">= 90 or missing\"")
        return nil
      }
      comparisons.append((comparison ?? .equal, limit))
    }
    return QuestionRule.Condition(fact: fact, comparisons: comparisons, allowsMissing: allowsMissing)
  }
}
