/// The languages that there are: one for each language file.
public struct Languages: Sendable {
  /// The language of the program itself, in which the code writes its own messages.
  ///
  /// The terminal speaks it always, pages do unless the settings say otherwise, and the places of phrases are checked
  /// against it. It is a fact about the sentences in the code and not a choice, so no file could name another one.
  public static let program = "en"

  /// Every language file: those that come with Vigie, then the user's own.
  public let files: [LanguageFile]

  /// Takes the language files among the templates that come with Vigie, and the user's own.
  public init(builtIn templates: [(name: String, bytes: [UInt8])], own: [LanguageFile] = []) {
    files =
      templates.compactMap {
        LanguageFile(named: $0.name, path: "built-in " + $0.name, bytes: $0.bytes, isBuiltIn: true)
      } + own
  }

  /// What the languages are called, in order.
  public var codes: [String] { Set(files.map(\.code)).sorted() }

  /// The file of a language, the user's own before the one that comes with Vigie; nil where there is none.
  public func file(_ code: String) -> LanguageFile? { files.last { $0.code == code } }

  /// What all files say that can be read, whether or not pages use them.
  public func read() -> [Language] { files.compactMap { try? Language($0) } }

  /// The language that a text such as `FR` or `fr-CA` names, in the spelling of its file; nil for none.
  ///
  /// A language of a region is that language where the region has no file of its own.
  public func code(for text: String) -> String? {
    let wanted = text.lowercased().filter { !$0.isWhitespace }
    let parts = wanted.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }
    let codes = codes
    return codes.first { $0.lowercased() == parts.joined(separator: "-") }
      ?? codes.first { $0.lowercased() == parts.first ?? "" }
  }
}
