import Glibc
public import Health
import Portfolio

/// The day that it is, and where.
public struct Today: Sendable {
  /// The day.
  public let day: Day
  /// The time zone that it was asked in, by its IANA name.
  public let zone: String
}

extension PortfolioFolder {
  /// The day that it is in the time zone of the settings, UTC where they name none: the only place where the program
  /// looks at a clock.
  public var today: Today {
    let (day, zone) = Settings.day(at: time(nil), in: path)
    return Today(day: day, zone: zone)
  }
}
