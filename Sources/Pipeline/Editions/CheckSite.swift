import Findings
import Portfolio
import Publishing
public import Review
import Site

/// A site that was rendered but not written.
public struct CheckedSite: Sendable {
  /// The number of pages.
  public let pages: Int
  /// The total size of the pages in bytes.
  public let byteCount: Int
  /// How much of what the models ask for the data gives, in a few lines.
  public let coverage: [String]
  /// Which templates are slow because their Markdown is read again for each page, and why, in a line each.
  public let slowTemplates: [String]
}

extension Workspace {
  /// Renders every page of the site that ``build(to:)`` would write, and writes nothing.
  ///
  /// - Parameter gates: the conditions under which it is refused.
  public func check(_ gates: [EditionGate] = []) async throws -> CheckedSite {
    let missing = try missing()
    try say(missing)
    let words = presentation.words
    let stale = presentation.folder.staleness(
      language: words.language, isUsed: { words.isUsed($0, templates: $1, questions: presentation.questions) },
      keys: words.keys)
    reporter.warn(stale)
    guard !stale.contains(where: { $0.severity == .error }) else {
      throw Refusal.nothingWritten("the language file cannot be used as it is")
    }
    let review = await review(try history())
    try hold(gates, against: review)
    let site = site(of: review, missing: missing)
    let byteCount = try await site.byteCount()
    return CheckedSite(
      pages: site.pages.count, byteCount: byteCount, coverage: CoverageText(review, portfolio.quality).lines,
      slowTemplates: site.templatesReadForEachPage.map { template in
        "\(template.name) is read as Markdown again for each page, which takes longer, because it or one of its parts "
          + "holds \(template.holding)"
      })
  }
}
