public import Customer
import Health
public import Review

/// Searches a finished file of a customer for everything that the portfolio knows and the customer must not read.
///
/// It knows nothing of how the file was made: a fault in the gate, in a template or in somebody's own words is found
/// alike. A hit names the field, never the value.
public struct ProofScan: Sendable {
  /// Something that must not be there.
  public struct Leak: Hashable, Sendable {
    /// The table and column that the value comes from, such as `sentiment.reason`.
    public let field: String
    /// Where in the file it stands, such as `text` or `PDF metadata`.
    public let place: String
    /// The allowed fact that brought it in, such as `plans.step`; nil where none did.
    public let cameWith: String?
  }

  /// A part of a file that is searched.
  public struct Place: Sendable {
    /// What it is called in a leak.
    public let name: String
    let text: String

    /// Takes a part as text.
    public init(_ name: String, _ text: String) {
      self.name = name
      self.text = text
    }

    /// The parts of an HTML file.
    public static func all(ofHTML html: [UInt8]) -> [Place] {
      let parts = PageParts(html)
      return [
        Place("text", parts.text), Place("text", parts.spacedText), Place("attributes", parts.attributes),
        Place("comments and styles", parts.rest), Place("bytes", parts.file),
      ]
    }
  }

  private let review: Review
  private let values: [ForbiddenValue]
  private let known: Set<[UInt64]>
  private let vocabulary: Set<UInt64>
  private let phrases: HarmlessRuns

  /// Takes what is known.
  ///
  /// - Parameters:
  ///   - known: words that may stand in a document although they are also a name.
  ///   - vocabulary: the phrases of the document's language: a name that is one of their words can be told only in
  ///     what came from data.
  public init(_ review: Review, known: [String], vocabulary: [String]) {
    self.review = review
    values = ForbiddenValue.all(in: review)
    self.known = Set(known.map { SearchText($0).words })
    phrases = HarmlessRuns(vocabulary)
    self.vocabulary = Set(vocabulary.flatMap { SearchText($0).words })
  }

  /// Everything in a file that must not be there, by field.
  public func leaks(in places: [Place], facts: CustomerFacts, of account: Int) -> [Leak] {
    let data = facts.texts.map { SearchedPlace($0.source, $0.text) }
    let searched = places.map { SearchedPlace($0.name, $0.text) }
    let own = SearchText(facts.name)
    let harmless = [phrases, HarmlessRuns(facts)]
    let people = Set(review.evidence.contacts[account].map { SearchText($0.name).words })
    var leaks: Set<Leak> = []
    for value in values where !isAllowed(value, for: account, people: people) {
      let reach = reach(of: value)
      guard reach != .none else { continue }
      guard let place = (reach.isInDataOnly ? data : searched).first(where: { $0.holds(value, reach, own, harmless) })
      else { continue }
      let source = data.first { $0.holds(value, reach, own, harmless) }?.name
      leaks.insert(Leak(field: value.field, place: reach.isInDataOnly ? "text" : place.name, cameWith: source))
    }
    let amounts = Amounts(in: review, for: account)
    let score = review.review(of: account)?.score.published
    let written = Set(
      addresses(
        in: [facts.words?.context, facts.words?.learned, facts.words?.conversation]
          .compactMap { $0 }.joined(separator: "\n")))
    for (place, text) in zip(places, searched) {
      for field in amounts.fields(in: place.text, of: facts) {
        leaks.insert(Leak(field: field, place: place.name, cameWith: nil))
      }
      if Telltales.tells(text.text, score: score) {
        leaks.insert(Leak(field: "score, band or flag", place: place.name, cameWith: nil))
      }
      if addresses(in: place.text).contains(where: { !written.contains($0) && !isKnown($0) }) {
        leaks.insert(Leak(field: "a person's address", place: place.name, cameWith: nil))
      }
    }
    return leaks.sorted { ($0.field, $0.place, $0.cameWith ?? "") < ($1.field, $1.place, $1.cameWith ?? "") }
  }

  /// How many values of each field were searched for, and how many cannot be told from ordinary words.
  public func coverage(for account: Int) -> [(field: String, searched: Int, notTold: Int)] {
    var counts: [String: (searched: Int, notTold: Int)] = [:]
    let people = Set(review.evidence.contacts[account].map { SearchText($0.name).words })
    for value in values where !isAllowed(value, for: account, people: people) {
      if reach(of: value) == .none {
        counts[value.field, default: (0, 0)].notTold += 1
      } else {
        counts[value.field, default: (0, 0)].searched += 1
      }
    }
    return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value.searched, $0.value.notTold) }
  }

  private func isKnown(_ text: String) -> Bool { known.contains(SearchText(text).words) }

  private func isAllowed(_ value: ForbiddenValue, for account: Int, people: Set<[UInt64]>) -> Bool {
    if known.contains(value.text.words) { return true }
    guard value.account == account else {
      // Two customers may share a person's name; whoever is on this side may be named to this side.
      return (value.field == "contacts.name" || value.field == "touchpoints.with") && people.contains(value.text.words)
    }
    // The customer's own name, id, people and tickets are its own; an address is nobody's to print.
    return Self.ownFields.contains(value.field) && !value.isAddress
  }

  private static let ownFields: Set = [
    "accounts.name", "accounts.account_id", "contacts.name", "touchpoints.with", "tickets.ticket_id", "tickets.subject",
  ]

  private func reach(of value: ForbiddenValue) -> ForbiddenValue.Reach {
    let reach = value.reach
    guard value.kind == .name, value.text.words.count == 1, reach == .everywhere || reach == .cased,
      vocabulary.contains(value.text.words[0])
    else { return reach }
    return reach.isCased ? .casedData : .data
  }
}
