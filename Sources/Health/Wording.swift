/// A name or a unit as its author writes it for readers, in one or more languages.
public struct Wording: Hashable, Sendable {
  private let everywhere: String?
  private let byLanguage: [String: String]

  /// Creates a wording that is the same in every language.
  public init(_ text: String) {
    everywhere = text
    byLanguage = [:]
  }

  /// Creates a wording for each language; keys are codes such as `fr`.
  public init(byLanguage: [String: String]) {
    everywhere = nil
    self.byLanguage = byLanguage
  }

  /// The words for a language; nil when there are none for it.
  public func text(in language: String) -> String? { byLanguage[language] ?? everywhere }

  /// The words for a language, or else those of the first one that has any.
  public func anyText(in language: String) -> String {
    text(in: language) ?? byLanguage.min { $0.key < $1.key }?.value ?? ""
  }
}
