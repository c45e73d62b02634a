public import Customer
public import Health
public import Review

/// Everything in a portfolio that customers must not read, prepared once for the search of every file.
public struct PrivateKnowledge: Sendable {
  let review: Review
  let words: ProofWords
  let plans: RowsByAccount<CustomerFacts.Step>
  let values: [ForbiddenValue]
  let index: WordIndex
  let amounts: Amounts
  /// For each full name in `contacts`, in every order, the account of that contact; -1 for several.
  let contactHolders: [UInt64: Int]
  /// Values that are names of two or three characters, such as `BT` and `H&M`, as they are written.
  let shortNames: [String: [Int]]
  private let ofAccount: [Int: Range<Int>]
  private let totals: [Count: (searched: Int, notTold: Int)]

  private struct Count: Hashable {
    let field: String
    let rule: ProofRule
  }

  /// Creates the knowledge.
  ///
  /// - Parameters:
  ///   - plans: what was agreed with each account; its owners identify people.
  ///   - words: those of all available languages.
  public init(_ review: Review, plans: RowsByAccount<CustomerFacts.Step>, words: ProofWords) {
    self.review = review
    self.words = words
    self.plans = plans
    let evidence = review.evidence
    var holders: [UInt64: Int] = [:]
    for account in evidence.accounts {
      for word in Set(SearchText.readings(of: account.name).flatMap(\.words)) { holders[word, default: 0] += 1 }
    }
    var gathered = ForbiddenValues(
      ordinary: Self.ordinaryWords(review, plans, words), holders: holders,
      ourPeople: Self.ourPeople(review, words.names))
    let askers = Self.askers(evidence)
    let columns = evidence.columns.filter(\.isAttribute).map { ($0, $0.isFreeText) }
    for index in evidence.accounts.indices {
      let start = gathered.values.count
      Self.gather(index, review, plans, askers, into: &gathered)
      for (column, isFreeText) in columns where column.numbers[index] == nil {
        gathered.addAttribute(column.name, column.texts[index], of: index, isFreeText: isFreeText)
      }
      gathered.close(index, from: start)
    }
    gathered.addProse("data/edition", review.judgement.editionNote, of: nil)
    values = gathered.values
    index = gathered.index
    shortNames = gathered.shortNames
    ofAccount = gathered.ofAccount
    amounts = Amounts(in: review)
    contactHolders = Self.contactHolders(evidence, words.names)
    var totals: [Count: (searched: Int, notTold: Int)] = [:]
    for value in values { Self.count(value, by: 1, in: &totals) }
    for (field, count) in amounts.counts { totals[Count(field: field, rule: .amount)] = (count, 0) }
    self.totals = totals
  }

  /// The number of values of each field that a customer's file is searched for, and of those too ordinary to search
  /// for.
  public func coverage(for account: Int) -> [(field: String, rule: ProofRule, searched: Int, notTold: Int)] {
    var totals = totals
    for value in values[ofAccount[account] ?? 0..<0] where value.isOwn { Self.count(value, by: -1, in: &totals) }
    return totals.map { (field: $0.field, rule: $0.rule, searched: $1.searched, notTold: $1.notTold) }
      .filter { $0.searched + $0.notTold > 0 }
      .sorted { ($0.field, $0.rule.rawValue) < ($1.field, $1.rule.rawValue) }
  }

  private static func count(
    _ value: ForbiddenValue, by step: Int, in totals: inout [Count: (searched: Int, notTold: Int)]
  ) {
    let count = Count(field: value.field, rule: value.rule)
    if value.isTold {
      totals[count, default: (0, 0)].searched += step
    } else {
      totals[count, default: (0, 0)].notTold += step
    }
  }

  // MARK: Gathering

