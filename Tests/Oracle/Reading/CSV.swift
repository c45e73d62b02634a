/// One record of comma-separated text.
struct CSVRecord {
  var cells: [String] = []
  /// Whether a line break follows it; a file that was cut off has none at its end.
  var hasLineBreak = false
  /// Whether the text ends inside quotes.
  var isOpen = false
}

/// The records of comma-separated text: quotes, doubled quotes, line breaks inside quotes.
///
/// A line without a filled cell is no row, however long it is.
func csvRecords(_ text: [UInt8]) -> [CSVRecord] {
  let quote = UInt8(ascii: "\"")
  let bytes = text.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(text.dropFirst(3)) : text
  var records: [CSVRecord] = []
  var record = CSVRecord()
  var cell: [UInt8] = []
  var isQuoted = false

  func endCell() {
    record.cells.append(String(decoding: cell, as: UTF8.self))
    cell = []
  }
  func endRecord() {
    endCell()
    record.isOpen = isQuoted
    if record.cells.contains(where: { !cleaned($0).isEmpty }) { records.append(record) }
    record = CSVRecord()
  }

  var index = 0
  while index < bytes.count {
    let byte = bytes[index]
    let next = index + 1 < bytes.count ? bytes[index + 1] : nil
    switch (isQuoted, byte) {
    case (true, quote) where next == quote:
      cell.append(quote)
      index += 1
    case (true, quote):
      isQuoted = false
    case (true, _):
      cell.append(byte)
    case (false, quote) where cell.isEmpty:
      isQuoted = true
    case (false, UInt8(ascii: ",")):
      endCell()
    case (false, UInt8(ascii: "\n")):
      record.hasLineBreak = true
      endRecord()
    case (false, UInt8(ascii: "\r")) where next == UInt8(ascii: "\n"):
      break
    default:
      cell.append(byte)
    }
    index += 1
  }
  endRecord()
  return records
}
