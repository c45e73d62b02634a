/// Follows the elements of a text: `t`, or several `r` with a `t` each.
///
/// The readings of East Asian words (`rPh`) are left out.
struct TextCollector {
  /// Whether what is read now belongs to the text.
  private(set) var isReading = false
  private var isReadingOfWord = false

  /// An element begins.
  ///
  /// - Parameter depth: the depth below the text's own element, 1 for its children.
  mutating func begins(_ element: Element, _ depth: Int, _ attributes: Attributes, _ texts: inout TextBytes) {
    switch (depth, element) {
    case (1, .rPh): isReadingOfWord = true
    case (1, .t), (2, .t):
      guard !isReadingOfWord else { return }
      isReading = true
      texts.beginRun(keepingBlanks: attributes.text("xml:space") == "preserve")
    default: break
    }
  }

  /// An element ends.
  mutating func ends(_ element: Element, _ depth: Int, _ texts: inout TextBytes) {
    switch (depth, element) {
    case (1, .rPh): isReadingOfWord = false
    case (1, .t), (2, .t):
      if isReading { texts.endRun() }
      isReading = false
    default: break
    }
  }
}
