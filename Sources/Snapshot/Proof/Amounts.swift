import Customer
import Health
import Review

/// The amounts of money that a portfolio knows, and the ways in which a text can write them.
struct Amounts {
  private let own: [(field: String, amount: Double)]
  private let others: [(field: String, amount: Double)]

  /// The least amount that can be told from an ordinary number, of the customer itself and of others.
  static let (leastOwn, leastOther) = (1000.0, 10_000.0)

  init(in review: Review, for account: Int) {
    var own: [(field: String, amount: Double)] = []
    var others: [(field: String, amount: Double)] = []
    func add(_ field: String, _ amount: Double?, _ index: Int) {
      guard let amount, amount >= (index == account ? Self.leastOwn : Self.leastOther) else { return }
      if index == account { own.append((field, amount)) } else { others.append((field, amount)) }
    }
    for (index, row) in review.evidence.accounts.enumerated() {
      add("accounts.arr", row.arr, index)
      for outcome in review.evidence.outcomes[index] {
        add("outcomes.arr_before", outcome.arrBefore, index)
        add("outcomes.arr_after", outcome.arrAfter, index)
      }
    }
    for row in review.accounts { add("exposure", row.exposure?.rounded(), row.account) }
    self.own = own
    self.others = others
  }

  /// The fields whose amounts stand in a text; those that are also a figure of the document's own are passed over.
  ///
  /// The customer's own revenue is no figure of adoption, whatever the settings take for seats.
  func fields(in text: String, of facts: CustomerFacts) -> [String] {
    let written = WrittenNumbers(text)
    let goals = Set(facts.goalNumbers.map { $0.rounded() })
    let allowed = goals.union(facts.adoptionNumbers.map { $0.rounded() })
    let exact =
      (own.filter { !goals.contains($0.amount.rounded()) } + others.filter { !allowed.contains($0.amount.rounded()) })
      .filter { written.whole.contains($0.amount.rounded()) || written.whole.contains($0.amount.rounded(.down)) }
    let short = own.filter {
      written.thousands.contains(($0.amount / 1000).rounded())
        || $0.amount >= 100_000 && written.hundredthsOfMillions.contains(($0.amount / 10_000).rounded())
    }
    return Array(Set((exact + short).map(\.field))).sorted()
  }
}
