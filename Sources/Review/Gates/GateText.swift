import Findings
import Health

/// A gate as somebody wrote it: `FIGURE OP NUMBER` or `FIGURE unknown`, and perhaps more words.
struct GateText<Figure: GateFigure> {
  /// The figure.
  let figure: Figure
  /// The condition on it.
  let condition: GateCondition
  private let text: String
  private var rest: Substring

  /// Reads the figure and the condition.
  ///
  /// A number may be in per cent: `missed > 20%` and `missed > 20 %` are `missed > 0.2`.
  init(_ text: String) throws(GateFault) {
    var rest = Substring(text)
    let name = rest.take { $0 != " " && !"<>=".unicodeScalars.contains($0) }
    let example = Figure.allCases.first.map { "\($0.rawValue) \($0.usualComparison)" } ?? ""
    guard !name.isEmpty else { throw GateFault(reason: "'\(text)' names no figure; write a gate such as '\(example)'") }
    guard let figure = Figure(rawValue: name) else {
      let known = Figure.allCases.map(\.rawValue)
      let nearest = nearestName(to: name, among: known).map { "did you mean '\($0)'?" }
      throw GateFault(
        reason: "'\(name)' is no figure of \(Figure.owner); \(nearest ?? "known: " + known.joined(separator: ", "))")
    }
    self.figure = figure
    if let comparison = Comparison.allCases.first(where: { rest.dropBlanks().hasPrefix($0.rawValue) }) {
      rest = rest.dropBlanks().dropFirst(comparison.rawValue.unicodeScalars.count)
      condition = .compares(comparison, try Self.limit(&rest, of: figure, comparison, in: text))
    } else if rest.take(while: { $0 != " " }) == "unknown" {
      condition = .isUnknown
    } else {
      throw GateFault(
        reason:
          "'\(text)' compares with nothing; write one such as '\(name) \(figure.usualComparison)' or '\(name) unknown'")
    }
    self.text = text
    self.rest = rest
  }

  private static func limit(
    _ rest: inout Substring, of figure: Figure, _ comparison: Comparison, in text: String
  ) throws(GateFault) -> Double {
    let name = figure.rawValue
    var number = rest.take { $0 != " " }
    // `20 %` with a space, as in French and in careful typography.
    if !number.isEmpty, rest.dropBlanks().unicodeScalars.first == "%" { number += rest.take { $0 == "%" } }
    let isPercent = number.hasSuffix("%")
    guard let value = Double(isPercent ? String(number.dropLast()) : number), value.isFinite else {
      throw GateFault(reason: "'\(number)' in '\(text)' is no number; write one such as 0.6 or 20%")
    }
    let limit = isPercent ? value / 100 : value
    if isPercent, let words = figure.wordsForNoShare {
      throw GateFault(reason: "\(name) \(words); write \(number.dropLast()) without the per cent sign")
    }
    guard !figure.isFraction || (0...1).contains(limit) else {
      let hint = !isPercent && (1...100).contains(value) ? "; did you mean \(number)%?" : ""
      throw GateFault(reason: "\(name) is a share between 0 and 1, and '\(number)' is not\(hint)")
    }
    let range = figure.isFraction ? 0...1 : 0...Double.infinity
    guard comparison.canHold(in: range, limit) else {
      throw GateFault(reason: "'\(text)' never holds, since \(name) is never \(limit > 0 ? "above 1" : "below 0")")
    }
    return limit
  }

  /// The next word after the condition; empty at the end.
  mutating func nextWord() -> String { rest.take { $0 != " " } }

  /// Refuses what is left.
  mutating func end() throws(GateFault) {
    let excess = rest.take { _ in true }
    guard excess.isEmpty else { throw GateFault(reason: "'\(excess)' in '\(text)' is too much") }
  }
}

extension Substring {
  fileprivate func dropBlanks() -> Substring {
    var rest = unicodeScalars
    while rest.first == " " { rest.removeFirst() }
    return Substring(rest)
  }

  /// Removes blanks and then the matching characters from the front, and returns the latter.
  fileprivate mutating func take(while matches: (Unicode.Scalar) -> Bool) -> String {
    let rest = dropBlanks().unicodeScalars
    let end = rest.firstIndex { !matches($0) } ?? rest.endIndex
    self = Substring(rest[end...])
    return String(rest[..<end])
  }
}
