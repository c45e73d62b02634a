import Files

/// How much of a workbook is read before it counts as an attack.
///
/// A ZIP of a few kilobytes can unpack to gigabytes. Honest sheets pack 5 to 30 times.
struct WorkbookLimits {
  /// The size of a sheet or of the shared texts, unpacked.
  var largePart: Int
  /// The size of any other part, unpacked.
  var smallPart = 64 << 20
  /// How many bytes one packed byte may become, in parts that are larger than `freeOfRatio`.
  var ratio = 200
  var freeOfRatio = 64 << 20
  /// The memory for shared texts.
  var sharedTexts = 512 << 20
  /// The texts and values of one row.
  var row: Int
  /// What the parser may have to hold before it can tell the next piece of text or element.
  var unparsed = 16 << 20
  /// How deep elements may be nested.
  var depth = 100
  /// How many files there may be in the ZIP.
  var entries = 100_000

  /// Excel's own limits, which no sheet exceeds.
  static let rows = 1_048_576
  static let columns = 16_384

  /// The usual limits, apart from those that the settings set.
  init(_ limits: Limits = Limits()) {
    largePart = limits.amount(of: .table)
    row = limits.amount(of: .row)
  }
}
