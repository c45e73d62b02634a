import Charts
import Health
import Testing

@Suite struct CurveLineTests {
  @Test func `a curve is drawn exactly so, flat outside its points`() {
    let curve = Curve(points: [.init(x: 0, score: 60), .init(x: 1, score: 100), .init(x: 4, score: 0)])
    #expect(
      CurveLine(curve, title: "t").svg == """
        <svg class="spark" width="60" height="20" viewBox="0 0 120 40" role="img" aria-label="t">\
        <path class="edge" d="M0 38h120"/>\
        <path class="line" fill="none" stroke="currentColor" d="M2 17L16 17L38 4L104 36H118"/></svg>
        """)
  }

  @Test func `one point is a level`() {
    #expect(CurveLine(Curve(points: [.init(x: 3, score: 50)]), title: "t").svg.contains("M2 20L60 20H118"))
  }
}
