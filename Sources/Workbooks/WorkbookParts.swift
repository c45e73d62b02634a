/// Which parts of a workbook are its sheets, its styles and its texts.
final class WorkbookParts {
  /// A sheet with cells, and the name of its part; nil when that is outside the file.
  struct SheetPart {
    let sheet: Workbook.Sheet
    let part: String?
  }

  let sheets: [SheetPart]
  private let parts: ZIPParts
  private let styles: String?
  private let sharedTexts: String?
  private let is1904: Bool
  private let isUncomputed: Bool
  private var known: SheetContext?

  init(_ parts: ZIPParts) throws(WorkbookProblem) {
    let start = try Self.relationships(of: "", in: parts).first { $0.kind == "officeDocument" }
    let book = start?.target ?? "xl/workbook.xml"
    if book.hasSuffix(".bin") || parts.has("xl/workbook.bin") { throw .binaryWorkbook }
    guard let part = try parts.open(book, limit: parts.limits.smallPart) else { throw .notAWorkbook }
    let reader = try WorkbookReader(part)
    try reader.readAll()
    guard reader.isWorkbook else { throw .notAWorkbook }
    let related = try Self.relationships(of: book, in: parts)
    let byID = Dictionary(related.map { ($0.id, $0) }) { first, _ in first }
    sheets = reader.entries.compactMap { entry in
      let relationship = entry.id.flatMap { byID[$0] }
      // Sheets of charts, dialogs and old macros have no cells to read.
      guard relationship.map({ $0.kind == "worksheet" }) ?? true else { return nil }
      return SheetPart(sheet: entry.sheet, part: relationship?.target)
    }
    guard !sheets.isEmpty else { throw .noSheet }
    self.parts = parts
    styles = related.first { $0.kind == "styles" }?.target
    sharedTexts = related.first { $0.kind == "sharedStrings" }?.target
    is1904 = reader.is1904
    isUncomputed = reader.isUncomputed
  }

  func reader(ofSheet index: Int) throws(WorkbookProblem) -> SheetReader {
    guard sheets.indices.contains(index) else { throw .noSheet }
    let limit = parts.limits.largePart
    guard let name = sheets[index].part, let part = try parts.open(name, limit: limit) else {
      throw .damaged("the sheet '\(sheets[index].sheet.name)' is not in the file")
    }
    return try SheetReader(part, context())
  }

  /// The texts and formats, read once for all sheets.
  private func context() throws(WorkbookProblem) -> SheetContext {
    if let known { return known }
    var texts = SharedTexts()
    if let sharedTexts, let part = try parts.open(sharedTexts, limit: parts.limits.largePart) {
      texts = try SharedTextReader(part).sharedTexts()
    }
    var formats: [NumberFormat] = []
    if let styles, let part = try parts.open(styles, limit: parts.limits.smallPart) {
      let reader = try NumberFormatReader(part)
      try reader.readAll()
      formats = reader.formats
    }
    let context = SheetContext(
      texts: texts, formats: formats, dates: DateSystem(is1904: is1904), isUncomputed: isUncomputed)
    known = context
    return context
  }

  /// What a part refers to; nothing when it refers to no other part.
  private static func relationships(of part: String, in parts: ZIPParts) throws(WorkbookProblem) -> [Relationship] {
    let names = part.split(separator: "/")
    let name = (names.dropLast() + ["_rels", (names.last ?? "") + ".rels"]).joined(separator: "/")
    guard let part = try parts.open(name, limit: parts.limits.smallPart) else { return [] }
    let reader = try RelationshipReader(part, folder: names.dropLast().map(String.init))
    try reader.readAll()
    return reader.relationships
  }
}
