import Review

/// Whether a site is a draft or a publication.
public enum EditionStatus: Sendable {
  /// Built for viewing; nothing has been recorded.
  case draft
  /// A comparison of two editions or two models; not an edition itself.
  case comparison
  /// On record: the first publication of its week, or a later revision with its reason; the fingerprint distinguishes
  /// it from all others.
  case published(revision: Int, reason: String?, fingerprint: String)
}

extension Telling {
  /// The status of the edition in the masthead.
  var statusWords: String {
    switch context.status {
    case .draft: context.words(.statusDraft)
    case .comparison: context.words(.statusComparison)
    case .published(0, _, _): context.words(.statusPublished)
    case .published(let revision, let reason, _):
      context.words(.statusRevised, ["n": formats.whole(revision), "reason": reason ?? ""])
    }
  }

  /// That an edition was taken back, and why.
  func withdrawnWords(_ edition: WithdrawnEdition) -> String {
    context.words(
      .withdrawnWords, ["edition": edition.name, "date": formats.date(edition.asOf), "reason": edition.reason])
  }

  /// The edition that is being published; nil for a draft.
  var thisEdition: PublishedEdition? {
    guard case .published(let revision, let reason, let fingerprint) = context.status else { return nil }
    return PublishedEdition(
      context.review, revision: revision, reason: reason, inputs: "", fingerprint: fingerprint)
  }

  /// The mark on every page of a publication; empty for a draft.
  var fingerprint: String {
    if case .published(_, _, let fingerprint) = context.status { fingerprint } else { "" }
  }
}
