import Findings
import Pipeline
import Review

/// One thing that a run says, as other programs are told it.
struct Diagnostic {
  /// How bad it is; `passed` is a check that found nothing.
  enum Level: String {
    case error, warning, note, passed
  }

  let level: Level
  /// Which check it is of, by a name that stays the same: `no-account-has-the`, `guard/vanished`, `gate/overdue`.
  let rule: String
  /// What the rule says, whatever the values are.
  let meaning: String
  let text: String
  /// The file as the working directory names it; nil for what is in no file.
  var file: String?
  /// From 1; nil for what has no line of its own.
  var line: Int?
  /// From 1, in Unicode scalars.
  var column: Int?

  /// How many words of a sentence name its rule.
  private static let wordsOfRule = 5

  /// What a run said, in its order, and the guards that were looked at and do not hold.
  ///
  /// - Parameters:
  ///   - guards: whether guards were looked at.
  ///   - path: the path of a file of the portfolio, by the name that findings give it.
  static func all(_ notices: [Notice], guards: Bool, refusal: String?, path: (String) -> String) -> [Diagnostic] {
    var all = notices.map { Diagnostic($0, path: path) }
    if guards {
      let held = Set(all.map(\.rule))
      all += Guard.allCases.map { "guard/\($0.rawValue)" }.filter { !held.contains($0) }.map {
        Diagnostic(level: .passed, rule: $0, meaning: "nothing of the kind is missing", text: "it does not hold")
      }
    }
    if let refusal { all.append(Diagnostic(level: .error, rule: "refused", meaning: "the run gave up", text: refusal)) }
    return all
  }

  private init(level: Level, rule: String, meaning: String, text: String) {
    self.level = level
    self.rule = rule
    self.meaning = meaning
    self.text = onOneLine(text)
  }

  private init(_ notice: Notice, path: (String) -> String) {
    switch notice {
    case .finding(let finding):
      let pattern = finding.message.pattern
      // A row of a query and a cell of a workbook are at no line of a text file.
      let isText = !finding.isOfQuery && finding.sheet == nil
      self.init(
        level: finding.severity == .error ? .error : .warning, rule: Self.rule(pattern), meaning: pattern,
        text: isText ? "\(finding.message)" : "\(finding.place): \(finding.message)")
      file = path(finding.file)
      if isText { (line, column) = (finding.line, finding.column) }
    case .held(let kind, let words, let isAccepted):
      self.init(
        level: isAccepted ? .warning : .error, rule: "guard/\(kind.rawValue)", meaning: "data is missing", text: words)
    case .gate(let figure, let holds, let words):
      self.init(
        level: holds.map { $0 ? .error : .passed } ?? .note, rule: "gate/\(figure)",
        meaning: "a condition of --fail-if",
        text: words)
    case .line(let line): self.init(level: .note, rule: "note", meaning: "something to know", text: line)
    }
  }

  /// The first words of a sentence, without its values.
  private static func rule(_ pattern: String) -> String {
    let words = pattern.lowercased().unicodeScalars.split { !("a"..."z").contains($0) }
    let rule = words.prefix(wordsOfRule).map { String(String.UnicodeScalarView($0)) }.joined(separator: "-")
    return rule.isEmpty ? "finding" : rule
  }
}
