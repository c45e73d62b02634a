/// Everything that one customer's document can be made from.
///
/// It holds what the customer may see and has no place for anything else: the module that makes the document imports
/// neither scores nor judgement, so a document with a score in it does not compile. Nil means withheld; an empty
/// list means that there is nothing.
public struct CustomerFacts: Hashable, Codable, Sendable {
  /// The customer's own name.
  public let name: String
  /// The language of the document, such as `fr`.
  public let language: String
  /// The day that it reports on; it contains nothing later.
  public let asOf: CalendarDay
  /// The company that sends the document.
  public let sender: String?
  /// The person responsible for the customer.
  public var manager: String?
  /// The first day as a customer.
  public var since: CalendarDay?
  /// What was written for the customer.
  public var words: Words?
  /// The goals for which the customer bought the product.
  public var goals: [Goal]?
  /// The use of the customer's own seats; nil also when nothing is known about it.
  public var adoption: Adoption?
  /// True when seat use is allowed and measured but has no fresh figure for this customer; otherwise nil.
  public var missesAdoption: Bool?
  /// The customer's tickets of the quarter.
  public var support: Support?
  /// What was agreed, in the order of the table.
  public var steps: [Step]?
  /// The quarter's meetings, oldest first.
  public var meetings: [Meeting]?

  /// Creates facts that the customer may see.
  public init(
    name: String, language: String, asOf: CalendarDay, sender: String? = nil, manager: String? = nil,
    since: CalendarDay? = nil, words: Words? = nil, goals: [Goal]? = nil, adoption: Adoption? = nil,
    missesAdoption: Bool? = nil, support: Support? = nil, steps: [Step]? = nil, meetings: [Meeting]? = nil
  ) {
    self.name = name
    self.language = language
    self.asOf = asOf
    self.sender = sender
    self.manager = manager
    self.since = since
    self.words = words
    self.goals = goals
    self.adoption = adoption
    self.missesAdoption = missesAdoption
    self.support = support
    self.steps = steps
    self.meetings = meetings
  }
}

extension CustomerFacts {
  /// What was written for the customer, in Markdown.
  public struct Words: Hashable, Codable, Sendable {
    /// The present situation of both sides.
    public let context: String?
    /// What was learned since the last review.
    public let learned: String?
    /// What to talk about.
    public let conversation: String?

    /// Creates the three parts, any of which may be missing.
    public init(context: String? = nil, learned: String? = nil, conversation: String? = nil) {
      self.context = context
      self.learned = learned
      self.conversation = conversation
    }
  }

  /// A goal with its figures.
  public struct Goal: Hashable, Codable, Sendable {
    /// The goal in words.
    public let goal: String
    /// The unit of the figures.
    public let unit: String?
    /// The figure at the start.
    public let baseline: Double?
    /// The figure that the customer wants to reach.
    public let target: Double?
    /// The latest figure.
    public let latest: Double?
    /// The day by which it should be met.
    public let dueOn: CalendarDay?
    /// The day it was met, if it was.
    public let metOn: CalendarDay?

    /// Creates a goal from the columns of its table.
    public init(
      goal: String, unit: String? = nil, baseline: Double? = nil, target: Double? = nil, latest: Double? = nil,
      dueOn: CalendarDay? = nil, metOn: CalendarDay? = nil
    ) {
      self.goal = goal
      self.unit = unit
      self.baseline = baseline
      self.target = target
      self.latest = latest
      self.dueOn = dueOn
      self.metOn = metOn
    }
  }

  /// The number of people who use the product.
  public struct Adoption: Hashable, Codable, Sendable {
    /// The number of people active on `day`.
    public let people: Double
    /// The number of their seats; nil when unknown.
    public let seats: Double?
    /// The day of the figure.
    public let day: CalendarDay
    /// The share of seats in use a quarter before, 0–1.
    public let shareBefore: Double?
    /// The weekly figures of a year, oldest first; nil for a week without one.
    public let weeks: [Double?]
    /// The median share of other customers; nil unless allowed, and unless there are at least 20 of them.
    public var peers: Peers?

    /// Creates adoption from the customer's own figures.
    public init(
      people: Double, seats: Double?, day: CalendarDay, shareBefore: Double?, weeks: [Double?], peers: Peers? = nil
    ) {
      self.people = people
      self.seats = seats
      self.day = day
      self.shareBefore = shareBefore
      self.weeks = weeks
      self.peers = peers
    }

    /// The share of seats in use, 0–1; nil without seats.
    public var share: Double? { seats.flatMap { $0 > 0 ? people / $0 : nil } }
  }

