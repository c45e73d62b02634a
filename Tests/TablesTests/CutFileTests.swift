import Files
import Foundation
import Testing

@testable import Tables

/// A table that a full disk or a broken download cut off, at every byte of it.
@Suite struct CutFileTests {
  private static let header = "account_id,name,arr,note"
  private static let rows = [
    "C-1,Halden Freight,72000,\"late, as \"\"usual\"\"\nand loud\"", "C-2,Norby Dental,30000,x", "C-3,Quill,18000,y",
  ]

  /// What a reader makes of a file: its whole rows, and whether it says that something is missing.
  private struct Read: Equatable {
    var rows: [[String]] = []
    var isTold = false
  }

  private func read(_ bytes: [UInt8], encoding: TextEncoding? = nil) throws -> Read {
    try withFile(bytes) { path in
      var layout = TableLayout()
      layout.encoding = encoding
      var read = Read()
      do throws(TableProblem) {
        var reader = try TableReader(file: path, layout: layout)
        while try reader.advance() {
          if reader.isCutOff || reader.malformedCell != nil {
            read.isTold = true
          } else {
            read.rows.append((0..<reader.count).map { reader.withCell($0) { String(decoding: $0, as: UTF8.self) } })
          }
        }
      } catch {
        read.isTold = true
      }
      return read
    }
  }

  /// Whether rows are those of the whole file, except that the last may have lost the end of its last cell.
  ///
  /// A file that ends within the last cell of a row looks as one does whose last line break is missing.
  private func isHonest(_ read: Read, _ whole: [[String]]) -> Bool {
    guard read.rows.count <= whole.count else { return false }
    return zip(read.rows, whole).enumerated().allSatisfy { index, pair in
      if pair.0 == pair.1 { return true }
      let isLast = index == read.rows.count - 1
      return isLast && pair.0.count == pair.1.count && pair.0.dropLast() == pair.1.dropLast()
        && pair.1[pair.1.count - 1].hasPrefix(pair.0[pair.0.count - 1])
    }
  }

  @Test(arguments: ["\n", "\r\n", "\r"]) func `no cut makes a row of a part of one in silence`(lineBreak: String) throws
  {
    let text = ([Self.header] + Self.rows).joined(separator: lineBreak) + lineBreak
    let bytes = Array(text.utf8)
    let whole = try read(bytes)
    #expect(whole.rows.count == 3 && !whole.isTold)
    // The header is not a row: where it is cut, the columns that are required are missing.
    for end in (Self.header.utf8.count + 1)..<bytes.count {
      let read = try read(Array(bytes.prefix(end)))
      let isAtEndOfRow = (1...3).contains { count in
        let upTo = ([Self.header] + Self.rows.prefix(count)).joined(separator: lineBreak).utf8.count
        return (upTo...upTo + lineBreak.utf8.count).contains(end)
      }
      #expect(isHonest(read, whole.rows), "cut at \(end): \(read.rows)")
      let isInLastCell = read.rows.last?.count == 4
      #expect(read.isTold || isAtEndOfRow || isInLastCell || read.rows.isEmpty, "cut at \(end) is not told")
    }
  }

  @Test func `a gzip file that is cut is told, wherever it is cut`() throws {
    let packed = try GzipTests.packed(Array((([Self.header] + Self.rows).joined(separator: "\n") + "\n").utf8))
    for end in 3..<packed.count { #expect(try read(Array(packed.prefix(end))).isTold, "cut at \(end)") }
  }

  @Test(arguments: [true, false]) func `UTF-16 that ends with half of a unit is told`(isBigEndian: Bool) throws {
    let text = ([Self.header] + Self.rows).joined(separator: "\n") + "\n"
    let units = [UInt16(0xFEFF)] + Array(text.utf16)
    let bytes = units.flatMap { unit -> [UInt8] in
      isBigEndian ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
    #expect(try read(bytes).rows.count == 3)
    for end in stride(from: 2 * Self.header.utf8.count + 5, to: bytes.count, by: 2) {
      #expect(try read(Array(bytes.prefix(end))).isTold, "cut at \(end)")
    }
  }
}
