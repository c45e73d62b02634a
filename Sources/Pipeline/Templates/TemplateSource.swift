/// The source of templates, words and assets.
public enum TemplateSource: Sendable {
  /// The built-in ones.
  case builtIn
  /// The user's own folder; the built-in files supply what it lacks.
  case folder(String)
}
