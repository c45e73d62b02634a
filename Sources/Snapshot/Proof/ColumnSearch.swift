import Health

extension AccountColumn {
  /// The ways in which a customer's file is searched for the cells of a private column.
  enum Search {
    case id, name, amount
    /// By whole sentences, people and codes, as what people write by hand.
    case attribute
  }

  /// How it is searched for; nil where it is ordinary.
  var search: Search? {
    guard privacy == .private else { return nil }
    return switch kind {
    case .id: .id
    case .name: .name
    case .number, .money: .amount
    case .text, .category, .language, .day: .attribute
    }
  }

  /// What it is called in leaks and records.
  var field: String { "accounts.\(name)" }
}
