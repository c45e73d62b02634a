import CZlib
import Findings
import SeededRandom
import Testing

@testable import Tables

/// Tables that are packed with gzip.
@Suite struct GzipTests {
  /// The bytes as one member of a gzip file.
  static func packed(_ bytes: [UInt8]) throws -> [UInt8] {
    var stream = z_stream()
    try #require(
      deflateInit2_(
        &stream, 9, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size))
        == Z_OK)
    defer { deflateEnd(&stream) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
    let left = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        return deflate(&stream, Z_FINISH) == Z_STREAM_END ? Int(stream.avail_out) : nil
      }
    }
    return Array(output.dropLast(try #require(left)))
  }

  private static let table = Array("id,name\nA-1,Ærø\n".utf8)

  @Test func `a packed table is read as the table, in whatever encoding it is`() throws {
    #expect(try records(Self.packed(Self.table)).map(\.cells) == [["id", "name"], ["A-1", "Ærø"]])
    let units = String(decoding: Self.table, as: UTF8.self).utf16
    let utf16: [UInt8] = [0xFF, 0xFE] + units.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(try decoded(Self.packed(utf16)) == Self.table)
    #expect(try decoded(Self.packed([0x61, 0xE9]), .windows1252) == Array("aé".utf8))
    #expect(try problem(Self.packed(Array("%PDF-1.7".utf8))) == TableProblem(.otherKind(.pdf)))
    #expect(try problem(Self.packed(Self.packed(Self.table))) == TableProblem(.otherKind(.gzip)))
    #expect(try decoded(Self.packed([])) == [])
  }

  @Test func `members one after the other are one table, and NULs behind them are nothing`() throws {
    let halves = [Self.table.prefix(9), Self.table.dropFirst(9)].map { Array($0) }
    let members = try halves.map { try Self.packed($0) }
    let whole = members[0] + members[1]
    for room in [1, 5, 1 << 16] { #expect(try decoded(whole, room: room) == Self.table) }
    #expect(try decoded(whole + [UInt8](repeating: 0, count: 100_000)) == Self.table)
    #expect(try decoded(Self.packed([]) + Self.packed([]) + whole) == Self.table)
  }

  @Test func `a file that is cut off anywhere is damaged`() throws {
    let bytes = try Self.packed(Self.table)
    for length in 2..<bytes.count {
      #expect(throws: TableProblem(.damaged("it is cut off", of: .gzip))) { try decoded(Array(bytes[..<length])) }
    }
    #expect(
      TableProblem(.damaged("it is cut off", of: .gzip)).finding(file: "crm.csv.gz").description
        == "crm.csv.gz: error: the gzip file is damaged (it is cut off); export it again, or copy it again")
  }

  @Test func `a file with a changed byte is damaged or the same table`() throws {
    let bytes = try Self.packed(Self.table)
    var random = SplitMix64(seed: 10)
    var refused = 0
    for index in 2..<bytes.count {
      var changed = bytes
      changed[index] ^= UInt8(random.whole(in: 1...255))
      do {
        #expect(try decoded(changed) == Self.table)
      } catch let problem as TableProblem {
        guard case .damaged(_, .gzip) = problem.kind else {
          Issue.record("\(problem)")
          continue
        }
        refused += 1
      }
    }
    #expect(refused > bytes.count / 2)
    #expect(throws: TableProblem(.damaged("incorrect header check", of: .gzip))) {
      try decoded(bytes + Array("more".utf8))
    }
  }

  @Test(arguments: UInt64(1)...4) func `a long table is unpacked piece by piece`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let bytes = (0..<300_000).map { _ in UInt8(random.whole(in: 0x20...0x7E)) }
    #expect(try decoded(Self.packed(bytes), room: random.pick([97, 4096, 1 << 20])) == bytes)
  }

  @Test func `a bomb is stopped`() throws {
    // A mebibyte of NULs packs to about one part in a thousand; sixty-five members of it are 65 MiB.
    let member = try Self.packed([UInt8](repeating: 0, count: 1 << 20))
    let isBomb = member.count * 1000 < 1 << 20
    let bomb = Array(repeatElement(member, count: 65).joined())
    if isBomb {
      #expect(throws: TableProblem(.damaged("it holds far more than a table could", of: .gzip))) {
        try length(of: bomb)
      }
    } else {
      #expect(try length(of: bomb) == 65 << 20)
    }
    let harmless = Array(repeatElement(member, count: 64).joined())
    #expect(try length(of: harmless) == 64 << 20)
  }

  private func length(of bytes: [UInt8]) throws -> Int {
    try withFile(bytes) { path in
      let source = try ByteSource(path: path)
      var buffer = [UInt8](repeating: 0, count: 1 << 20)
      var length = 0
      while true {
        let count = try buffer.withUnsafeMutableBytes { try source.read(into: $0) }
        if count == 0 { return length }
        length += count
      }
    }
  }
}
