/// A rendered Markdown template with its values apart: a mark stands in the text for each of them.
///
/// Pages of one template differ in their values and hardly in their text, so that whoever turns the text into HTML need
/// not do it again for each page. A value of which Markdown shows nothing leaves no mark.
public struct MarkedText: Sendable, TemplateOutput {
  /// The bytes of a mark: U+FDD0, a noncharacter, which Unicode keeps for such uses and which is neither punctuation nor
  /// space.
  public static let mark: [UInt8] = [0xEF, 0xB7, 0x90]

  /// The text, as UTF-8.
  public private(set) var text: [UInt8] = []
  /// What Markdown shows of each value, one after the other.
  public private(set) var values: [UInt8] = []
  /// The end of each value in ``values``, in the order of their marks.
  public private(set) var ends: [Int] = []

  /// Creates a text to render a template into.
  public init() { text.reserveCapacity(8_192) }

  /// The place of a value in ``values``.
  public func range(of value: Int) -> Range<Int> { (value == 0 ? 0 : ends[value - 1])..<ends[value] }

  /// The text with its values in it, escaped.
  public var markdown: [UInt8] {
    var markdown: [UInt8] = []
    markdown.reserveCapacity(text.count + 2 * values.count)
    var start = 0
    for value in ends.indices {
      guard let mark = text.firstMark(from: start) else { break }
      markdown.append(contentsOf: text[start..<mark])
      escapeMarkdown(values[range(of: value)], into: &markdown)
      start = mark + Self.mark.count
    }
    markdown.append(contentsOf: text[start...])
    return markdown
  }

  mutating func append(literal: [UInt8]) { text.append(contentsOf: literal) }

  mutating func append(value: String, escapedFor format: TemplateFormat) {
    guard format == .markdown else { return format.escape(value.utf8, into: &text) }
    let before = values.count
    appendShown(value.utf8, to: &values)
    guard values.count > before else { return }
    text.append(contentsOf: Self.mark)
    ends.append(values.count)
  }
}

extension [UInt8] {
  /// The place of the first mark at or after a place.
  fileprivate func firstMark(from start: Int) -> Int? {
    var index = start
    while let lead = self[index...].firstIndex(of: MarkedText.mark[0]) {
      if self[lead...].starts(with: MarkedText.mark) { return lead }
      index = lead + 1
    }
    return nil
  }
}
