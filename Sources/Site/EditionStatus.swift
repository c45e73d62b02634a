import Review

/// Whether a site is a draft or a publication.
public enum EditionStatus: Sendable {
  /// Built to be looked at; nothing has been recorded.
  case draft
  /// Two editions, or two models, held against each other; no edition at all.
  case comparison
  /// On record: the first publication of its week, or a later revision with its reason; the fingerprint tells it from
  /// all others.
  case published(revision: Int, reason: String?, fingerprint: String)
}

extension Telling {
  /// What the masthead says about the standing of the edition.
  var statusWords: String {
    switch context.status {
    case .draft: context.words(.statusDraft)
    case .comparison: context.words(.statusComparison)
    case .published(0, _, _): context.words(.statusPublished)
    case .published(let revision, let reason, _):
      context.words(.statusRevised, ["n": formats.whole(revision), "reason": reason ?? ""])
    }
  }

  /// The edition that is being published; nil for a draft.
  var thisEdition: PublishedEdition? {
    guard case .published(let revision, let reason, let fingerprint) = context.status else { return nil }
    return PublishedEdition(
      context.review, revision: revision, reason: reason, inputs: "", fingerprint: fingerprint)
  }

  /// The mark that every page of a publication carries; empty for a draft.
  var fingerprint: String {
    if case .published(_, _, let fingerprint) = context.status { fingerprint } else { "" }
  }
}
