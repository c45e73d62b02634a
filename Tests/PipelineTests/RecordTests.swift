import Health
import Review
import Testing

@testable import Pipeline

@Suite struct RecordTests {
  @Test func `a flag is a row that says what was and what is`() async throws {
    let starter = try Starter()
    let recorded = try await starter.folder.record(
      .red, of: "A-001", on: Starter.asOf, reason: nil, note: nil, csm: nil)
    #expect(recorded.now?.flag == .red && recorded.now?.date == Starter.asOf)
    #expect(recorded.before?.flag != .red)
    #expect(recorded.warnings.count == 1 && "\(recorded.warnings[0])".contains("asks for a reason"))
    #expect(recorded.place.hasPrefix("\(starter.folder.path)/data/sentiment.csv:"))
  }

  @Test func `a decision about an account that is not on the list is refused unless it is wanted anyway`() async throws
  {
    let starter = try Starter()
    let decision = ReviewDecision(
      date: Starter.asOf, list: .greenButYellow, decision: .both, by: nil, note: nil, nextStep: nil, dueOn: nil)
    let refusal = await #expect(throws: Refusal.self) {
      try await starter.folder.record(decision, of: "A-002")
    }
    #expect(refusal?.words.contains(" is not on green-but-yellow on 2026-11-16; ") ?? false)
    let recorded = try await starter.folder.record(decision, of: "A-002", anyway: true)
    #expect(recorded.before == nil && recorded.place.hasSuffix("/data/reviews.csv:2"))
  }
}
