import Health
import Review

/// A type that makes rows, sentences or pages of an edition; a small value that other composers are built from.
protocol Composer: Sendable {
  var tell: Telling { get }
}

// The vocabulary of every composer.
extension Composer {
  var review: Review { tell.context.review }
  var evidence: Evidence { tell.context.review.scorer.evidence }
  var words: Words { tell.context.words }
  var formats: Formats { tell.formats }
  var measures: MeasureWords { tell.measures }
  var links: Links { tell.links }
  /// Who reads the accounts' own pages.
  var ownPage: Remark.Reader { tell.context.ownPage }

  func money(_ amount: Double) -> String { formats.money(amount, currency: tell.context.currency) }

  /// An amount in full: €148,000.
  func fullMoney(_ amount: Double) -> String { formats.fullMoney(amount, currency: tell.context.currency) }

  /// An account's revenue, or the word for unknown.
  func arr(of account: Int) -> String {
    evidence.accounts[account].arr.map(money) ?? words(.unknown)
  }

  /// A revenue within a sentence, with the words for one that is unknown.
  func namedARR(_ arr: Double?) -> String { arr.map(money) ?? words(.arrUnknown) }

  /// `Otter Creek Packaging LLC (€91k)`.
  func name(_ name: String, withARR arr: Double?) -> String {
    words(.accountWithArr, ["name": name, "arr": namedARR(arr)])
  }

  /// The revenue by which the largest of some accounts is found: an unknown one is less than any.
  func arrOrLess(of account: Int) -> Double { evidence.accounts[account].arr ?? -1 }

  /// The total revenue of some accounts.
  func arr(of accounts: some Sequence<Int>) -> AmountSum { AmountSum(accounts.map { evidence.accounts[$0].arr }) }

  /// A sum within a sentence: `€93k`, `at least €93k (1 account unknown)`, `an unknown amount`.
  func money(_ sum: AmountSum) -> String { words.sum(sum) { money($0) } }

  /// A sum where there is little room: `€93k`, `≥ €93k`, or a phrase where all of it is unknown.
  func shortMoney(_ sum: AmountSum, unknown: Phrase = .unknown) -> String {
    words.shortSum(sum, unknown: unknown) { money($0) }
  }

  /// `12 more accounts.` when not all are shown; otherwise empty.
  func moreAccounts(of all: Int, shown: Int) -> String {
    all > shown ? words.count(.moreAccounts, all - shown) : ""
  }

  /// The label of a measure, dimension or column.
  func label(_ name: String) -> String { measures.label(name) }

  /// The name of a segment; the only segment of a model without segments is named in the reader's language.
  func name(of segment: Segment) -> String { segment == .everything ? words(.allAccounts) : segment.name }

  /// The name of a model: that of the segment with its id, or else its id.
  func name(of model: Model) -> String {
    model.id == "default"
      ? words(.baseModelName) : review.models.segments.first { $0.id == model.id }?.name ?? model.id
  }

  /// `Q4 2026`.
  func name(of quarter: Quarter) -> String {
    words(.quarter, ["quarter": String(quarter.ofYear), "year": String(quarter.year)])
  }

  /// A band, or the word for not being a customer.
  func word(of band: Band?) -> String { band.map { words.code(.band, $0.rawValue) } ?? words(.noCustomer) }

  /// A value with its unit, or the word for a missing one.
  func value(_ observation: Observation, of definition: MeasureDefinition) -> String {
    observation.value.map { measures.text($0, of: definition) } ?? words(.noValue)
  }
}
