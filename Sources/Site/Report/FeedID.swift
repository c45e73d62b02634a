import Files

/// The id of the feed of a portfolio whose first edition was made from inputs of a digest.
///
/// Kept with the editions from then on, so that it outlives every title, and differs between portfolios.
public func feedID(ofInputs digest: String) -> String { feedID("vigie feed 1\n" + digest) }

/// The id that a feed had when nothing was kept for it, and that of a draft before the first edition.
public func feedID(ofTitle title: String) -> String { feedID(title) }

private func feedID(_ text: String) -> String { "urn:vigie:" + Digest.sha256(Array(text.utf8)).prefix(32) }
