import Files

/// The answer of an engine as CSV behind its header, which columns of it are numbers, and how many rows were read.
struct AnswerRows: ~Copyable {
  var reader: CSVReader
  let areNumbers: [Bool]
  var row = 0

  private static let pieceSize = 1 << 20

  /// Opens an answer and moves to the names of its columns.
  init(csv: [UInt8], areNumbers: [Bool], _ limits: Limits) throws(TableProblem) {
    reader = CSVReader(source: ByteSource(bytes: csv), limits, capacity: Self.pieceSize)
    self.areNumbers = areNumbers
    try reader.begin(delimiter: UInt8(ascii: ","))
    guard try reader.advance() else { throw TableProblem(.empty) }
  }
}
