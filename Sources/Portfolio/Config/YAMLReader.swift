import Findings
import Health
import YAML

/// Reads values from a YAML file and notes every mistake with its line and column.
struct YAMLReader {
  let file: String
  private(set) var findings: [Finding] = []
  private var lines: [Substring] = []

  init(file: String) {
    self.file = file
  }

  /// The root of a document; nil when it is not YAML, or empty.
  mutating func parse(_ text: String) -> Node? {
    lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    do {
      return try parseYAML(text)
    } catch {
      findings.append(
        Finding(
          .error, file: file, line: error.mark?.line, column: error.mark?.column, Message(verbatim: error.problem)))
      return nil
    }
  }

  mutating func fail(_ node: Node?, _ message: Message) {
    findings.append(
      Finding(.error, file: file, line: node?.mark.line, column: node?.mark.column, message))
  }

  mutating func warn(_ node: Node?, _ message: Message) {
    findings.append(
      Finding(.warning, file: file, line: node?.mark.line, column: node?.mark.column, message))
  }

  /// The entries of a mapping in the order of the file, by their keys.
  mutating func entries(_ node: Node, of what: String) -> [(key: String, keyNode: Node, value: Node)] {
    guard let mapping = node.mapping else {
      fail(node, "\(what) must be a mapping, with 'key: value' lines")
      return []
    }
    return mapping.map { ($0.key.scalar?.string ?? "", $0.key, $0.value) }
  }

  /// The values of a mapping that allows only the given keys.
  mutating func fields(_ node: Node, of what: String, known: [String]) -> [String: Node] {
    var fields: [String: Node] = [:]
    for (key, keyNode, value) in entries(node, of: what) {
      if known.contains(key) {
        fields[key] = value
      } else {
        fail(keyNode, "unknown key '\(key)' in \(what)\(suggestion(for: key, among: known))")
      }
    }
    return fields
  }

  mutating func items(_ node: Node, of what: String) -> [Node] {
    if let sequence = node.sequence { return Array(sequence) }
    fail(node, "\(what) must be a list")
    return []
  }

  mutating func text(_ node: Node?, _ what: String) -> String? {
    guard let node else { return nil }
    guard let text = node.scalar?.string, !text.isEmpty else {
      let line = node.scalar == nil ? "" : lines.dropFirst(node.mark.line - 1).first ?? ""
      fail(
        node,
        line.contains("#")
          ? "\(what) is blank, because # begins a comment; put the text in quotes, such as \"#7a1f5c\""
          : "\(what) must be a text")
      return nil
    }
    if let first = text.first, let last = text.last, "“„«‘".contains(first), "”“»’".contains(last) {
      warn(node, "the signs \(first) and \(last) are part of \(what); quotes that are none of it are \" or '")
    }
    return text
  }

  mutating func number(_ node: Node?, _ what: String, in range: ClosedRange<Double>? = nil) -> Double? {
    guard let node else { return nil }
    guard let text = node.scalar?.string, let value = Double(text), value.isFinite else {
      fail(node, "\(what) is \(quoted(node)); write a number such as 2 or 0.5")
      return nil
    }
    if let range, !range.contains(value) {
      let limits =
        range.upperBound < .greatestFiniteMagnitude
        ? "from \(plain(range.lowerBound)) to \(plain(range.upperBound))" : "of at least \(plain(range.lowerBound))"
      fail(node, "\(what) is \(text); write a number \(limits)")
      return nil
    }
    return value
  }

  mutating func wholeNumber(_ node: Node?, _ what: String, in range: ClosedRange<Int>) -> Int? {
    guard let node else { return nil }
    guard let text = node.scalar?.string, let value = Int(text), range.contains(value) else {
      let limits =
        range.upperBound == .max ? "of at least \(range.lowerBound)" : "from \(range.lowerBound) to \(range.upperBound)"
      fail(node, "\(what) is \(quoted(node)); write a whole number \(limits)")
      return nil
    }
    return value
  }

  mutating func day(_ node: Node?, _ what: String) -> Day? {
    guard let node else { return nil }
    guard let text = node.scalar?.string, let day = Day(iso: text) else {
      fail(node, "\(what) is \(quoted(node)); write a day such as 2026-10-01")
      return nil
    }
    return day
  }

  mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ node: Node?, _ what: String, of type: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    choice(node, what, among: Choice.allCases.map(\.rawValue)).flatMap(Choice.init(rawValue:))
  }

  /// Reads one of several names.
  mutating func choice(_ node: Node?, _ what: String, among names: [String]) -> String? {
    guard let node else { return nil }
    guard let name = node.scalar?.string, names.contains(name) else {
      fail(node, "\(what) is \(quoted(node)); write one of: \(names.joined(separator: ", "))")
      return nil
    }
    return name
  }

  private func quoted(_ node: Node) -> String {
    node.scalar.map { "'\($0.string)'" } ?? (node.mapping == nil ? "a list" : "a mapping")
  }

  private func plain(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
  }
}
