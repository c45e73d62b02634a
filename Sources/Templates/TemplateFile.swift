/// A template as it was read from disk.
public struct TemplateFile: Sendable {
  /// The name used by partial tags and ``TemplateSet/compile(_:for:phrases:)``, such as `account.md`.
  public let name: String
  /// The template itself.
  public let text: String
  /// The path that problems are reported under.
  public let displayPath: String
  /// The format, or nil when it does not follow from the name, which is a problem once the template is used.
  public let format: TemplateFormat?

  /// Creates a template whose format follows from its name, reported under its name unless a path is given.
  public init(name: String, text: String, displayPath: String? = nil) {
    self.init(name: name, text: text, displayPath: displayPath, format: TemplateFormat(fileName: name))
  }

  /// Creates a template whose format does not follow from its name.
  public init(name: String, text: String, displayPath: String? = nil, format: TemplateFormat?) {
    self.name = name
    self.text = text
    self.displayPath = displayPath ?? name
    self.format = format
  }
}
