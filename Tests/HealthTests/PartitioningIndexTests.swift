import Health
import Testing

@Suite("A position found by halving")
struct PartitioningIndexTests {
  @Test(arguments: [
    (0.0, 0), (1.0, 0), (1.5, 1), (3.0, 1), (4.0, 3), (7.0, 3), (8.0, 4),
  ])
  func `of 1, 3, 3 and 7 it is the first value that is large enough`(least: Double, position: Int) {
    #expect([1.0, 3, 3, 7].partitioningIndex { $0 >= least } == position)
  }

  @Test func `positions are those of the slice, and its end where nothing matches`() {
    let slice = Array(0..<100)[40..<60]
    for least in 30..<70 {
      let found = slice.partitioningIndex { $0 >= least }
      #expect(found == (slice.firstIndex { $0 >= least } ?? slice.endIndex))
    }
    #expect([Int]().partitioningIndex { _ in true } == 0)
  }
}
