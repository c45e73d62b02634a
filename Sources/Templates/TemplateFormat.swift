/// The format of a template file, which decides how its values are escaped.
public enum TemplateFormat: Sendable, Equatable {
  /// Markdown, in files ending in `.md`.
  case markdown
  /// HTML, in files ending in `.html`.
  case html

  /// The format for the extension of a file name, or nil for any other.
  public init?(fileName: String) {
    let endings: [(String, TemplateFormat)] = [(".md", .markdown), (".html", .html)]
    for (ending, format) in endings where fileName.utf8.reversed().starts(with: ending.utf8.reversed()) {
      self = format
      return
    }
    return nil
  }

  /// Appends UTF-8 text so that a reader of this format sees the text and nothing else.
  public func escape(_ utf8: some Collection<UInt8>, into output: inout [UInt8]) {
    switch self {
    case .markdown: escapeMarkdown(utf8, into: &output)
    case .html: escapeHTML(utf8, into: &output)
    }
  }
}
