import Customer
import Health
import Languages
import Review
import Snapshot

extension PrivateEvidence {
  /// What there is before any cell is read.
  static let withoutCells = PrivateEvidence(vocabulary: languages.read().flatMap { $0.phrases.values })

  /// The cells of a portfolio in memory, as its files would give them.
  init(of review: Review, plans: RowsByAccount<CustomerFacts.Step>) {
    self = Self.withoutCells
    let (data, judgement) = (review.evidence, review.judgement)
    var line = 1
    func add(_ field: String, _ text: String?, _ account: Int?) {
      guard let text, !text.isEmpty else { return }
      line += 1
      self.add(text, field: field, account: account, place: Place(file: "data/\(field)", line: line, column: 1))
    }
    for index in data.accounts.indices {
      let row = data.accounts[index]
      add("accounts.name", row.name, index)
      add("accounts.account_id", row.id.text, index)
      add("accounts.csm", row.csm, index)
      for column in data.columns where column.name != "arr" {
        add("accounts.\(column.name)", column.texts[index], index)
      }
      add("accounts.arr", row.arr.map { "\(Int($0))" }, index)
      for row in judgement.sentiment[index] {
        add("sentiment.reason", row.reason?.words(for: .accountPage), index)
        add("sentiment.note", row.note?.words(for: .accountPage), index)
        add("sentiment.csm", row.csm, index)
      }
      for row in judgement.risks[index] {
        add("risks.note", row.note?.words(for: .accountPage), index)
        add("risks.source", row.source, index)
      }
      for row in data.touchpoints[index] {
        add("touchpoints.note", row.note?.words(for: .accountPage), index)
        add("touchpoints.with", row.with, index)
        add("touchpoints.by", row.by, index)
      }
      for row in judgement.reviews[index] {
        add("reviews.note", row.note?.words(for: .accountPage), index)
        add("reviews.next_step", row.nextStep?.words(for: .accountPage), index)
        add("reviews.by", row.by, index)
      }
      for row in data.outcomes[index] {
        add("outcomes.reason", row.reason?.words(for: .accountPage), index)
        add("outcomes.evidence", row.evidence?.words(for: .accountPage), index)
        add("outcomes.arr_before", row.arrBefore.map { "\(Int($0))" }, index)
        add("outcomes.arr_after", row.arrAfter.map { "\(Int($0))" }, index)
      }
      for row in data.contacts[index] { add("contacts.name", row.name, index) }
      for row in data.goals[index] { add("goals.goal", row.goal, index) }
      for row in plans[index] {
        add("plans.step", row.step, index)
        add("plans.owner", row.owner, index)
      }
      for row in data.ticketRows(of: index) {
        add("tickets.ticket_id", row.id, index)
        add("tickets.subject", row.subject, index)
      }
      for paragraph in (judgement.notes[index] ?? "").split(separator: "\n\n") {
        add("data/notes", "\(paragraph)", index)
      }
    }
    add("data/edition", judgement.editionNote, nil)
  }
}
