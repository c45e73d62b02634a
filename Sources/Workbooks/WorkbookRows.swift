/// The rows of a sheet, read one after the other while the file is unpacked.
///
/// The checksum of the sheet is compared at its end, so rows are proved only when all have been read.
public struct WorkbookRows: ~Copyable {
  private let reader: SheetReader

  init(_ reader: SheetReader) {
    self.reader = reader
  }

  /// Reads the next row that has a cell with content.
  ///
  /// - Returns: false at the end of the sheet.
  /// - Throws: ``WorkbookProblem`` when the sheet is damaged or too large, then and at every later call.
  public mutating func advance() throws(WorkbookProblem) -> Bool { try reader.proceed() }

  /// The number of the row, from 1, as Excel counts.
  public var row: Int { reader.row }

  /// How many cells there are up to the last one with content.
  public var count: Int { reader.cells.count }

  /// How many of the rows so far Excel does not show, because they are hidden or filtered out.
  public var hiddenRows: Int { reader.hiddenRows }

  /// What a cell holds; cells behind the last one are blank.
  ///
  /// - Parameter cell: the column, from 0.
  public func kind(of cell: Int) -> CellKind {
    reader.cells.indices.contains(cell) ? reader.cells[cell].kind : .blank
  }

  /// Gives the contents of a cell as UTF-8; nothing for blanks and for formulas without a value.
  ///
  /// - Parameter body: what is done with the bytes, which must not be kept.
  public func withCell<Result, Failure>(
    _ cell: Int, _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let found = reader.cells.indices.contains(cell) ? reader.cells[cell] : Cell()
    let bytes = found.isShared ? reader.context.texts.bytes : reader.texts.bytes
    return try unsafe bytes.withUnsafeBufferPointer { bytes throws(Failure) in
      try unsafe body(UnsafeBufferPointer(rebasing: bytes[found.range]))
    }
  }

  /// The letters over a column.
  ///
  /// - Parameter index: the column, from 0.
  public static func column(_ index: Int) -> String {
    var letters = ""
    var rest = index + 1
    while rest > 0 {
      letters = String(Unicode.Scalar(UInt8(0x41 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}
