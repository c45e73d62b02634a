/// Whether a site is a draft or a publication.
public enum EditionStatus: Sendable {
  /// Built to be looked at; nothing has been recorded.
  case draft
  /// Recorded in the ledger: the first publication of its week, or a later revision with its reason.
  case published(revision: Int, reason: String?)
}

extension Context {
  /// What the masthead says about the standing of the edition.
  var statusWords: String {
    switch status {
    case .draft: words(.statusDraft)
    case .published(0, _): words(.statusPublished)
    case .published(let revision, let reason):
      words(.statusRevised, ["n": formats.whole(revision), "reason": reason ?? ""])
    }
  }
}
