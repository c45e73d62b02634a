import Findings
import Health
import YAML

extension YAMLReader {
  private static let units: [String: MeasureUnit] = [
    "number": .number, "share": .share, "percent": .percent, "days": .days, "money": .money,
  ]

  /// Reads `share`, `days` and the like, or a unit of the author's own: one text, or one for each language.
  mutating func unit(_ node: Node?) -> MeasureUnit? {
    guard let node else { return nil }
    guard let text = node.scalar?.string else { return wording(node, of: "unit").map { .own($0) } }
    if let unit = Self.units[text] { return unit }
    let known = Self.units.keys.sorted()
    // Otherwise a misspelt known unit would appear on every page as the author's own.
    if let nearest = nearestName(to: text, among: known) {
      fail(node, "unit is '\(text)'; did you mean '\(nearest)'? known: \(known.joined(separator: ", ")), or own words")
      return nil
    }
    return wording(node, of: "unit").map { .own($0) }
  }

  /// Reads what readers call things, by name, with the place of each name in the file.
  mutating func labels(_ node: Node?) -> [String: (wording: Wording, node: Node)] {
    guard let node else { return [:] }
    var labels: [String: (wording: Wording, node: Node)] = [:]
    for (name, keyNode, value) in entries(node, of: "labels") {
      if let wording = wording(value, of: "the label of \(name)") { labels[name] = (wording, keyNode) }
    }
    return labels
  }

  private mutating func wording(_ node: Node, of what: String) -> Wording? {
    guard node.mapping != nil else { return text(node, what).map { Wording($0) } }
    var texts: [String: String] = [:]
    for (language, keyNode, value) in entries(node, of: what) {
      let isCode = (2...3).contains(language.utf8.count) && language.utf8.allSatisfy { (97...122).contains($0) }
      if !isCode { fail(keyNode, "'\(language)' is no language; write a code such as en or fr") }
      texts[language] = text(value, what)
    }
    if texts.isEmpty { fail(node, "\(what) has no text") }
    return Wording(byLanguage: texts)
  }
}
