import CADBC
import Testing

@testable import Engines

/// Cells of every type that an engine may give.
@Suite struct ArrowCellsTests {
  /// An array whose memory lives as long as the test.
  private func array(
    _ buffers: [[UInt8]?], length: Int, offset: Int = 0, dictionary: UnsafeMutablePointer<ArrowArray>? = nil
  ) -> UnsafeMutablePointer<ArrowArray> {
    let pointers = UnsafeMutablePointer<UnsafeRawPointer?>.allocate(capacity: buffers.count + 1)
    for (index, buffer) in buffers.enumerated() {
      let copy = buffer.map { bytes in
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count + 16, alignment: 16)
        copy.copyBytes(from: bytes)
        return UnsafeRawPointer(copy.baseAddress)
      }
      pointers[index] = copy ?? nil
    }
    let array = UnsafeMutablePointer<ArrowArray>.allocate(capacity: 1)
    array.initialize(to: ArrowArray())
    array.pointee.length = Int64(length)
    array.pointee.null_count = buffers.first.map { $0 == nil ? 0 : -1 } ?? 0
    array.pointee.offset = Int64(offset)
    array.pointee.n_buffers = Int64(buffers.count)
    array.pointee.buffers = pointers
    array.pointee.dictionary = dictionary
    return array
  }

  private func bytes<Value>(_ values: [Value]) -> [UInt8] { values.withUnsafeBytes { Array($0) } }

  private func cells(_ format: String, _ array: UnsafeMutablePointer<ArrowArray>) throws -> [String] {
    let column = try format.withCString { format in
      var schema = ArrowSchema()
      schema.format = format
      return try ArrowColumn(schema)
    }
    let cells = try ArrowCells(column, array)
    return try (0..<cells.count).map { row in
      var out: [UInt8] = []
      try cells.append(row, to: &out)
      return String(decoding: out, as: UTF8.self)
    }
  }

  @Test func `whole numbers of every width`() throws {
    #expect(try cells("c", array([nil, bytes([Int8.min, 0, 7])], length: 3)) == ["-128", "0", "7"])
    #expect(try cells("C", array([nil, bytes([UInt8.max])], length: 1)) == ["255"])
    #expect(try cells("s", array([nil, bytes([Int16.min])], length: 1)) == ["-32768"])
    #expect(try cells("S", array([nil, bytes([UInt16.max])], length: 1)) == ["65535"])
    #expect(try cells("i", array([nil, bytes([Int32.min])], length: 1)) == ["-2147483648"])
    #expect(try cells("I", array([nil, bytes([UInt32.max])], length: 1)) == ["4294967295"])
    #expect(
      try cells("l", array([nil, bytes([Int64.min, .max])], length: 2)) == [
        "-9223372036854775808", "9223372036854775807",
      ])
    #expect(try cells("L", array([nil, bytes([UInt64.max])], length: 1)) == ["18446744073709551615"])
  }

  @Test func `floats as the shortest digits, whole ones without a point`() throws {
    #expect(try cells("f", array([nil, bytes([Float(0.1), 3])], length: 2)) == ["0.1", "3"])
    #expect(
      try cells("g", array([nil, bytes([0.1, -2, 1e-7, 1e300, .infinity, .nan])], length: 6))
        == ["0.1", "-2", "1e-07", "1e+300", "infinity", "NaN"])
    #expect(
      try cells("e", array([nil, bytes([UInt16(0x3C00), 0xC100, 0x0001])], length: 3)) == [
        "1", "-2.5", "5.9604645e-08",
      ])
  }

  @Test func `decimals exactly, in 32 to 256 bits`() throws {
    #expect(try cells("d:9,2,32", array([nil, bytes([Int32(12345), -5])], length: 2)) == ["123.45", "-0.05"])
    #expect(try cells("d:18,0,64", array([nil, bytes([Int64.min])], length: 1)) == ["-9223372036854775808"])
    #expect(
      try cells(
        "d:38,10", array([nil, bytes([Int128("12345678901234567890123456789012345678") ?? 0, -1, 0, 500])], length: 4))
        == ["1234567890123456789012345678.9012345678", "-0.0000000001", "0", "0.00000005"])
    #expect(try cells("d:38,-2", array([nil, bytes([Int128(12)])], length: 1)) == ["1200"])
    #expect(try cells("d:38,2", array([nil, bytes([Int128(1200)])], length: 1)) == ["12"])
    let wide = bytes([UInt64(0), 0, 0, 1])
    #expect(
      try cells("d:76,0,256", array([nil, wide], length: 1))
        == ["6277101735386680763835789423207666416102355444464034512896"])
  }

  @Test func `texts in all three layouts, with what CSV needs`() throws {
    let letters = Array("aé,b\"".utf8)
    #expect(try cells("u", array([nil, bytes([Int32(0), 1, 3, 6]), letters], length: 3)) == ["a", "é", "\",b\"\"\""])
    #expect(try cells("U", array([nil, bytes([Int64(0), 1, 1]), letters], length: 2)) == ["a", ""])
    let long = Array("a text of more than twelve".utf8)
    let views =
      bytes([Int32(3)]) + Array("abc".utf8) + [UInt8](repeating: 0, count: 9) + bytes([Int32(long.count)]) + long[..<4]
      + bytes([Int32(0), 0])
    #expect(
      try cells("vu", array([nil, views, long, bytes([Int64(long.count)])], length: 2)) == [
        "abc", "a text of more than twelve",
      ])
  }

  @Test func `booleans, NULL, slices and dictionaries`() throws {
    #expect(try cells("b", array([[0b101], [0b110]], length: 3)) == ["false", "", "true"])
    #expect(try cells("n", array([], length: 2)) == ["", ""])
    #expect(try cells("l", array([[0b1011], bytes([Int64(1), 2, 3, 4])], length: 3, offset: 1)) == ["2", "", "4"])
    let values = array([nil, bytes([Int32(0), 1, 2]), Array("xy".utf8)], length: 2)
    let format = "u"
    let column = try format.withCString { format in
      let inner = UnsafeMutablePointer<ArrowSchema>.allocate(capacity: 1)
      inner.initialize(to: ArrowSchema())
      inner.pointee.format = format
      var schema = ArrowSchema()
      return try "c".withCString { outer in
        schema.format = outer
        schema.dictionary = inner
        return try ArrowColumn(schema)
      }
    }
    let cells = try ArrowCells(column, array([nil, bytes([Int8(1), 0, 5])], length: 3, dictionary: values))
    var out: [UInt8] = []
    try cells.append(0, to: &out)
    try cells.append(1, to: &out)
    #expect(String(decoding: out, as: UTF8.self) == "yx")
    #expect(throws: EngineProblem("the driver points to a value that is not there")) { try cells.append(2, to: &out) }
  }

  @Test func `days, and days of no calendar`() throws {
    // PostgreSQL's infinity goes round, DuckDB's is the largest number.
    #expect(
      try cells("tdD", array([nil, bytes([Int32(0), 20_773, -25_567, 2_932_896, -2_147_472_692, .max])], length: 6))
        == ["1970-01-01", "2026-11-16", "1900-01-01", "9999-12-31", "infinity", "infinity"])
    #expect(try cells("tdm", array([nil, bytes([Int64(-86_400_000)])], length: 1)) == ["1969-12-31"])
  }

  @Test func `moments of every unit, on a wall and as instants`() throws {
    let second = Int64(1_794_825_000)
    #expect(
      try cells("tss:", array([nil, bytes([second, -1])], length: 2)) == ["2026-11-16 10:30:00", "1969-12-31 23:59:59"])
    #expect(try cells("tsm:UTC", array([nil, bytes([second * 1000 + 999])], length: 1)) == ["2026-11-16T10:30:00Z"])
    #expect(
      try cells("tsu:", array([nil, bytes([second * 1_000_000, Int64.max])], length: 2)) == [
        "2026-11-16 10:30:00", "infinity",
      ])
    #expect(
      try cells("tsn:+02:00", array([nil, bytes([second * 1_000_000_000])], length: 1)) == ["2026-11-16T10:30:00Z"])
  }

  @Test func `9999-12-31 in nanoseconds is told as an overflow and not as 1816`() throws {
    let wrapped = Int64(truncatingIfNeeded: Int128(253_402_214_400) * 1_000_000_000)
    #expect(try cells("tsn:", array([nil, bytes([wrapped])], length: 1)) == ["overflow"])
  }

  @Test(arguments: [
    ("z", "binary"), ("w:16", "binary"), ("ttu", "time of day"), ("tDs", "duration"), ("tiM", "interval"),
    ("+l", "list"),
    ("+vl", "list"), ("+s", "struct"), ("+m", "map"), ("+us:0", "union"), ("+r", "runs"), ("?", "'?'"),
    ("d:38", "'d:38'"),
    ("vz", "binary"),
  ])
  func `everything else is refused by column and type`(format: String, type: String) {
    let words =
      "the column 'x' is of type \(type), which is no cell of a table; cast it in the query to a text, a number or a day"
    #expect(throws: EngineProblem(words, isOfSettings: true)) {
      try "x".withCString { name in
        try format.withCString { format in
          var schema = ArrowSchema()
          schema.name = name
          schema.format = format
          _ = try ArrowColumn(schema)
        }
      }
    }
  }
}
