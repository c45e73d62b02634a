/// A language file as found, before it is read.
public struct LanguageFile: Sendable {
  /// The code of the language, as in HTML, in `locale` and in the name of the file.
  public let code: String
  /// The path of the file for messages.
  public let path: String
  /// The text of the file.
  public let text: String
  /// Whether it is built in.
  public let isBuiltIn: Bool

  /// Creates a file.
  public init(code: String, path: String, text: String, isBuiltIn: Bool) {
    self.code = code
    self.path = path
    self.text = text
    self.isBuiltIn = isBuiltIn
  }

  /// Creates a file from its name among the templates, such as `words/xx.yml`; nil when it is not a language file.
  public init?(named name: String, path: String, bytes: [UInt8], isBuiltIn: Bool) {
    guard name.hasPrefix("words/"), name.hasSuffix(".yml") else { return nil }
    self.init(
      code: String(name.dropFirst("words/".utf8.count).dropLast(".yml".utf8.count)), path: path,
      text: String(decoding: bytes, as: UTF8.self), isBuiltIn: isBuiltIn)
  }
}
