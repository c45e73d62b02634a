import Publishing

/// The effect of writing a site on its folder.
public struct WrittenSite: Sendable {
  /// The folder.
  public let folder: String
  /// The number of files written because their bytes differed.
  public let written: Int
  /// The number of files that already had the right bytes.
  public let unchanged: Int
  /// The number of files of the last site that this one no longer has.
  public let removed: Int
  /// The names under which other people's files that were in the way were kept.
  public let kept: [String]

  init(_ summary: PublishSummary, in folder: String) {
    self.folder = folder
    (written, unchanged, removed) = (summary.written, summary.unchanged, summary.removed)
    kept = summary.kept
  }

  /// The page to open first.
  public var index: String { "\(folder)/index.html" }
}
