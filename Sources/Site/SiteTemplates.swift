import Markdown
public import Templates

/// All templates of the site, checked against their views.
public struct SiteTemplates: Sendable {
  let layout: CompiledTemplate<Layout>
  let trail: CompiledTemplate<TrailPage>
  let mail: CompiledTemplate<MailDigest>
  /// What was learnt of the pages rendered so far.
  let skeletons = SharedSkeletons()
  /// The makers of the pages of an edition, template by template.
  let editionPages: [PageMaker]
  /// The makers of the pages of a comparison.
  let comparisonPages: [PageMaker]
  /// What makes the pages at addresses that only earlier editions had.
  let formerPages: PageMaker
  /// The name of every template in use.
  let names: Set<String>

  /// Checks every template against its page.
  ///
  /// - Throws: all problems of all templates.
  public init(_ files: [TemplateFile], words: Words) throws(TemplateFailure) {
    var compiler = TemplateCompiler(files, words: words)
    layout = compiler.compile("layout.html", needing: ["content"])
    trail = compiler.compile("trail.md")
    mail = compiler.compile("digest-mail.html")
    let pieces = Pieces(&compiler)
    editionPages = SitePages.ofEdition.map { $0.maker(&compiler, pieces) }
    comparisonPages = SitePages.ofComparison.map { $0.maker(&compiler, pieces) }
    formerPages = FormerPageComposer.maker(&compiler, pieces)
    names = compiler.names
    guard compiler.problems.isEmpty else { throw TemplateFailure(problems: compiler.problems) }
  }
}

/// All problems of the templates.
public struct TemplateFailure: Error {
  /// The problems, file by file in the order they were met; never empty.
  public let problems: [TemplateProblem]
}
