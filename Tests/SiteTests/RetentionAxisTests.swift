import Testing

@testable import Site

@Suite struct RetentionAxisTests {
  @Test(arguments: [
    // Worked by hand: the first step of 1, 2, 5, 10 … hundredths that needs at most five ticks.
    ([0.938, 1.05], [0.9, 0.95, 1, 1.05]), ([0.955, 0.98], [0.95, 0.96, 0.97, 0.98]), ([1], [1, 1.01]),
    ([], [0.9, 0.95, 1]),
    ([0, 1], [0, 0.5, 1]), ([0.2, 3.1], [0, 1, 2, 3, 4]), ([.nan, 0.9, 0.9], [0.9, 0.91]),
  ])
  func `the axis of retention holds its figures, and little else`(values: [Double], ticks: [Double]) {
    let axis = RetentionTrendChart.axis(of: values)
    #expect(axis.ticks == ticks)
    #expect(axis.bounds == ticks[0]...ticks[ticks.count - 1])
  }

  @Test func `figures beyond any step still have an axis`() {
    let axis = RetentionTrendChart.axis(of: [0, 900])
    #expect(axis.bounds.contains(0) && axis.bounds.contains(900) && axis.ticks.count <= 5)
  }
}
