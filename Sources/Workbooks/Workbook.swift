public import Files

/// An Excel workbook (`.xlsx`, `.xlsm`) opened for reading.
///
/// ```swift
/// let workbook = try Workbook(path: "accounts.xlsx")
/// var rows = try workbook.rows(ofSheet: 0)
/// while try rows.advance() {
///   for cell in 0..<rows.count { rows.withCell(cell) { print(String(decoding: $0, as: UTF8.self)) } }
/// }
/// ```
///
/// Nothing is computed and no reference to another file is followed.
public struct Workbook: ~Copyable {
  /// A sheet with cells.
  public struct Sheet: Hashable, Sendable {
    /// The name on its tab.
    public let name: String
    /// Whether Excel does not show its tab.
    public let isHidden: Bool
  }

  private let parts: WorkbookParts

  /// Opens a workbook and reads which sheets it has.
  ///
  /// - Parameter limits: how large a sheet and a row may be.
  /// - Throws: ``WorkbookProblem`` when the file is no workbook, or a part of it is damaged.
  public init(path: String, limits: Limits = Limits()) throws(WorkbookProblem) {
    try self.init(path: path, limits: WorkbookLimits(limits))
  }

  init(path: String, limits: WorkbookLimits) throws(WorkbookProblem) {
    let file = try reading { () throws(FileError) in try OpenFile.toReadAll(path) }
    if let problem = try reading({ () throws(FileError) in try WorkbookProblem.ofFile(file) }) { throw problem }
    parts = try WorkbookParts(ZIPParts(file, limits))
  }

  /// The sheets with cells in the order of their tabs, hidden ones too; sheets of charts are left out.
  public var sheets: [Sheet] { parts.sheets.map(\.sheet) }

  /// Begins to read a sheet; several can be read at the same time.
  ///
  /// - Parameter index: the position in ``sheets``.
  public func rows(ofSheet index: Int) throws(WorkbookProblem) -> WorkbookRows {
    WorkbookRows(try parts.reader(ofSheet: index))
  }
}
