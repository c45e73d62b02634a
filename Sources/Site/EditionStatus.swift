/// Whether a site is a draft or a publication.
public enum EditionStatus: Sendable {
  /// Built to be looked at; nothing has been recorded.
  case draft
  /// On record: the first publication of its week, or a later revision with its reason; the fingerprint tells it from
  /// all others.
  case published(revision: Int, reason: String?, fingerprint: String)
}

extension Context {
  /// What the masthead says about the standing of the edition.
  var statusWords: String {
    switch status {
    case .draft: words(.statusDraft)
    case .published(0, _, _): words(.statusPublished)
    case .published(let revision, let reason, _):
      words(.statusRevised, ["n": formats.whole(revision), "reason": reason ?? ""])
    }
  }

  /// The mark that every page of a publication carries; empty for a draft.
  var fingerprint: String {
    guard case .published(_, _, let fingerprint) = status else { return "" }
    return fingerprint
  }
}
