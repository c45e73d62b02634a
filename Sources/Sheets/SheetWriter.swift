import CXLSXWriter

/// Writes one sheet into a workbook that is being made.
struct SheetWriter {
  /// What Excel allows in a cell, in a link and in a hint, in characters.
  private static let (longestText, longestLink, longestTitle, longestHint) = (32_767, 2_000, 32, 255)
  /// What Excel allows in the head and the foot of a printed sheet.
  private static let longestMargin = 240
  /// The links that Excel allows in a sheet.
  private static let mostLinks = 65_000
  private static let paperA4: UInt8 = 9

  private let sheet: WorkSheet
  private let pointer: UnsafeMutablePointer<lxw_worksheet>
  private let formats: Formats
  /// The name on the tab of each sheet, by the name that it was given.
  private let sheetNames: [String: String]

  init(
    _ sheet: WorkSheet, _ pointer: UnsafeMutablePointer<lxw_worksheet>, _ formats: Formats,
    sheetNames: [String: String]
  ) {
    self.sheet = sheet
    self.pointer = pointer
    self.formats = formats
    self.sheetNames = sheetNames
  }

  private var columns: Int { max(sheet.rows.map(\.count).max() ?? 0, sheet.widths.count, 1) }
  private var lastRow: UInt32 { UInt32(max(sheet.rows.count - 1, 0)) }

  func write() {
    for (column, width) in sheet.widths.enumerated() {
      var options = lxw_row_col_options()
      options.hidden = sheet.hiddenColumns.contains(column) ? 1 : 0
      worksheet_set_column_opt(pointer, UInt16(column), UInt16(column), width, nil, &options)
    }
    var links = 0
    for (row, cells) in sheet.rows.enumerated() {
      if let height = RowHeight(cells, widths: sheet.widths).points {
        worksheet_set_row(pointer, UInt32(row), height, nil)
      }
      for (column, styled) in cells.enumerated() {
        write(styled, UInt32(row), UInt16(column), &links)
      }
    }
    if sheet.frozen != (0, 0) {
      worksheet_freeze_panes(pointer, UInt32(sheet.frozen.rows), UInt16(sheet.frozen.columns))
    }
    if sheet.hasFilter, sheet.rows.count > 1 {
      worksheet_autofilter(pointer, 0, 0, lastRow, UInt16(columns - 1))
    }
    for choice in sheet.choices { write(choice) }
    if sheet.isProtected { protect() }
    if sheet.isHidden { worksheet_hide(pointer) }
    setPrint()
  }

  private func write(_ styled: WorkSheet.StyledCell, _ row: UInt32, _ column: UInt16, _ links: inout Int) {
    let format = formats.format(styled.style)
    switch styled.cell {
    case .blank: worksheet_write_blank(pointer, row, column, format)
    case .number(let number) where number.isFinite: worksheet_write_number(pointer, row, column, number, format)
    case .number: worksheet_write_blank(pointer, row, column, format)
    case .text(let text): write(text, row, column, format)
    case .wide(let text, let columns):
      let text = Self.writable(text).fitting(Self.longestText)
      worksheet_merge_range(pointer, row, column, row, column + UInt16(columns - 1), text, format)
    case .link(let text, let address):
      links += 1
      guard links <= Self.mostLinks, address.utf16.count <= Self.longestLink else {
        return write(text, row, column, format)
      }
      let linked = formats.format(styled.style, isLink: true)
      let isPath = !address.contains("://")
      // The library knows a path by its prefix, and writes it as Windows does.
      worksheet_write_url_opt(
        pointer, row, column, isPath ? "external:" + address : address, linked, " ", nil)
      if isPath { setSlashes() }
      write(text, row, column, linked)
    }
  }

  /// Gives the path of the link that was just written the slashes of an address, which every program understands.
  private func setSlashes() {
    guard let cell = pointer.pointee.hyperlinks?.pointee.cached_row?.pointee.cells?.pointee.rbh_root,
      let path = cell.pointee.u.string.map({ UnsafeMutablePointer(mutating: $0) })
    else { return }
    var position = 0
    while path[position] != 0 {
      if path[position] == CChar(bitPattern: UInt8(ascii: "\\")) { path[position] = CChar(UInt8(ascii: "/")) }
      position += 1
    }
  }

