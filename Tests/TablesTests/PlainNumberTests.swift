import Testing

@testable import Tables

@Suite struct PlainNumberTests {
  private let cells = ["1", "-2.5", "", "€5", "x", "1e3", " 7 ", "\"8\"", "1,5", "n/a", "12345678901234567890"]

  @Test(arguments: [".", ","]) func `numbers of a row are those of its cells, or take a closer look`(
    decimal: String
  ) throws {
    let format = try #require(NumberFormat.Decimal(rawValue: decimal).flatMap { NumberFormat(decimal: $0) })
    let header = cells.indices.map { "c\($0)" }.joined(separator: ";")
    try withFile(Array("\(header)\n\(cells.joined(separator: ";"))\n".utf8)) { path in
      var reader = try TableReader(file: path)
      #expect(try reader.advance())
      var numbers: [Double?] = [0]
      // The last column is behind the end of the row.
      let columns = Array(0...cells.count)
      reader.plainNumbers(columns, format, into: &numbers)
      #expect(numbers.count == columns.count)
      for (column, number) in zip(columns, numbers) where number != nil {
        #expect(number == reader.withCell(column) { format.number($0) })
      }
      let read = decimal == "." ? [0, 1, 5, 7, 10] : [0, 5, 7, 8, 10]
      #expect(columns.filter { numbers[$0] != nil } == read)
      reader.meanings[0] = ValueMap(["1": "2"], folded: { $0 })
      reader.plainNumbers(columns, format, into: &numbers)
      #expect(numbers == columns.map { _ in nil })
    }
  }
}
