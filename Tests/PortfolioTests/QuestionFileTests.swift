import Findings
import Health
import Portfolio
import Review
import Testing

/// The table of questions: what it may contain, and where faults in it are reported.
@Suite struct QuestionFileTests {
  private func read(_ text: String) -> QuestionFile { QuestionFile(text, file: "q.yml") { $0 == "known" } }

  @Test func `a rule may compare, allow what is missing, or ask for several things at once`() throws {
    let file = read(
      """
      - {id: known, when: {champions: 0, flag_age: missing, days_since_qbr: ">= 180 or missing"}}
      - id: own
        when: {days_to_renewal: [">= 0", "<= 120"]}
        because: It renews.
        ask: And now?
      """)
    #expect(file.findings.isEmpty)
    #expect(file.rules.map(\.id) == ["known", "own"])
    let first = try #require(file.rules.first)
    #expect(first.conditions.map(\.fact) == [.champions, .flagAge, .daysSinceQBR])
    #expect(first.conditions.map(\.allowsMissing) == [false, true, true])
    #expect(first.conditions.map { $0.comparisons.map(\.comparison) } == [[.equal], [], [.atLeast]])
    let second = try #require(file.rules.last)
    #expect(second.conditions.first?.comparisons.map(\.limit) == [0, 120])
    #expect(second.ask == "And now?")
  }

  @Test func `an empty file asks nothing`() {
    #expect(read("# nothing\n").rules.isEmpty)
    #expect(read("# nothing\n").findings.isEmpty)
  }

  @Test(arguments: [
    ("- {id: known, when: {champion: 0}}", "q.yml:1:22: error: there is no fact 'champion'; did you mean 'champions'?"),
    (
      "- {id: known, when: {champions: many}}",
      "q.yml:1:33: error: champions is compared with 'many'; write such as 0, \">= 90\" or \">= 90 or missing\""
    ),
    (
      "- {id: new, when: {champions: 0}}",
      "q.yml:1:3: error: the question 'new' has no words; write because: and ask: here, or because_new and ask_new in the language file"
    ),
    (
      "- {id: known}",
      "q.yml:1:3: error: the question 'known' has no condition; write one, such as when: {champions: 0}"
    ),
    ("- {when: {champions: 0}}", "q.yml:1:3: error: the question has no id"),
    ("- {id: known, wen: {champions: 0}}", "q.yml:1:15: error: unknown key 'wen' in a question; did you mean 'when'?"),

    (
      "- {id: own, when: {champions: 0}, because: 'x {champion}', ask: y}",
      "q.yml:1:44: error: nothing fills the place '{champion}'; did you mean 'champions'?"
    ),
    ("id: known", "q.yml:1:1: error: the questions must be a list"),
    (
      "- {id: known, when: {champions: 0}}\n- {id: known, when: {champions: 0}}",
      "q.yml:2:3: error: the question 'known' stands here twice; give one of them another id"
    ),
  ])
  func `a fault is told where it stands`(text: String, finding: String) {
    #expect(read(text).findings.map(\.description).contains(finding), "\(read(text).findings)")
  }
}
