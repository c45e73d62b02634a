/// One customer: its contract, its usual course, and what happened to it.
///
/// The tables fill in from the profile what a story leaves out, so that a story names only what makes this
/// account different.
struct Account {
  let id: String
  let name: String
  let industry: String
  let country: Country
  let employees: Int
  let seats: Int
  /// Annual recurring revenue today, in euros; for a lost account, the last figure.
  let arr: Int
  let started: Day
  let csm: CSM

  var profile: Profile
  /// The segment, where the number of employees would mislead.
  var segment: String?
  var termInYears = 1
  var seatsUntil: (day: Day, seats: Int)?
  var hasTelemetry = true
  var lastContact: Day?
  var lastFlag: Day?
  var contacts: [Contact] = []
  var goals: [Goal] = []
  var flags: [Flag] = []
  var risks: [Risk] = []
  var touchpoints: [Touchpoint] = []
  var tickets: [Ticket] = []
  var outcomes: [Outcome] = []
  var reviews: [Review] = []

  init(
    _ id: String, _ name: String, _ industry: String, _ country: Country, employees: Int, seats: Int, arr: Int,
    started: Day, _ csm: CSM, _ profile: Profile, story: (inout Account) -> Void = { _ in }
  ) {
    self.id = id
    self.name = name
    self.industry = industry
    self.country = country
    self.employees = employees
    self.seats = seats
    self.arr = arr
    self.started = started
    self.csm = csm
    self.profile = profile
    story(&self)
  }
}

extension Account {
  /// The day it left, for a lost account.
  var ended: Day? { outcomes.last { $0.kind == "churned" }?.day }

  /// The last day for which anything can be known about it.
  var lastDay: Day { min(ended ?? Timeline.asOf, Timeline.asOf) }

  /// The next end of its term, or the one at which it did not renew.
  var renews: Day {
    ended ?? anniversaries.first { $0 > Timeline.asOf } ?? Timeline.asOf
  }

  /// The ends of its terms, into the future.
  var anniversaries: [Day] {
    stride(from: termInYears, through: 30, by: termInYears).map { started.adding(years: $0) }
  }

  func seats(on day: Day) -> Int {
    guard let seatsUntil, day <= seatsUntil.day else { return seats }
    return seatsUntil.seats
  }

  var plan: String {
    arr >= 150_000 ? "Enterprise" : arr >= 40_000 ? "Professional" : "Team"
  }
}
