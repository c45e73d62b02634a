import Health
import Review

/// Makes rows, sentences or pages of an edition; a small value that others are made with.
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

  func money(_ amount: Double) -> String { formats.money(amount, currency: tell.context.currency) }

  /// An amount in full: €148,000.
  func fullMoney(_ amount: Double) -> String { formats.fullMoney(amount, currency: tell.context.currency) }

  /// An account's revenue, or the word for not knowing it.
  func arr(of account: Int) -> String {
    evidence.accounts[account].arr.map(money) ?? words(.unknown)
  }

  /// The revenue of some accounts together; unknown revenue adds nothing.
  func arr(of accounts: some Sequence<Int>) -> Double {
    accounts.reduce(0) { $0 + (evidence.accounts[$1].arr ?? 0) }
  }

  /// `12 more accounts.` where not all are shown; else empty.
  func moreAccounts(of all: Int, shown: Int) -> String {
    all > shown ? words.count(.moreAccounts, all - shown) : ""
  }

  /// What a measure, dimension or column is called.
  func label(_ name: String) -> String { measures.label(name) }

  /// What a segment is called; of the one that a model without segments has, in the reader's language.
  func name(of segment: Segment) -> String { segment == .everything ? words(.allAccounts) : segment.name }

  /// What a model is called: by the segment that has its id, else by its id.
  func name(of model: Model) -> String {
    model.id == "default"
      ? words(.baseModelName) : review.models.segments.first { $0.id == model.id }?.name ?? model.id
  }

  /// A band, or the word for being no customer.
  func word(of band: Band?) -> String { band.map { words.code(.band, $0.rawValue) } ?? words(.noCustomer) }

  /// A value with its unit, or the word for having none.
  func value(_ observation: Observation, of definition: MeasureDefinition) -> String {
    observation.value.map { measures.text($0, of: definition) } ?? words(.noValue)
  }
}
