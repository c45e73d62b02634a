import Sheets
import Testing

/// Workbooks are made side by side, each as if alone.
@Suite struct ParallelTests {
  private func bytes(_ day: Int) throws -> [UInt8] {
    var sheet = WorkSheet("Accounts")
    sheet.rows = [[(.text("Customer"), CellStyle())]]
    return try WorkBook(title: "Week", company: "Us", day: day, sheets: [sheet]).bytes()
  }

  @Test func `each has its own day, whatever others are made at the same time`() async throws {
    let days = (0..<400).map { 15_000 + 7 * $0 }
    let alone = try days.map(bytes)
    let together = try await withThrowingTaskGroup(of: (Int, [UInt8]).self) { group in
      for (place, day) in days.enumerated() { group.addTask { (place, try bytes(day)) } }
      return try await group.reduce(into: [[UInt8]](repeating: [], count: days.count)) { $0[$1.0] = $1.1 }
    }
    #expect(alone.indices.filter { alone[$0] != together[$0] }.isEmpty)
    #expect(Set(alone).count == days.count, "the day is in the file")
  }
}
