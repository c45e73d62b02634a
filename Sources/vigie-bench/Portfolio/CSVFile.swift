import Foundation

/// Writes rows to a CSV file, a megabyte at a time, so that a large one takes no memory.
struct CSVFile: ~Copyable {
  private let handle: FileHandle
  private var buffer: [UInt8] = []

  /// Creates the file with its header.
  init(_ name: String, in folder: String, columns: String) throws {
    let url = URL(filePath: "\(folder)/\(name).csv")
    try Data().write(to: url)
    handle = try FileHandle(forWritingTo: url)
    buffer = Array((columns + "\n").utf8)
  }

  /// Adds a row; no cell may contain a quote.
  mutating func append(_ cells: [String]) throws {
    for (index, cell) in cells.enumerated() {
      if index > 0 { buffer.append(UInt8(ascii: ",")) }
      let isQuoted = cell.utf8.contains(UInt8(ascii: ","))
      if isQuoted { buffer.append(UInt8(ascii: "\"")) }
      buffer.append(contentsOf: cell.utf8)
      if isQuoted { buffer.append(UInt8(ascii: "\"")) }
    }
    buffer.append(UInt8(ascii: "\n"))
    if buffer.count > 1 << 20 { try flush() }
  }

  /// Writes what is left and closes the file.
  consuming func close() throws {
    try flush()
    try handle.close()
  }

  private mutating func flush() throws {
    try handle.write(contentsOf: buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}
