import Health
import Review

/// Composes the table of champions and sponsors of active accounts who left, sheet by sheet, the latest first.
struct DeparturesPageComposer: PageComposer {
  /// Somebody who left an account.
  typealias Departure = (account: AccountReview, contact: Contact)

  /// One sheet of the table.
  struct Subject {
    let departures: [Departure]
    let sheet: Sheet
  }

  static let template = "departures.md"
  private static let roles: [Contact.Role] = [.champion, .sponsor]

  let tell: Telling

  var pages: [PagePlan<Subject>] {
    // A day that cannot be read is no day long ago: such a departure stands last and does not drop out.
    let all = review.byExposure.flatMap { account in
      evidence.contacts[account.account].filter(hasLeft).map { (account: account, contact: $0) }
    }
    .sorted { ($0.contact.leftOn ?? Day(number: .min)) > ($1.contact.leftOn ?? Day(number: .min)) }
    return Sheet.all(rows: all.count).map { sheet in
      PagePlan(
        path: sheet.path("departures"), title: words(.departures), entry: AccountsPageComposer.entry,
        subject: Subject(departures: all, sheet: sheet))
    }
  }

  private func hasLeft(_ contact: Contact) -> Bool {
    guard contact.roles.contains(where: Self.roles.contains) else { return false }
    guard let left = contact.leftOn else { return contact.hasUnreadableLeave }
    return left <= review.asOf && review.asOf - left < AccountFact.departureDays
  }

  func view(of subject: Subject, on page: inout PageBuilder) -> DeparturesPage {
    DeparturesPage(
      lead: words.count(.departuresLead, subject.departures.count),
      rows: subject.departures[subject.sheet.range].map { row($0, on: &page) },
      sheets: subject.sheet.links("departures"))
  }

  private func row(_ departure: Departure, on page: inout PageBuilder) -> DepartureRow {
    let (account, contact) = departure
    let roles = contact.roles.filter(Self.roles.contains)
    let successors = evidence.contacts[account.account].filter { other in
      other.isPresent(on: review.asOf) && roles.contains(where: other.roles.contains)
    }
    return DepartureRow(
      account: AccountRows(tell: tell).row(account, drawsHistory: false, on: &page),
      left: contact.leftOn.map(formats.shortDate) ?? words(.unknown), person: contact.name,
      role: roles.map { words.code(.role, $0.rawValue) }.joined(separator: ", "),
      successors: successors.isEmpty ? words(.nobodyInRole) : successors.map(\.name).joined(separator: ", "))
  }
}
