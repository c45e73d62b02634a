/// The kind of value behind a name, which decides the tags it may be used in.
public enum TemplateFieldKind: Sendable, Equatable {
  /// Text from outside: always escaped.
  case text
  /// Finished HTML made by the program: inserted as it is, in HTML templates only.
  case html
  /// A yes or no: only a section can test it.
  case flag
  /// Records, in order: a section shows each of them.
  case list
  /// One record that is always present.
  case record
  /// One record that may be missing.
  case optional
  /// The texts of the language file.
  case phrases
}
