import Archive
import Files
import Ledger
import Portfolio
import Publishing
import Snapshot

/// Why a request failed, in words.
public struct Refusal: Error {
  private let reasons: [String]
  private let saysNothingWritten: Bool
  /// Whether another program is at work, so that the same request may succeed in a moment.
  public private(set) var isTemporary = false

  /// Creates a refusal with a reason, in lower case and without a full stop.
  public init(_ reason: String) {
    self.init(reasons: [reason], saysNothingWritten: false)
  }

  private init(reasons: [String], saysNothingWritten: Bool) {
    self.reasons = reasons
    self.saysNothingWritten = saysNothingWritten
  }

  /// A refusal that also says that the last site is still there.
  public static func nothingWritten(_ reason: String) -> Refusal {
    Refusal(reasons: [reason], saysNothingWritten: true)
  }

  /// Converts an error to a refusal; nil for an error that a user can do nothing about.
  public init?(_ error: any Error) {
    switch error {
    case let refusal as Refusal: self = refusal
    case is LedgerError: self = .nothingWritten("\(error)")
    case is FileError, is PublishError, is ArchiveError, is RecordError, is PlaceError: self.init("\(error)")
    default: return nil
    }
    switch error {
    case LedgerError.busy, PublishError.busy, ArchiveError.busy: isTemporary = true
    default: break
    }
  }

  /// All reasons in one line.
  public var words: String { (reasons + (saysNothingWritten ? ["nothing was written"] : [])).joined(separator: "; ") }

  /// The reasons alone, to be told within another sentence.
  var reason: String { reasons.joined(separator: "; ") }

  /// Combines two refusals.
  func and(_ other: Refusal) -> Refusal {
    Refusal(
      reasons: reasons + other.reasons, saysNothingWritten: saysNothingWritten || other.saysNothingWritten)
  }
}
