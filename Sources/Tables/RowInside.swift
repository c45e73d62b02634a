extension CSVReader {
  /// The first quoted cell of the current record in which a line looks like a row of its own, and that line.
  ///
  /// A line inside a cell looks like a row when it has at least as many delimiters as the header: a stray quotation mark
  /// makes one cell of all that stands before the next one.
  func rowInside(columns: Int) -> (cell: Int, line: Int)? {
    guard spansLines, columns > 1 else { return nil }
    for index in 0..<count {
      if let offset = lineLikeRow(cell(index), columns: columns) { return (index, position(of: index).line + offset) }
    }
    return nil
  }

  /// How many lines after its first a cell has a line that looks like a row.
  private func lineLikeRow(_ cell: UnsafeBufferPointer<UInt8>, columns: Int) -> Int? {
    var line = 0
    var delimiters = 0
    for (index, byte) in cell.enumerated() {
      let isFollowedByLineFeed = index + 1 < cell.count && cell[index + 1] == UInt8(ascii: "\n")
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") && !isFollowedByLineFeed {
        line += 1
        delimiters = 0
      } else if byte == delimiter {
        delimiters += 1
        if line > 0, delimiters >= columns - 1 { return line }
      }
    }
    return nil
  }
}
