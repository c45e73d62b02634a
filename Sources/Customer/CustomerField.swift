/// A kind of fact that a customer's document may contain if the settings allow it; there are no others.
public enum CustomerField: String, CaseIterable, Hashable, Codable, Sendable {
  /// The goals for which the customer bought the product, with figures.
  case goals
  /// The number of the customer's own seats in use.
  case adoption
  /// The tickets that the customer opened.
  case tickets
  /// The agreed steps, with owner and due day: the table `plans`.
  case steps
  /// What somebody wrote for the customer: `data/customer/<account_id>.md`.
  case words
  /// The person responsible for the customer.
  case csm
  /// The first day as a customer.
  case since
  /// The days of meetings, calls and reviews that both sides attended.
  case meetings
  /// The median of at least 20 other customers, next to the customer's own adoption.
  case peers

  /// The fields of a document when the settings name none.
  public static let defaults: Set<CustomerField> = [.goals, .adoption, .tickets, .steps, .words]
}
