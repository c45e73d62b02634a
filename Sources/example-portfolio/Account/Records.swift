// The records that tell an account's story. One declaration here is one row of a table.

/// The CSM's own judgement, in their own words.
struct Flag {
  enum Colour: String { case green, yellow, red }

  let day: Day
  let colour: Colour
  let reason: String?

  static func green(_ day: Day, _ reason: String? = nil) -> Flag { Flag(day: day, colour: .green, reason: reason) }
  static func yellow(_ day: Day, _ reason: String) -> Flag { Flag(day: day, colour: .yellow, reason: reason) }
  static func red(_ day: Day, _ reason: String) -> Flag { Flag(day: day, colour: .red, reason: reason) }
}

struct Risk {
  let seen: Day
  let kind: String
  let severity: Int
  let note: String
  var source = "CSM"
  var closed: Day?
}

struct Touchpoint {
  let day: Day
  let kind: String
  let with: String
  let note: String
}

struct Ticket {
  let opened: Day
  var closed: Day?
  let severity: String
  var csat: Int?
  let subject: String
}

struct Contact {
  let name: String
  let role: String
  let since: Day
  var left: Day?
}

struct Goal {
  let goal: String
  let unit: String
  let baseline: Double
  let target: Double
  let latest: Double
  let due: Day
  var met: Day?
}

struct Outcome {
  let day: Day
  let kind: String
  let before: Int
  let after: Int
  var notice: Day?
  var reason: String?
  var avoidable: String?
  var evidence: String?
}

struct Review {
  let day: Day
  let list: String
  let decision: String
  let note: String
  var nextStep: String?
  var due: Day?
}
