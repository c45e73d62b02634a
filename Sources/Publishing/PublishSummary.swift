/// The effect of one publication on the site folder.
public struct PublishSummary: Sendable, Equatable {
  /// The number of files written because their bytes differed; the manifest is not counted.
  public internal(set) var written = 0

  /// The bytes of the files counted in ``written``.
  public internal(set) var writtenByteCount = 0

  /// The number of files that already held the right bytes.
  public internal(set) var unchanged = 0

  /// The bytes of the files counted in ``unchanged``.
  public internal(set) var unchangedByteCount = 0

  /// The number of files of the last publication that this one no longer has.
  public internal(set) var removed = 0

  /// The bytes of the files counted in ``removed``, as the last manifest lists them.
  public internal(set) var removedByteCount = 0

  /// Why the files were renamed into the folder one after the other; nil when another folder took its name.
  public internal(set) var inPlace: InPlaceReason?

  /// The names under which other people's files were kept that met a second version of themselves during the swap.
  public internal(set) var kept: [String] = []
}
