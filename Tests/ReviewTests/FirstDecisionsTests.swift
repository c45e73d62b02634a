import EvidenceFixture
import Health
import Testing

@testable import Review

/// Whether lists are acted on.
@Suite struct FirstDecisionsTests {
  /// Editions so many days ago, each with the accounts on `quiet`.
  private func acted(
    _ editions: [(daysAgo: Int, accounts: Set<Int>)], decided: [(account: Int, daysAgo: Int)] = [],
    on list: ListID = .quiet
  ) -> FirstDecisions {
    let rows = decided.map {
      ($0.account, ReviewDecision(date: today - $0.daysAgo, list: .quiet, decision: .scoreRight))
    }
    return FirstDecisions(
      editions.map { EditionLists(asOf: today - $0.daysAgo, accounts: [list: $0.accounts]) },
      decisions: RowsByAccount(rows, accounts: 40), asOf: today)
  }

  @Test func `a first listing is one that the edition before did not have, and waits until its first decision`() {
    let found = acted(
      [(42, [0]), (35, [0, 1, 2]), (28, [0, 1, 2, 3])], decided: [(1, 25), (1, 20), (2, 36), (3, 10), (0, 30)])
    #expect(
      found.listings == [
        .init(list: .quiet, account: 1, since: today - 35, days: 10),
        .init(list: .quiet, account: 2, since: today - 35, days: 0),
        .init(list: .quiet, account: 3, since: today - 28, days: 18),
      ])
    #expect(FirstDecisions.inTime(found.listings) == Rate(2, of: 3))
    #expect(FirstDecisions.medianDays(found.listings) == 10 && found.editions == [today - 28, today - 35])
  }

  @Test func `fourteen days are in time, fifteen are not, and a decision long before is none`() {
    let found = acted([(42, []), (35, [1, 2, 3])], decided: [(1, 21), (2, 20), (3, 42)])
    #expect(found.listings.map(\.days) == [14, 15, nil])
    #expect(FirstDecisions.inTime(found.listings) == Rate(1, of: 3))
    #expect(acted([(42, []), (35, [1])], decided: [(1, 41)]).listings.map(\.days) == [0], "six days before")
  }

  @Test func `who left the list before a decision was due owes none, and who is listed for less is in time`() {
    #expect(acted([(42, []), (35, [1]), (21, [])]).listings.isEmpty)
    #expect(acted([(42, []), (35, [1]), (20, [])]).listings.map(\.days) == [nil])
    let fresh = acted([(21, []), (14, [1])])
    #expect(fresh.listings.isEmpty && fresh.waiting == 1)
    #expect(acted([(22, []), (15, [1])]).listings.count == 1)
  }

  @Test func `flags that are due ask for no decision`() {
    #expect(acted([(42, []), (35, [1])], on: .sentimentOverdue).listings.isEmpty)
  }

  @Test func `the last four weeks are worse only when that is more than chance`() {
    // 8 of 10 in time 60 days ago; 1 of 5 of those 20 days ago: 4.7 %.
    func worsened(lastInTime: Int) -> (last: Rate, before: Rate)? {
      let decided = (0..<8).map { ($0, 55) } + (10..<10 + lastInTime).map { ($0, 15) }
      return acted([(90, []), (60, Set(0..<10)), (53, Set(0..<10)), (20, Set(0..<15))], decided: decided).worsened
    }
    #expect(worsened(lastInTime: 1)?.last == Rate(1, of: 5) && worsened(lastInTime: 1)?.before == Rate(8, of: 10))
    #expect(worsened(lastInTime: 2) == nil && worsened(lastInTime: 5) == nil)
    #expect(acted([(42, []), (35, [1])]).worsened == nil)
  }

  @Test func `the chance of so few is that of drawing without putting back`() {
    #expect(isNear(chanceOfAtMost(1, drawn: 5, marked: 8, of: 15), 301.0 / 3003))
    #expect(isNear(chanceOfAtMost(1, drawn: 5, marked: 9, of: 15), 141.0 / 3003))
    #expect(chanceOfAtMost(5, drawn: 5, marked: 9, of: 15) == 1)
    #expect(isNear(chanceOfAtMost(0, drawn: 3, marked: 2, of: 4), 0), "one of three must be marked")
    // Half of 4,000 drawn from 8,000: by symmetry a little more than a half.
    #expect(isNear(chanceOfAtMost(2000, drawn: 4000, marked: 4000, of: 8000), 0.5, within: 0.01))
  }
}
