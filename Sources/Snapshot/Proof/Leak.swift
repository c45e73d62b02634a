public import Customer

/// Something in a customer's file that must not be there, or that its author has to confirm.
///
/// It says where it is and by which rule it was found, never what it is.
public struct Leak: Hashable, Sendable, CustomStringConvertible {
  /// The rule that found it.
  public let rule: ProofRule
  /// The table and column of the value, such as `sentiment.reason`.
  public let field: String
  /// The part of the file, such as `text` or `PDF metadata`.
  public let passage: String
  /// The section of the document, such as `plan`; nil outside of them.
  public let section: String?
  /// The line of an allowed fact that contains it; nil when none does.
  public let fact: Fact?
  /// The word by which the author confirms the line; nil when what it holds is certain to be private.
  public let code: String?
  /// The cell or note whose words they are; nil for figures and our view.
  public let origin: PrivateEvidence.Place?

  /// A line of a text that the document was made from.
  public struct Fact: Hashable, Sendable {
    /// The table or file that the text is from.
    public let source: TextSource
    /// The text.
    public let text: String
    /// The line in it, from 1, and the column of the first word that was found, in Unicode scalars from 1.
    public let line: Int
    /// See `line`.
    public let column: Int
  }

  /// What is wrong and what to do, in one line.
  public var description: String {
    var text = "holds a value of \(field), in its \(passage)"
    if let section { text += " (\(section))" }
    if let fact { text += "; it came in with \(fact.source)\(fact.line > 1 ? ", line \(fact.line)" : "")" }
    if let origin { text += "; the value is at \(origin)" }
    return text + " (rule \(rule.rawValue)); "
  }

  /// What to do, for the document of an account.
  public func advice(for account: String) -> String {
    code.map { "remove it, or confirm this line with snapshot: {customer: {confirmed: {\(account): [\($0)]}}}" }
      ?? "\(rule.advice), or list the words under snapshot.customer.known if every customer may read them"
  }
}