  private func write(_ text: String, _ row: UInt32, _ column: UInt16, _ format: UnsafeMutablePointer<lxw_format>?) {
    worksheet_write_string(pointer, row, column, Self.writable(text).fitting(Self.longestText), format)
  }

  /// A text without the characters that XML cannot hold and that would end it in C, and in which nothing reads as an
  /// escape of the format, such as `_x000D_`.
  private static func writable(_ text: String) -> String {
    var text = text
    if text.unicodeScalars.contains(where: isForbidden) {
      text = String(String.UnicodeScalarView(text.unicodeScalars.map { isForbidden($0) ? "\u{FFFD}" : $0 }))
    }
    return text.contains("_x") ? text.replacing(/_(x[0-9A-Fa-f]{4}_)/) { "_x005F_\($0.output.1)" } : text
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0 || scalar.value == 0xFFFE || scalar.value == 0xFFFF
  }

  private func write(_ choice: WorkSheet.Choice) {
    guard sheet.rows.count > 1 else { return }
    let column = Self.letters(choice.words.column)
    let name = (sheetNames[choice.words.sheet] ?? choice.words.sheet).replacing("'", with: "''")
    let formula = "='\(name)'!$\(column)$1:$\(column)$\(choice.words.count)"
    let (title, text) = (choice.hint.title.fitting(Self.longestTitle), choice.hint.text.fitting(Self.longestHint))
    formula.withCString { formula in
      title.withCString { title in
        text.withCString { text in
          var validation = lxw_data_validation()
          validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
          validation.value_formula = UnsafeMutablePointer(mutating: formula)
          validation.input_title = UnsafeMutablePointer(mutating: title)
          validation.input_message = UnsafeMutablePointer(mutating: text)
          validation.error_title = UnsafeMutablePointer(mutating: title)
          validation.error_message = UnsafeMutablePointer(mutating: text)
          if !choice.isStrict { validation.show_error = UInt8(LXW_VALIDATION_OFF.rawValue) }
          worksheet_data_validation_range(
            pointer, 1, UInt16(choice.column), lastRow, UInt16(choice.column), &validation)
        }
      }
    }
  }

  /// Locks all but the open cells; what people do with rows and columns besides filling them in stays allowed.
  private func protect() {
    var options = lxw_protection()
    (options.format_cells, options.format_columns, options.format_rows) = (1, 1, 1)
    (options.insert_columns, options.delete_columns) = (1, 1)
    (options.sort, options.autofilter, options.insert_hyperlinks) = (1, 1, 1)
    worksheet_protect(pointer, nil, &options)
  }

  private func setPrint() {
    worksheet_set_paper(pointer, Self.paperA4)
    if sheet.print.isLandscape { worksheet_set_landscape(pointer) }
    // One sheet wide and as many long as it takes.
    worksheet_fit_to_pages(pointer, 1, 0)
    worksheet_set_margins(pointer, 0.4, 0.4, 0.7, 0.6)
    if sheet.frozen.rows > 0 { worksheet_repeat_rows(pointer, 0, UInt32(sheet.frozen.rows - 1)) }
    if let columns = sheet.print.columns { worksheet_print_area(pointer, 0, 0, lastRow, UInt16(columns - 1)) }
    worksheet_set_header(pointer, "&L&8" + Self.margin(sheet.print.head))
    worksheet_set_footer(pointer, "&L&8" + Self.margin(sheet.print.foot) + "&R&8&P / &N")
  }

  /// A text in the head or foot of a printed sheet, where & begins a code.
  private static func margin(_ text: String) -> String {
    let plain = writable(text).replacing("\n", with: " ").fitting(longestMargin / 2)
    // Digits behind the size of the letters would be read as a part of it.
    return " " + plain.replacing("&", with: "&&")
  }

  /// The letters by which spreadsheets call a column: 0 is `A`, 26 is `AA`.
  private static func letters(_ column: Int) -> String {
    let letter = String(Unicode.Scalar(UInt8(ascii: "A") + UInt8(column % 26)))
    return column < 26 ? letter : letters(column / 26 - 1) + letter
  }
}
