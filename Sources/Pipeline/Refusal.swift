import Archive
import Files
import Ledger
import Portfolio
import Publishing
import Snapshot

/// Why nothing came of what was asked for, in words.
public struct Refusal: Error {
  private let reasons: [String]
  private let saysNothingWritten: Bool

  /// A reason, in lower case and without a full stop.
  public init(_ reason: String) {
    self.init(reasons: [reason], saysNothingWritten: false)
  }

  private init(reasons: [String], saysNothingWritten: Bool) {
    self.reasons = reasons
    self.saysNothingWritten = saysNothingWritten
  }

  /// A reason after which readers must know that the last site is still there.
  public static func nothingWritten(_ reason: String) -> Refusal {
    Refusal(reasons: [reason], saysNothingWritten: true)
  }

  /// What a step threw, in words; nil for an error that is nothing a user can do about.
  public init?(_ error: any Error) {
    switch error {
    case let refusal as Refusal: self = refusal
    case is LedgerError, is FileError: self = .nothingWritten("\(error)")
    case is PublishError, is ArchiveError, is RecordError, is PlaceError: self.init("\(error)")
    default: return nil
    }
  }

  /// Every reason in one line.
  public var words: String { (reasons + (saysNothingWritten ? ["nothing was written"] : [])).joined(separator: "; ") }

  /// Two refusals as one.
  func and(_ other: Refusal) -> Refusal {
    Refusal(
      reasons: reasons + other.reasons, saysNothingWritten: saysNothingWritten || other.saysNothingWritten)
  }
}
