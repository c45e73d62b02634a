import CZlib
import Foundation

@testable import example_exports

/// The generator's files and facts, made once for all tests.
enum Made {
  static let facts = Facts(seed: ExampleExports.seed)
  static let exports = Result { try ExampleExports.exports(facts) }
  static let clean = CleanTables.all(facts)

  static func export(_ prefix: String) throws -> [UInt8] {
    let file = try exports.get().first { $0.name.hasPrefix(prefix) }
    guard let file else { throw Missing(name: prefix) }
    return file.bytes
  }

  /// The rows of a clean table below its header, by column.
  static func table(_ name: String) throws -> [[String: String]] {
    guard let file = clean.first(where: { $0.name == name }) else { throw Missing(name: name) }
    return records(CSV.rows(String(decoding: file.bytes, as: UTF8.self)))
  }

  static func records(_ rows: [[String]]) -> [[String: String]] {
    rows.dropFirst().map { Dictionary(zip(rows[0], $0), uniquingKeysWith: { $1 }) }
  }

  struct Missing: Error { let name: String }
}

/// A reader of delimited text that shares nothing with the writer.
enum CSV {
  static func rows(_ text: String, delimiter: Unicode.Scalar = ",") -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"" where isQuoted && scalars.first == "\"":
        cell.append("\"")
        scalars.removeFirst()
      case "\"": isQuoted.toggle()
      case delimiter where !isQuoted, "\n" where !isQuoted:
        row.append(String(cell))
        cell = String.UnicodeScalarView()
        guard scalar == "\n" else { continue }
        rows.append(row)
        row = []
      case "\r" where !isQuoted: continue
      default: cell.append(scalar)
      }
    }
    return rows
  }
}

/// What zlib makes of compressed bytes.
enum Inflated {
  /// The bytes of a gzip file, or of a part of a ZIP.
  static func bytes(_ compressed: [UInt8], isRaw: Bool = false) throws -> [UInt8] {
    var stream = z_stream()
    guard inflateInit2_(&stream, isRaw ? -15 : 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      throw Failure()
    }
    defer { inflateEnd(&stream) }
    var input = compressed
    var output: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    var code = Z_OK
    input.withUnsafeMutableBufferPointer { input in
      stream.next_in = input.baseAddress
      stream.avail_in = UInt32(input.count)
      while code == Z_OK {
        piece.withUnsafeMutableBufferPointer { piece in
          stream.next_out = piece.baseAddress
          stream.avail_out = UInt32(piece.count)
          code = inflate(&stream, Z_NO_FLUSH)
        }
        output += piece.prefix(piece.count - Int(stream.avail_out))
      }
    }
    guard code == Z_STREAM_END else { throw Failure() }
    return output
  }

  /// The parts of a ZIP by name, from its directory.
  static func parts(_ zip: [UInt8]) throws -> [String: [UInt8]] {
    func number(_ at: Int, _ count: Int) -> Int { (0..<count).reduce(0) { $0 | Int(zip[at + $1]) << (8 * $1) } }
    let end = zip.count - 22
    guard number(end, 4) == 0x0605_4B50 else { throw Failure() }
    var parts: [String: [UInt8]] = [:]
    var entry = number(end + 16, 4)
    for _ in 0..<number(end + 10, 2) {
      let length = number(entry + 28, 2)
      let start = number(entry + 42, 4)
      let data = start + 30 + number(start + 26, 2) + number(start + 28, 2)
      let bytes = Array(zip[data..<data + number(entry + 20, 4)])
      let name = String(decoding: zip[entry + 46..<entry + 46 + length], as: UTF8.self)
      parts[name] = number(entry + 10, 2) == 0 ? bytes : try Inflated.bytes(bytes, isRaw: true)
      entry += 46 + length + number(entry + 30, 2) + number(entry + 32, 2)
    }
    return parts
  }

  struct Failure: Error {}
}
