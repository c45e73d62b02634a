import Files

extension CSVReader {
  /// Line and column, both from 1 and the column in Unicode scalars, at which a cell of the current record begins.
  func position(of index: Int) -> (line: Int, column: Int) {
    position(ofByte: index < cells.count ? cells[index].origin : recordEnd)
  }

  /// The limit that the cell which ends now is beyond.
  func excess(_ cell: Cell) -> TableProblem {
    let place = position(ofByte: cell.origin, from: (next, line, 1))
    return limits.problem(cells.count > mostColumns ? .columns : .cell, line: place.line, column: place.column)
  }

  /// Walks on from the place that was asked for last where that is before this one, so that all cells of a wide row
  /// cost one walk through it.
  private func position(ofByte target: Int) -> (line: Int, column: Int) {
    let start =
      lastPlace.record == line && lastPlace.byte <= target - recordStart
      ? (recordStart + lastPlace.byte, lastPlace.line, lastPlace.column) : (recordStart, line, 1)
    let place = position(ofByte: target, from: start)
    lastPlace.set(record: line, byte: target - recordStart, place)
    return place
  }

  private func position(
    ofByte target: Int, from start: (byte: Int, line: Int, column: Int)
  ) -> (line: Int, column: Int) {
    var (line, column) = (start.line, start.column)
    for position in start.byte..<target {
      let byte = buffer[position]
      let isFollowedByLineFeed = position + 1 < filled && buffer[position + 1] == Self.lineFeed
      if byte == Self.lineFeed || byte == Self.carriageReturn && !isFollowedByLineFeed {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return (line, column)
  }
}

/// The place in a record that was asked for last.
final class LastPlace {
  /// The line on which the record begins; 0 where none was asked for.
  private(set) var record = 0
  /// How many bytes of the record are before the place.
  private(set) var byte = 0
  private(set) var line = 0
  private(set) var column = 0

  func set(record: Int, byte: Int, _ place: (line: Int, column: Int)) {
    self.record = record
    self.byte = byte
    (line, column) = place
  }
}
