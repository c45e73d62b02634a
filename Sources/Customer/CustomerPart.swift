/// A part of a customer's document that people write themselves, in `data/customer/<account_id>.md`.
public enum CustomerPart: String, CaseIterable, Sendable {
  /// The customer's present situation.
  case context
  /// What was learned in the quarter.
  case learned
  /// What to talk about.
  case conversation

  /// The phrase that heads the part in that file.
  public var headingKey: String { "heading_\(rawValue)" }

  /// The phrase that the document prints above the part, which is easily mistaken for the heading to write.
  public var titleKey: String { "customer_\(rawValue)" }
}
