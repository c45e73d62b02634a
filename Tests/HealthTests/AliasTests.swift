import Health
import Testing

@Suite("Aliases")
struct AliasTests {
  @Test(arguments: [("A", "C"), ("B", "C"), ("C", "C"), ("D", "D"), ("E", "E"), ("F", "F")])
  func `a chain leads to the id of today, and a circle back to where it began`(old: String, current: String) {
    #expect(["A": "B", "B": "C", "E": "F", "F": "E"].currentID(of: old) == current)
  }
}
