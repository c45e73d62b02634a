import Markdown
public import Templates

/// The templates of customers' documents, checked against their views.
public struct CustomerTemplates: Sendable {
  let page: CompiledTemplate<CustomerPage>
  let figures: CompiledTemplate<CustomerFigures>
  let frame: CompiledTemplate<CustomerFrame>
  let style: [UInt8]
  /// What was learnt of the documents made so far.
  let skeletons = SharedSkeletons()

  /// The names of the template files of documents.
  public static let names = ["customer/page.md", "customer/numbers.html", "customer/frame.html"]

  /// The name of the style sheet included in each document.
  public static let styleName = "customer/customer.css"

  /// Checks the templates; the files may include others as partials.
  ///
  /// - Throws: every problem found.
  public init(_ files: [TemplateFile], style: [UInt8], language: CustomerLanguage) throws(TemplateErrors) {
    let set = TemplateSet(files: files)
    let phrases = TemplatePhrases(language.phrases)
    page = try set.compile(Self.names[0], for: CustomerPage.self, phrases: phrases)
    figures = try set.compile(Self.names[1], for: CustomerFigures.self, phrases: phrases)
    frame = try set.compile(Self.names[2], for: CustomerFrame.self, phrases: phrases, needing: ["content", "mark"])
    self.style = style
  }
}
