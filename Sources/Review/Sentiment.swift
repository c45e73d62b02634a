public import Health

/// A customer-success manager's own judgement of an account on a day.
public struct Sentiment: Sendable {
  /// The judgement itself.
  public enum Flag: String, CaseIterable, Sendable {
    case green, yellow, red

    /// 0 for green, 1 for yellow, 2 for red.
    public var severity: Int {
      switch self {
      case .green: 0
      case .yellow: 1
      case .red: 2
      }
    }
  }

  /// The age of a judgement.
  public enum Status: String, CaseIterable, Sendable {
    case fresh, ageing, stale, none

    /// Fresh up to `freshDays`, ageing up to `currentDays`, then stale; `none` is for accounts without a flag.
    public init(ageInDays age: Int) {
      self = age <= Sentiment.freshDays ? .fresh : age <= Sentiment.currentDays ? .ageing : .stale
    }
  }

  /// Days for which a judgement is fresh: a CSM is asked for one every month.
  public static let freshDays = 30
  /// Days for which a judgement counts at all: after a quarter the customer is not the same.
  public static let currentDays = 90

  /// The day it was given.
  public let date: Day
  /// The judgement.
  public let flag: Flag
  /// Who gave it.
  public let csm: String?
  /// The reason, in a few words.
  public let reason: Remark?
  /// A longer note.
  public let note: Remark?

  /// Creates a judgement from the columns of the sentiment table.
  public init(date: Day, flag: Flag, csm: String? = nil, reason: Remark? = nil, note: Remark? = nil) {
    self.date = date
    self.flag = flag
    self.csm = csm
    self.reason = reason
    self.note = note
  }

  /// Its age on a day.
  public func status(on day: Day) -> Status { Status(ageInDays: day - date) }
}
