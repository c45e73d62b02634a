/// A drawing made of numbers, written as one inline SVG element.
///
/// Drawings carry classes and presentation attributes only, never a `style` attribute, so that they stand under a strict
/// content security policy and take their colours from the page.
///
/// Equal values give equal bytes.
public protocol Chart: Sendable {
  /// What the drawing says, in words, for readers who cannot see it.
  ///
  /// Any text: it is escaped here.
  var title: String { get }

  /// What it draws, as rows of text; nil where the same figures stand beside it.
  var table: ChartTable? { get }

  /// Appends the `<svg>` element to `bytes`, as UTF-8.
  func append(to bytes: inout [UInt8])
}

extension Chart {
  /// No table: a mark in a row of figures says again what they say.
  public var table: ChartTable? { nil }

  /// The `<svg>` element as text.
  public var svg: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(768)
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
