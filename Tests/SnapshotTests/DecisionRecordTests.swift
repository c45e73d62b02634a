import Customer
import Health
import Review
import Snapshot
import Testing

@Suite struct DecisionRecordTests {
  private static let date = Day(number: 20_000)
  private static let whole = ReviewDecision(
    date: date, list: .greenButYellow, decision: .csmRight, by: "M. Q.", note: "\"a\"\n</script>,\n", nextStep: "–",
    dueOn: date + 7)
  private static let bare = ReviewDecision(date: date, list: .quiet, decision: .defer)

  @Test func `what was written is read back, in file order, and an account without decisions has no line`() throws {
    let file = DecisionRecord.file([
      DecisionRecord(account: "A\"1", decisions: [Self.whole, Self.bare, Self.whole]),
      DecisionRecord(account: "none", decisions: [] as [ReviewDecision]),
      DecisionRecord(account: "é", decisions: [Self.bare]),
    ])
    #expect(file.count { $0 == 0x0A } == 4)
    let records = try DecisionRecord.records(of: file)
    #expect(records.map(\.account) == ["A\"1", "é"])
    func spelled(_ decision: ReviewDecision) -> String { "\(decision)" }
    #expect(records[0].reviewDecisions.map(spelled) == [Self.whole, Self.bare, Self.whole].map(spelled))
    #expect(records[1].reviewDecisions.map(spelled) == [spelled(Self.bare)])
  }

  @Test func `no decision at all makes a file that can be read`() throws {
    #expect(try DecisionRecord.records(of: DecisionRecord.file([])).isEmpty)
  }

  @Test func `a list that this version does not know is left out`() throws {
    let line =
      #"{"account":"a","decisions":[{"date":"2026-11-02","list":"later","decision":"both"},{"date":"2026-11-02","list":"quiet","decision":"both"}]}"#
    let decisions = try DecisionRecord.records(of: RecordFile.bytes("decisions", [Array(line.utf8)])).first?
      .reviewDecisions
    #expect(decisions?.map(\.list) == [.quiet])
  }
}
