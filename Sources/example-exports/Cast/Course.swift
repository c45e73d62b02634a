/// What happens to an account, which decides its usage, its tickets, its contacts and its flags.
enum Course: Sendable, Equatable {
  /// Nothing in particular.
  case steady
  /// More people every month.
  case growing
  /// Bought this year: usage climbs from nothing.
  case fresh
  /// Loses its users while everybody calls it green.
  case fading
  /// Loses users, and the CSM says so.
  case slipping
  /// Green by its usage; the CSM knows better.
  case watermelon
  /// Used every week, but nobody has talked with them or judged them for months.
  case silent
  /// Little usage, many tickets, red for everybody.
  case failing
  /// Hardly used, and yet the people there are content.
  case idle
  /// As steady, but the day of the renewal has passed and nothing is signed.
  case lapsed
  /// Kept, with a smaller contract.
  case reduced
  /// Left on a day; the CSM saw it coming, or did not.
  case leaving(Day, seen: Bool)

  var hasLapsed: Bool { self == .lapsed }

  /// The share of the people that is active, from the first week of the export (0) to the last (1).
  func usage(_ progress: Double) -> Double {
    switch self {
    case .steady, .lapsed, .silent: 0.84
    case .growing: 0.58 + 0.4 * progress
    case .fresh: min(0.9, 0.15 + 1.6 * progress)
    case .fading: 0.92 - 0.62 * max(0, progress - 0.25) / 0.75
    case .slipping: 0.88 - 0.42 * max(0, progress - 0.4) / 0.6
    case .watermelon: 0.82 + 0.12 * progress
    case .failing: 0.46 - 0.26 * progress
    case .idle: 0.24
    case .reduced: progress < 0.5 ? 0.8 : 0.66
    case .leaving: 0.9 - 0.75 * progress
    }
  }

  /// Tickets against the usual number.
  var ticketRate: Double {
    switch self {
    case .failing: 2.4
    case .slipping, .leaving: 1.6
    case .watermelon, .fresh: 1.3
    case .idle, .silent: 0.3
    default: 1
    }
  }

  /// The share of tickets that are high or urgent.
  var graveShare: Double {
    switch self {
    case .failing, .leaving: 0.42
    case .slipping, .watermelon: 0.26
    default: 0.11
    }
  }

  /// The share of ratings that are good.
  var goodShare: Double {
    switch self {
    case .failing: 0.3
    case .leaving, .slipping: 0.55
    default: 0.9
    }
  }

  /// Days between two contacts.
  var contactGap: Int {
    switch self {
    case .growing, .watermelon, .fresh: 27
    case .idle, .fading: 46
    case .silent: 40
    default: 35
    }
  }

  /// Days since the last contact and the last flag, at least.
  var silence: Int { self == .silent ? 118 : 0 }

  /// The flag so many flags before the last one.
  func flag(_ back: Int) -> RAG {
    switch self {
    case .failing: back < 3 ? .atRisk : .watch
    case .watermelon: back < 2 ? .atRisk : back < 4 ? .watch : .onTrack
    case .slipping, .lapsed: back < 3 ? .watch : .onTrack
    case .reduced: back == 3 || back == 4 ? .watch : .onTrack
    case .leaving(_, let seen): !seen ? .onTrack : back < 2 ? .atRisk : back < 4 ? .watch : .onTrack
    default: .onTrack
    }
  }
}

/// The words of the workbook for what a CSM thinks.
enum RAG: String, CaseIterable, Sendable {
  case onTrack = "On track"
  case watch = "Watch"
  case atRisk = "At risk"

  /// Vigie's word for it.
  var flag: String {
    switch self {
    case .onTrack: "green"
    case .watch: "yellow"
    case .atRisk: "red"
    }
  }
}
