import EvidenceFixture
import Health
import Testing

@Suite struct CurveTests {
  @Test(arguments: [(0.4, 50.0), (0.1, 0), (0.7, 100), (0.25, 25), (-5, 0), (9, 100)])
  func `worst and best are the ends of a straight line, flat outside`(value: Double, score: Double) {
    #expect(isNear(Curve(worst: 0.1, best: 0.7).score(of: value), score))
  }

  @Test(arguments: [(10.0, 100.0 * 4 / 12), (2, 100), (14, 0), (8, 50), (20, 0)])
  func `a measure of which less is better has its worst at the right`(value: Double, score: Double) {
    // worst 14, best 2: 8 is in the middle; 10 scores 100·(14 − 10) ÷ 12 = 33.3.
    #expect(isNear(Curve(worst: 14, best: 2).score(of: value), score))
  }

  @Test(arguments: [(0.0, 60.0), (0.01, 80), (0.02, 100), (0.11, 50), (0.2, 0), (1, 0), (-1, 60)])
  func `corners are joined by straight lines`(value: Double, score: Double) {
    let curve = Curve(points: [.init(x: 0, score: 60), .init(x: 0.02, score: 100), .init(x: 0.2, score: 0)])
    #expect(isNear(curve.score(of: value), score))
  }

  @Test func `a curve of one corner is flat`() {
    let curve = Curve(points: [.init(x: 3, score: 40)])
    #expect([-1, 3, 8].map(curve.score(of:)) == [40, 40, 40])
  }

  @Test func `infinite values score what the ends score`() {
    #expect(Curve.identity.score(of: .infinity) == 100)
    #expect(Curve.identity.score(of: -.infinity) == 0)
  }
}
