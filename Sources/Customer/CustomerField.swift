/// A kind of fact that a customer's document may hold when the settings allow it; there is no word for any other.
public enum CustomerField: String, CaseIterable, Hashable, Codable, Sendable {
  /// What the customer bought the product for, with figures.
  case goals
  /// How many of the customer's own seats are in use.
  case adoption
  /// The tickets that the customer opened.
  case tickets
  /// What was agreed to be done, by whom and by when: the table `plans`.
  case steps
  /// What somebody wrote for the customer: `data/customer/<account_id>.md`.
  case words
  /// Who looks after the customer.
  case csm
  /// Since when it is a customer.
  case since
  /// The days of meetings, calls and reviews that both sides attended.
  case meetings
  /// The median of at least 20 other customers, beside the customer's own adoption.
  case peers

  /// What a document holds where the settings say nothing.
  public static let defaults: Set<CustomerField> = [.goals, .adoption, .tickets, .steps, .words]
}
