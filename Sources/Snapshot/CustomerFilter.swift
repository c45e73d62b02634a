public import Customer
import Health
public import Review

/// Selects what one customer may see: the only way from a portfolio into a customer's document.
public struct CustomerFilter: Sendable {
  private let review: Review
  private let allowed: Set<CustomerField>
  private let sender: String?
  private let adoption: AdoptionSides?
  /// Measures that are revenue by their unit or name.
  private let moneyNames: Set<String>
  /// Nil unless peers are allowed.
  private var peers: PeerShares?

  /// The number of days in a quarter.
  private static let quarter = DerivedMeasure.recentDays
  /// The maximum age in days of a figure of use that is still shown.
  private static let freshness = MeasureDefinition.usualMaxAge

  /// Creates a filter from what is known and what may be shown.
  ///
  /// - Parameters:
  ///   - sender: the company that sends the documents.
  ///   - adoption: the measures that count people and seats; nil for those of the model's `seat_use`.
  public init(
    _ review: Review, allowed: Set<CustomerField>, sender: String?, adoption: AdoptionSides?
  ) {
    self.review = review
    self.allowed = allowed
    self.sender = sender
    self.adoption = adoption
    let models = review.scorer.models
    let sides = models.all.flatMap(\.dimensions).flatMap(\.measures).filter { $0.key == MeasureDefinition.seatUse }
      .flatMap { AdoptionSides(of: $0.of, per: $0.per).names }
    let named = (adoption?.names ?? []) + sides
    moneyNames = models.namesOfMoney.union(named.filter(AdoptionMeasure.countsMoney))
    guard allowed.contains(.peers) else { return }
    let filter = self
    peers = PeerShares(review) { account in
      filter.names(of: account).flatMap { filter.use(of: account, $0, on: review.asOf) }.flatMap { use in
        use.seats.map { use.people / $0 }
      }
    }
  }

  /// The facts for an account's document.
  ///
  /// - Parameters:
  ///   - words: what was written for the customer.
  ///   - plans: what was agreed with it.
  ///   - language: the language of its document.
  public func facts(
    of account: Int, words: CustomerFacts.Words?, plans: some Sequence<CustomerFacts.Step>, language: String
  ) -> CustomerFacts {
    let evidence = review.evidence
    let row = evidence.accounts[account]
    let asOf = review.asOf
    let quarterBegins = CalendarDay(asOf - (Self.quarter - 1))
    // Steps done before this quarter are history, and steps done later are not known yet.
    let steps = plans.compactMap { step -> CustomerFacts.Step? in
      guard let done = step.doneOn, done <= CalendarDay(asOf) else {
        return CustomerFacts.Step(step: step.step, owner: step.owner, dueOn: step.dueOn)
      }
      return done >= quarterBegins ? step : nil
    }
    let use = allowed.contains(.adoption) ? adoption(of: account) : nil
    return CustomerFacts(
      name: row.name, language: language, asOf: CalendarDay(asOf), sender: sender, manager: row.csm,
      since: row.startedOn.map(CalendarDay.init), words: words, goals: goals(of: account),
      adoption: use, missesAdoption: use == nil && names(of: account) != nil ? true : nil,
      support: support(of: account), steps: steps, meetings: meetings(of: account)
    ).keeping(allowed)
  }

  private func goals(of account: Int) -> [CustomerFacts.Goal] {
    review.evidence.goals[account].map { goal in
      CustomerFacts.Goal(
        goal: goal.goal, unit: goal.unit, baseline: goal.baseline, target: goal.target, latest: goal.latest,
        dueOn: goal.dueOn.map(CalendarDay.init),
        metOn: goal.metOn.flatMap { $0 <= review.asOf ? CalendarDay($0) : nil })
    }
  }

  private func support(of account: Int) -> CustomerFacts.Support {
    let asOf = review.asOf
    let first = asOf - (Self.quarter - 1)
    let tickets = review.evidence.tickets[account]
    let opened = tickets.filter { $0.openedOn >= first }
    let closed = tickets.compactMap { ticket in
      ticket.closedOn.flatMap { $0 >= first && $0 <= asOf ? $0 - ticket.openedOn : nil }
    }.sorted()
    let satisfaction = opened.compactMap(\.csat)
    let open = tickets.filter { $0.isOpen(on: asOf) }.sorted { $0.openedOn < $1.openedOn }
    return CustomerFacts.Support(
      opened: opened.count, closed: closed.count,
      medianDays: closed.isEmpty
        ? nil : Double(closed[(closed.count - 1) / 2] + closed[closed.count / 2]) / 2,
      satisfaction: satisfaction.isEmpty ? nil : satisfaction.reduce(0, +) / Double(satisfaction.count),
      satisfactionCount: satisfaction.count,
      open: open.map { ticket in
        CustomerFacts.Ticket(
          openedOn: CalendarDay(ticket.openedOn), subject: ticket.subject ?? ticket.id)
      })
  }

