import Health
import Review

/// What composers tell an edition with: what it is made from, and what is worked out once for all of its pages.
///
/// A reference, so that a composer is one pointer wide: a large site has a closure a page, and each holds its composer.
final class Telling: Sendable {
  /// What the edition is made from.
  let context: Context
  let formats: Formats
  /// What measures are called and in what they are told.
  let measures: MeasureWords
  let links: Links
  /// The accounts that moved, none for a comparison alone; finding what moved them scores the day four weeks ago.
  let movers: (falls: [Mover], rises: [Mover])
  /// The accounts lost in the last year.
  let losses: [LostAccount]
  /// The comparison that has pages of its own: with the last edition, unless the site is about another.
  let changes: Changes?

  /// Takes what an edition is made from; `changes` where the whole site is about one comparison.
  init(_ context: Context, changes: Changes? = nil) {
    let review = context.review
    self.context = context
    formats = Formats(context.words, around: review.asOf)
    measures = MeasureWords(review.models, words: context.words, formats: formats, currency: context.currency)
    losses = review.lostInYear
    links = Links(context, losses: losses)
    movers = context.isWholeSite ? review.movers : ([], [])
    self.changes = changes ?? review.sinceLastEdition.map { Changes(comparison: $0) }
  }
}

/// A comparison that pages are made of, and where its first page lies.
struct Changes: Sendable {
  let comparison: EditionComparison
  /// Set where the later end is another model instead of another day.
  var trial: ModelTrial?
  var path = "changes.html"
}
