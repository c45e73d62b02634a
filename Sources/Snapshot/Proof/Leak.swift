public import Customer

/// Something that stands in a customer's file and must not.
///
/// It says where and by which rule, never what.
public struct Leak: Hashable, Sendable, CustomStringConvertible {
  /// The rule by which it was found.
  public let rule: ProofRule
  /// The table and column that the value comes from, such as `sentiment.reason`.
  public let field: String
  /// Where in the file it stands, such as `text` or `PDF metadata`.
  public let place: String
  /// The paragraph of that place, counted from 1, and the part of the document, such as `plan`; nil where it has none.
  public let paragraph: (number: Int, part: String?)?
  /// The allowed fact that brought it in, such as `plans.step`; nil where none did.
  public let cameWith: TextSource?
  /// Which of those facts, counted from 1 in the order of the document, and the line of its text.
  public let fact: (number: Int, line: Int)?
  /// What was found, where it is the words of a row; it says in which row they stand, and not which they are.
  public let source: Source?

  /// Words that must not be read, of an account's row.
  public struct Source: Sendable {
    /// The account whose row it is; nil for what is about none.
    public let account: Int?
    let sequence: UInt64

    /// Whether the words stand in a cell.
    public func stands(in cell: String) -> Bool {
      let readings = SearchText.readings(of: cell)
      return readings.contains { $0.sequence == sequence } || ProofScan.runs(of: readings).contains(sequence)
    }
  }

  /// What is wrong, where, and what to do, in one line.
  public var description: String {
    var text = "holds a value of \(field), in its \(place)"
    if let paragraph {
      text += paragraph.part.map { " (\($0), paragraph \(paragraph.number))" } ?? " (paragraph \(paragraph.number))"
    }
    if let cameWith {
      text += "; it came in with \(cameWith)"
      if let fact, fact.number > 1 || fact.line > 1 {
        text += fact.line > 1 ? ", line \(fact.line)" : " number \(fact.number) of the document"
      }
    }
    return text + " (rule \(rule.rawValue)); \(rule.advice)"
  }

  /// True when both say the same.
  public static func == (left: Leak, right: Leak) -> Bool {
    left.rule == right.rule && left.field == right.field && left.place == right.place
      && left.paragraph?.number == right.paragraph?.number && left.paragraph?.part == right.paragraph?.part
      && left.cameWith == right.cameWith && left.fact?.number == right.fact?.number
      && left.fact?.line == right.fact?.line
  }

  /// Hashes what tells most leaks apart.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(rule)
    hasher.combine(field)
    hasher.combine(place)
  }
}