  private static func gather(
    _ index: Int, _ review: Review, _ plans: RowsByAccount<CustomerFacts.Step>, _ askers: [UInt64: Int],
    into gathered: inout ForbiddenValues
  ) {
    let evidence = review.evidence
    let judgement = review.judgement
    gathered.addAccount(name: evidence.accounts[index].name, of: index)
    gathered.addID(AccountColumn.id.field, evidence.accounts[index].id.text, of: index)
    for row in judgement.sentiment[index] {
      gathered.addProse("sentiment.reason", row.reason?.words(for: .accountPage), of: index)
      gathered.addProse("sentiment.note", row.note?.words(for: .accountPage), of: index)
      gathered.addAddresses("sentiment.csm", row.csm, of: index)
    }
    for row in judgement.risks[index] {
      gathered.addProse("risks.note", row.note?.words(for: .accountPage), of: index)
      gathered.addProse("risks.source", row.source, of: index)
    }
    for row in evidence.touchpoints[index] {
      gathered.addProse("touchpoints.note", row.note, of: index)
      gathered.addPeople("touchpoints.with", row.with, of: index)
      gathered.addAddresses("touchpoints.by", row.by, of: index)
    }
    for row in judgement.reviews[index] {
      gathered.addProse("reviews.note", row.note?.words(for: .accountPage), of: index)
      gathered.addProse("reviews.next_step", row.nextStep?.words(for: .accountPage), of: index)
      gathered.addAddresses("reviews.by", row.by, of: index)
    }
    for row in evidence.outcomes[index] {
      gathered.addProse("outcomes.reason", row.reason?.words(for: .accountPage), of: index)
      gathered.addProse("outcomes.evidence", row.evidence?.words(for: .accountPage), of: index)
    }
    for row in evidence.contacts[index] { gathered.addPeople("contacts.name", row.name, of: index) }
    for row in plans[index] { gathered.addPeople("plans.owner", row.owner, of: index) }
    for row in evidence.ticketRows(of: index) {
      gathered.addID("tickets.ticket_id", row.id, of: index)
      // A subject that several customers use identifies none of them.
      if let subject = row.subject, askers[SearchText(subject).sequence] == index {
        gathered.addProse("tickets.subject", subject, of: index)
      }
    }
    gathered.addProse("data/notes", judgement.notes[index], of: index)
  }

  private static func contactHolders(_ evidence: Evidence, _ names: NameForms) -> [UInt64: Int] {
    var holders: [UInt64: Int] = [:]
    for index in evidence.accounts.indices {
      for cell in Set(evidence.contacts[index].map(\.name)) {
        for person in names.fullNames(in: cell) {
          holders[person] = holders[person, default: index] == index ? index : -1
        }
      }
    }
    return holders
  }

  /// For each ticket subject, the only account that uses it; -1 for several.
  private static func askers(_ evidence: Evidence) -> [UInt64: Int] {
    var askers: [UInt64: Int] = [:]
    for index in evidence.accounts.indices {
      for row in evidence.ticketRows(of: index) {
        guard let subject = row.subject else { continue }
        let words = SearchText(subject).sequence
        askers[words] = askers[words, default: index] == index ? index : -1
      }
    }
    return askers
  }

  private static func ordinaryWords(
    _ review: Review, _ plans: RowsByAccount<CustomerFacts.Step>, _ words: ProofWords
  ) -> OrdinaryWords {
    var ordinary = OrdinaryWords(words)
    let (evidence, judgement) = (review.evidence, review.judgement)
    for index in evidence.accounts.indices {
      var texts: [String?] = evidence.goals[index].map(\.goal)
      texts += evidence.ticketRows(of: index).map(\.subject) + evidence.touchpoints[index].map(\.note)
      texts += plans[index].map(\.step)
      let remarks =
        judgement.sentiment[index].flatMap { [$0.reason, $0.note] } + judgement.risks[index].map(\.note)
        + judgement.reviews[index].flatMap { [$0.note, $0.nextStep] }
      texts += remarks.map { $0?.words(for: .accountPage) }
      texts.append(judgement.notes[index])
      for text in Set(texts.compactMap { $0 }) { ordinary.add(SearchText(text), of: index) }
    }
    for column in evidence.columns {
      let kind = AccountColumn.named(column.name)?.kind
      guard kind != .name, kind == .category || !column.isFreeText else { continue }
      ordinary.addKinds(Set(column.texts.compactMap { $0 }))
    }
    return ordinary
  }

  /// The names of the people who work for the portfolio's owner.
  private static func ourPeople(_ review: Review, _ names: NameForms) -> Set<UInt64> {
    let (evidence, judgement) = (review.evidence, review.judgement)
    var people: Set<String> = []
    for index in evidence.accounts.indices {
      people.formUnion([evidence.accounts[index].csm].compactMap { $0 })
      people.formUnion(evidence.touchpoints[index].compactMap(\.by))
      people.formUnion(judgement.sentiment[index].compactMap(\.csm))
      people.formUnion(judgement.reviews[index].compactMap(\.by))
    }
    return Set(people.flatMap(names.people).map { SearchText($0).sequence })
  }
}

extension AccountCells {
  /// Whether its cells are searched for like text that people write by hand, as in the portfolio's own columns.
  fileprivate var isAttribute: Bool { AccountColumn.named(name).map { $0.search == .attribute } ?? true }

  /// Whether nine in ten filled cells differ, as in text that people write by hand.
  fileprivate var isFreeText: Bool {
    let filled = texts.compactMap { $0 }
    return !filled.isEmpty && 10 * Set(filled).count >= 9 * filled.count
  }
}
