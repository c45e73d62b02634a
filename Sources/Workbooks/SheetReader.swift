import Files

/// What the cells of a sheet refer to, and how the workbook counts days.
struct SheetContext {
  let texts: SharedTexts
  let formats: [NumberFormat]
  let dates: DateSystem
  /// Whether the writer asked Excel to compute everything on opening, as libraries do that cannot compute.
  let isUncomputed: Bool
}

/// Reads the rows of a sheet one after the other.
final class SheetReader: XMLReader {
  let context: SheetContext
  private(set) var row = 0
  private(set) var cells: [Cell] = []
  private(set) var texts = TextBytes()
  private(set) var hiddenRows = 0

  private var isInData = false
  private var isInRow = false
  private var isHidden = false
  private var cell: OpenCell?
  private var column = -1
  private var value: [UInt8] = []
  private var isReadingValue = false
  private var isInInlineText = false
  private var collector = TextCollector()
  private var hasRowNumber = false

  /// What is known of a cell before its end.
  private struct OpenCell {
    let type: CellType
    let format: NumberFormat
    let start: Int
    var hasValue = false
    var isFormula = false
  }

  private enum CellType: String {
    case number = "n"
    case shared = "s"
    case inline = "inlineStr"
    case text = "str"
    case boolean = "b"
    case error = "e"
    case day = "d"
  }

  init(_ part: ZIPPart, _ context: SheetContext) throws(WorkbookProblem) {
    self.context = context
    try super.init(part)
  }

  override func begins(_ element: Element, _ depth: Int, _ attributes: Attributes) {
    switch (depth, element) {
    case (5, .v) where cell != nil:
      isReadingValue = true
      cell?.hasValue = true
    case (5, .f): cell?.isFormula = true
    case (4, .c) where isInRow: beginCell(attributes)
    case (3, .row) where isInData: beginRow(attributes)
    case (2, .sheetData): isInData = true
    case (5, .inlineString): isInInlineText = cell?.type == .inline
    case (6..., _) where isInInlineText: collector.begins(element, depth - 5, attributes, &texts)
    default: break
    }
  }

  override func ends(_ element: Element, _ depth: Int) {
    switch (depth, element) {
    case (5, .v): isReadingValue = false
    case (4, .c): endCell()
    case (3, .row): endRow()
    case (2, .sheetData): isInData = false
    case (5, .inlineString): isInInlineText = false
    case (6..., _) where isInInlineText: collector.ends(element, depth - 5, &texts)
    default: break
    }
  }

  override func reads(_ text: UnsafeBufferPointer<UInt8>) {
    if isReadingValue {
      unsafe value.append(contentsOf: text)
    } else if collector.isReading {
      unsafe texts.append(text)
    } else {
      return
    }
    if texts.bytes.count + value.count > limits.row {
      fail(.tooLarge("row \(row) has more than \(limits.row >> 20) MiB", raisedBy: .row))
    }
  }

  private func beginRow(_ attributes: Attributes) {
    isInRow = true
    hasRowNumber = false
    row += 1
    column = -1
    cells.removeAll(keepingCapacity: true)
    texts.removeAll()
    isHidden = attributes.isTrue("hidden")
    guard let number = attributes.text("r") else { return checkRow() }
    hasRowNumber = true
    guard let number = Int(number), number > 0 else { return fail(damaged: "a row has the number '\(number)'") }
    row = number
    checkRow()
  }

  private func checkRow() {
    if row > WorkbookLimits.rows { fail(.tooLarge("more than \(WorkbookLimits.rows) rows")) }
  }

  private func endRow() {
    guard isInRow else { return }
    isInRow = false
    while cells.last?.kind == .blank { cells.removeLast() }
    guard !cells.isEmpty else { return }
    if isHidden { hiddenRows += 1 }
    pause()
  }

