import Findings
import Testing

@Suite struct FindingTests {
  @Test func `a finding reads as editors and compilers expect it`() {
    #expect(Finding(.error, file: "a.csv", line: 3, column: 7, "no").description == "a.csv:3:7: error: no")
    #expect(Finding(.warning, file: "a.csv", line: 3, "hm").description == "a.csv:3: warning: hm")
    #expect(Finding(.error, file: "a.csv", "no").description == "a.csv: error: no")
    #expect(Finding(.error, file: "a.csv", column: 7, "no").description == "a.csv: error: no")
  }
}

@Suite struct SuggestionTests {
  private let tables = ["accounts", "measures", "sentiment", "tickets"]

  @Test(arguments: [
    ("acounts", "accounts"), ("Accounts", "accounts"), ("accuonts", "accounts"), ("accountss", "accounts"),
    ("mesaures", "measures"), ("ticket", "tickets"), ("SENTIMENT", "sentiment"),
  ])
  func `a slip of the pen leads to the name that was meant`(written: String, meant: String) {
    #expect(nearestName(to: written, among: tables) == meant)
  }

  @Test func `a name of which more than a third differs leads nowhere`() {
    #expect(nearestName(to: "risks", among: tables) == nil)
    #expect(nearestName(to: "accxyzts", among: tables) == nil)
    #expect(nearestName(to: "accounts", among: [String]()) == nil)
  }

  @Test func `of two names equally near the first is meant`() {
    #expect(nearestName(to: "use", among: ["usa", "used"]) == "usa")
  }

  @Test func `of names that differ by their case alone the one spelt alike is meant`() {
    #expect(nearestName(to: "acme-1?", among: ["Acme-1", "acme-1", "ACME-1"]) == "acme-1")
    #expect(nearestName(to: "Acme-1?", among: ["acme-1", "Acme-1"]) == "Acme-1")
  }

  @Test func `without a near name the known ones are listed when they are few`() {
    #expect(suggestion(for: "acounts", among: tables) == "; did you mean 'accounts'?")
    #expect(suggestion(for: "zzz", among: tables) == "; known: accounts, measures, sentiment, tickets")
    #expect(suggestion(for: "zzz", among: (0...12).map { "column\($0)" }) == "")
    #expect(suggestion(for: "zzz", among: []) == "")
  }
}
