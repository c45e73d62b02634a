public import Customer

/// Something in a customer's file that must not be there.
///
/// It says where it is and by which rule it was found, never what it is.
public struct Leak: Hashable, Sendable, CustomStringConvertible {
  /// The rule that found it.
  public let rule: ProofRule
  /// The table and column of the value, such as `sentiment.reason`.
  public let field: String
  /// The part of the file, such as `text` or `PDF metadata`.
  public let place: String
  /// The paragraph of that part, counted from 1, and the section of the document, such as `plan`; nil when it has none.
  public let paragraph: (number: Int, part: String?)?
  /// The allowed fact that contains it, such as `plans.step`; nil when none does.
  public let cameWith: TextSource?
  /// The number of that fact, counted from 1 in the order of the document, and the line of its text.
  public let fact: (number: Int, line: Int)?
  /// The row of the words that were found; it identifies the row without holding the words.
  public let source: Source?

  /// Private words in an account's row.
  public struct Source: Sendable {
    /// The account of the row; nil for none.
    public let account: Int?
    let sequence: UInt64

    /// Whether a cell contains the words.
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

  /// True when both are the same leak.
  public static func == (left: Leak, right: Leak) -> Bool {
    left.rule == right.rule && left.field == right.field && left.place == right.place
      && left.paragraph?.number == right.paragraph?.number && left.paragraph?.part == right.paragraph?.part
      && left.cameWith == right.cameWith && left.fact?.number == right.fact?.number
      && left.fact?.line == right.fact?.line
  }

  /// Hashes the fields that distinguish most leaks.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(rule)
    hasher.combine(field)
    hasher.combine(place)
  }
}
