/// Reads the shared texts of a workbook.
final class SharedTextReader: XMLReader {
  private var collector = TextCollector()
  private var texts = TextBytes()
  private var ends: [UInt32] = []

  /// Reads them all.
  func sharedTexts() throws(WorkbookProblem) -> SharedTexts {
    try readAll()
    return SharedTexts(texts.bytes, ends: ends)
  }

  override func begins(_ element: Element, _ depth: Int, _ attributes: Attributes) {
    if depth > 2 { collector.begins(element, depth - 2, attributes, &texts) }
  }

  override func ends(_ element: Element, _ depth: Int) {
    if depth > 2 { collector.ends(element, depth - 2, &texts) }
    guard depth == 2, element == .si else { return }
    ends.append(UInt32(clamping: texts.bytes.count))
    checkSize()
  }

  override func reads(_ text: UnsafeBufferPointer<UInt8>) {
    guard collector.isReading else { return }
    unsafe texts.append(text)
    checkSize()
  }

  private func checkSize() {
    guard texts.bytes.count + ends.count * MemoryLayout<UInt32>.size > limits.sharedTexts else { return }
    fail(.tooLarge("more than \(limits.sharedTexts >> 20) MiB of shared texts"))
  }
}
