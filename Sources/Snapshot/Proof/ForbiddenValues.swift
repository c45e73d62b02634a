import Customer
import Foundation
import Health
import Review

extension ForbiddenValue {
  /// Everything that a review knows and a customer must not read, for whichever customer.
  static func all(in review: Review) -> [ForbiddenValue] {
    let evidence = review.evidence
    let judgement = review.judgement
    var values = Collector()
    var askers: [[UInt64]: Int] = [:]
    for index in evidence.accounts.indices {
      for row in evidence.tickets[index] {
        guard let subject = row.subject else { continue }
        let words = SearchText(subject).words
        askers[words] = askers[words, default: index] == index ? index : -1
      }
    }
    for (index, account) in evidence.accounts.enumerated() {
      values.add("accounts.name", .name, account.name, of: index)
      values.add("accounts.account_id", .name, account.id.text, of: index)
      for row in judgement.sentiment[index] {
        values.add("sentiment.reason", .prose, row.reason, of: index)
        values.add("sentiment.note", .prose, row.note, of: index)
      }
      for row in judgement.risks[index] {
        values.add("risks.note", .prose, row.note, of: index)
        values.add("risks.source", .prose, row.source, of: index)
      }
      for row in evidence.touchpoints[index] {
        values.add("touchpoints.note", .prose, row.note, of: index)
        values.add("touchpoints.with", .name, row.with, of: index)
        values.addAddresses("touchpoints.by", row.by, of: index)
      }
      for row in judgement.reviews[index] {
        values.add("reviews.note", .prose, row.note, of: index)
        values.add("reviews.next_step", .prose, row.nextStep, of: index)
        values.addAddresses("reviews.by", row.by, of: index)
      }
      for row in evidence.outcomes[index] {
        values.add("outcomes.reason", .prose, row.reason, of: index)
        values.add("outcomes.evidence", .prose, row.evidence, of: index)
      }
      for row in evidence.contacts[index] { values.add("contacts.name", .name, row.name, of: index) }
      for row in evidence.tickets[index] {
        values.add("tickets.ticket_id", .name, row.id, of: index)
        // What several customers ask in the same words tells of none of them.
        if let subject = row.subject, askers[SearchText(subject).words] == index {
          values.add("tickets.subject", .prose, subject, of: index)
        }
      }
      values.add("data/notes", .prose, judgement.notes[index], of: index)
    }
    values.add("data/edition", .prose, judgement.editionNote, of: nil)
    for column in evidence.columns where !Self.ordinaryColumns.contains(column.name) {
      let isFreeText = column.isFreeText
      for (index, text) in column.texts.enumerated() where column.numbers[index] == nil {
        values.addAttribute(column.name, text, of: index, isFreeText: isFreeText)
      }
    }
    return values.values
  }

  /// Columns whose cells are ordinary words, numbers or days, or are looked for by themselves.
  private static let ordinaryColumns: Set = [
    "account_id", "name", "csm", "arr", "segment", "industry", "employees", "plan", "region", "seats", "started_on",
    "renews_on", "ended_on", "locale",
  ]
}

extension AccountColumn {
  /// Whether nine in ten filled cells differ, as those do that people write by hand.
  fileprivate var isFreeText: Bool {
    let filled = texts.compactMap { $0 }
    return !filled.isEmpty && 10 * Set(filled).count >= 9 * filled.count
  }
}

/// Gathers values: each once, sentences also in pieces.
private struct Collector {
  private(set) var values: [ForbiddenValue] = []
  private var seen: Set<[UInt64]> = []

  mutating func add(_ field: String, _ kind: ForbiddenValue.Kind, _ text: String?, of account: Int?) {
    guard let text, !text.isEmpty else { return }
    add(ForbiddenValue(field, kind, text, of: account))
    addAddresses(field, text, of: account)
    guard kind == .prose else { return }
    for sentence in text.split(whereSeparator: { ".!?;:\n\r".contains($0) }) {
      let value = ForbiddenValue(field, .prose, String(sentence), of: account)
      if value.text.words.count < ForbiddenValue.run { add(value) }
    }
    // Codes such as a project's name tell even without the sentence around them.
    let whole = SearchText(text)
    for word in whole.words.indices where whole.isCode(word) && whole.length(of: word) >= 6 {
      add(ForbiddenValue(field, .name, String(decoding: whole.letters[whole.ranges[word]], as: UTF8.self), of: account))
    }
  }

  mutating func addAttribute(_ column: String, _ text: String?, of account: Int, isFreeText: Bool) {
    guard let text else { return }
    let field = "accounts.\(column)"
    // Few words of a column with few answers are an ordinary one, such as "Germany" or "monthly".
    guard isFreeText || SearchText(text).words.count >= ForbiddenValue.run else {
      return addAddresses(field, text, of: account)
    }
    add(field, .prose, text, of: account)
  }

  mutating func addAddresses(_ field: String, _ text: String?, of account: Int?) {
    guard let text, text.utf8.contains(UInt8(ascii: "@")) else { return }
    for address in addresses(in: text) {
      add(ForbiddenValue(field, .name, address, of: account))
    }
  }

  private mutating func add(_ value: ForbiddenValue) {
    // The same sentence of one field and account counts once; another account's stays, since it may be allowed here.
    var key = value.text.words
    var hash = SearchText.Hash()
    for byte in value.field.utf8 { hash.add(byte) }
    key += [hash.value, UInt64(truncatingIfNeeded: value.account ?? -1)]
    if seen.insert(key).inserted { values.append(value) }
  }
}

/// Every mail address in a text.
func addresses(in text: String) -> [String] {
  guard text.utf8.contains(UInt8(ascii: "@")) else { return [] }
  return text.matches(of: /[^\s<>(){}\[\]",;:@]+@[^\s<>(){}\[\]",;:@]+\.[^\s<>(){}\[\]",;:@.]+/).map {
    String($0.output)
  }
}
