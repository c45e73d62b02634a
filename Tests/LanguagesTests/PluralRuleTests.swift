import Testing

@testable import Languages

@Suite struct PluralRuleTests {
  private static let slavic = [
    "one": "v = 0 and i % 10 = 1 and i % 100 != 11",
    "few": "v = 0 and i % 10 = 2..4 and i % 100 != 12..14 @integer 2~4, 22~24",
    "many": "v = 0 and i % 10 = 0,5..9 or v = 0 and i % 100 = 11..14",
  ]

  @Test(arguments: [
    ("1", "one"), ("21", "one"), ("11", "many"), ("2", "few"), ("104", "few"), ("12", "many"), ("0", "many"),
    ("25", "many"), ("1.0", "other"), ("1,000", "many"), ("1.5", "other"),
  ])
  func `a number takes the form whose condition is true, and other where none is`(written: String, form: String) throws
  {
    let rule = try PluralRule(Self.slavic)
    #expect(rule.forms.map(\.rawValue) == ["one", "few", "many", "other"])
    #expect(rule.form(of: PluralNumber(written, decimal: ".", isNegative: false)).rawValue == form)
  }

  @Test(arguments: [
    ("n = 1", "1", true), ("n = 1", "1.0", true), ("n = 1", "1.2", false), ("n = 0..2", "1.5", false),
    ("n != 1", "1.5", true), ("v = 0", "1.0", false), ("v = 1", "1.0", true), ("w = 0", "1.0", true),
    ("f = 50", "1.50", true), ("t = 5", "1.50", true), ("i = 0, 1", "1.99", true), ("n=1", "1", true),
    ("n = 1 or n = 3", "3", true), ("i % 1000000 = 0", "2,000,000", true),
  ])
  func `a condition reads the number as it is written`(condition: String, written: String, holds: Bool) throws {
    let rule = try PluralRule(["one": condition])
    #expect((rule.form(of: PluralNumber(written, decimal: ".", isNegative: false)) == .one) == holds)
  }

  @Test func `n keeps its sign, and i has none`() throws {
    #expect(try PluralRule(["one": "n = 1"]).form(of: PluralNumber(-1)) == .other)
    #expect(try PluralRule(["one": "i = 1"]).form(of: PluralNumber(-1)) == .one)
    #expect(
      try PluralRule(["one": "i = 1"]).form(of: PluralNumber("\u{2212}1", decimal: ".", isNegative: true)) == .one)
  }

  @Test func `a language without conditions has one form`() {
    #expect(PluralRule().forms == [.other])
    #expect(PluralRule().form(of: PluralNumber(1)) == .other)
  }

  @Test(arguments: [
    "", "n", "x = 1", "n % 0 = 1", "n = ", "n = 1..", "n = 3..1", "n = 1 and", "n > 1", "n % 2 % 2 = 1",
  ])
  func `a condition that cannot be read is a fault`(condition: String) {
    #expect(throws: PluralRule.Fault.self) { try PluralRule(["one": condition]) }
  }

  @Test func `a form that CLDR does not know is a fault`() {
    #expect(throws: PluralRule.Fault.self) { try PluralRule(["some": "n = 1"]) }
  }
}
