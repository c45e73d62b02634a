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

  /// Why the files were put into the folder one after the other; nil where the whole site was exchanged in one step.
  public let inPlace: String?

  init(_ summary: PublishSummary, in folder: String) {
    self.folder = folder
    (written, unchanged, removed) = (summary.written, summary.unchanged, summary.removed)
    kept = summary.kept
    inPlace = summary.inPlace.map { "\($0)" }
  }

  /// The page to open first.
  public var index: String { "\(folder)/index.html" }
}
