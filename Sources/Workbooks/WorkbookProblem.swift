public import Files

/// Why a workbook, or a part of it, cannot be read.
public enum WorkbookProblem: Error, Hashable, Sendable {
  /// The file could not be opened or read; the system's own words.
  case unreadable(String)
  /// The file is something else than a workbook.
  case notAWorkbook
  /// The file opens only with a password.
  case encrypted
  /// A workbook of Excel 97 to 2003, `.xls`.
  case oldWorkbook
  /// A workbook in Excel's binary form, `.xlsb`.
  case binaryWorkbook
  /// A web page under the name of a workbook.
  case webPage
  /// Text, such as CSV, under the name of a workbook.
  case plainText
  /// A part is missing, cut off or not as the format wants it; which one, and what is wrong.
  case damaged(String)
  /// A part is larger than any that people make; which one, the limit, and what raises it.
  case tooLarge(String, raisedBy: Limits.Setting? = nil)
  /// There is no sheet with cells, or none with that number.
  case noSheet
}

extension WorkbookProblem: CustomStringConvertible {
  /// What is wrong and what to do, to be read after the name of the file.
  public var description: String {
    switch self {
    case .unreadable(let reason): "cannot be read: \(reason)"
    case .notAWorkbook: "the file is no Excel workbook"
    case .encrypted: "the workbook opens only with a password; save it without one"
    case .oldWorkbook: "the file is a workbook of Excel 97 to 2003; save it as .xlsx"
    case .binaryWorkbook: "the file is a binary workbook; save it as .xlsx"
    case .webPage: "the file is a web page under another name; open it in Excel and save it as .xlsx"
    case .plainText: "the file is text under another name; name it .csv, or save it as .xlsx in Excel"
    case .damaged(let what): "the workbook is damaged (\(what)); open it in Excel and save it again"
    case .tooLarge(let what, _): "the workbook is too large (\(what))"
    case .noSheet: "the workbook has no such sheet"
    }
  }
}
