import Customer
import Health
import Review
import Testing

@testable import Snapshot

@Suite struct ColumnSearchTests {
  /// Two accounts with a cell in every known column and in one of the portfolio's own, each different from all others.
  private func knowledge() async throws -> PrivateKnowledge {
    let accounts = ["A", "B"].map { Account(id: AccountID("account-\($0)-1"), name: "Qualdorf \($0)enrik") }
    let columns = AccountColumn.all.map { ($0.name, $0.kind.isNumeric) } + [("own_remark", false)]
    let evidence = Evidence(
      asOf: CanaryPortfolio.asOf, accounts: accounts,
      columns: columns.map { name, isNumeric in
        AccountCells(
          name: name, texts: ["A", "B"].map { "bremdal \(name) krolvig \($0) tolvner darsk pimlot" },
          numbers: [884_000, 997_000].map { isNumeric ? $0 : nil })
      })
    let judgement = Judgement(
      sentiment: RowsByAccount([], accounts: 2), risks: RowsByAccount([], accounts: 2),
      reviews: RowsByAccount([], accounts: 2))
    let review = await Review(
      Scorer(evidence: evidence, models: try CanaryPortfolio.smallModels(), segmentOf: [0, 0]), judgement: judgement,
      rules: Review.Rules())
    return PrivateKnowledge(review, plans: RowsByAccount([], accounts: 2), words: proofWords)
  }

  @Test func `another customer's cells are searched for in every private column, and in no ordinary one`() async throws
  {
    let searched = try await knowledge().coverage(for: 0).filter { $0.searched > 0 }.map(\.field)
    let isPrivate = AccountColumn.all.filter { $0.privacy == .private }.map { "accounts.\($0.name)" }
    #expect(Set(searched.filter { $0.hasPrefix("accounts.") }) == Set(isPrivate + ["accounts.own_remark"]))
  }
}
