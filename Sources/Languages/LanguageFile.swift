/// A language file as it was found, before it is read.
public struct LanguageFile: Sendable {
  /// The name of the language: what HTML and `locale` call it, and what the file is called.
  public let code: String
  /// Where the file is, as messages name it.
  public let path: String
  /// What it says.
  public let text: String
  /// Whether it comes with Vigie.
  public let isBuiltIn: Bool

  /// Takes a file.
  public init(code: String, path: String, text: String, isBuiltIn: Bool) {
    self.code = code
    self.path = path
    self.text = text
    self.isBuiltIn = isBuiltIn
  }

  /// Takes a file by its name among the templates, such as `words/xx.yml`; nil for what is no language file.
  public init?(named name: String, path: String, bytes: [UInt8], isBuiltIn: Bool) {
    guard name.hasPrefix("words/"), name.hasSuffix(".yml") else { return nil }
    self.init(
      code: String(name.dropFirst("words/".utf8.count).dropLast(".yml".utf8.count)), path: path,
      text: String(decoding: bytes, as: UTF8.self), isBuiltIn: isBuiltIn)
  }
}
