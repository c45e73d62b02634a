import Customer
import Findings
import Health
import Review
import YAML

extension YAMLReader {
  /// Words that people may try but that no setting can allow.
  private static let neverAllowed = [
    "score", "band", "flag", "sentiment", "risks", "notes", "exposure", "arr", "renewal", "renews_on", "reviews",
    "outcomes", "contacts", "touchpoints", "accounts", "measures", "points", "lists",
  ]

  /// Account columns and measures computed for internal use only; they count neither people nor seats.
  private static let neverAdoption = Set(Table.accounts.columns + DerivedMeasure.allCases.map(\.rawValue))
    .subtracting([AccountColumn.seats.name])

  /// Reads what `snapshot` sets for customers' documents.
  mutating func snapshot(_ node: Node) -> CustomerSettings {
    var settings = CustomerSettings()
    guard let customer = fields(node, of: "snapshot", known: ["customer"])["customer"] else { return settings }
    let fields = fields(customer, of: "snapshot.customer", known: ["allow", "from", "adoption", "known", "confirmed"])
    settings.sender = text(fields["from"], "from")
    if let allow = fields["allow"] {
      settings.allowed = Set(items(allow, of: "allow").compactMap { customerField($0) })
    }
    if settings.allowed.contains(.peers), !settings.allowed.contains(.adoption) {
      fail(fields["allow"], "'peers' stands beside the customer's own adoption; allow 'adoption' too")
    }
    if let adoption = fields["adoption"] {
      let parts = self.fields(adoption, of: "adoption", known: ["of", "per"])
      if let of = text(parts["of"], "of") {
        let per = text(parts["per"], "per")
        settings.adoption = AdoptionSides(of: of, per: per)
        for (key, name) in [("of", of), ("per", per)] {
          guard let name else { continue }
          let mark = parts[key]?.mark
          guard Self.neverAdoption.contains(name) || AdoptionMeasure.countsMoney(name) else {
            settings.adoptionPlaces.append((name, key, mark?.line, mark?.column))
            continue
          }
          fail(parts[key], Self.noAdoption(name))
        }
      } else if parts["of"] == nil {
        fail(adoption, "adoption needs 'of', the measure that counts the people who use the product")
      }
    }
    if let known = fields["known"] {
      settings.known = items(known, of: "known").compactMap { text($0, "a known word") }
    }
    if let confirmed = fields["confirmed"] {
      for (account, _, codes) in entries(confirmed, of: "confirmed") {
        settings.confirmed[account] = Set(
          items(codes, of: "the lines confirmed for '\(account)'").compactMap { text($0, "a confirmed line") })
      }
    }
    return settings
  }

  fileprivate static func noAdoption(_ name: String) -> Message {
    "'\(name)' can never stand in a customer's document; name a dated measure that counts people or seats, or the account "
      + "column 'seats' under per"
  }

  private mutating func customerField(_ node: Node) -> CustomerField? {
    guard let name = text(node, "an allowed field") else { return nil }
    if let field = CustomerField(rawValue: name) { return field }
    let known = CustomerField.allCases.map(\.rawValue)
    if Self.neverAllowed.contains(name) {
      fail(
        node, "'\(name)' can never stand in a customer's document; what can: \(known.joined(separator: ", "))")
    } else {
      fail(node, "unknown field '\(name)' in allow\(suggestion(for: name, among: known))")
    }
    return nil
  }
}

extension CustomerSettings {
  /// Checks the measures of adoption against those that the files hold, of whatever day.
  ///
  /// A misspelt one would silently leave out the customer's figures; one that the model shows as money is not a count.
  func check(measures: Set<String>, columns: [String], money: Set<String>) -> [Finding] {
    let seats = AccountColumn.seats.name
    return adoptionPlaces.compactMap { name, key, line, column in
      if money.contains(name) {
        return Finding(.error, file: Settings.fileName, line: line, column: column, YAMLReader.noAdoption(name))
      }
      guard !measures.contains(name), key != "per" || name != seats else { return nil }
      let known = measures.sorted() + (key == "per" ? [seats] : [])
      let cause: Message =
        columns.contains(name)
        ? "'\(name)' is a column of accounts, of which only '\(seats)' may stand in a customer's document, under per"
        : "no measure is called '\(name)'\(suggestion(for: name, among: known))"
      return Finding(.error, file: Settings.fileName, line: line, column: column, cause)
    }
  }
}
