/// The tables of a portfolio.
public enum Table: String, CaseIterable, Sendable {
  case accounts, measures, sentiment, risks, touchpoints, tickets, contacts, goals, outcomes, reviews, opinions, plans

  /// True when rows keep arriving, so that a table without a new one for long enough is a dead feed.
  public var isFeed: Bool { self == .touchpoints || self == .tickets }
}
