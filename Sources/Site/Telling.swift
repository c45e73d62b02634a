import Health
import Review

/// Everything that composers share: the content of an edition, and what is computed once for all of its pages.
///
/// It is a reference, so that a composer is one pointer wide: a large site has a closure per page, each with a
/// composer.
final class Telling: Sendable {
  /// The content of the edition and its presentation.
  let context: Context
  let formats: Formats
  /// The labels and units of measures.
  let measures: MeasureWords
  let links: Links
  /// The scorers of a week, a month and a quarter ago, which tell what moved a score; nil for a comparison alone.
  let earlierDays: EarlierDays?
  /// The accounts that moved, empty for a comparison alone; finding the cause scores the day four weeks ago.
  let movers: (falls: [Mover], rises: [Mover])
  /// Of each account that fell, how.
  let fallOf: [Int: Mover]
  /// The names that several accounts have, in lower case.
  let sharedNames: Set<String>
  /// What changed since the last edition, or over a week.
  let change: PortfolioChange
  /// Whether the portfolio is another one than a year ago; nil for a comparison alone.
  let drift: PortfolioDrift?
  /// Lasting changes in how often somebody comes, for which all accounts are looked at; nil for a comparison alone.
  let rhythms: RhythmShifts?
  /// The accounts lost in the last year.
  let losses: [LostAccount]
  /// The comparison with its own pages: with the last edition, unless the site is about another.
  let changes: Changes?

  /// Creates the shared values of an edition; `changes` is given when the whole site is about one comparison.
  init(_ context: Context, changes: Changes? = nil) {
    let review = context.review
    self.context = context
    formats = Formats(context.words, around: review.asOf)
    measures = MeasureWords(review.models, words: context.words, formats: formats, currency: context.currency)
    losses = review.lostInYear
    links = Links(context, losses: losses)
    earlierDays = context.isWholeSite ? review.earlierDays : nil
    movers = earlierDays.map(review.movers(since:)) ?? ([], [])
    fallOf = Dictionary(uniqueKeysWithValues: movers.falls.map { ($0.account, $0) })
    change = review.change
    rhythms = context.isWholeSite ? review.rhythmShifts : nil
    drift = context.isWholeSite ? review.drift : nil
    sharedNames = Set(
      Dictionary(grouping: review.evidence.accounts, by: { $0.name.lowercased() }).filter { $0.value.count > 1 }.keys)
    self.changes = changes ?? review.sinceLastEdition.map { Changes(comparison: $0) }
  }
}

/// A comparison shown on pages, and the path of its first page.
struct Changes: Sendable {
  let comparison: EditionComparison
  /// The trial, when the later end is another model instead of another day.
  var trial: ModelTrial?
  var path = "changes.html"
}
