import Foundation
import Health

@testable import Tables

/// A record as returned by a reader.
struct Record: Equatable {
  let line: Int
  let cells: [String]
  /// Line and column of each cell.
  let places: [[Int]]
  let malformedCell: Int?
}

/// All records of a text, read in pieces that begin with the given size.
func records(_ text: String, delimiter: Character? = nil, pieceSize: Int = 1 << 16) throws -> [Record] {
  try records(Array(text.utf8), delimiter: delimiter, pieceSize: pieceSize)
}

/// All records of a file's bytes.
func records(_ bytes: [UInt8], delimiter: Character? = nil, pieceSize: Int = 1 << 16) throws -> [Record] {
  try withFile(bytes) { path in
    var reader = try CSVReader.open(path: path, delimiter: delimiter?.asciiValue, pieceSize: pieceSize)
    var records: [Record] = []
    while try reader.advance() {
      let cells = (0..<reader.count).map { String(decoding: reader.cell($0), as: UTF8.self) }
      let places = (0..<reader.count).map { [reader.position(of: $0).line, reader.position(of: $0).column] }
      records.append(
        Record(line: reader.line, cells: cells, places: places, malformedCell: reader.malformedCell))
    }
    return records
  }
}

/// The cells of a text.
func cells(_ text: String, delimiter: Character? = nil) throws -> [[String]] {
  try records(text, delimiter: delimiter).map(\.cells)
}

/// Why the bytes are not a table.
func problem(_ bytes: [UInt8], pieceSize: Int = 1 << 16) throws -> TableProblem? {
  do {
    _ = try records(bytes, delimiter: ",", pieceSize: pieceSize)
    return nil
  } catch let problem as TableProblem {
    return problem
  }
}

/// Creates a file that exists while the closure runs.
@discardableResult
func withFile<Result>(_ bytes: [UInt8], _ body: (String) throws -> Result) throws -> Result {
  let path = FileManager.default.temporaryDirectory.appendingPathComponent("table-\(UUID().uuidString)").path
  try Data(bytes).write(to: URL(fileURLWithPath: path))
  defer { try? FileManager.default.removeItem(atPath: path) }
  return try body(path)
}

extension CellParsing {
  static func number(_ text: String, decimal: Character = ".") -> Double? {
    Array(text.utf8).withUnsafeBufferPointer { number($0, decimal: decimal.asciiValue ?? 0) }
  }
}

extension DateFormat {
  func day(_ text: String) -> String? {
    Array(text.utf8).withUnsafeBufferPointer { day($0) }?.description
  }
}

/// The bytes that a source gives, read with a buffer of a size.
func decoded(_ bytes: [UInt8], _ encoding: TextEncoding? = nil, room: Int = 1 << 16) throws -> [UInt8] {
  try withFile(bytes) { path in
    let source = try ByteSource(path: path, encoding: encoding)
    var buffer = [UInt8](repeating: 0, count: room)
    var decoded: [UInt8] = []
    while true {
      let count = try buffer.withUnsafeMutableBytes { try source.read(into: $0) }
      if count == 0 { return decoded }
      decoded += buffer[..<count]
    }
  }
}

extension NumberFormat {
  func number(_ text: String) -> Double? { Array(text.utf8).withUnsafeBufferPointer { number($0) } }
  func suggestions(_ text: String) -> [String] { Array(text.utf8).withUnsafeBufferPointer { suggestions(for: $0) } }
}

extension DayReading {
  func day(_ text: String) -> String? { Array(text.utf8).withUnsafeBufferPointer { day($0) }?.description }
  func suggestions(_ text: String) -> [String] { Array(text.utf8).withUnsafeBufferPointer { suggestions(for: $0) } }
}
