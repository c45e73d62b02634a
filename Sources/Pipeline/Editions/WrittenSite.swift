import Publishing

/// What putting a site in place did to its folder.
public struct WrittenSite: Sendable {
  /// The folder.
  public let folder: String
  /// How many files were written because their bytes differed.
  public let written: Int
  /// How many files had the right bytes already.
  public let unchanged: Int
  /// How many files of the last site this one no longer has.
  public let removed: Int
  /// Other people's files that were in the way, by the names under which they were kept.
  public let kept: [String]

  init(_ summary: PublishSummary, in folder: String) {
    self.folder = folder
    (written, unchanged, removed) = (summary.written, summary.unchanged, summary.removed)
    kept = summary.kept
  }

  /// The page to open first.
  public var index: String { "\(folder)/index.html" }
}