  /// The tickets of the last 90 days.
  public struct Support: Hashable, Codable, Sendable {
    /// The number of tickets opened.
    public let opened: Int
    /// The number of tickets closed.
    public let closed: Int
    /// The median number of days until those were closed.
    public let medianDays: Double?
    /// The customer's mean satisfaction, 1–5.
    public let satisfaction: Double?
    /// The number of tickets with a rating.
    public let satisfactionCount: Int
    /// The open tickets, oldest first.
    public let open: [Ticket]

    /// Creates the summary of a quarter's tickets.
    public init(
      opened: Int, closed: Int, medianDays: Double?, satisfaction: Double?, satisfactionCount: Int, open: [Ticket]
    ) {
      self.opened = opened
      self.closed = closed
      self.medianDays = medianDays
      self.satisfaction = satisfaction
      self.satisfactionCount = satisfactionCount
      self.open = open
    }
  }

  /// An open ticket, in the customer's words.
  public struct Ticket: Hashable, Codable, Sendable {
    /// The day it was opened.
    public let openedOn: CalendarDay
    /// Its subject, or else its number.
    public let subject: String

    /// Creates a ticket.
    public init(openedOn: CalendarDay, subject: String) {
      self.openedOn = openedOn
      self.subject = subject
    }
  }

  /// A step that was agreed.
  public struct Step: Hashable, Codable, Sendable {
    /// The step in words.
    public let step: String
    /// The person responsible, on either side.
    public let owner: String?
    /// The day by which it is due.
    public let dueOn: CalendarDay?
    /// The day it was done, if it was.
    public let doneOn: CalendarDay?

    /// Creates a step from the columns of the table of plans.
    public init(step: String, owner: String? = nil, dueOn: CalendarDay? = nil, doneOn: CalendarDay? = nil) {
      self.step = step
      self.owner = owner
      self.dueOn = dueOn
      self.doneOn = doneOn
    }
  }

  /// A day on which both sides met.
  public struct Meeting: Hashable, Codable, Sendable {
    /// The day of the meeting.
    public let date: CalendarDay
    /// The kind: meeting, call or qbr.
    public let kind: Kind

    /// The ways to meet.
    public enum Kind: String, CaseIterable, Codable, Sendable {
      case meeting, call, qbr
    }

    /// Creates a meeting.
    public init(date: CalendarDay, kind: Kind) {
      self.date = date
      self.kind = kind
    }
  }
}

extension CustomerFacts {
  /// The facts without those of other fields: fields withdrawn since an edition stay out of its documents.
  public func keeping(_ allowed: Set<CustomerField>) -> CustomerFacts {
    var facts = self
    if !allowed.contains(.csm) { facts.manager = nil }
    if !allowed.contains(.since) { facts.since = nil }
    if !allowed.contains(.words) { facts.words = nil }
    if !allowed.contains(.goals) { facts.goals = nil }
    if !allowed.contains(.adoption) {
      facts.adoption = nil
      facts.missesAdoption = nil
    }
    if !allowed.contains(.peers) { facts.adoption?.peers = nil }
    if !allowed.contains(.tickets) { facts.support = nil }
    if !allowed.contains(.steps) { facts.steps = nil }
    if !allowed.contains(.meetings) { facts.meetings = nil }
    return facts
  }

  /// Every text from data, with the table or file that it is from.
  public var texts: [(source: TextSource, text: String)] {
    var texts = [(source: TextSource.column("accounts.name"), text: name)]
    func add(_ source: TextSource, _ text: String?) {
      if let text { texts.append((source: source, text: text)) }
    }
    add(.settings("snapshot.customer.from"), sender)
    add(.column("accounts.csm"), manager)
    add(.words(.context), words?.context)
    add(.words(.learned), words?.learned)
    add(.words(.conversation), words?.conversation)
    for goal in goals ?? [] {
      add(.column("goals.goal"), goal.goal)
      add(.column("goals.unit"), goal.unit)
    }
    for ticket in support?.open ?? [] { add(.column("tickets.subject"), ticket.subject) }
    for step in steps ?? [] {
      add(.column("plans.step"), step.step)
      add(.column("plans.owner"), step.owner)
    }
    return texts
  }

  /// The figures of the goals, as people wrote them.
  public var goalNumbers: [Double] {
    (goals ?? []).flatMap { [$0.baseline, $0.target, $0.latest].compactMap { $0 } }
  }

  /// The figures of adoption, computed from the measures that the settings name.
  public var adoptionNumbers: [Double] {
    adoption.map { [$0.people, $0.seats].compactMap { $0 } + $0.weeks.compactMap { $0 } } ?? []
  }
}
