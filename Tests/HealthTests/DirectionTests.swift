import Health
import Testing

@Suite struct DirectionTests {
  private func direction(_ week: Int?, _ four: Int?, _ thirteen: Int?, tenure: Int? = 91) -> Direction {
    Direction(changes: ScoreChanges(week: week, fourWeeks: four, thirteenWeeks: thirteen), tenureDays: tenure)
  }

  @Test func `10 points in a week or 15 in four are a sharp fall`() {
    #expect(direction(-10, 0, 0) == .sharpFall)
    #expect(direction(-9, 0, 0) == .steady)
    #expect(direction(0, -15, 0) == .sharpFall)
    #expect(direction(0, -14, 0) == .falling)
    #expect(direction(-10, 20, 20) == .sharpFall)
  }

  @Test func `5 points in four weeks or 10 in thirteen are a fall`() {
    #expect(direction(0, -5, 0) == .falling)
    #expect(direction(0, -4, 0) == .steady)
    #expect(direction(0, 0, -10) == .falling)
    #expect(direction(0, 0, -9) == .steady)
    #expect(direction(0, 9, -10) == .falling)
  }

  @Test func `an account is new under 91 days of tenure or without any earlier score, unless it falls`() {
    #expect(direction(0, 9, 0, tenure: 90) == .new)
    #expect(direction(0, 9, 0, tenure: 91) == .rising)
    #expect(direction(0, 9, 0, tenure: nil) == .rising)
    #expect(direction(nil, nil, nil, tenure: 500) == .new)
    #expect(direction(0, nil, nil) == .steady)
    #expect(direction(-10, nil, nil, tenure: 8) == .sharpFall)
  }

  @Test func `5 points up in four weeks are a rise`() {
    #expect(direction(0, 5, 0) == .rising)
    #expect(direction(0, 4, 0) == .steady)
    #expect(direction(9, nil, 20) == .steady)
  }
}
