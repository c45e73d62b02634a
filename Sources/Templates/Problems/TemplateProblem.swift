/// A fault in a template, and where it is.
public struct TemplateProblem: Sendable, Equatable {
  /// The display path of the file the fault is in.
  public let template: String
  /// Counted from 1.
  public let line: Int
  /// Counted from 1, in Unicode scalars.
  public let column: Int
  /// What is wrong.
  public let kind: Kind

  /// True when both point at the same sign of the same file.
  public func isAtSamePlace(as other: TemplateProblem) -> Bool {
    (template, line, column) == (other.template, other.line, other.column)
  }

  /// What can be wrong with a template.
  public enum Kind: Sendable, Equatable {
    /// The set has no template of this name.
    case unknownTemplate(String, nearest: String?)
    /// The file's name does not say how values are escaped in it.
    case unknownFormat(String)
    /// A tag is opened and never closed.
    case unclosedTag
    /// What is between the delimiters is no tag.
    case malformedTag(String)
    /// A set-delimiters tag does not hold two delimiters.
    case malformedDelimiters
    /// A section has no closing tag.
    case unclosedSection(String)
    /// A closing tag names a different section from the open one.
    case mismatchedSection(open: String, close: String)
    /// Sections and partials are nested deeper than the program goes.
    case tooDeep(limit: Int)
    /// Partials include partials until there are too many.
    case tooManyPartials(limit: Int)
    /// A closing tag has no section to close.
    case unopenedSection(String)
    /// No scope has this name.
    case unknownName(String, nearest: String?)
    /// The set has no partial of this name.
    case unknownPartial(String, nearest: String?)
    /// A partial includes itself, directly or through others.
    case recursivePartial(String)
    /// A partial in one format is included by a file in another, where its escaping would be wrong.
    case foreignPartial(String, format: TemplateFormat, including: TemplateFormat)
    /// A variable tag names something that is not text.
    case notText(String, TemplateFieldKind)
    /// Finished HTML is named between two braces, which would escape it.
    case escapedHTML(String)
    /// Text from outside is to be inserted unescaped.
    case unescapedText(String)
    /// Finished HTML, or a phrase as Markdown, is to be inserted into a file of another format.
    case foreignFormat(String, finished: TemplateFormat, file: TemplateFormat)
    /// A dotted name looks into an optional record outside its section.
    case throughOptional(String, optional: String)
    /// The page is useless without a tag that is missing or occurs only in sections.
    case missing(String)
    /// A dotted name looks into something that has no names inside.
    case throughValue(String, value: String, TemplateFieldKind)
  }
}
