/// A name or a unit as its author writes it for readers, in one language or in several.
public struct Wording: Hashable, Sendable {
  private let everywhere: String?
  private let byLanguage: [String: String]

  /// The same words in every language.
  public init(_ text: String) {
    everywhere = text
    byLanguage = [:]
  }

  /// Other words in each language; keys are codes such as `fr`.
  public init(byLanguage: [String: String]) {
    everywhere = nil
    self.byLanguage = byLanguage
  }

  /// The words for a language; nil where nothing was written for it.
  public func text(in language: String) -> String? { byLanguage[language] ?? everywhere }

  /// The words for a language, else those of the first one that has any.
  public func anyText(in language: String) -> String {
    text(in: language) ?? byLanguage.min { $0.key < $1.key }?.value ?? ""
  }
}
