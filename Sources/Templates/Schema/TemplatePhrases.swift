/// The texts of a language file, reached as `{{t.key}}` from anywhere in a template.
///
/// A phrase is known when a template is compiled, so it becomes part of the template and costs nothing to render.
/// Two braces escape it; three insert it as it is, in Markdown templates only, so that a phrase may hold emphasis.
public struct TemplatePhrases: Sendable {
  let name: [UInt8]
  let texts: [[UInt8]: String]

  /// No phrases: every `{{t.key}}` is an unknown name.
  public static let none = TemplatePhrases([])

  /// Creates phrases by key, under a name of their own; of two with one key the first counts.
  public init(_ phrases: some Sequence<(key: String, text: String)>, name: String = "t") {
    self.name = Array(name.utf8)
    texts = Dictionary(phrases.map { (Array($0.key.utf8), $0.text) }, uniquingKeysWith: { first, _ in first })
  }
}
