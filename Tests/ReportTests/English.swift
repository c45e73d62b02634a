import BuiltInTemplates
import Languages

/// The English words that come with Vigie.
enum English {
  /// The languages that come with Vigie.
  static let languages = Languages(builtIn: BuiltInTemplates.files)

  static let text = languages.file(Languages.program)?.text ?? ""
}