  private func beginCell(_ attributes: Attributes) {
    column += 1
    if let reference = unsafe attributes.value("r") {
      guard let place = unsafe CellReference(reference) else {
        return unsafe fail(damaged: "a cell of row \(row) has the place '\(String(cString: reference))'")
      }
      column = place.column
      // A row without a number has the one that its first cell gives.
      if !hasRowNumber {
        hasRowNumber = true
        row = place.row
        checkRow()
      }
    }
    guard column < WorkbookLimits.columns else {
      return fail(.tooLarge("more than \(WorkbookLimits.columns) columns in row \(row)"))
    }
    let name = attributes.text("t")
    guard let type = name.map(CellType.init(rawValue:)) ?? .number else {
      return fail(damaged: "\(place) has the unknown type '\(name ?? "")'")
    }
    let style = attributes.number("s") ?? 0
    let format = context.formats.indices.contains(style) ? context.formats[style] : .number
    cell = OpenCell(type: type, format: format, start: texts.bytes.count)
    value.removeAll(keepingCapacity: true)
  }

  private var place: String { "\(WorkbookRows.column(column))\(row)" }

  private func endCell() {
    guard let open = cell else { return }
    cell = nil
    var result = Cell()
    switch open.type {
    case .inline: result.kind = .text
    case .text:
      texts.appendText(value)
      result.kind = .text
    case .shared where !trimmedValue.isEmpty:
      let index = Int(String(decoding: trimmedValue, as: UTF8.self))
      guard let range = index.flatMap({ context.texts.range($0) }) else {
        return fail(damaged: "\(place) refers to a text that is not there")
      }
      result = Cell(kind: .text, range: range, isShared: true)
    case .number where !trimmedValue.isEmpty: result.kind = number(open)
    case .boolean where !trimmedValue.isEmpty: result.kind = boolean()
    case .error where !trimmedValue.isEmpty:
      texts.append(contentsOf: trimmedValue)
      result.kind = .error
    case .day where !trimmedValue.isEmpty: result.kind = day()
    case .shared, .number, .boolean, .error, .day: break
    }
    if !result.isShared { result.range = open.start..<texts.bytes.count }
    let hasValue = open.hasValue && (!value.isEmpty || open.type == .text)
    if result.kind == .text, result.range.isEmpty { result.kind = .blank }
    if open.isFormula, !hasValue, result.kind == .blank { result = Cell(kind: .formulaWithoutValue) }
    guard result.kind != .blank else { return }
    while cells.count <= column { cells.append(Cell()) }
    cells[column] = result
  }

  private var trimmedValue: ArraySlice<UInt8> {
    let rest = value.drop { $0.isXMLBlank }
    return rest.prefix(upTo: rest.lastIndex { !$0.isXMLBlank }.map { $0 + 1 } ?? rest.startIndex)
  }

  private func number(_ open: OpenCell) -> CellKind {
    guard let number = StoredNumber(trimmedValue) else {
      let words = String(decoding: trimmedValue.prefix(40), as: UTF8.self)
      // What Excel shows for what is no number to other programs.
      if ["nan", "inf", "-inf", "infinity", "-infinity"].contains(words.lowercased()) { return appendError() }
      fail(damaged: "\(place) should be a number and is '\(words)'")
      return .blank
    }
    if open.isFormula, context.isUncomputed, number.isZero { return .formulaWithoutValue }
    if number.isTooLarge { return appendError() }
    switch open.format {
    case .number: break
    case .day: if context.dates.appendDay(number.value, to: &texts) { return .day }
    case .timeOfDay, .duration:
      let isDuration = open.format == .duration
      if context.dates.appendTime(number.value, isDuration: isDuration, to: &texts) { return .text }
    }
    number.append(to: &texts)
    return .number
  }

  private func appendError() -> CellKind {
    texts.append(contentsOf: "#NUM!".utf8)
    return .error
  }

  private func boolean() -> CellKind {
    switch String(decoding: trimmedValue, as: UTF8.self).lowercased() {
    case "1", "true": texts.append(contentsOf: "TRUE".utf8)
    case "0", "false": texts.append(contentsOf: "FALSE".utf8)
    default: fail(damaged: "\(place) should be true or false")
    }
    return .boolean
  }

  private func day() -> CellKind {
    if let moment = ISOMoment(trimmedValue) { return moment.append(to: &texts) }
    texts.append(contentsOf: trimmedValue)
    return .text
  }
}
