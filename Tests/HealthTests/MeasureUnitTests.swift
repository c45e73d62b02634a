import Health
import Testing

/// The unit in which values of measures are shown, from the definition of a measure.
@Suite struct MeasureUnitTests {
  private static let wide = Curve(worst: 0, best: 200)
  private static let narrow = Curve(worst: 0.1, best: 0.7)

  private func unit(
    _ of: String, per: String? = nil, _ reading: Reading = .latest, _ curve: Curve = wide, given: MeasureUnit? = nil
  ) -> MeasureUnit {
    MeasureDefinition(key: "m", of: of, per: per, reading: reading, curve: curve).unit(given: given)
  }

  @Test func `derived measures bring their units`() {
    #expect(unit("days_since_contact") == .days)
    #expect(unit("tickets_90d") == .inDays(90))
    #expect(unit("csat_90d") == .ofFive)
    #expect(unit("goals_met") == .share)
    #expect(unit("champions") == .number)
    #expect(unit("arr") == .money)
  }

  @Test func `a ratio is told for a hundred of its divisor where its curve lies within one`() {
    #expect(unit("logins", per: "seats", .latest, Self.narrow) == .perHundred("seats"))
    #expect(unit("logins", per: "seats") == .number)
    #expect(unit("logins", per: "seats", .latest, Self.narrow, given: .share) == .share)
  }

  @Test func `a sum is told over its window`() {
    #expect(unit("logins", per: nil, .sum) == .inDays(28))
    #expect(unit("logins", per: nil, .mean) == .number)
  }

  @Test func `a change is per cent and a place among peers a percentile, whatever is given`() {
    #expect(unit("logins", per: nil, .change, given: .days) == .change)
    #expect(unit("logins", per: "seats", .peers, given: .share) == .percentile)
  }
}
