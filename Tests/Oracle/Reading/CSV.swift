/// The records of comma-separated text: quotes, doubled quotes, line breaks inside quotes.
///
/// Empty lines are not rows.
func csvRecords(_ text: [UInt8]) -> [[String]] {
  let quote = UInt8(ascii: "\"")
  let bytes = text.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(text.dropFirst(3)) : text
  var records: [[String]] = []
  var record: [String] = []
  var cell: [UInt8] = []
  var isQuoted = false
  var sawQuote = false

  func endCell() {
    record.append(String(decoding: cell, as: UTF8.self))
    cell = []
  }
  func endRecord() {
    let isEmptyLine = record.isEmpty && cell.isEmpty && !sawQuote
    if !isEmptyLine {
      endCell()
      records.append(record)
    }
    record = []
    sawQuote = false
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
      sawQuote = true
    case (false, UInt8(ascii: ",")):
      endCell()
    case (false, UInt8(ascii: "\n")):
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