  private func meetings(of account: Int) -> [CustomerFacts.Meeting] {
    review.evidence.touchpoints[account].filter { review.asOf - $0.date < Self.quarter }.sorted { $0.date < $1.date }
      .compactMap { touchpoint in
        touchpoint.kind.flatMap(CustomerFacts.Meeting.Kind.init(rawValue:)).map {
          CustomerFacts.Meeting(date: CalendarDay(touchpoint.date), kind: $0)
        }
      }
  }
}

extension CustomerFilter {
  private func adoption(of account: Int) -> CustomerFacts.Adoption? {
    guard let names = names(of: account), let now = use(of: account, names, on: review.asOf) else { return nil }
    let weeks = (0..<52).reversed().map { weeksAgo in
      series(names.of)?.latest(of: account, onOrBefore: review.asOf - 7 * weeksAgo).flatMap { reading in
        review.asOf - 7 * weeksAgo - reading.day < 7 ? reading.value : nil
      }
    }
    let before = use(of: account, names, on: review.asOf - 91)
    return CustomerFacts.Adoption(
      people: now.people, seats: now.seats, day: CalendarDay(now.day),
      shareBefore: before.flatMap { before in before.seats.map { before.people / $0 } }, weeks: weeks,
      peers: peers?.peers(of: account, segment: review.scorer.segmentOf[account]))
  }

  /// The two sides of adoption for an account; nil when neither the settings nor its model name them.
  private func names(of account: Int) -> AdoptionSides? {
    if let adoption { return allowed(adoption) }
    let model = review.scorer.model(of: account)
    let measure = model.dimensions.flatMap(\.measures).first { $0.key == MeasureDefinition.seatUse }
    return measure.flatMap { allowed(AdoptionSides(of: $0.of, per: $0.per)) }
  }

  /// The given sides, unless one of them is money.
  private func allowed(_ sides: AdoptionSides) -> AdoptionSides? {
    sides.names.contains(where: moneyNames.contains) ? nil : sides
  }

  private func series(_ name: String) -> Series? { review.evidence.series.first { $0.name == name } }

  /// People and seats by the latest figure; nil when none is fresh.
  private func use(
    of account: Int, _ names: AdoptionSides, on day: Day
  ) -> (people: Double, seats: Double?, day: Day)? {
    guard let people = series(names.of)?.latest(of: account, onOrBefore: day), day - people.day <= Self.freshness
    else { return nil }
    let seats = names.per.flatMap { per -> Double? in
      if let series = series(per), series.firstDay.map({ $0 <= day }) ?? false {
        return series.latest(of: account, onOrBefore: people.day)?.value
      }
      // Of all account columns, only this one is the customer's own to see: any other could be revenue.
      guard per == AccountColumn.seats.name else { return nil }
      return review.evidence.cells(of: .seats)?.numbers[account]
    }
    return (people.value, seats.flatMap { $0 > 0 ? $0 : nil }, people.day)
  }
}

/// The seat-use shares of all customers, from which the median of the others is computed for each of them.
private struct PeerShares {
  private let ofAccount: [Int: Double]
  private let ofAll: [Double]
  private let ofSegment: [Int: [Double]]

  init(_ review: Review, share: (Int) -> Double?) {
    var ofAccount: [Int: Double] = [:]
    for row in review.accounts { ofAccount[row.account] = share(row.account) }
    let shares = review.accounts.compactMap { row in ofAccount[row.account].map { (segment: row.segment, share: $0) } }
    self.ofAccount = ofAccount
    ofAll = shares.map(\.share).sorted()
    ofSegment = Dictionary(grouping: shares, by: \.segment).mapValues { $0.map(\.share).sorted() }
  }

  /// The peers of the segment, or else of all customers; nil when there are too few.
  func peers(of account: Int, segment: Int) -> CustomerFacts.Peers? {
    let own = ofAccount[account]
    return CustomerFacts.Peers(sorted: ofSegment[segment] ?? [], without: own)
      ?? CustomerFacts.Peers(sorted: ofAll, without: own)
  }
}

extension CalendarDay {
  fileprivate init(_ day: Day) {
    let (year, month, dayOfMonth) = day.civil
    self.init(year: year, month: month, day: dayOfMonth)
  }
}
