public import Health
import Markdown
public import Review
import Templates

/// What the editions of a quarter recorded about an account and what was decided, as a section at the end of its page.
public struct Trail: Sendable {
  /// The number of days that it looks back.
  public static let days = 91

  private let words: Words
  private let formats: Formats
  private let templates: SiteTemplates

  /// Creates a trail for the language and the templates of the site.
  public init(_ words: Words, templates: SiteTemplates, on asOf: Day) {
    self.words = words
    formats = Formats(words, around: asOf)
    self.templates = templates
  }

  /// The section as HTML: every edition of the quarter up to a day, newest first, including replaced revisions, and the
  /// decisions of the same days by the week of their edition.
  ///
  /// - Parameter decisions: those known on that day, in file order; nil when they were not kept.
  public func html(
    of account: Int, in history: History, decisions: [ReviewDecision]?, upTo asOf: Day
  ) -> [UInt8] {
    let rows = history.scores[account].reversed().compactMap { score -> TrailRow? in
      let edition = history.editions[score.edition]
      guard edition.asOf <= asOf, asOf - edition.asOf < Self.days else { return nil }
      let lists = history.listings[account].filter { $0.edition == score.edition }
      return TrailRow(
        edition: edition.edition.description,
        revision: edition.revision == 0 ? "" : words(.revisionShort, ["n": formats.whole(edition.revision)]),
        asOf: formats.shortDate(edition.asOf), score: score.score.map(String.init) ?? "", band: score.band.rawValue,
        bandWord: words.code(.band, score.band.rawValue), flag: score.flag?.rawValue ?? "",
        flagWord: score.flag.map { words.code(.band, $0.rawValue) } ?? words(.noFlag),
        lists: lists.map { words.code(.list, $0.list.rawValue) }.joined(separator: ", "),
        fingerprint: edition.fingerprint)
    }
    let page = TrailPage(rows: rows, decisions: decisions.map { decided($0, upTo: asOf) })
    var html: [UInt8] = []
    templates.skeletons.render(templates.trail.marked(page), of: "trail.md", figures: [], into: &html)
    return html
  }

  /// The newest decisions first; of several on one day, the later in the file first.
  private func decided(_ decisions: [ReviewDecision], upTo asOf: Day) -> [TrailDecision] {
    decisions.filter { $0.date <= asOf && asOf - $0.date < Self.days }
      .reversed().sorted { $0.date > $1.date }
      .map { decision in
        TrailDecision(
          edition: Edition(of: decision.date).description, decision: DecisionView(decision, words, formats))
      }
  }
}
