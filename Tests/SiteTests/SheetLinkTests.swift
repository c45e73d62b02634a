import Testing

@testable import Site

/// The links between the sheets of a long table.
@Suite struct SheetLinkTests {
  @Test func `a sheet links to all sheets while they are few`() {
    let sheets = Sheet.all(rows: 20 * Sheet.rows)
    #expect(sheets.count == 20)
    #expect(sheets.allSatisfy { $0.linked == Array(1...20) })
  }

  @Test func `with many sheets it links to the ends, its neighbours and round numbers between`() {
    let sheets = Sheet.all(rows: 157 * Sheet.rows)
    #expect(sheets[33].linked == [1, 20, 31, 32, 33, 34, 35, 36, 37, 40, 60, 80, 100, 120, 140, 157])
    #expect(sheets[0].linked == [1, 2, 3, 4, 20, 40, 60, 80, 100, 120, 140, 157])
    #expect(sheets[156].linked.suffix(5) == [140, 154, 155, 156, 157])
    #expect(sheets[33].links("lists/quiet")[1].link == "quiet.20.html")
  }

  @Test(arguments: [21, 22, 49, 50, 51, 99, 100, 101, 1_667, 16_667])
  func `however many there are, each links to at most 19, and every sheet is linked by its neighbours`(count: Int) {
    for sheet in Sheet.all(rows: count * Sheet.rows) {
      #expect(sheet.linked.count <= 19)
      #expect(sheet.linked.contains(max(1, sheet.number - 1)) && sheet.linked.contains(min(count, sheet.number + 1)))
      #expect(sheet.links("accounts/index").count { $0.isCurrent } == 1)
    }
  }
}
