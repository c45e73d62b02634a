/// A chart, written as one inline SVG element.
///
/// Charts have classes and presentation attributes only, never a `style` attribute, so that they work under a strict
/// content security policy and take their colours from the page.
///
/// Equal values give equal bytes.
public protocol Chart: Sendable {
  /// The chart's content in words, for readers who cannot see it.
  ///
  /// It may be any text: it is escaped on output.
  var title: String { get }

  /// The data as rows of text; nil when the same figures are next to the chart.
  var table: ChartTable? { get }

  /// Appends the `<svg>` element to `bytes`, as UTF-8.
  func append(to bytes: inout [UInt8])
}

extension Chart {
  /// No table: a mark in a row of figures repeats what they say.
  public var table: ChartTable? { nil }

  /// The `<svg>` element as text.
  public var svg: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(768)
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
