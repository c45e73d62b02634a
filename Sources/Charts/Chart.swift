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

  /// Appends the `<svg>` element to `bytes`, as UTF-8.
  func append(to bytes: inout [UInt8])
}

extension Chart {
  /// The `<svg>` element as text.
  public var svg: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(768)
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
