public import Review

/// Keeps every other Vigie from adding to a table while a row for it is checked.
///
/// It is taken before the portfolio is read, so that the row is checked against the same data it is added to.
public struct TableHold: ~Copyable {
  let table: Table
  let file: LockedFile

  /// Waits until nobody else adds to the table.
  ///
  /// - Parameter folder: the portfolio.
  public init(_ table: Table, of folder: String) throws(RecordError) {
    self.table = table
    let place = folder == "." ? "" : folder.hasSuffix("/") ? folder : folder + "/"
    file = try LockedFile(table.fileName, in: "\(folder)/\(Table.folder)", shown: place + table.file)
  }
}
