import Customer
import Health
import Review

/// How rows of a table follow one another, whatever their order in the files.
///
/// Where a later row takes the place of an earlier one, such as a second decision of one day about one list, the order
/// in the files says something: such rows have the same texts here and keep it. Everywhere else the bytes of the cells
/// decide, so that an export in another order gives the same pages.
struct RowOrder {
  private let day: Day?
  private let texts: () -> [String?]

  /// A place in the order: by the day first, of a goal that by which it is due, and by the texts within a day.
  init(_ day: Day?, _ texts: @autoclosure @escaping () -> [String?] = []) {
    self.day = day
    self.texts = texts
  }

  /// Whether a row of this place stands before one of another; a blank stands before any text, and a row without a day
  /// behind all days.
  func precedes(_ other: RowOrder) -> Bool {
    guard day == other.day else { return (day?.number ?? .max) < (other.day?.number ?? .max) }
    for (one, other) in zip(texts(), other.texts()) {
      let (one, other) = ((one ?? "").utf8, (other ?? "").utf8)
      if !one.elementsEqual(other) { return one.lexicographicallyPrecedes(other) }
    }
    return false
  }

  static func of(_ row: Sentiment) -> RowOrder { RowOrder(row.date) }

  static func of(_ row: Outcome) -> RowOrder { RowOrder(row.date) }

  static func of(_ row: Opinion) -> RowOrder { RowOrder(row.date) }

  static func of(_ row: ReviewDecision) -> RowOrder { RowOrder(row.date, [row.list.rawValue]) }

  static func of(_ row: Ticket) -> RowOrder { RowOrder(nil, [row.id]) }

  static func of(_ row: Risk) -> RowOrder {
    RowOrder(
      row.seenOn,
      [
        row.kind.rawValue, row.severity.description, row.note?.words(for: .accountPage), row.source,
        row.closedOn?.description,
      ])
  }

  static func of(_ row: Touchpoint) -> RowOrder {
    RowOrder(row.date, [row.kind, row.by, row.with, row.note?.words(for: .accountPage)])
  }

  static func of(_ row: Contact) -> RowOrder {
    RowOrder(
      nil,
      [
        row.name, row.roles.map(\.rawValue).joined(separator: ";"), row.since?.description, row.leftOn?.description,
        row.hasUnreadableLeave.description,
      ])
  }

  static func of(_ row: Goal) -> RowOrder {
    let numbers = [row.baseline, row.target, row.latest].map { $0?.description }
    return RowOrder(
      row.dueOn,
      [row.goal, row.unit] + numbers
        + [row.metOn?.description, row.hasUnreadableDue.description])
  }

  static func of(_ row: CustomerFacts.Step) -> RowOrder {
    RowOrder(nil, [row.step, row.owner, row.dueOn.map { "\($0)" }, row.doneOn.map { "\($0)" }])
  }
}
