import Health

extension AccountColumn {
  /// The ways to search a customer's file for the cells of a private column.
  enum Search {
    case id, name, amount
    /// By whole sentences, people and codes, like text that people write by hand.
    case attribute
  }

  /// The way to search for it; nil for an ordinary column.
  var search: Search? {
    guard privacy == .private else { return nil }
    return switch kind {
    case .id: .id
    case .name: .name
    case .number, .money: .amount
    case .text, .category, .language, .day: .attribute
    }
  }

  /// Its name in leaks and records.
  var field: String { "accounts.\(name)" }
}
