import Spelling

/// A part of `data/customer/<account_id>.md`.
enum CustomerPart: CaseIterable {
  case context, learned, conversation

  /// The part that a heading begins, in any case and with or without a colon; nil where it is none of them.
  init?(heading: String) {
    let heading = heading.trimmed(of: [":"]).lowercased()
    guard
      let part = Self.allCases.first(where: { ($0.words + $0.titles).contains { $0.lowercased() == heading } })
    else { return nil }
    self = part
  }

  /// What the part is headed with, in English and in French.
  var words: [String] {
    switch self {
    case .context: ["Context", "Contexte"]
    case .learned: ["Learned", "Appris"]
    case .conversation: ["Conversation"]
    }
  }

  /// What the document itself prints over it, which is easily taken for the heading to write.
  private var titles: [String] {
    switch self {
    case .context: []
    case .learned: ["What we learned", "Ce que nous avons appris"]
    case .conversation: ["The conversation to have", "Ce dont nous devrions parler"]
    }
  }
}
