import CXLSXWriter
public import Files
import Synchronization

/// A workbook as a value, of which equal ones give equal bytes.
public struct WorkBook: Sendable {
  /// The title among its properties.
  public let title: String
  /// The company among its properties.
  public let company: String
  /// The day that stands for the time of its creation, in days since 1970-01-01: the clock is not asked.
  public let day: Int
  /// The sheets in the order of their tabs; the first that is not hidden is the one that opens.
  public var sheets: [WorkSheet]

  private static let closing = Mutex(())

  /// Creates a workbook.
  public init(title: String, company: String, day: Int, sheets: [WorkSheet]) {
    self.title = title
    self.company = company
    self.day = day
    self.sheets = sheets
  }

  /// The file in the format of Excel 2007 and later, `.xlsx`.
  ///
  /// - Throws: `FileError` when there is no room for it.
  public func bytes() throws(FileError) -> [UInt8] {
    let file = try MemoryFile()
    guard let book = workbook_new(file.path) else { throw Self.failure(LXW_ERROR_MEMORY_MALLOC_FAILED) }
    writeProperties(book)
    let formats = Formats(book)
    let names = sheetNames(sheets.map(\.name))
    let places = Dictionary(zip(sheets.map(\.name), names)) { first, _ in first }
    // Formulas of drop-downs name sheets, which must be there by then.
    let pointers = names.map { name in name.withCString { workbook_add_worksheet(book, $0) } }
    for (sheet, pointer) in zip(sheets, pointers) {
      guard let pointer else { continue }
      SheetWriter(sheet, pointer, formats, sheetNames: places).write()
    }
    if let first = zip(sheets, pointers).first(where: { !$0.0.isHidden })?.1 {
      worksheet_activate(first)
      worksheet_set_first_sheet(first)
    }
    // The library asks gmtime for the day, whose one answer all threads share.
    let code = Self.closing.withLock { _ in workbook_close(book) }
    guard code == LXW_NO_ERROR else { throw Self.failure(code) }
    return try file.contents()
  }

  private func writeProperties(_ book: UnsafeMutablePointer<lxw_workbook>) {
    var properties = lxw_doc_properties()
    properties.created = day * 86_400
    title.withCString { title in
      company.withCString { company in
        properties.title = UnsafeMutablePointer(mutating: title)
        properties.company = UnsafeMutablePointer(mutating: company)
        _ = workbook_set_properties(book, &properties)
      }
    }
  }

  private static func failure(_ code: lxw_error) -> FileError {
    // The library's parts go through the folder for temporary files.
    let isMemory = code == LXW_ERROR_MEMORY_MALLOC_FAILED
    return .system(.write, path: "a workbook in the folder for temporary files", code: isMemory ? 12 : 28)
  }
}

/// The formats of a workbook, each made once.
final class Formats {
  private let book: UnsafeMutablePointer<lxw_workbook>
  private var made: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]
  private var links: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]

  init(_ book: UnsafeMutablePointer<lxw_workbook>) { self.book = book }

  func format(_ style: CellStyle, isLink: Bool = false) -> UnsafeMutablePointer<lxw_format>? {
    if let known = isLink ? links[style] : made[style] { return known }
    guard let format = workbook_add_format(book) else { return nil }
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    if let pattern = style.format {
      format_set_num_format(format, pattern)
      format_set_align(format, UInt8((style.isLeft ? LXW_ALIGN_LEFT : LXW_ALIGN_RIGHT).rawValue))
      if !style.isLeft { format_set_indent(format, 1) }
    }
    if let fill = style.fill { format_set_bg_color(format, fill) }
    if let ink = style.ink { format_set_font_color(format, ink) }
    if style.isBold { format_set_bold(format) }
    if let size = style.size { format_set_font_size(format, size) }
    if style.wraps { format_set_text_wrap(format) }
    if style.isRuled {
      format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_bottom_color(format, 0xBFBFBF)
    }
    if style.isOpen { format_set_unlocked(format) }
    if isLink {
      format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
      format_set_font_color(format, 0x0B5394)
      links[style] = format
    } else {
      made[style] = format
    }
    return format
  }
}
