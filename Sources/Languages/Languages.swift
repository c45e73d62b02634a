/// The available languages: one for each language file.
public struct Languages: Sendable {
  /// The language of the program itself, in which the code writes its own messages.
  ///
  /// The terminal always uses it, pages do unless the settings say otherwise, and the placeholders of phrases are
  /// checked against it. It is a fact about the sentences in the code and not a choice, so no file could name another
  /// one.
  public static let program = "en"

  /// Every language file: the built-in ones, then the user's own.
  public let files: [LanguageFile]

  /// Creates the languages from the built-in templates and the user's own language files.
  public init(builtIn templates: [(name: String, bytes: [UInt8])], own: [LanguageFile] = []) {
    files =
      templates.compactMap {
        LanguageFile(named: $0.name, path: "built-in " + $0.name, bytes: $0.bytes, isBuiltIn: true)
      } + own
  }

  /// The codes of the languages, sorted.
  public var codes: [String] { Set(files.map(\.code)).sorted() }

  /// The file of a language, the user's own before the built-in one; nil when there is none.
  public func file(_ code: String) -> LanguageFile? { files.last { $0.code == code } }

  /// Reads all readable files, whether or not pages use them.
  public func read() -> [Language] { files.compactMap { try? Language($0) } }

  /// The language that a text such as `FR` or `fr-CA` names, in the spelling of its file; nil for none.
  ///
  /// A regional variant is the language itself unless the region has its own file.
  public func code(for text: String) -> String? {
    let wanted = text.lowercased().filter { !$0.isWhitespace }
    let parts = wanted.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }
    let codes = codes
    return codes.first { $0.lowercased() == parts.joined(separator: "-") }
      ?? codes.first { $0.lowercased() == parts.first ?? "" }
  }
}
