/// The number formats of a workbook by the numbers that cells have for them.
final class NumberFormatReader: XMLReader {
  private(set) var formats: [NumberFormat] = []
  private var custom: [Int: NumberFormat] = [:]
  private var isInCellFormats = false

  override func begins(_ element: Element, _ depth: Int, _ attributes: Attributes) {
    switch (depth, element) {
    case (3, .numberFormat):
      if let id = attributes.number("numFmtId"), let code = attributes.text("formatCode") {
        custom[id] = NumberFormat(code: code)
      }
    case (2, .cellFormats): isInCellFormats = true
    case (3, .cellFormat) where isInCellFormats:
      let id = attributes.number("numFmtId") ?? 0
      formats.append(custom[id] ?? NumberFormat(builtIn: id))
    default: break
    }
  }

  override func ends(_ element: Element, _ depth: Int) {
    if depth == 2 { isInCellFormats = false }
  }
}
