/// Reads which sheets a workbook says it has.
final class WorkbookReader: XMLReader {
  struct Entry {
    let sheet: Workbook.Sheet
    let id: String?
  }

  private(set) var entries: [Entry] = []
  private(set) var isWorkbook = false
  private(set) var is1904 = false
  private(set) var isUncomputed = false

  override func begins(_ element: Element, _ depth: Int, _ attributes: Attributes) {
    switch (depth, element) {
    case (1, .workbook): isWorkbook = true
    case (2, .workbookPr): is1904 = attributes.isTrue("date1904")
    case (2, .calcPr): isUncomputed = attributes.isTrue("fullCalcOnLoad")
    case (3, .sheet):
      let state = attributes.text("state") ?? "visible"
      var name = TextBytes()
      name.appendText((attributes.text("name") ?? "").utf8)
      entries.append(
        Entry(
          sheet: Workbook.Sheet(name: String(decoding: name.bytes, as: UTF8.self), isHidden: state != "visible"),
          id: attributes.prefixedText("id")))
    default: break
    }
  }
}
