/// Where templates, words and assets come from.
public enum TemplateSource: Sendable {
  /// They come with Vigie.
  case builtIn
  /// The user's own folder; what it lacks comes with Vigie.
  case folder(String)
}
